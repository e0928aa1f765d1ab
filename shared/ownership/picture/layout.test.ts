import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  boxSize,
  curvesOf,
  type LayoutInput,
  layOut,
  linesOf,
  pictureSvg,
  spaced,
} from "../index.ts";

const graphs: fc.Arbitrary<LayoutInput> = fc.integer({ min: 1, max: 60 }).chain((count) =>
  fc
    .array(fc.tuple(fc.nat(count - 1), fc.nat(count - 1)), { maxLength: count * 3 })
    .map((pairs) => ({
      root: "n0",
      nodes: Array.from({ length: count }, (_, at) => `n${at}`),
      edges: pairs.map(([from, to]) => ({ from: `n${from}`, to: `n${to}` })),
    })),
);

describe("a layout", () => {
  it("gives every party a place of its own, whatever rings there are, and the same one each time", () => {
    fc.assert(
      fc.property(graphs, (input) => {
        const places = layOut(input);
        expect(places.size).toBe(input.nodes.length);
        expect(layOut(input)).toEqual(places);
        const all = [...places.values()];
        for (const [at, a] of all.entries())
          for (const b of all.slice(at + 1))
            if (a.y === b.y) expect(Math.abs(a.x - b.x)).toBeGreaterThanOrEqual(boxSize.width);
      }),
    );
  });

  it("puts holders above those they hold", () => {
    const places = layOut({
      root: "c",
      nodes: ["a", "b", "c"],
      edges: [
        { from: "a", to: "b" },
        { from: "b", to: "c" },
      ],
    });
    const y = (id: string) => places.get(id)?.y ?? Number.NaN;
    expect(y("a")).toBeLessThan(y("b"));
    expect(y("b")).toBeLessThan(y("c"));
  });

  it("keeps order and distance and moves nothing that stands well", () => {
    expect(spaced([0, 100, 250], 50)).toEqual([0, 100, 250]);
    expect(spaced([0, 0], 100)).toEqual([-50, 50]);
    fc.assert(
      fc.property(fc.array(fc.double({ min: -1e4, max: 1e4, noNaN: true })), (wishes) => {
        const found = spaced(wishes, 10);
        for (let at = 1; at < found.length; at += 1)
          expect((found[at] ?? 0) - (found[at - 1] ?? 0)).toBeGreaterThan(9.999);
      }),
    );
  });
});

describe("the picture as SVG", () => {
  it("breaks names at columns, not inside Latin words, and says when it cut", () => {
    expect(linesOf("虚构云计算有限公司", 8, 3)).toEqual(["虚构云计", "算有限公", "司"]);
    expect(linesOf("Invented Cloud Ltd", 10, 3)).toEqual(["Invented", "Cloud Ltd"]);
    expect(linesOf("虚构云计算有限公司", 8, 2)).toEqual(["虚构云计", "算有限…"]);
  });

  it("escapes every word and gives the same bytes each time", () => {
    const box = { id: "a", label: '<b>&"', note: "企业", frame: "public" as const };
    const lines = [{ from: "a", to: "a", label: "<5%", style: "dashed" as const }];
    const svg = pictureSvg("a", [box], lines);
    expect(svg).toBe(pictureSvg("a", [box], lines));
    expect(svg).toContain("&lt;b&gt;&amp;&quot;");
    expect(svg).toContain("&lt;5%");
    expect(svg).not.toContain("<b>");
    expect(svg).toContain("stroke-dasharray");
  });
});

describe("the words on the lines", () => {
  it("cover neither each other nor a box where two parties hold each other beside a third", () => {
    const lines = [
      { from: "top", to: "a", label: "比例不详" },
      { from: "top", to: "b", label: "100%" },
      { from: "a", to: "c", label: "30% · ↻" },
      { from: "c", to: "a", label: "10% · ↻" },
      { from: "b", to: "c", label: "70%" },
    ];
    const places = layOut({ root: "top", nodes: ["top", "a", "b", "c"], edges: lines });
    fc.assert(
      fc.property(fc.shuffledSubarray(lines, { minLength: lines.length }), (order) => {
        const middles = curvesOf(order, places).flatMap((curve) => curve?.middle ?? []);
        expect(middles).toHaveLength(lines.length);
        middles.forEach((one, at) => {
          for (const other of middles.slice(at + 1))
            expect(Math.abs(one.x - other.x) > 40 || Math.abs(one.y - other.y) >= 16).toBe(true);
        });
      }),
    );
  });
  it("have no place where an end is not in the picture", () => {
    expect(
      curvesOf([{ from: "a", to: "b", label: "1%" }], new Map([["a", { x: 0, y: 0 }]])),
    ).toEqual([undefined]);
  });
});
