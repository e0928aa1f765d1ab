import { type Components, componentsFrom } from "./components.ts";
import type { Graph, Measure } from "./types.ts";
import { FULL } from "./units.ts";

/** The holdings of a whole graph in flat arrays: those of `node` lie at `starts[node] … starts[node + 1]`. */
export type Packed = {
  readonly starts: Int32Array;
  readonly owners: Int32Array;
  /** Bounds as fractions of the whole. */
  readonly low: Float64Array;
  readonly high: Float64Array;
  /** Bit 1: above `low`; bit 2: below `high`. */
  readonly open: Uint8Array;
  /** Rows whose shares are all exact. */
  readonly settled: Uint8Array;
};

const packs: Record<Measure, WeakMap<Graph, Packed>> = {
  equity: new WeakMap(),
  voting: new WeakMap(),
};

function pack(graph: Graph, measure: Measure): Packed {
  const count = graph.rows.length;
  const starts = new Int32Array(count + 1);
  graph.rows.forEach((row, node) => {
    starts[node + 1] = (starts[node] ?? 0) + row[measure].length;
  });
  const size = starts[count] ?? 0;
  const owners = new Int32Array(size);
  const low = new Float64Array(size);
  const high = new Float64Array(size);
  const open = new Uint8Array(size);
  const settled = new Uint8Array(count);
  let at = 0;
  graph.rows.forEach((row, node) => {
    let exact = 1;
    for (const holding of row[measure]) {
      owners[at] = holding.owner;
      low[at] = holding.low / FULL;
      high[at] = holding.high / FULL;
      open[at] = (holding.lowOpen ? 1 : 0) | (holding.highOpen ? 2 : 0);
      if (holding.low !== holding.high) exact = 0;
      at += 1;
    }
    settled[node] = exact;
  });
  return { starts, owners, low, high, open, settled };
}

const groupings = new WeakMap<Packed, Components>();

/** All nodes in groups, owners first; made once, when first asked for. */
export function groupsOf(flat: Packed): Components {
  const before = groupings.get(flat);
  if (before) return before;
  const { starts, owners } = flat;
  const count = starts.length - 1;
  const all = Array.from({ length: count }, (_, node) => node);
  const made = componentsFrom(count, all, (node) =>
    owners.subarray(starts[node], starts[node + 1]),
  );
  groupings.set(flat, made);
  return made;
}

/** The packed holdings of a graph, made once. */
export function packed(graph: Graph, measure: Measure): Packed {
  const before = packs[measure].get(graph);
  if (before) return before;
  const made = pack(graph, measure);
  packs[measure].set(graph, made);
  return made;
}
