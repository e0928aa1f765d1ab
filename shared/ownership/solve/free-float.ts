import type { Share } from "#shared/model";
import type { Graph } from "../graph/types.ts";
import { FULL, toUnits } from "../graph/units.ts";

function atLeast(share: Share | undefined): number {
  if (share?.kind === "exact") return toUnits(share.percent);
  return share?.kind === "range" ? toUnits(share.min) : 0;
}

/**
 * The most that a single holder whom the record does not name can have of a party. Where the party says that its shares lie in
 * dispersed hands and none of them has more than so much, that is it, unless more is missing than the float explains.
 */
export function mostUnnamed(graph: Graph, node: number): number {
  const float = graph.nodes[node]?.freeFloat;
  if (float?.noHolderAbove === undefined) return FULL;
  const above = toUnits(float.noHolderAbove);
  const named = (graph.rows[node]?.equity ?? []).reduce((sum, { low }) => sum + low, 0);
  const rest = FULL - named;
  const unexplained = float.share === undefined ? 0 : Math.max(0, rest - atLeast(float.share));
  return Math.max(above, unexplained);
}
