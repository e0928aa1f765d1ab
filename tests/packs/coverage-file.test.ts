import { describe, expect, test } from "vitest";
import { citationsOf, readCoverage, renewed } from "./support/coverage.ts";
import { packFolders, programOf, readPack } from "./support/pack-files.ts";

/** Groups of the reference's facts with their first and last number. */
const groups: readonly (readonly [string, number, number])[] = [
  ["US-R", 1, 21],
  ["US-G", 1, 6],
  ["US-E", 1, 11],
  ["PR", 1, 21],
  ["US-T", 1, 5],
  ["US-AF", 1, 4],
  ["US-L", 1, 8],
  ["US-D", 1, 9],
  ["US-M", 1, 5],
  ["US-C", 1, 6],
  ["CN-I", 0, 17],
  ["CN-S", 1, 8],
  ["CN-L", 1, 6],
  ["DF-C", 1, 10],
  ["DF-S", 1, 9],
  ["DF-U", 1, 9],
  ["FM", 1, 8],
  ["HS", 1, 3],
  ["LY", 1, 8],
  ["AL", 1, 11],
  ["SD", 1, 6],
  ["SC", 1, 1],
  ["FX", 1, 3],
];
const referenceIds = groups.flatMap(([group, first, last]) =>
  Array.from(
    { length: last - first + 1 },
    (_, index) => `${group}-${String(first + index).padStart(2, "0")}`,
  ),
);

describe.each(packFolders)("what %s makes of the reference", (folder) => {
  const coverage = readCoverage(folder);
  const { entries } = coverage;

  test("accounts for every fact of the reference once", () => {
    expect(entries.map(({ id }) => id).sort()).toEqual([...referenceIds].sort());
  });

  test("names exactly the places that cite a fact, and gives a reason where none does (npm run coverage)", () => {
    expect(renewed(coverage, citationsOf(folder))).toEqual({ coverage, missing: [] });
  });

  test("every source says what it says in both languages, with its kind, date and confidence", () => {
    for (const [id, source] of programOf(readPack(folder)).sources) {
      expect(source.title.zh, id).not.toBe(id);
      expect(source.statement?.zh, id).toBeDefined();
      expect(source.statement?.en, id).toBeDefined();
    }
  });
});

test("together the two packs use or explain each fact: only copies and layout are left out of both", () => {
  const unused = packFolders.map((folder) => {
    const { entries } = readCoverage(folder);
    return new Set(entries.filter((entry) => "reason" in entry).map(({ id }) => id));
  });
  const [first, second] = unused;
  const both = referenceIds.filter((id) => first?.has(id) && second?.has(id));
  const rules = both.filter((id) => !/^(PR|LY)-/.test(id));
  expect(rules).toEqual([
    "US-G-03",
    "US-E-10",
    "US-C-06",
    "CN-I-17",
    "FM-06",
    "SD-01",
    "SD-05",
    "FX-01",
    "FX-02",
    "FX-03",
  ]);
});

test("written anew, a fact cited at last loses its reason, and one cited no more asks for a reason", () => {
  const reason = { zh: "只是格式", en: "layout only" };
  const before = {
    schema: "h200-desk/coverage@1" as const,
    entries: [
      { id: "A-01", used: ["rule a"] },
      { id: "A-02", reason },
      { id: "A-03", used: ["rule a"] },
    ],
  };
  const citations = new Map([
    ["A-01", ["rule a", "rule b"]],
    ["A-02", ["rule c"]],
    ["B-01", ["rule d"]],
  ]);
  const { coverage, missing } = renewed(before, citations);
  expect(missing).toEqual(["A-03"]);
  expect(coverage.entries).toEqual([
    { id: "A-01", used: ["rule a", "rule b"] },
    { id: "A-02", used: ["rule c"] },
    { id: "A-03", used: ["rule a"] },
  ]);
});
