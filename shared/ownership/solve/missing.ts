import { FAILS, HOLDS, isOwnable, openFields, UNKNOWN } from "../graph/holders.ts";
import type { Graph, Holders, Holding, Measure, Missing } from "../graph/types.ts";
import { FULL, fromUnits } from "../graph/units.ts";
import { aboveOf } from "./propagate.ts";

/** Longer lists of gaps help nobody; the nearest to the target come first. */
const MOST = 200;

/** What a search for gaps above a target looks at. */
export type GapSearch = {
  readonly holders: Holders;
  readonly target: string;
  readonly measure: Measure;
  /** Only the target's own holders, or everybody above it. */
  readonly method?: "direct" | "integrated" | "cascade";
  readonly missing?: "unknown" | "ignore";
  readonly ties?: boolean;
};

function shareGap(graph: Graph, node: number, holding: Holding, measure: Measure): Missing[] {
  const owner = graph.nodes[holding.owner];
  const found: Missing[] = [];
  if (holding.low !== holding.high) {
    const [link] = holding.links;
    const field = measure === "voting" && link?.voting !== undefined ? "voting" : "equity";
    found.push({
      kind: "share",
      party: graph.ids[node] ?? "",
      ...(link ? { link: link.id } : {}),
      field,
      min: fromUnits(holding.low),
      max: fromUnits(holding.high),
    });
  }
  if (!owner) found.push({ kind: "party", party: graph.ids[holding.owner] ?? "", field: "party" });
  return found;
}

function holdersGap(graph: Graph, node: number, measure: Measure): Missing[] {
  if (!isOwnable(graph.nodes[node]?.kind)) return [];
  const held = (graph.rows[node]?.[measure] ?? []).reduce((sum, holding) => sum + holding.low, 0);
  if (held >= FULL) return [];
  const room = fromUnits(FULL - held);
  return [{ kind: "holders", party: graph.ids[node] ?? "", field: "links", min: "0", max: room }];
}

function tieGaps(graph: Graph, node: number): Missing[] {
  return (graph.rows[node]?.ties ?? [])
    .filter((tie) => tie.value === "unknown")
    .map((tie) => ({
      kind: tie.by,
      party: graph.ids[node] ?? "",
      link: tie.link.id,
      field: tie.by === "board" ? "boardMajority" : "agreement.controls",
    }));
}

/** The fields that would tell whether a party belongs to the set. */
function membershipGaps(graph: Graph, node: number, holders: Holders): Missing[] {
  const party = graph.nodes[node];
  if (!party) return [];
  const id = graph.ids[node] ?? "";
  return openFields(party, holders).map((field) => ({ kind: "membership", party: id, field }));
}

/** What the record lacks above a target, nearest first: the gaps that an interval of interest comes from. */
export function missingAbove(graph: Graph, search: GapSearch, members: Uint8Array): Missing[] {
  const target = graph.index.get(search.target);
  if (target === undefined) return [{ kind: "party", party: search.target, field: "party" }];
  const ties = search.ties === true;
  const nodes =
    search.method === "direct"
      ? [target]
      : aboveOf(graph, target, search.measure, ties, (node) => members[node] !== HOLDS);
  const asked = new Set<number>();
  const found: Missing[] = [];
  for (const node of nodes) {
    if (found.length >= MOST) break;
    if (node !== target && members[node] === HOLDS) continue;
    const row = graph.rows[node];
    for (const holding of row?.[search.measure] ?? []) {
      found.push(...shareGap(graph, node, holding, search.measure));
      if ((members[holding.owner] ?? FAILS) !== UNKNOWN || asked.has(holding.owner)) continue;
      asked.add(holding.owner);
      found.push(...membershipGaps(graph, holding.owner, search.holders));
    }
    if (search.missing !== "ignore") found.push(...holdersGap(graph, node, search.measure));
    if (ties) found.push(...tieGaps(graph, node));
  }
  return found;
}
