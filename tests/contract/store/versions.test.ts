import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { CollectionSpec } from "#store";
import { collections } from "../../../electron/desk/workspace/collections.ts";

// One fixture for each version of each collection, as that version's program wrote it. They are never edited: a change of
// a schema that no longer reads them needs a new version, a migration and the next fixture.
const folder = join(import.meta.dirname, "versions");
const fixture = (name: string, version: number): unknown =>
  JSON.parse(readFileSync(join(folder, `${name}.${version}.json`), "utf8"));
const specs: readonly (readonly [string, CollectionSpec])[] = Object.entries(collections) as never;

describe.each(specs)("documents of the collection %s", (name, spec) => {
  test("of the present version are read and written without a change", () => {
    const present = fixture(name, spec.version);
    expect(spec.schema.parse(present)).toEqual(present);
  });

  test("of each older version become the next one's fixture, step by step", () => {
    expect(spec.migrations).toHaveLength(spec.version - 1);
    for (const { from, to, migrate } of spec.migrations)
      expect(migrate(fixture(name, from))).toEqual(fixture(name, to));
  });
});

test("there is a fixture for every version and none besides", () => {
  const wanted = specs.flatMap(([name, { version }]) =>
    Array.from({ length: version }, (_, index) => `${name}.${index + 1}.json`),
  );
  expect(readdirSync(folder).sort()).toEqual(wanted.sort());
});
