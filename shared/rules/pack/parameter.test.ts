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

type Weighing = {
  readonly periods?: Parameters<typeof on>[1];
  readonly entries: readonly Lookup[];
  readonly values?: string[];
  readonly confirmed?: readonly string[];
};

/** A press report that nobody confirmed since, or the periods given, beside what persons found. */
function weighed(day: string, { periods, entries, values, confirmed }: Weighing) {
  const press = { ...period, to: null, sources: ["CN-I-01"] };
  const parameter: Parameter = {
    id: "p.one",
    title: { zh: "试", en: "A test" },
    periods: [...(periods ?? [press])],
    ...(values === undefined ? {} : { values }),
  };
  return parameterOn(parameter, day, {
    track: "us-export",
    sources,
    lookups: entries,
    confirmed: new Set(confirmed),
  });
}

describe("states of a day", () => {
  const open = { ...period, to: null, sources: ["US-R-01"] };

  test("where a text is not enforced the rule before it operates", () => {
    const old = { ...open, to: "2026-09-30", value: "old" };
    const new_ = { ...open, from: "2026-10-01", to: "2026-10-31", value: "new" };
    const dropped = {
      ...open,
      from: "2026-11-01",
      state: "not-enforced" as const,
      value: undefined,
    };
    const day = weighed("2026-11-05", { periods: [old, new_, dropped], entries: [] });
    expect(day).toMatchObject({ state: "in-force", value: "old" });
    const alone = weighed("2026-11-05", { periods: [new_, dropped], entries: [] });
    expect(alone).toMatchObject({ state: "not-enforced", value: undefined });
  });

  test("the mildest value that the pack lists stands for an unknown at best, the careful one at worst", () => {
    const unknown = { ...open, state: "unverified" as const, value: undefined, careful: "closed" };
    const values = ["open", "half", "closed"];
    expect(weighed("2026-11-05", { periods: [unknown], entries: [], values }).open).toMatchObject({
      mild: { value: "open" },
      careful: [{ value: "closed" }],
    });
  });
});

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
      notes: ["looked-up", "looks-back"],
    });
    expect(on("2026-10-01", [press], [entry]).value).toBe("open");
  });

  test("counts for its own track and parameter only", () => {
    expect(on("2026-10-02", [press], [{ ...entry, track: "cn-import" }]).state).toBe("unverified");
    expect(on("2026-10-02", [press], [{ ...entry, parameter: "p.two" }]).state).toBe("unverified");
  });

  test("of entries that disagree the mildest counts at best and both at worst, until one is confirmed", () => {
    const later: Lookup = { ...entry, id: "lkp_2", seenOn: "2026-11-21", value: "open" };
    const values = ["open", "found", "closed"];
    const both = [entry, later];
    for (const entries of [both, both.toReversed()]) {
      const day = weighed("2026-10-05", { entries, values });
      expect(day.state).toBe("unverified");
      expect(day.open?.mild?.value).toBe("open");
      expect(day.open?.careful.map(({ value }) => value)).toEqual(["found", "open"]);
      const sure = weighed("2026-10-05", { entries, values, confirmed: ["lkp_1"] });
      expect(sure).toMatchObject({ state: "in-force", value: "found" });
      expect(sure.open).toBeUndefined();
    }
  });

  test("an unconfirmed entry against a text in force leaves the text alone at best, both at worst", () => {
    const text = { ...period, to: null, sources: ["US-R-01"], value: "open" };
    const against = weighed("2026-10-05", { periods: [text], entries: [entry] });
    expect(against).toMatchObject({ state: "in-force", value: "open" });
    expect(against.notes).toContain("unconfirmed");
    expect(against.open?.mild?.value).toBe("open");
    expect(against.open?.careful.map(({ value }) => value)).toEqual(["open", "found"]);
    const same = weighed("2026-10-05", { periods: [text], entries: [{ ...entry, value: "open" }] });
    expect(same.open).toBeUndefined();
    const sure = weighed("2026-10-05", { periods: [text], entries: [entry], confirmed: ["lkp_1"] });
    expect(sure).toMatchObject({ state: "in-force", value: "found" });
  });

  test("what a file says of its own confirmation confirms nothing", () => {
    const text = { ...period, to: null, sources: ["US-R-01"], value: "open" };
    const confirmed = { person: "psn_1", date: "2026-10-03" };
    const day = weighed("2026-10-05", { periods: [text], entries: [{ ...entry, confirmed }] });
    expect(day.notes).toContain("unconfirmed");
  });

  test("suspended without what applies instead is an unknown of law", () => {
    const suspended: Lookup = { ...entry, state: "suspended", value: undefined };
    const values = ["open", "closed"];
    expect(weighed("2026-10-05", { entries: [suspended], values })).toMatchObject({
      state: "unverified",
      open: { mild: { value: "open" }, careful: [{ value: "closed" }] },
    });
    const replaced = weighed("2026-10-05", {
      entries: [{ ...suspended, instead: "closed" }],
      values,
    });
    expect(replaced).toMatchObject({ state: "in-force", value: "closed" });
  });

  test("of two confirmed entries the later state stands", () => {
    const later: Lookup = { ...entry, id: "lkp_2", from: "2026-11-01", value: "closed" };
    const confirmed = ["lkp_1", "lkp_2"];
    const entries = [later, entry];
    expect(weighed("2026-10-20", { entries, confirmed }).value).toBe("found");
    expect(weighed("2026-11-20", { entries, confirmed }).value).toBe("closed");
  });

  test("an entry asked about a day after it was seen says so", () => {
    expect(on("2026-11-23", [press], [entry]).notes).toEqual(["last-checked", "looked-up"]);
  });
});
