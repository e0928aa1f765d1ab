import { type Components, componentsFrom } from "../graph/components.ts";
import {
  add,
  compareRational,
  ONE,
  type Rational,
  rational,
  times,
  ZERO,
} from "../graph/rational.ts";
import type { Graph, Holding, Measure } from "../graph/types.ts";
import { FULL } from "../graph/units.ts";
import { type Equation, solveExactly } from "./linear.ts";

/** Nodes whose worth as a holder is settled beforehand: 1 counts wholly, 0 counts nothing, anything else is computed. */
export type Fixed = Int8Array;
export const COMPUTED = -1;

/** An exact value with whether the truth lies strictly beyond it. */
export type Exact = { readonly value: Rational; readonly open: boolean };

/** Shares of real firms are few round figures: each is brought to lowest terms once. */
const fractions = new Map<number, Rational>();
const MOST_KEPT = 4_096;

function fraction(units: number): Rational {
  let found = fractions.get(units);
  if (found === undefined) {
    found = rational(BigInt(units), BigInt(FULL));
    if (fractions.size >= MOST_KEPT) fractions.clear();
    fractions.set(units, found);
  }
  return found;
}

type Known = Map<number, Exact>;
type Ask = { readonly graph: Graph; readonly measure: Measure; readonly fixed: Fixed };

function holdingsOf(ask: Ask, node: number): readonly Holding[] {
  return ask.graph.rows[node]?.[ask.measure] ?? [];
}

function groupsAbove(ask: Ask, target: number): Components {
  return componentsFrom(ask.graph.ids.length, [target], (node) =>
    holdingsOf(ask, node)
      .map((holding) => holding.owner)
      .filter((owner) => ask.fixed[owner] === COMPUTED),
  );
}

function* groups(components: Components): Generator<number[]> {
  for (let at = 0; at + 1 < components.starts.length; at += 1)
    yield [...components.order.subarray(components.starts[at], components.starts[at + 1])];
}

/** Least interest: every share at its lower bound, what is not disclosed with others. */
export function leastInterest(ask: Ask, target: number): Exact {
  const known: Known = new Map();
  for (const group of groups(groupsAbove(ask, target))) {
    const shares = new Map(group.map((node) => [node, holdingsOf(ask, node).map((h) => h.low)]));
    const values = solveGroup(ask, group, shares, known);
    for (const node of group) known.set(node, { value: values.get(node) ?? ZERO, open: false });
    for (let grew = true; grew; ) {
      grew = false;
      for (const node of group) {
        const now = known.get(node) ?? { value: ZERO, open: false };
        if (now.open || !strictlyMore(ask, node, known)) continue;
        known.set(node, { value: now.value, open: true });
        grew = true;
      }
    }
  }
  return known.get(target) ?? { value: ZERO, open: false };
}

/** A product of share and worth lies above the product of their lower bounds when one does and the other is not nil. */
function strictlyMore(ask: Ask, node: number, known: Known): boolean {
  return holdingsOf(ask, node).some((holding) => {
    const fixed = ask.fixed[holding.owner] ?? COMPUTED;
    const own = known.get(holding.owner);
    const worthOpen = fixed === COMPUTED && own?.open === true;
    const worth = fixed === COMPUTED ? worthOpen || (own?.value.num ?? 0n) > 0n : fixed === 1;
    const share = holding.low > 0 || holding.lowOpen;
    return (holding.lowOpen && worth) || (worthOpen && share);
  });
}

function holdsItself(ask: Ask, node: number): boolean {
  return holdingsOf(ask, node).some(({ owner }) => owner === node);
}

/** The worth of a node whose holders are all known already: most stand in no ring, and need no system solved. */
function sumOf(ask: Ask, node: number, units: readonly number[], known: Known): Rational {
  let sum = ZERO;
  const holdings = holdingsOf(ask, node);
  for (let at = 0; at < holdings.length; at += 1) {
    const share = units[at] ?? 0;
    const worth = share === 0 ? ZERO : worthOf(ask, holdings[at]?.owner ?? -1, known);
    if (worth.num !== 0n) sum = add(sum, times(fraction(share), worth));
  }
  return sum;
}

function solveGroup(
  ask: Ask,
  group: readonly number[],
  shares: ReadonlyMap<number, readonly number[]>,
  known: Known,
): Map<number, Rational> {
  const [only] = group;
  if (group.length === 1 && only !== undefined && !holdsItself(ask, only))
    return new Map([[only, sumOf(ask, only, shares.get(only) ?? [], known)]]);
  const inside = new Set(group);
  const equations = new Map<number, Equation>();
  for (const node of group) {
    const equation: Equation = { constant: ZERO, terms: new Map() };
    const units = shares.get(node) ?? [];
    holdingsOf(ask, node).forEach((holding, at) => {
      const share = fraction(units[at] ?? 0);
      if (share.num === 0n) return;
      const fixed = ask.fixed[holding.owner] ?? COMPUTED;
      if (fixed === COMPUTED && inside.has(holding.owner)) equation.terms.set(holding.owner, share);
      else
        equation.constant = add(
          equation.constant,
          times(share, worthOf(ask, holding.owner, known)),
        );
    });
    equations.set(node, equation);
  }
  return solveExactly(equations);
}

function worthOf(ask: Ask, owner: number, known: Known): Rational {
  const fixed = ask.fixed[owner] ?? COMPUTED;
  if (fixed === COMPUTED) return known.get(owner)?.value ?? ZERO;
  return fixed === 1 ? ONE : ZERO;
}

/**
 * Greatest interest over the holders that the record names: within each target the shares are chosen between their
 * bounds, summing to at most all of it, so that the most goes where it counts most; chosen anew until nothing improves.
 */
export function greatestDisclosed(ask: Ask, target: number): Exact {
  const known: Known = new Map();
  for (const group of groups(groupsAbove(ask, target))) {
    for (const node of group) known.set(node, { value: ZERO, open: false });
    let chosen = choose(ask, group, known);
    for (let changed = true; changed; ) {
      const values = solveGroup(ask, group, chosen, known);
      for (const node of group) known.set(node, { value: values.get(node) ?? ZERO, open: false });
      const next = improve(ask, group, known, chosen);
      changed = next !== chosen;
      chosen = next;
    }
    // Claimed open only for a node that stands alone: in a ring the bound is simply kept closed, which is wider.
    const [only] = group;
    if (group.length === 1 && only !== undefined) {
      const value = known.get(only)?.value ?? ZERO;
      known.set(only, { value, open: strictlyLess(ask, only, chosen.get(only) ?? [], known) });
    }
  }
  return known.get(target) ?? { value: ZERO, open: false };
}

type Choice = Map<number, readonly number[]>;

function choose(ask: Ask, group: readonly number[], known: Known): Choice {
  return new Map(group.map((node) => [node, fill(ask, node, known)]));
}

/**
 * Chooses anew only where that is strictly more. To change for the same worth could close a ring upon itself, whose
 * least solution then is nothing; and each round must gain, or there would be no end.
 */
function improve(ask: Ask, group: readonly number[], known: Known, before: Choice): Choice {
  let changed = false;
  const next: Choice = new Map(before);
  for (const node of group) {
    const units = fill(ask, node, known);
    const now = worthOfChoice(ask, node, before.get(node) ?? [], known);
    if (compareRational(worthOfChoice(ask, node, units, known), now) <= 0) continue;
    next.set(node, units);
    changed = true;
  }
  return changed ? next : before;
}

/** Lower bounds first, then the rest of the hundred to the holders that count most. */
function fill(ask: Ask, node: number, known: Known): number[] {
  const holdings = holdingsOf(ask, node);
  const units = holdings.map((holding) => holding.low);
  let left = FULL - units.reduce((sum, low) => sum + low, 0);
  const ranked = holdings
    .map((holding, at) => ({ at, worth: worthOf(ask, holding.owner, known) }))
    .sort((a, b) => compareRational(b.worth, a.worth) || a.at - b.at);
  for (const { at, worth } of ranked) {
    if (worth.num === 0n || left <= 0) break;
    const more = Math.min(left, (holdings[at]?.high ?? 0) - (units[at] ?? 0));
    units[at] = (units[at] ?? 0) + more;
    left -= more;
  }
  return units;
}

function worthOfChoice(ask: Ask, node: number, units: readonly number[], known: Known): Rational {
  return holdingsOf(ask, node).reduce(
    (sum, holding, at) =>
      add(sum, times(fraction(units[at] ?? 0), worthOf(ask, holding.owner, known))),
    ZERO,
  );
}

/** Whether the greatest figure of a node cannot be met, because a bound that it uses cannot. */
function strictlyLess(ask: Ask, node: number, units: readonly number[], known: Known): boolean {
  const holdings = holdingsOf(ask, node);
  const sumHigh = holdings.reduce((sum, holding) => sum + holding.high, 0);
  if (sumHigh > FULL) return false;
  return holdings.some((holding, at) => {
    const worth = worthOf(ask, holding.owner, known);
    if (worth.num === 0n || units[at] === 0) return false;
    const fixed = ask.fixed[holding.owner] ?? COMPUTED;
    return holding.highOpen || (fixed === COMPUTED && known.get(holding.owner)?.open === true);
  });
}
