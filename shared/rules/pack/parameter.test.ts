import { describe, expect, test } from "vitest";
import type { Lookup } from "#shared/model";
import type { Parameter, Period, Source } from "./pack-schema.ts";
import { parameterOn } from "./parameter.ts";

const words = { zh: "试", en: "A test" };
const source = (id: string, authority: Source["authority"]): [string, Source] => [
  id,
  { id, authority, title: words, date: "2026-01-15", confidence: "high" },
];
const sources = new Map([source("US-R-01", "regulation"), source("CN-I-01", "press")]);
const period: Period = {
  from: "2026-01-15",
  to: "2026-05-31",
  precision: "day",
  checked: "2026-10-01",
  state: "in-force",
  value: "open",
  sources: ["US-R-01"],
};

function on(day: string, periods: readonly Period[], lookups: readonly Lookup[] = []) {
  const parameter: Parameter = { id: "p.one", title: words, periods: [...periods] };
  return parameterOn(parameter, day, { track: "us-export", sources, lookups });
}

describe("a parameter on a day", () => {
  test("both edges of a period belong to it, and the days beside them are silent", () => {
    expect(on("2026-01-14", [period]).state).toBe("silent");
    expect(on("2026-01-15", [period])).toMatchObject({ state: "in-force", value: "open" });
    expect(on("2026-05-31", [period]).state).toBe("in-force");
    expect(on("2026-06-01", [period])).toMatchObject({ state: "silent", value: undefined });
  });

  test("a press report is unverified after the day it was last checked, its own value the careful one", () => {
    const press = { ...period, to: null, sources: ["CN-I-01"] };
    expect(on("2026-10-01", [press])).toMatchObject({ state: "in-force", notes: ["press-only"] });
    expect(on("2026-10-02", [press])).toMatchObject({
      state: "unverified",
      careful: "open",
      notes: ["press-only", "verify"],
    });
    expect(on("2026-10-02", [{ ...press, careful: "closed" }]).careful).toBe("closed");
  });

  test("a published text stays in force after it was last checked, and says so", () => {
    expect(on("2026-10-02", [{ ...period, to: null }])).toMatchObject({
      state: "in-force",
      notes: ["last-checked"],
    });
  });

  test("an edge known to the month reaches to the month's ends and is remarked on every day of it", () => {
    const month: Period = { ...period, from: "2026-06-10", to: "2026-08-18", precision: "month" };
    expect(on("2026-06-01", [month])).toMatchObject({ state: "in-force", notes: ["month-edge"] });
    expect(on("2026-05-31", [month]).state).toBe("silent");
    expect(on("2026-07-15", [month]).notes).toEqual([]);
    expect(on("2026-08-31", [month])).toMatchObject({ state: "in-force", notes: ["month-edge"] });
    expect(on("2026-09-01", [month]).state).toBe("silent");
  });

  test("a blurred edge never reaches into a day that another period claims", () => {
    const pause: Period = {
      ...period,
      from: "2026-06-01",
      to: "2026-08-18",
      precision: "month",
      value: "pause",
    };
    const after: Period = { ...period, from: "2026-08-19", to: null, value: "limited" };
    expect(on("2026-08-18", [pause, after])).toMatchObject({
      value: "pause",
      notes: ["month-edge"],
    });
    expect(on("2026-08-19", [pause, after])).toMatchObject({
      value: "limited",
      notes: ["month-edge"],
    });
    expect(on("2026-09-01", [pause, after])).toMatchObject({ value: "limited", notes: [] });
  });
});

describe("what a person looked up", () => {
  const entry: Lookup = {
    id: "lkp_1",
    track: "us-export",
    parameter: "p.one",
    state: "in-force",
    value: "found",
    from: "2026-10-02",
    citation: "An invented notice",
    seenOn: "2026-11-20",
  };
  const press = { ...period, to: null, sources: ["CN-I-01"] };

  test("takes the place of an unverified state on its days, and is cited first", () => {
    expect(on("2026-10-02", [press], [entry])).toMatchObject({
      state: "in-force",
      value: "found",
      sources: ["lkp_1", "CN-I-01"],
      notes: ["looked-up"],
    });
    expect(on("2026-10-01", [press], [entry]).value).toBe("open");
  });

  test("counts for its own track and parameter only", () => {
    expect(on("2026-10-02", [press], [{ ...entry, track: "cn-import" }]).state).toBe("unverified");
    expect(on("2026-10-02", [press], [{ ...entry, parameter: "p.two" }]).state).toBe("unverified");
  });

  test("of two entries for a day the one seen last counts, in whatever order they stand", () => {
    const later: Lookup = {
      ...entry,
      id: "lkp_2",
      seenOn: "2026-11-21",
      state: "suspended",
      value: undefined,
    };
    expect(on("2026-10-05", [press], [entry, later]).state).toBe("suspended");
    expect(on("2026-10-05", [press], [later, entry]).state).toBe("suspended");
  });

  test("an entry asked about a day after it was seen says so", () => {
    expect(on("2026-11-23", [press], [entry]).notes).toEqual(["last-checked", "looked-up"]);
  });
});
