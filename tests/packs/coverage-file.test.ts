import { describe, expect, test } from "vitest";
import { z } from "zod";
import { packFolders, programOf, readJson, readPack } from "./support/pack-files.ts";

const entrySchema = z.union([
  z.strictObject({ id: z.string(), used: z.array(z.string()).min(1) }),
  z.strictObject({
    id: z.string(),
    reason: z.strictObject({ zh: z.string().min(5), en: z.string().min(10) }),
  }),
]);
const coverageSchema = z.strictObject({
  schema: z.literal("h200-desk/coverage@1"),
  entries: z.array(entrySchema),
});

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

/** Every place of a pack that cites a source, as the coverage file names places. */
function citationsOf(folder: string): ReadonlyMap<string, readonly string[]> {
  const { pack } = programOf(readPack(folder));
  const places = new Map<string, Set<string>>();
  const cite = (ids: readonly string[], place: string) => {
    for (const id of ids) places.set(id, (places.get(id) ?? new Set()).add(place));
  };
  for (const { id, periods } of pack.parameters)
    for (const { sources } of periods) cite(sources, `parameter ${id}`);
  for (const { id, sources } of pack.definitions) cite(sources, `definition ${id}`);
  for (const { id, sources, conditions = [] } of pack.rules) {
    cite(sources, `rule ${id}`);
    for (const condition of conditions) cite(condition.sources, `rule ${id}`);
  }
  return new Map([...places].map(([id, found]) => [id, [...found].sort()]));
}

describe.each(packFolders)("what %s makes of the reference", (folder) => {
  const { entries } = coverageSchema.parse(readJson(`${folder}coverage.json`));

  test("accounts for every fact of the reference once", () => {
    expect(entries.map(({ id }) => id).sort()).toEqual([...referenceIds].sort());
  });

  test("names exactly the places that cite a fact, and gives a reason where none does", () => {
    const citations = citationsOf(folder);
    for (const entry of entries)
      if ("used" in entry)
        expect([...entry.used].sort(), entry.id).toEqual(citations.get(entry.id));
      else expect(citations.has(entry.id), entry.id).toBe(false);
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
    const { entries } = coverageSchema.parse(readJson(`${folder}coverage.json`));
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
