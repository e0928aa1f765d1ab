import { afterAll, expect, test } from "vitest";
import { findCircles, importsOf } from "./circles.ts";
import { justified } from "./exceptions.ts";
import { findForwards } from "./forwards.ts";
import { openSources } from "./program.ts";

const sources = openSources();
afterAll(() => sources.close());

test("the program is seen whole", () => {
  expect(sources.files.size).toBeGreaterThan(700);
  for (const path of [
    "shared/ipc/router.ts",
    "electron/preload/preload.ts",
    "renderer/app/main.tsx",
  ])
    expect(sources.files.has(path), path).toBe(true);
});

test("no file reaches itself by what it imports", () => {
  const imports = importsOf(sources);
  const edges = [...imports.values()].reduce((sum, named) => sum + named.size, 0);
  expect(edges).toBeGreaterThan(2_000);
  expect(findCircles(imports)).toEqual([]);
});

test("a circle is found, and each once", () => {
  const named = (...files: string[]) => new Set(files);
  const imports = new Map([
    ["a", named("b")],
    ["b", named("c", "d")],
    ["c", named("a")],
    ["d", named("d")],
    ["e", named("a")],
  ]);
  expect(findCircles(imports).map((circle) => circle.toSorted())).toEqual([["d"], ["a", "b", "c"]]);
});

test("no function only forwards but those that say why", () => {
  const found = findForwards(sources).map(({ file, name }) => `${file} ${name}`);
  expect(found.toSorted()).toEqual(Object.keys(justified).toSorted());
});
