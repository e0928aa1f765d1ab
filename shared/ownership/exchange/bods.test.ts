import { existsSync, readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { type Link, linkSchema, type Party, partySchema } from "#shared/model";
import { bodsFaults, buildGraph, exportBods, importBods, interest, readBods } from "../index.ts";

// Many random cases: a busy machine needs longer than the usual five seconds.
vi.setConfig({ testTimeout: 60_000 });

const home = "../shared/data/bods";
const here = existsSync(home);
const read = (path: string): unknown => JSON.parse(readFileSync(`${home}/${path}`, "utf8"));
const files = (path: string) =>
  here ? readdirSync(`${home}/${path}`).filter((name) => name.endsWith(".json")) : [];

describe.runIf(here)("the statements of the standard", () => {
  const invalid = "tests/data/invalid-statements";
  const expected = here
    ? readFileSync(`${home}/${invalid}/expected_errors.csv`, "utf8").trim().split(/\r?\n/)
    : [];
  it("are all here", () => {
    expect(expected.length).toBe(192);
    expect(files("tests/data/valid-statements").length).toBe(111);
    expect(files("examples").length).toBe(19);
  });
  it.each(expected.map((row) => row.split(",").map((cell) => cell.trim())))(
    "%s is refused for its own fault: %s at %s",
    (file = "", keyword, path, property) => {
      const faults = bodsFaults(read(`${invalid}/${file}`));
      expect(faults[0]).toEqual({ keyword, path, property });
      expect(faults.length).toBe(1);
    },
  );
  it.each(files("tests/data/valid-statements"))("%s is taken", (file) => {
    expect(bodsFaults(read(`tests/data/valid-statements/${file}`))).toEqual([]);
  });
  it.each(files("examples"))("example %s is taken", (file) => {
    expect(bodsFaults(read(`examples/${file}`))).toEqual([]);
  });
});
if (!here)
  it(`the statements of the standard cannot be read: ${home} is not here`, () => {
    expect(bodsFaults({})).toEqual([{ keyword: "type", path: "$", property: "" }]);
  });

it.each(["constructor", "toString", "__proto__", "hasOwnProperty"])(
  "a record type called %s is a fault like any other",
  (recordType) => {
    const faults = bodsFaults([{ recordType, recordDetails: { name: "x" } }]);
    expect(faults).toContainEqual(expect.objectContaining({ path: "$[0].recordType" }));
  },
);

const raw = (path: string) => readFileSync(`${home}/${path}`, "utf8");

function imported(path: string, asOf?: string) {
  const result = importBods(raw(path), asOf);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

describe.runIf(here)("the examples of the standard as parties and links", () => {
  it.each(files("examples"))("%s gives parties and links that the model takes", (file) => {
    const { parties, links } = imported(`examples/${file}`);
    for (const party of parties) expect(() => partySchema.parse(party)).not.toThrow();
    for (const link of links) expect(() => linkSchema.parse(link)).not.toThrow();
    expect(parties.length).toBeGreaterThan(0);
  });

  it("a state-owned firm held 76.5 % and 23.5 % through a state firm is wholly the state's", () => {
    const { parties, links } = imported("examples/bods-package-fi-soe.json");
    const graph = buildGraph({ parties, links, asOf: "2026-11-23" });
    expect(graph.problems).toEqual([]);
    const subject = "pty_19f1c5afe9d7";
    const answer = interest(graph, {
      holders: { kinds: ["public-body"] },
      target: subject,
      measure: "equity",
      method: "integrated",
    });
    expect(answer).toMatchObject({ min: "100", max: "100", known: true });
  });

  it("an indirect interest is noted and computed, never counted twice", () => {
    const { parties, links, notes } = imported("examples/indirect-ownership.json");
    expect(links.map((link) => link.equity)).toEqual([
      { kind: "exact", percent: "60" },
      { kind: "range", min: "0", max: "100" },
    ]);
    expect(notes.map((note) => note.kind)).toContain("indirect-interest");
    const graph = buildGraph({ parties, links, asOf: "2026-11-23" });
    const answer = interest(graph, {
      holders: new Set(["pty_c25d4d612c2c"]),
      target: "pty_ad3f6c2fcc9e",
      measure: "equity",
      method: "integrated",
    });
    // The file itself says 30 % for the chain; the record of its steps allows anything up to 60 %.
    expect(answer).toMatchObject({ min: "0", max: "60" });
  });

  it("the latest statement of a record holds, and a day in the past sees the earlier one", () => {
    const figure = (asOf: string) => {
      const { parties, links } = imported("examples/tecido.json", asOf);
      const graph = buildGraph({ parties, links, asOf });
      const query = { target: "pty_01B68D7633", measure: "equity", method: "direct" } as const;
      return interest(graph, { ...query, holders: new Set(["pty_033E84672B"]) }).min;
    };
    expect([figure("2021-12-01"), figure("2022-12-01"), figure("2024-01-01")]).toEqual([
      "60",
      "70",
      "80",
    ]);
  });
});

describe("files of our own", () => {
  const names = fc.record({
    zh: fc.constantFrom("虚构甲", "虚构乙有限公司"),
    en: fc.constantFrom("Invented A", "Invented B Ltd"),
  });
  const kinds = [
    "company",
    "public-body",
    "person",
    "fund",
    "partnership",
    "social-organisation",
    "military-unit",
    "other",
  ] as const;
  const parties = fc
    .array(fc.record({ kind: fc.constantFrom(...kinds), names }), { minLength: 2, maxLength: 6 })
    .map((drawn): Party[] => drawn.map((each, at) => ({ id: `pty_${at}`, ...each })));
  const cents = fc.nat({ max: 10_000 }).map((value) => String(value / 100));
  const share = fc.oneof(
    cents.map((percent) => ({ kind: "exact" as const, percent })),
    fc.constant({ kind: "unknown" as const }),
    fc.constant({ kind: "range" as const, min: "25", max: "50", minExclusive: true }),
  );
  const answer = fc.record({
    value: fc.constantFrom("yes" as const, "no" as const, "unknown" as const),
  });
  const content = fc.record(
    {
      equity: share,
      voting: share,
      boardMajority: answer,
      agreement: fc.record({
        kind: fc.constantFrom("vie-contracts" as const, "articles" as const),
        controls: answer,
      }),
      from: fc.constant("2024-01-01"),
      to: fc.constant("2027-01-01"),
    },
    { requiredKeys: ["equity"] },
  );
  const day = "2026-11-23";
  it("come back as they were written, and the standard takes them", () => {
    fc.assert(
      fc.property(parties, fc.array(content, { maxLength: 5 }), (people, contents) => {
        const links: Link[] = contents.map((each, at) => ({
          id: `lnk_${at}`,
          owner: people[at % people.length]?.id ?? "",
          target: people[(at + 1) % people.length]?.id ?? "",
          ...each,
          asOf: day,
          source: "invented register",
        }));
        const statements = exportBods(
          { parties: people, links },
          { publisher: "Invented Desk", publishedOn: day, subject: "pty_0" },
        );
        expect(bodsFaults(statements)).toEqual([]);
        const lines = statements.map((each) => JSON.stringify(each)).join("\n");
        for (const text of [JSON.stringify(statements), lines]) {
          const back = importBods(text);
          expect(back).toMatchObject({ ok: true, value: { parties: people, links, notes: [] } });
        }
      }),
    );
  });
  it("with a nominee name the principal again", () => {
    const link: Link = {
      id: "lnk_1",
      owner: "pty_a",
      target: "pty_b",
      nomineeFor: "pty_c",
      equity: { kind: "exact", percent: "10" },
      asOf: day,
    };
    const text = JSON.stringify(
      exportBods(
        { parties: [], links: [link] },
        { publisher: "X", publishedOn: day, subject: "pty_b" },
      ),
    );
    expect(importBods(text)).toMatchObject({ ok: true, value: { links: [link] } });
  });
});

describe("files that are no BODS", () => {
  it("are refused with the line that cannot be read", () => {
    expect(readBods("{")).toEqual({
      ok: false,
      error: [{ keyword: "json", path: "$", property: "" }],
    });
    expect(readBods('{"a":1}\n{"b"')).toEqual({
      ok: false,
      error: [{ keyword: "json", path: "line 2", property: "" }],
    });
    expect(readBods('{\n"statementId": 1\n}')).toMatchObject({
      ok: false,
      error: [{ keyword: "type", path: "$" }],
    });
  });
  it("never throw, whatever they hold", () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        const back = importBods(text);
        if (back.ok) expect(back.value.parties).toEqual([]);
      }),
    );
  });
});
