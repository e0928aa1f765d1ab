import { mostOfFloat } from "../graph/free-float.ts";
import type { Graph, Holding } from "../graph/types.ts";

const single = new WeakMap<readonly Holding[], readonly Holding[]>();

/**
 * The holdings as single holders are compared by size: a dispersed float is many holders, so that it is at least nothing and at
 * most what the record says no holder in it exceeds. It never hides the largest holder that is known.
 */
export function asSingleHolders(graph: Graph, holdings: readonly Holding[]): readonly Holding[] {
  const before = single.get(holdings);
  if (before !== undefined) return before;
  const isFloat = (one: Holding) => mostOfFloat(graph.nodes[one.owner]) !== undefined;
  const found = holdings.some(isFloat) ? holdings.map((one) => cut(graph, one)) : holdings;
  single.set(holdings, found);
  return found;
}

function cut(graph: Graph, holding: Holding): Holding {
  const most = mostOfFloat(graph.nodes[holding.owner]);
  if (most === undefined) return holding;
  return { ...holding, low: 0, lowOpen: false, high: Math.min(holding.high, most) };
}
