import type { Tri } from "#shared/kernel";
import { componentsFrom } from "../graph/components.ts";
import { membership, triOfCode } from "../graph/holders.ts";
import type {
  ControlTie,
  Graph,
  Holders,
  Holding,
  Picture,
  PictureEdge,
  PictureNode,
} from "../graph/types.ts";
import { FULL, fromUnits } from "../graph/units.ts";

/** What part of the graph to show. */
export type PictureOptions = {
  /** Tiers above the subject; all by default. */
  readonly up?: number;
  /** Tiers below the subject; one by default. */
  readonly down?: number;
  /** Most parties shown, nearest first; 500 by default. */
  readonly most?: number;
  /** Sets to mark, by a name of the caller's (`state`, `listed`). */
  readonly marks?: Readonly<Record<string, Holders>>;
};

function neighbours(graph: Graph, node: number, upwards: boolean): number[] {
  if (!upwards) return [...(graph.held[node] ?? [])];
  const row = graph.rows[node];
  const voting = row && row.voting !== row.equity ? row.voting : [];
  const owners = [...(row?.equity ?? []), ...voting, ...(row?.ties ?? [])];
  return [...new Set(owners.map((holding) => holding.owner))];
}

function reach(graph: Graph, subject: number, options: PictureOptions): Map<number, number> {
  const tiers = new Map([[subject, 0]]);
  const most = options.most ?? 500;
  const walk = (upwards: boolean, depth: number) => {
    let front = [subject];
    for (let tier = 1; tier <= depth && front.length > 0; tier += 1) {
      const next: number[] = [];
      for (const node of front)
        for (const other of neighbours(graph, node, upwards)) {
          if (tiers.has(other) || tiers.size >= most) continue;
          tiers.set(other, upwards ? tier : -tier);
          next.push(other);
        }
      front = next;
    }
  };
  walk(true, options.up ?? Number.POSITIVE_INFINITY);
  walk(false, options.down ?? 1);
  return tiers;
}

function labelOf(holding: Holding | undefined): PictureEdge["label"] {
  if (!holding) return { kind: "none" };
  const { low, high, lowOpen, highOpen } = holding;
  if (low === high) return { kind: "exact", percent: fromUnits(low) };
  if (holding.links.every((link) => (link.equity ?? link.voting)?.kind === "unknown"))
    return { kind: "unknown" };
  if (low === 0 && high === FULL) return { kind: "unknown" };
  return {
    kind: "range",
    min: fromUnits(low),
    max: fromUnits(high),
    minOpen: lowOpen,
    maxOpen: highOpen,
  };
}

type Marks = { readonly cycle: Int32Array; readonly wrong: ReadonlySet<string> };

function edgeOf(graph: Graph, owner: number, target: number, marks: Marks): PictureEdge {
  const row = graph.rows[target];
  const equity = row?.equity.find((holding) => holding.owner === owner);
  const votes = row?.voting.find((holding) => holding.owner === owner);
  const ties = (row?.ties ?? []).filter((each) => each.owner === owner);
  const shown = equity ?? votes;
  const [tie] = ties;
  const links = [
    ...(equity?.links ?? []),
    ...(votes?.links ?? []),
    ...ties.map((each) => each.link),
  ];
  const ids = [...new Set(links.map((link) => link.id))];
  const nominee = links.find((link) => link.nomineeFor !== undefined)?.owner;
  const split = votes && equity && (votes.low !== equity.low || votes.high !== equity.high);
  return {
    id: `${graph.ids[owner]}>${graph.ids[target]}`,
    owner: graph.ids[owner] ?? "",
    target: graph.ids[target] ?? "",
    links: ids,
    style: shown && nominee === undefined ? "solid" : "dashed",
    label: labelOf(shown),
    ...(split ? { voting: { min: fromUnits(votes.low), max: fromUnits(votes.high) } } : {}),
    by: shown ? "share" : (tie?.by ?? "share"),
    certain: certainly(shown, ties),
    ...(nominee === undefined ? {} : { nominee }),
    inCycle: marks.cycle[owner] === marks.cycle[target] && marks.cycle[owner] !== 0,
    problem: ids.some((id) => marks.wrong.has(id)),
  };
}

function certainly(shown: Holding | undefined, ties: readonly ControlTie[]): boolean {
  if (shown) return shown.low > 0 || shown.lowOpen;
  return ties.some((tie) => tie.value === "holds");
}

/** Number of the ring each shown node is part of; 0 for none. */
function rings(graph: Graph, shown: ReadonlyMap<number, number>): Int32Array {
  const ring = new Int32Array(graph.ids.length);
  const groups = componentsFrom(graph.ids.length, shown.keys(), (node) =>
    neighbours(graph, node, true).filter((owner) => shown.has(owner)),
  );
  for (let at = 0; at + 1 < groups.starts.length; at += 1) {
    const group = groups.order.subarray(groups.starts[at], groups.starts[at + 1]);
    if (group.length > 1) for (const node of group) ring[node] = at + 1;
  }
  return ring;
}

function nodeOf(graph: Graph, node: number, shown: ReadonlyMap<number, number>) {
  const party = graph.nodes[node];
  const { zh, en } = party?.names ?? {};
  const hidden = (upwards: boolean) =>
    neighbours(graph, node, upwards).filter((other) => !shown.has(other)).length;
  return {
    id: graph.ids[node] ?? "",
    kind: party?.kind ?? "absent",
    names: { ...(zh === undefined ? {} : { zh }), ...(en === undefined ? {} : { en }) },
    tier: shown.get(node) ?? 0,
    hiddenOwners: hidden(true),
    hiddenHoldings: hidden(false),
  } as const;
}

/**
 * The part of the graph around one party as data for a drawing and for its table: what stands on each edge, which line
 * it takes, which rings there are, which sets a party belongs to. Layout and words are the caller's. Empty when the
 * subject is not in the graph.
 */
export function pictureOf(graph: Graph, subject: string, options: PictureOptions = {}): Picture {
  const start = graph.index.get(subject);
  if (start === undefined) return { subject, nodes: [], edges: [] };
  const shown = reach(graph, start, options);
  const wrong = new Set(graph.problems.flatMap((problem) => problem.links));
  const cycle = rings(graph, shown);
  const sets = Object.entries(options.marks ?? {}).map(
    ([name, holders]) => [name, membership(graph, holders)] as const,
  );
  const marksOf = (node: number): Record<string, Tri> =>
    Object.fromEntries(sets.map(([name, codes]) => [name, triOfCode(codes[node] ?? 0)]));
  const edges: PictureEdge[] = [];
  const nodes: PictureNode[] = [];
  for (const node of shown.keys()) {
    const owners = neighbours(graph, node, true).filter((owner) => shown.has(owner));
    const into = owners.map((owner) => edgeOf(graph, owner, node, { cycle, wrong }));
    edges.push(...into);
    nodes.push({
      ...nodeOf(graph, node, shown),
      subject: node === start,
      marks: marksOf(node),
      inCycle: cycle[node] !== 0,
      problems: into.filter((edge) => edge.problem).length,
    });
  }
  return { subject, nodes, edges };
}
