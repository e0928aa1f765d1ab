import type { Components } from "../graph/components.ts";
import { groupsOf, type Packed } from "../graph/packed.ts";
import { COMPUTED, type Fixed } from "./integrated-exact.ts";

/** Values by node as fractions of the whole, each with how far it may be off and whether the truth lies beyond it. */
export type Approximate = {
  readonly value: Float64Array;
  readonly error: Float64Array;
  readonly open: Uint8Array;
};

/** Rounding of one addition or product of numbers up to one, doubled for good measure. */
const ROUNDING = 2 ** -51;
/** Repetition ends after this many rows at the latest; the error then says how far it came. */
const MOST_ROWS = 20_000_000;

function mostSweeps(nodes: Int32Array): number {
  return Math.min(20_000, Math.max(200, MOST_ROWS / nodes.length));
}

type Work = Approximate & {
  readonly packed: Packed;
  readonly fixed: Fixed;
  /** Number of the group of each node, to tell holders of the same group. */
  readonly group: Int32Array;
  /** Shares in use, as fractions; the lower bounds, or those chosen for the greatest interest. */
  readonly share: Float64Array;
};

function worth(work: Work, owner: number): number {
  const fixed = work.fixed[owner] ?? COMPUTED;
  return fixed === COMPUTED ? (work.value[owner] ?? 0) : fixed;
}

/** What the row comes to with the values at hand. */
function rowSum(work: Work, node: number): number {
  const { starts, owners } = work.packed;
  let sum = 0;
  for (let at = starts[node] ?? 0; at < (starts[node + 1] ?? 0); at += 1)
    sum += (work.share[at] ?? 0) * worth(work, owners[at] ?? 0);
  return sum;
}

/** Rounding of one row and what the errors of holders outside its group bring in. */
function rowError(work: Work, node: number): number {
  const { starts, owners } = work.packed;
  const own = work.group[node];
  let error = ROUNDING;
  for (let at = starts[node] ?? 0; at < (starts[node + 1] ?? 0); at += 1) {
    const owner = owners[at] ?? 0;
    error += ROUNDING;
    if (work.fixed[owner] === COMPUTED && work.group[owner] !== own)
      error += (work.share[at] ?? 0) * (work.error[owner] ?? 0);
  }
  return error;
}

/** Worths closer than this count as equal when shares are chosen; the error of a chosen figure includes it. */
const NEAR = 1e-12;

/**
 * Lower bounds first, the rest of the whole to the holders that count most. Among equals those outside the ring come
 * first, so that a ring does not choose itself and nothing else.
 */
function chooseShares(work: Work, node: number): void {
  const { starts, owners, low, high, settled } = work.packed;
  if (settled[node] === 1) return;
  const from = starts[node] ?? 0;
  const to = starts[node + 1] ?? 0;
  const own = work.group[node];
  const ranked: { at: number; worth: number; inside: number }[] = [];
  let left = 1;
  for (let at = from; at < to; at += 1) {
    work.share[at] = low[at] ?? 0;
    left -= low[at] ?? 0;
    const owner = owners[at] ?? 0;
    const inside = work.fixed[owner] === COMPUTED && work.group[owner] === own ? 1 : 0;
    ranked.push({ at, worth: Math.round(worth(work, owner) / NEAR), inside });
  }
  ranked.sort((a, b) => b.worth - a.worth || a.inside - b.inside || a.at - b.at);
  for (const { at } of ranked) {
    if (left <= 0 || worth(work, owners[at] ?? 0) === 0) return;
    const more = Math.min(left, (high[at] ?? 0) - (low[at] ?? 0));
    work.share[at] = (work.share[at] ?? 0) + more;
    left -= more;
  }
}

/** Repeats the rows of a ring until nothing moves; values only ever grow towards the least solution. */
function sweep(work: Work, nodes: Int32Array, choose: boolean): void {
  const most = mostSweeps(nodes);
  for (let round = 0; round < most; round += 1) {
    let moved = 0;
    for (const node of nodes) {
      if (choose) chooseShares(work, node);
      const next = rowSum(work, node);
      moved = Math.max(moved, Math.abs(next - (work.value[node] ?? 0)));
      work.value[node] = next;
    }
    if (moved < 1e-16) return;
  }
}

/** `Σ share · steps` over the holders of the same ring that are worth something. */
function stepsAbove(work: Work, node: number, steps: Float64Array): number {
  const { starts, owners } = work.packed;
  const own = work.group[node];
  let sum = 0;
  for (let at = starts[node] ?? 0; at < (starts[node + 1] ?? 0); at += 1) {
    const owner = owners[at] ?? 0;
    const inside = work.group[owner] === own && work.fixed[owner] === COMPUTED;
    if (inside) sum += (work.share[at] ?? 0) * (steps[owner] ?? 0);
  }
  return sum;
}

/**
 * How much an error in the rows of a ring can grow. Any `steps` with `steps − Σ share · steps ≥ d > 0` in every row
 * proves the bound `max(steps) / d`; repetition finds one. A ring that leaks next to nothing has no useful bound: the
 * answer then is the whole interval instead of a figure that only looks exact.
 */
function amplification(work: Work, nodes: Int32Array): number {
  const steps = new Float64Array(work.value.length);
  const fed = nodes.filter((node) => (work.value[node] ?? 0) > 0);
  const rounds = mostSweeps(nodes);
  for (let round = 0; round < rounds; round += 1) {
    let moved = 0;
    let most = 0;
    for (const node of fed) {
      const next = 1 + stepsAbove(work, node, steps);
      moved = Math.max(moved, next - (steps[node] ?? 0));
      most = Math.max(most, next);
      steps[node] = next;
    }
    if (moved > 0.5) continue;
    let least = 1;
    for (const node of fed)
      least = Math.min(least, (steps[node] ?? 0) - stepsAbove(work, node, steps));
    if (least > 0.25) return (most / least) * (1 + 1e-9);
  }
  return Number.POSITIVE_INFINITY;
}

function settleRing(work: Work, nodes: Int32Array, choose: boolean): void {
  sweep(work, nodes, choose);
  let worst = choose ? NEAR : 0;
  for (const node of nodes) {
    const off = Math.abs(rowSum(work, node) - (work.value[node] ?? 0));
    worst = Math.max(worst, off + rowError(work, node));
  }
  const grown = worst * amplification(work, nodes);
  const error = Math.min(1, grown);
  for (const node of nodes) work.error[node] = work.value[node] === 0 ? 0 : error;
}

/** Whether the truth lies strictly above the least value of a node; see `strictlyMore` of the exact solver. */
function opens(work: Work, node: number): boolean {
  const { starts, owners, low, open } = work.packed;
  for (let at = starts[node] ?? 0; at < (starts[node + 1] ?? 0); at += 1) {
    const owner = owners[at] ?? 0;
    const computed = work.fixed[owner] === COMPUTED;
    const worthOpen = computed && work.open[owner] === 1;
    const worthy = worth(work, owner) > 0 || worthOpen;
    const lowOpen = ((open[at] ?? 0) & 1) === 1;
    if ((lowOpen && worthy) || (worthOpen && ((low[at] ?? 0) > 0 || lowOpen))) return true;
  }
  return false;
}

function openRing(work: Work, nodes: Int32Array): void {
  for (let grew = true; grew; ) {
    grew = false;
    for (const node of nodes) {
      if (work.open[node] === 1 || !opens(work, node)) continue;
      work.open[node] = 1;
      grew = true;
    }
  }
}

function groupNumbers(count: number, { order, starts }: Components): Int32Array {
  const group = new Int32Array(count).fill(-1);
  for (let number = 0; number + 1 < starts.length; number += 1)
    for (let at = starts[number] ?? 0; at < (starts[number + 1] ?? 0); at += 1)
      group[order[at] ?? 0] = number;
  return group;
}

/**
 * Least interest (or, with `choose`, the greatest over named holders) of every node of `groups` in checked floating
 * point: repetition instead of elimination, with a bound on the error of each figure.
 */
export function solveInFloats(
  packed: Packed,
  fixed: Fixed,
  choose: boolean,
  groups: Components = groupsOf(packed),
): Approximate {
  const count = fixed.length;
  const work: Work = {
    packed,
    fixed,
    group: groupNumbers(count, groups),
    share: choose ? packed.low.slice() : packed.low,
    value: new Float64Array(count),
    error: new Float64Array(count),
    open: new Uint8Array(count),
  };
  const { order, starts } = groups;
  for (let number = 0; number + 1 < starts.length; number += 1) {
    const from = starts[number] ?? 0;
    const to = starts[number + 1] ?? 0;
    if (to - from > 1) {
      const nodes = order.subarray(from, to);
      settleRing(work, nodes, choose);
      if (!choose) openRing(work, nodes);
      continue;
    }
    const node = order[from] ?? 0;
    if (choose) chooseShares(work, node);
    work.value[node] = rowSum(work, node);
    work.error[node] = work.value[node] === 0 ? 0 : rowError(work, node);
    if (!choose && opens(work, node)) work.open[node] = 1;
  }
  return { value: work.value, error: work.error, open: work.open };
}
