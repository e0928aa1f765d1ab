import type { Decimal, Tri } from "#shared/kernel";
import { type Components, componentsFrom } from "../graph/components.ts";
import { FAILS, HOLDS, isOwnable, membership } from "../graph/holders.ts";
import { packed } from "../graph/packed.ts";
import { pathsDown } from "../graph/paths.ts";
import {
  compareRational,
  minus,
  ONE,
  type Rational,
  rational,
  toNumber,
  toPercent,
  ZERO,
} from "../graph/rational.ts";
import type { Graph, Interest, InterestQuery, Measure, Missing } from "../graph/types.ts";
import { FULL, toUnits } from "../graph/units.ts";
import {
  COMPUTED,
  type Exact,
  type Fixed,
  greatestDisclosed,
  leastInterest,
} from "./integrated-exact.ts";
import { solveInFloats } from "./integrated-float.ts";
import { missingAbove } from "./missing.ts";
import { aboveOf, seed, spread } from "./propagate.ts";
import { type Bound, sumHigh, sumLow } from "./sum-of-bounds.ts";

/** The three bounds of an interest as exact fractions of the whole. */
export type Bounds = {
  readonly min: Exact;
  readonly max: Exact;
  readonly wide: Exact;
  /** How far apart two bounds may lie and still be one figure, where floats had to do. */
  readonly slack?: number;
};

const NOTHING: Exact = { value: ZERO, open: false };
const ALL: Exact = { value: ONE, open: false };

function exact(bound: Bound): Exact {
  return { value: rational(BigInt(bound.units), BigInt(FULL)), open: bound.open };
}

function byTally(graph: Graph, target: number, query: InterestQuery, members: Uint8Array): Bounds {
  const holdings = graph.rows[target]?.[query.measure] ?? [];
  const at = (undisclosed: boolean) => {
    if (query.method === "direct") return seed(members);
    const scope = aboveOf(graph, target, query.measure, false);
    const line = { units: toUnits(query.over ?? "0"), inclusive: query.inclusive ?? false };
    const rule = { measure: query.measure, line, undisclosed, ties: false };
    return spread(graph, scope, members, rule);
  };
  const disclosed = at(false);
  const wide = query.method === "direct" ? disclosed : at(true);
  return {
    min: exact(sumLow(holdings, disclosed.low)),
    max: exact(sumHigh(holdings, disclosed.high, false)),
    wide: exact(sumHigh(holdings, wide.high, true)),
  };
}

/** What each node is worth as a holder when a bound is computed; see `integrated` for the three readings. */
export function fixedFor(
  graph: Graph,
  members: Uint8Array,
  bound: "least" | "greatest" | "others",
): Fixed {
  const fixed = new Int8Array(members.length).fill(COMPUTED);
  for (let node = 0; node < members.length; node += 1) {
    const code = members[node] ?? FAILS;
    const terminal = !isOwnable(graph.nodes[node]?.kind);
    if (bound === "least" && code === HOLDS) fixed[node] = 1;
    if (bound === "greatest" && code !== FAILS) fixed[node] = 1;
    if (bound === "others" && code !== FAILS) fixed[node] = 0;
    if (bound === "others" && code === FAILS && terminal) fixed[node] = 1;
  }
  return fixed;
}

/**
 * Up to here elimination in fractions stays quick; beyond, checked floats answer first. Fractions grow with every tier,
 * so the work is holdings times tiers.
 */
const MOST_EXACT = { ring: 24, work: 20_000 };
/** Where a float comes too near the line to tell, fractions are worth the wait up to here. */
const MOST_PATIENT = { ring: 90, work: 400_000 };

/** Everything above a target in groups, and whether fractions can cope with it. */
function climb(graph: Graph, target: number, measure: Measure) {
  // From the rows, not from the packed arrays: for one party of many they would cost more than the answer.
  const above = (node: number) => (graph.rows[node]?.[measure] ?? []).map(({ owner }) => owner);
  const groups = componentsFrom(graph.ids.length, [target], above);
  const tier = new Int32Array(graph.ids.length);
  let holdings = 0;
  let ring = 0;
  let tiers = 0;
  for (let at = 1; at < groups.starts.length; at += 1) {
    const group = groups.order.subarray(groups.starts[at - 1], groups.starts[at]);
    let most = 0;
    for (const node of group)
      for (const owner of above(node)) {
        most = Math.max(most, tier[owner] ?? 0);
        holdings += 1;
      }
    for (const node of group) tier[node] = most + 1;
    ring = Math.max(ring, group.length);
    tiers = Math.max(tiers, most + 1);
  }
  const fits = (most: typeof MOST_EXACT) => ring <= most.ring && holdings * tiers <= most.work;
  return { groups, fits };
}

/** A float with its error as a fraction that lies on the safe side. */
function outward(value: number, error: number, up: boolean): Rational {
  const scaled = Math.min(1, Math.max(0, up ? value + error : value - error)) * 1e15;
  return rational(BigInt(up ? Math.ceil(scaled) : Math.floor(scaled)), 10n ** 15n);
}

function inFloats(
  graph: Graph,
  target: number,
  query: InterestQuery,
  members: Uint8Array,
  groups: Components,
) {
  const flat = packed(graph, query.measure);
  const solve = (bound: "least" | "greatest" | "others") => {
    const fixed = fixedFor(graph, members, bound);
    const { value, error, open } = solveInFloats(flat, fixed, bound === "greatest", groups);
    const off = error[target] ?? 0;
    return { value: value[target] ?? 0, off, open: off === 0 && open[target] === 1 };
  };
  const [least, greatest, others] = [solve("least"), solve("greatest"), solve("others")];
  return {
    min: { value: outward(least.value, least.off, false), open: least.open },
    max: { value: outward(greatest.value, greatest.off, true), open: false },
    wide: { value: outward(1 - others.value, others.off, true), open: others.open },
    slack: 4 * Math.max(least.off, greatest.off, others.off, 1e-15),
    offs: { min: least.off, max: greatest.off, wide: others.off },
  };
}

/** Fractions where they are quick, else checked floats, and fractions again where the floats cannot tell. */
function integrated(
  graph: Graph,
  target: number,
  query: InterestQuery,
  members: Uint8Array,
): Bounds {
  const { groups, fits } = climb(graph, target, query.measure);
  if (fits(MOST_EXACT)) return inFractions(graph, target, query, members);
  const bounds = inFloats(graph, target, query, members, groups);
  const line = query.over === undefined ? undefined : toUnits(query.over) / FULL;
  // A float without an error is exact, on the line as elsewhere: a set that holds nothing, or nobody else who does.
  const near = ({ value }: Exact, off: number) =>
    line !== undefined && off > 0 && Math.abs(toNumber(value) - line) <= bounds.slack;
  const { min, max, wide } = bounds.offs;
  const close = near(bounds.min, min) || near(bounds.max, max) || near(bounds.wide, wide);
  return close && fits(MOST_PATIENT) ? inFractions(graph, target, query, members) : bounds;
}

/** Least; greatest over named holders; and all that is not surely with others, where unnamed holders may belong. */
function fractionsOf(
  graph: Graph,
  target: number,
  query: InterestQuery,
  members: Uint8Array,
): Readonly<Record<"min" | "max" | "wide", () => Exact>> {
  const ask = (bound: "least" | "greatest" | "others") => ({
    graph,
    measure: query.measure,
    fixed: fixedFor(graph, members, bound),
  });
  return {
    min: () => leastInterest(ask("least"), target),
    max: () => greatestDisclosed(ask("greatest"), target),
    wide: () => {
      const others = leastInterest(ask("others"), target);
      return { value: minus(ONE, others.value), open: others.open };
    },
  };
}

function inFractions(
  graph: Graph,
  target: number,
  query: InterestQuery,
  members: Uint8Array,
): Bounds {
  const { min, max, wide } = fractionsOf(graph, target, query, members);
  return { min: min(), max: max(), wide: wide() };
}

/** Whether the interval reaches a line: for sure, not at all, or that depends. */
export function reaches(min: Exact, max: Exact, query: InterestQuery): Tri {
  if (query.over === undefined) return "unknown";
  const line = rational(BigInt(toUnits(query.over)), BigInt(FULL));
  const low = compareRational(min.value, line);
  if (low > 0 || (low === 0 && (query.inclusive === true || min.open))) return "holds";
  const high = compareRational(max.value, line);
  if (high < 0 || (high === 0 && (query.inclusive !== true || max.open))) return "fails";
  return "unknown";
}

function positive(min: Exact, max: Exact): Tri {
  if (min.value.num > 0n || min.open) return "holds";
  return max.value.num === 0n ? "fails" : "unknown";
}

/** The bounds alone, without paths and gaps. */
export function boundsOf(graph: Graph, query: InterestQuery, members: Uint8Array): Bounds {
  const target = graph.index.get(query.target);
  if (target === undefined) return { min: NOTHING, max: ALL, wide: ALL };
  if (!isOwnable(graph.nodes[target]?.kind)) return { min: NOTHING, max: NOTHING, wide: NOTHING };
  if (query.method === "integrated") return integrated(graph, target, query, members);
  return byTally(graph, target, query, members);
}

/** An interest as an interval for the `missing` mode asked for, without the paths that make it. */
export type InterestSize = {
  readonly min: Decimal;
  readonly minOpen: boolean;
  readonly max: Decimal;
  readonly maxOpen: boolean;
  readonly known: boolean;
  readonly reaches: Tri;
  readonly missing: readonly Missing[];
};

/** The two ends that the mode asks for; where fractions are quick, the third bound need not be solved at all. */
function endsOf(graph: Graph, query: InterestQuery, members: Uint8Array): Ends {
  const target = graph.index.get(query.target);
  const solvable = target !== undefined && isOwnable(graph.nodes[target]?.kind);
  const quick =
    solvable &&
    query.method === "integrated" &&
    climb(graph, target, query.measure).fits(MOST_EXACT);
  if (!quick) {
    const { min, max, wide, slack = 0 } = boundsOf(graph, query, members);
    return { min, top: query.missing === "ignore" ? max : wide, slack };
  }
  const solved = fractionsOf(graph, target, query, members);
  // Where nobody of the set stands above at all, there is nothing to solve for.
  const above = [...aboveOf(graph, target, query.measure, false)];
  const holds = above.some((node) => members[node] === HOLDS);
  const mayHold = holds || above.some((node) => members[node] !== FAILS);
  const max = () => (mayHold ? solved.max() : NOTHING);
  return {
    min: holds ? solved.min() : NOTHING,
    top: query.missing === "ignore" ? max() : solved.wide(),
    slack: 0,
  };
}

type Ends = { readonly min: Exact; readonly top: Exact; readonly slack: number };

/** How large an interest is, without the paths that make it: what a rule asks of every party. */
export function interestSize(graph: Graph, query: InterestQuery): InterestSize {
  const members = membership(graph, query.holders);
  const { min, top, slack } = endsOf(graph, query, members);
  const known = toNumber(minus(top.value, min.value)) <= slack;
  return {
    min: toPercent(min.value),
    minOpen: min.open,
    max: toPercent(top.value),
    maxOpen: top.open,
    known,
    reaches: reaches(min, top, query),
    missing: known ? [] : missingAbove(graph, query, members),
  };
}

/**
 * The aggregate interest of a set of holders in a party as an interval that holds the truth for every completion of
 * the record, with the paths that make it and what the record lacks. Of a target that the record does not know, anything
 * may be held; of a natural person or a public body, nothing can.
 */
export function interest(graph: Graph, query: InterestQuery): Interest {
  const members = membership(graph, query.holders);
  const { min, max, wide, slack = 0 } = boundsOf(graph, query, members);
  const top = query.missing === "ignore" ? max : wide;
  const known = toNumber(minus(top.value, min.value)) <= slack;
  return {
    min: toPercent(min.value),
    minOpen: min.open,
    max: toPercent(max.value),
    maxOpen: max.open,
    maxWithUndisclosed: toPercent(wide.value),
    maxWithUndisclosedOpen: wide.open,
    known,
    positive: positive(min, top),
    reaches: reaches(min, top, query),
    paths: pathsDown(graph, query, members),
    missing: known ? [] : missingAbove(graph, query, members),
  };
}
