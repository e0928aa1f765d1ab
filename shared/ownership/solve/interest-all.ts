import { codeOf, FAILS, HOLDS, isOwnable, membership, UNKNOWN } from "../graph/holders.ts";
import { groupsOf, type Packed, packed } from "../graph/packed.ts";
import type { Graph, InterestQuery } from "../graph/types.ts";
import { FULL, toUnits } from "../graph/units.ts";
import { solveInFloats } from "./integrated-float.ts";
import { boundsOf, fixedFor, reaches } from "./interest.ts";

/** Larger rings are not worked out in fractions for a list; asking for the one party still does. */
const MOST_RING = 24;

/** What is asked of all parties at once. */
export type AllQuery = Omit<InterestQuery, "target" | "method">;

/** The interests of a set in every party, by node number: fractions of the whole with the error of the floats. */
export type AllInterests = {
  readonly min: Float64Array;
  readonly max: Float64Array;
  readonly maxWithUndisclosed: Float64Array;
  readonly error: Float64Array;
  /** Packed values of `reaches` (read by `triOfCode`); too near the line to tell counts as unknown. */
  readonly reaches: Uint8Array;
};

/** The integrated interest of a set in every party of the graph, in checked floats; for lists and pictures. */
export function interestAll(graph: Graph, query: AllQuery): AllInterests {
  const members = membership(graph, query.holders);
  const flat = packed(graph, query.measure);
  const solve = (bound: "least" | "greatest" | "others") =>
    solveInFloats(flat, fixedFor(graph, members, bound), bound === "greatest");
  const least = solve("least");
  const doubt = flat.settled.includes(0) || members.includes(UNKNOWN);
  const greatest = doubt ? solve("greatest") : least;
  const others = solve("others");
  const count = graph.ids.length;
  const wide = new Float64Array(count);
  const error = new Float64Array(count);
  for (let node = 0; node < count; node += 1) {
    wide[node] = isOwnable(graph.nodes[node]?.kind) ? 1 - (others.value[node] ?? 0) : 0;
    const off = Math.max(least.error[node] ?? 0, greatest.error[node] ?? 0);
    error[node] = Math.max(off, others.error[node] ?? 0);
  }
  const found = { min: least.value, max: greatest.value, maxWithUndisclosed: wide, error };
  return { ...found, reaches: compareAll(graph, query, found) };
}

/** Side of the line for every party; where the floats are too near it, fractions decide if the rings are small. */
function compareAll(
  graph: Graph,
  query: AllQuery,
  found: Omit<AllInterests, "reaches">,
): Uint8Array {
  const codes = new Uint8Array(graph.ids.length).fill(UNKNOWN);
  if (query.over === undefined) return codes;
  const line = toUnits(query.over) / FULL;
  const tops = query.missing === "ignore" ? found.max : found.maxWithUndisclosed;
  const close: number[] = [];
  for (let node = 0; node < codes.length; node += 1) {
    const off = (found.error[node] ?? 0) + Number.EPSILON;
    const min = (found.min[node] ?? 0) - line;
    const top = (tops[node] ?? 0) - line;
    if (min > off) codes[node] = HOLDS;
    else if (top < -off) codes[node] = FAILS;
    else if (min >= -off || top <= off) close.push(node);
  }
  if (close.length === 0) return codes;
  const rings = ringsAbove(packed(graph, query.measure));
  const members = membership(graph, query.holders);
  for (const node of close) {
    if ((rings[node] ?? 0) > MOST_RING) continue;
    const one: InterestQuery = { ...query, target: graph.ids[node] ?? "", method: "integrated" };
    const { min, max, wide } = boundsOf(graph, one, members);
    codes[node] = codeOf(reaches(min, query.missing === "ignore" ? max : wide, one));
  }
  return codes;
}

/** The size of the largest ring among a node and all above it. */
function ringsAbove(flat: Packed): Int32Array {
  const { starts, owners } = flat;
  const groups = groupsOf(flat);
  const largest = new Int32Array(starts.length - 1);
  for (let number = 0; number + 1 < groups.starts.length; number += 1) {
    const ring = groups.order.subarray(groups.starts[number], groups.starts[number + 1]);
    let most = ring.length;
    for (const node of ring)
      for (const owner of owners.subarray(starts[node], starts[node + 1]))
        most = Math.max(most, largest[owner] ?? 0);
    for (const node of ring) largest[node] = most;
  }
  return largest;
}
