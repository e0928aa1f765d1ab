import type { useDesk } from "#ui";

type Client = ReturnType<typeof useDesk>["client"];
type Answer = Awaited<ReturnType<Client["parties"]["ownership"]>>;
type StandingAnswer = Awaited<ReturnType<Client["parties"]["standing"]>>;

/** What the desk answers about who stands behind a party. */
export type Picture = Extract<Answer, { ok: true }>["value"];

/** What was computed of one party. */
export type Standing = Extract<StandingAnswer, { ok: true }>["value"];

/** One party and one holding of the picture. */
export type PictureNode = Picture["nodes"][number];
export type PictureEdge = Picture["edges"][number];

/** What a picture needs to be walked: who holds each party, and by which edge. */
export type Walk = {
  readonly nodes: ReadonlyMap<string, PictureNode>;
  /** Edges into each party, by the party held. */
  readonly into: ReadonlyMap<string, readonly PictureEdge[]>;
};

/** Makes a picture ready to be walked. */
export function walkOf({ nodes, edges }: Pick<Picture, "nodes" | "edges">): Walk {
  const into = new Map<string, PictureEdge[]>(nodes.map(({ id }) => [id, []]));
  for (const edge of edges) into.get(edge.to)?.push(edge);
  return { nodes: new Map(nodes.map((node) => [node.id, node])), into };
}

/** More boxes than these nobody reads; what is beyond is folded and can be unfolded. */
export const DRAWN_AT_FIRST = 60;
/** More than these are never drawn at once. */
export const MOST_DRAWN = 500;

/** Which parties a person folded up or unfolded, against what is done without being asked. */
export type Folds = { readonly opened: ReadonlySet<string>; readonly closed: ReadonlySet<string> };

/** What of a picture is drawn. */
export type Drawn = {
  readonly nodes: readonly PictureNode[];
  readonly edges: readonly PictureEdge[];
  /** For each drawn party how many of its recorded holders are not drawn. */
  readonly folded: ReadonlyMap<string, number>;
};

/**
 * The part of the picture above a root that is drawn: tier by tier until there is enough, then only what a person unfolded;
 * what a person folded hides those who stand behind it alone.
 */
export function drawnOf(walk: Walk, root: string, folds: Folds): Drawn {
  const shown = new Set(walk.nodes.has(root) ? [root] : []);
  const waiting = [...shown];
  for (let at = 0; at < waiting.length; at += 1) {
    const id = waiting[at] ?? "";
    if (folds.closed.has(id)) continue;
    const owners = (walk.into.get(id) ?? [])
      .map(({ from }) => from)
      .filter((one) => !shown.has(one));
    const fits = shown.size + owners.length <= DRAWN_AT_FIRST || id === root;
    if (!fits && !folds.opened.has(id)) continue;
    for (const owner of owners) {
      if (shown.size >= MOST_DRAWN) break;
      if (shown.has(owner)) continue;
      shown.add(owner);
      waiting.push(owner);
    }
  }
  const nodes = [...shown].flatMap((id) => walk.nodes.get(id) ?? []);
  const edges = nodes.flatMap(({ id }) =>
    (walk.into.get(id) ?? []).filter(({ from }) => shown.has(from)),
  );
  const folded = new Map(
    nodes.map(({ id, hidden }) => [
      id,
      (walk.into.get(id) ?? []).filter(({ from }) => !shown.has(from)).length + hidden,
    ]),
  );
  return { nodes, edges, folded };
}

/** The parties on a shortest way from the root up to a party, the root first; undefined where none leads there. */
export function wayTo(walk: Walk, root: string, wanted: string): readonly string[] | undefined {
  const from = new Map<string, string>();
  const waiting = [root];
  const seen = new Set(waiting);
  for (let at = 0; at < waiting.length; at += 1) {
    const id = waiting[at] ?? "";
    if (id === wanted) {
      const way = [id];
      for (let step = from.get(id); step !== undefined; step = from.get(step)) way.push(step);
      return way.reverse();
    }
    for (const { from: owner } of walk.into.get(id) ?? []) {
      if (seen.has(owner)) continue;
      seen.add(owner);
      from.set(owner, id);
      waiting.push(owner);
    }
  }
  return undefined;
}

/** Rings of the picture, each once as a walk that comes back to where it began; at most so many. */
export function ringsOf(walk: Walk, most = 8): readonly (readonly string[])[] {
  const rings: string[][] = [];
  const named = new Set<string>();
  for (const edges of walk.into.values())
    for (const edge of edges) {
      if (rings.length >= most) return rings;
      if (!edge.loop || named.has(edge.to)) continue;
      // From the holder back down to itself: up from the party held until the holder is met.
      const way = ringWay(walk, edge);
      if (way === undefined) continue;
      for (const id of way) named.add(id);
      rings.push([...way].reverse());
    }
  return rings;
}

function ringWay(walk: Walk, edge: PictureEdge): readonly string[] | undefined {
  const inRing: Walk = {
    nodes: walk.nodes,
    into: new Map(
      [...walk.into].map(([id, edges]) => [id, edges.filter((each) => each.loop)] as const),
    ),
  };
  const back = wayTo(inRing, edge.from, edge.to);
  return back === undefined ? undefined : [edge.to, ...back];
}
