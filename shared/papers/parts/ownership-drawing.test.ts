import fc from "fast-check";
import { expect, test } from "vitest";
import type { Link, Party } from "#shared/model";
import { buildGraph, pictureOf } from "#shared/ownership";
import { drawOwnership } from "./ownership-drawing.ts";

const party = (id: string): Party => ({ id, kind: "company", names: { zh: id } });

function draw(links: readonly Link[]) {
  const ids = [...new Set(["pty_0", ...links.flatMap(({ owner, target }) => [owner, target])])];
  const graph = buildGraph({ parties: ids.map(party), links: [...links], asOf: "2026-08-20" });
  return drawOwnership(pictureOf(graph, "pty_0", { down: 0, most: 200 }), {
    name: ({ id }) => id,
    share: ({ by }) => (by === "agreement" ? "协议控制" : "60%"),
    more: String,
  }).svg;
}

const boxesIn = (svg: string) =>
  [
    ...svg.matchAll(
      /<rect x="([\d.-]+)" y="([\d.-]+)" width="([\d.-]+)" height="15" fill="#(?:fff|eee)" stroke="#000"/g,
    ),
  ].map(([, x, y, w]) => ({ x: Number(x), y: Number(y), w: Number(w) }));

const linesIn = (svg: string) =>
  [...svg.matchAll(/<path d="M([^"]+)" fill="none"/g)]
    .map(([, way = ""]) => way)
    .filter((way) => !way.includes("C"))
    .map((way) => way.split("L").map((point) => point.split(" ").map(Number)));

const share = (at: number, owner: number, target: number): Link => ({
  id: `lnk_${at}`,
  owner: `pty_${owner}`,
  target: `pty_${target}`,
  equity: { kind: "exact", percent: "60" },
});

test("no upright line runs behind a box, and no word leaves the page, in any graph without rings", () => {
  const graphs = fc.uniqueArray(fc.tuple(fc.nat(8), fc.nat(8)), {
    maxLength: 16,
    selector: ([one, other]) => `${Math.min(one, other)} ${Math.max(one, other)}`,
  });
  fc.assert(
    fc.property(graphs, (pairs) => {
      const links = pairs
        .filter(([one, other]) => one !== other)
        .map(([one, other], at) => share(at, Math.max(one, other), Math.min(one, other)));
      const svg = draw(links);
      const boxes = boxesIn(svg);
      for (const points of linesIn(svg))
        for (const [at, [x = 0, y = 0]] of points.entries()) {
          const [nextX = x, nextY = y] = points[at + 1] ?? [];
          if (x !== nextX || nextY - y < 15) continue;
          const hit = boxes.find(
            (box) => box.y > y && box.y < nextY && x > box.x && x < box.x + box.w,
          );
          expect(hit).toBeUndefined();
        }
      for (const [, x = "0", w = "0"] of svg.matchAll(
        /<rect x="([\d.-]+)" y="[\d.-]+" width="([\d.-]+)" height="3.65"/g,
      )) {
        expect(Number(x)).toBeGreaterThanOrEqual(-0.01);
        expect(Number(x) + Number(w)).toBeLessThanOrEqual(156.01);
      }
    }),
    { numRuns: 60 },
  );
});

test("control by agreement alone has a dashed line with a word and an arrow that ends at the box", () => {
  const svg = draw([
    {
      id: "lnk_2",
      owner: "pty_1",
      target: "pty_0",
      agreement: { kind: "vie-contracts", controls: { value: "yes" } },
    },
  ]);
  expect(svg.match(/stroke-dasharray/g)?.length).toBe(1);
  expect(svg).toContain("协议控制");
  const [, target] = boxesIn(svg).toSorted((a, b) => a.y - b.y);
  const [points = []] = linesIn(svg);
  expect(points.at(-1)?.[1]).toBe(target?.y);
});

test("two that hold each other are joined from side to side, and every line ends at a box it names", () => {
  const svg = draw([share(1, 1, 0), share(2, 2, 0), share(3, 1, 2), share(4, 2, 1)]);
  expect(svg.match(/fill="none"/g)?.length).toBe(4);
});
