import type { Tri } from "#shared/kernel";
import { HOLDS, isOwnable, UNKNOWN } from "../graph/holders.ts";
import type { Graph, Measure } from "../graph/types.ts";
import { asSingleHolders } from "./free-float.ts";
import {
  compareLargest,
  type Line,
  largestUnder,
  mayReach,
  sumHigh,
  sumLow,
  surelyReaches,
  unnamedShare,
} from "./sum-of-bounds.ts";

/** How a tier passes its holders on to the next one. */
export type Rule = {
  readonly measure: Measure;
  readonly line: Line;
  readonly undisclosed: boolean;
  /** Control by agreement or board majority passes on too. */
  readonly ties: boolean;
  /** The counted must hold the largest single share as well; what a tie then means. */
  readonly largest?: { readonly ties: Tri };
};

/** Which nodes count as holders for sure (`low`) and which may count (`high`). */
export type Spread = { readonly low: Uint8Array; readonly high: Uint8Array };

/** The members themselves: sure ones and possible ones. */
export function seed(members: Uint8Array): Spread {
  return {
    low: members.map((code) => (code === HOLDS ? 1 : 0)),
    high: members.map((code) => (code >= UNKNOWN ? 1 : 0)),
  };
}

/** Whether the counted holders of `node` reach the rule: for sure, and possibly. */
export function judge(
  graph: Graph,
  node: number,
  rule: Rule,
  counted: Spread,
): { low: boolean; high: boolean } {
  return { low: judgeLow(graph, node, rule, counted), high: judgeHigh(graph, node, rule, counted) };
}

function tied(graph: Graph, node: number, counted: Uint8Array, certain: boolean): boolean {
  const ties = graph.rows[node]?.ties ?? [];
  return ties.some((tie) => counted[tie.owner] === 1 && (!certain || tie.value === "holds"));
}

function judgeLow(graph: Graph, node: number, rule: Rule, counted: Spread): boolean {
  if (rule.ties && tied(graph, node, counted.low, true)) return true;
  const holdings = graph.rows[node]?.[rule.measure] ?? [];
  if (holdings.length === 0) return false;
  if (!surelyReaches(sumLow(holdings, counted.low), rule.line)) return false;
  if (!rule.largest) return true;
  const bounds = compareLargest(
    asSingleHolders(graph, holdings),
    counted.low,
    counted.high,
    rule.undisclosed,
    unnamedShare(holdings),
  );
  return largestUnder(bounds, rule.largest.ties).low;
}

function judgeHigh(graph: Graph, node: number, rule: Rule, counted: Spread): boolean {
  if (rule.ties && tied(graph, node, counted.high, false)) return true;
  const holdings = graph.rows[node]?.[rule.measure] ?? [];
  // Nobody holds shares of a person or a public body, so nobody unnamed does either.
  const undisclosed = rule.undisclosed && isOwnable(graph.nodes[node]?.kind);
  if (holdings.length === 0 && !undisclosed) return false;
  if (!mayReach(sumHigh(holdings, counted.high, undisclosed), rule.line)) return false;
  if (!rule.largest) return true;
  const bounds = compareLargest(
    asSingleHolders(graph, holdings),
    counted.low,
    counted.high,
    undisclosed,
    unnamedShare(holdings),
  );
  return largestUnder(bounds, rule.largest.ties).high;
}

/**
 * Carries membership down tier by tier: what the counted holders reach counts wholly for the next tier. Starts from the
 * members and only ever adds, so that a ring of companies does not count by its own strength.
 */
export function spread(
  graph: Graph,
  scope: Iterable<number>,
  members: Uint8Array,
  rule: Rule,
): Spread {
  const inScope = new Uint8Array(graph.ids.length);
  const start: number[] = [];
  for (const node of scope) {
    inScope[node] = 1;
    // Without unnamed holders nothing counts but by way of a member, so it is enough to start below the members.
    if (rule.undisclosed) start.push(node);
    else if ((members[node] ?? 0) > 0) start.push(...below(graph, node));
  }
  return spreadFrom(graph, inScope, seed(members), rule, start);
}

function spreadFrom(
  graph: Graph,
  inScope: Uint8Array,
  counted: Spread,
  rule: Rule,
  start: readonly number[],
): Spread {
  spreadOn(graph, inScope, counted, rule, start);
  return counted;
}

/** The nodes that a spread came to. */
export type Reached = { readonly low: readonly number[]; readonly high: readonly number[] };

/** Spreads from given starting points, within the nodes that are marked; says which were added to the counted. */
export function spreadOn(
  graph: Graph,
  inScope: Uint8Array,
  counted: Spread,
  rule: Rule,
  start: readonly number[],
): Reached {
  const nodes = start.filter((node) => inScope[node] === 1);
  const high = grow(graph, nodes, inScope, counted.high, (node) =>
    judgeHigh(graph, node, rule, counted),
  );
  // The sure ones come second: what is surely the largest depends on who may count among the rivals.
  const low = grow(graph, nodes, inScope, counted.low, (node) =>
    judgeLow(graph, node, rule, counted),
  );
  return { low, high };
}

function below(graph: Graph, node: number): readonly number[] {
  return graph.held[node] ?? [];
}

function grow(
  graph: Graph,
  nodes: readonly number[],
  inScope: Uint8Array,
  counted: Uint8Array,
  reaches: (node: number) => boolean,
): number[] {
  const queue = nodes.slice();
  const added: number[] = [];
  for (let at = 0; at < queue.length; at += 1) {
    const node = queue[at] ?? 0;
    if (counted[node] === 1 || !reaches(node)) continue;
    counted[node] = 1;
    added.push(node);
    for (const target of graph.held[node] ?? [])
      if (inScope[target] === 1 && counted[target] === 0) queue.push(target);
  }
  return added;
}

/** The target and everybody above it, nearest first; `enter` says whether to look above a node. */
export function aboveOf(
  graph: Graph,
  target: number,
  measure: Measure,
  ties: boolean,
  enter: (node: number) => boolean = () => true,
): number[] {
  const seen = new Set([target]);
  const found = [target];
  const visit = (owner: number) => {
    if (seen.has(owner)) return;
    seen.add(owner);
    found.push(owner);
  };
  for (let at = 0; at < found.length; at += 1) {
    const node = found[at] ?? 0;
    if (at > 0 && !enter(node)) continue;
    const row = graph.rows[node];
    for (const holding of row?.[measure] ?? []) visit(holding.owner);
    if (ties) for (const tie of row?.ties ?? []) visit(tie.owner);
  }
  return found;
}
