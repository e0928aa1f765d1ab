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

/** Which way a picture is read: to those who stand behind a party, or to what it holds. */
export type Direction = "up" | "down";

/** What a picture needs to be walked away from its root: from each party the edges that lead on, with who is at their end. */
export type Walk = {
  readonly direction: Direction;
  readonly nodes: ReadonlyMap<string, PictureNode>;
  readonly away: ReadonlyMap<
    string,
    readonly { readonly id: string; readonly edge: PictureEdge }[]
  >;
};

/** Makes a picture ready to be walked. */
export function walkOf(
  { nodes, edges }: Pick<Picture, "nodes" | "edges">,
  direction: Direction = "up",
): Walk {
  const away = new Map<string, { id: string; edge: PictureEdge }[]>(
    nodes.map(({ id }) => [id, []]),
  );
  for (const edge of edges) {
    const [near, far] = direction === "up" ? [edge.to, edge.from] : [edge.from, edge.to];
    away.get(near)?.push({ id: far, edge });
  }
  return { direction, nodes: new Map(nodes.map((node) => [node.id, node])), away };
}

/** More boxes than these nobody reads; what is beyond is folded and can be unfolded. */
const DRAWN_AT_FIRST = 60;
/** More than these are never drawn at once. */
const MOST_DRAWN = 500;

/** Which parties a person folded up or unfolded, against what is done without being asked. */
export type Folds = { readonly opened: ReadonlySet<string>; readonly closed: ReadonlySet<string> };

/** What of a picture is drawn. */
export type Drawn = {
  readonly nodes: readonly PictureNode[];
  readonly edges: readonly PictureEdge[];
  /** For each drawn party how many of those that stand behind it, or that it holds, are not drawn. */
  readonly folded: ReadonlyMap<string, number>;
};

/**
 * The part of the picture above or below a root that is drawn: tier by tier until there is enough, then only what a person unfolded;
 * what a person folded hides those who stand behind it alone.
 */
export function drawnOf(walk: Walk, root: string, folds: Folds): Drawn {
  const shown = new Set(walk.nodes.has(root) ? [root] : []);
  const waiting = [...shown];
  for (let at = 0; at < waiting.length; at += 1) {
    const id = waiting[at] ?? "";
    if (folds.closed.has(id)) continue;
    const next = (walk.away.get(id) ?? []).filter((one) => !shown.has(one.id));
    const fits = shown.size + next.length <= DRAWN_AT_FIRST || id === root;
    if (!fits && !folds.opened.has(id)) continue;
    for (const { id: other } of next) {
      if (shown.size >= MOST_DRAWN) break;
      if (shown.has(other)) continue;
      shown.add(other);
      waiting.push(other);
    }
  }
  const nodes = [...shown].flatMap((id) => walk.nodes.get(id) ?? []);
  const edges = nodes.flatMap(({ id }) =>
    (walk.away.get(id) ?? []).flatMap((one) => (shown.has(one.id) ? [one.edge] : [])),
  );
  const folded = new Map(
    nodes.map(({ id, hidden }) => [
      id,
      (walk.away.get(id) ?? []).filter((one) => !shown.has(one.id)).length + hidden,
    ]),
  );
  return { nodes, edges, folded };
}

/** The parties on a shortest way from the root to a party, the root first; undefined where none leads there. */
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
    for (const { id: other } of walk.away.get(id) ?? []) {
      if (seen.has(other)) continue;
      seen.add(other);
      from.set(other, id);
      waiting.push(other);
    }
  }
  return undefined;
}

/** Rings of the picture, each once as a walk that comes back to where it began; at most so many. */
export function ringsOf(walk: Walk, most = 8): readonly (readonly string[])[] {
  const rings: string[][] = [];
  const named = new Set<string>();
  for (const [near, edges] of walk.away)
    for (const { id: far, edge } of edges) {
      if (rings.length >= most) return rings;
      if (!edge.loop || named.has(near)) continue;
      const way = ringWay(walk, near, far);
      if (way === undefined) continue;
      for (const id of way) named.add(id);
      // Told from holder to held, whichever way the picture is walked.
      rings.push(walk.direction === "up" ? way.toReversed() : [...way]);
    }
  return rings;
}

/** From the near end of an edge to its far end and on until the near end is met again. */
function ringWay(walk: Walk, near: string, far: string): readonly string[] | undefined {
  const inRing: Walk = {
    ...walk,
    away: new Map(
      [...walk.away].map(([id, edges]) => [id, edges.filter(({ edge }) => edge.loop)] as const),
    ),
  };
  const back = wayTo(inRing, far, near);
  return back === undefined ? undefined : [near, ...back];
}
