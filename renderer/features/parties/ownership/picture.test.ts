import { describe, expect, it } from "vitest";
import { drawnOf, type PictureEdge, type PictureNode, ringsOf, walkOf, wayTo } from "./picture.ts";

const node = (id: string, tier: number): PictureNode => ({
  id,
  label: id,
  kind: "company",
  marks: [],
  tier,
  hidden: 0,
});
const edge = (from: string, to: string, loop = false): PictureEdge => ({
  id: `${from}>${to}`,
  from,
  to,
  label: "10%",
  style: "solid",
  kind: "share",
  links: [`lnk_${from}-${to}`],
  certain: true,
  loop,
  problem: false,
});
const none = { opened: new Set<string>(), closed: new Set<string>() };

/** A root with 50 holders, each of whom has 3 holders of its own. */
function wide() {
  const owners = Array.from({ length: 50 }, (_, at) => `o${at}`);
  const above = owners.flatMap((id) => ["a", "b", "c"].map((name) => `${id}${name}`));
  return walkOf({
    nodes: [node("root", 0), ...owners.map((id) => node(id, 1)), ...above.map((id) => node(id, 2))],
    edges: [
      ...owners.map((id) => edge(id, "root")),
      ...above.map((id) => edge(id, id.slice(0, -1))),
    ],
  });
}

describe("what of a picture is drawn", () => {
  it("is as much as can be read, and says of each party what is folded behind it", () => {
    const drawn = drawnOf(wide(), "root", none);
    expect(drawn.nodes.length).toBe(60);
    expect(drawn.folded.get("o0")).toBe(0);
    expect(drawn.folded.get("o49")).toBe(3);
  });

  it("grows where a person unfolds and shrinks where one folds", () => {
    const opened = drawnOf(wide(), "root", { ...none, opened: new Set(["o49"]) });
    expect(opened.nodes.map(({ id }) => id)).toContain("o49c");
    const closed = drawnOf(wide(), "root", { ...none, closed: new Set(["root"]) });
    expect(closed.nodes.map(({ id }) => id)).toEqual(["root"]);
    expect(closed.folded.get("root")).toBe(50);
  });

  it("draws a party once however many ways lead to it, and edges between drawn parties only", () => {
    const ring = walkOf({
      nodes: [node("a", 0), node("b", 1), node("c", 2)],
      edges: [edge("b", "a"), edge("c", "b", true), edge("b", "c", true), edge("c", "a")],
    });
    const drawn = drawnOf(ring, "a", none);
    expect(drawn.nodes.length).toBe(3);
    expect(drawn.edges.length).toBe(4);
    expect(ringsOf(ring)).toEqual([["b", "c", "b"]]);
  });
});

it("downwards draws what the root holds, folds what is further, and finds the way there", () => {
  const walk = walkOf(
    {
      nodes: [node("top", 0), ...["a", "b", "c"].map((id) => node(id, -1))],
      edges: [edge("top", "a"), edge("a", "b"), edge("b", "a", true), edge("top", "c")],
    },
    "down",
  );
  const drawn = drawnOf(walk, "top", none);
  expect(drawn.nodes.map(({ id }) => id)).toEqual(["top", "a", "c", "b"]);
  expect(drawn.edges.length).toBe(4);
  const closed = drawnOf(walk, "top", { ...none, closed: new Set(["a"]) });
  expect(closed.folded.get("a")).toBe(1);
  expect(wayTo(walk, "top", "b")).toEqual(["top", "a", "b"]);
  const ring = walkOf(
    { nodes: [node("a", 0), node("b", -1)], edges: [edge("a", "b", true), edge("b", "a", true)] },
    "down",
  );
  expect(ringsOf(ring)).toEqual([["a", "b", "a"]]);
});

it("finds the way to a party that is folded away", () => {
  expect(wayTo(wide(), "root", "o49c")).toEqual(["root", "o49", "o49c"]);
  expect(wayTo(wide(), "o1", "o49c")).toBeUndefined();
});
