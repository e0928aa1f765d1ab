import { expect, test } from "vitest";
import { packFolders, programOf, readPack } from "./support/pack-files.ts";

const cases = packFolders.flatMap((folder) => programOf(readPack(folder)).cases);

test("each of the reference's 22 boundary vectors is a golden case", () => {
  const about = new Set(cases.flatMap((one) => one.about ?? []));
  const vectors = Array.from(
    { length: 22 },
    (_, index) => `B-${String(index + 1).padStart(2, "0")}`,
  );
  expect(vectors.filter((vector) => !about.has(vector))).toEqual([]);
});

const months = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

test("a case's name is a dated sentence that a lawyer can read, and no two cases bear the same", () => {
  for (const { name, asOf } of cases) {
    const [year, month, day] = asOf.split("-").map(Number);
    expect(name).toContain(`${day} ${months[(month ?? 1) - 1]} ${year}`);
    expect(name.split(" ").length, name).toBeGreaterThan(5);
  }
  expect(new Set(cases.map(({ name }) => name)).size).toBe(cases.length);
});

test("there are at least 150 cases, none of which expects nothing", () => {
  expect(cases.length).toBeGreaterThanOrEqual(150);
  for (const { name, expect: expected } of cases)
    expect(Object.keys(expected).length, name).toBeGreaterThan(0);
});

test("a source named by a case is one that its pack, or the reference's vectors, know", () => {
  const known = new Set(
    packFolders.flatMap((folder) => [...programOf(readPack(folder)).sources.keys()]),
  );
  for (const { name, about = [] } of cases)
    for (const id of about)
      expect(known.has(id) || /^(B|PR)-\d\d$/.test(id), `${name}: ${id}`).toBe(true);
});
