import fc from "fast-check";
import { expect, test } from "vitest";
import { layersOf } from "../index.ts";

const names = (count: number) => Array.from({ length: count }, (_, at) => `n${at}`);

test("a holder of two in one chain stands above both, however short its own way is", () => {
  const layers = layersOf({
    root: "c",
    nodes: ["a", "b", "c"],
    edges: [
      { from: "b", to: "c" },
      { from: "a", to: "b" },
      { from: "a", to: "c" },
    ],
  });
  expect([...layers]).toEqual(
    expect.arrayContaining([
      ["c", 0],
      ["b", 1],
      ["a", 2],
    ]),
  );
});

test("without rings every holder above the root stands above everybody it holds there", () => {
  const graphs = fc.integer({ min: 2, max: 40 }).chain((count) =>
    fc
      .array(fc.tuple(fc.nat(count - 1), fc.nat(count - 1)), { maxLength: count * 3 })
      .map((pairs) => ({
        root: "n0",
        nodes: names(count),
        // Holders have the higher number: no ring can close.
        edges: pairs
          .filter(([one, other]) => one !== other)
          .map(([one, other]) => ({
            from: `n${Math.max(one, other)}`,
            to: `n${Math.min(one, other)}`,
          })),
      })),
  );
  fc.assert(
    fc.property(graphs, (input) => {
      const layers = layersOf(input);
      const above = new Set(["n0"]);
      for (let grew = true; grew; ) {
        grew = false;
        for (const { from, to } of input.edges)
          if (above.has(to) && !above.has(from)) {
            above.add(from);
            grew = true;
          }
      }
      for (const { from, to } of input.edges)
        if (above.has(to)) expect(layers.get(from)).toBeGreaterThan(layers.get(to) ?? 0);
    }),
  );
});

test("rings end, and everybody has a tier", () => {
  const ring = names(300).map((id, at, all) => ({ from: id, to: all[(at + 1) % 300] ?? "" }));
  expect(layersOf({ root: "n0", nodes: names(300), edges: ring }).size).toBe(300);
});
