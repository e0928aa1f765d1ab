import type { Tri } from "#shared/kernel";
import { FAILS, isOwnable, membership } from "../graph/holders.ts";
import { tierPaths } from "../graph/paths.ts";
import type { Control, ControlQuery, Graph, Largest, LargestQuery } from "../graph/types.ts";
import { toUnits } from "../graph/units.ts";
import { asSingleHolders } from "./free-float.ts";
import { missingAbove } from "./missing.ts";
import { aboveOf, judge, type Rule, type Spread, seed, spread } from "./propagate.ts";
import { compareLargest, largestOf, unnamedShare } from "./sum-of-bounds.ts";

function ruleOf(query: ControlQuery): Rule {
  return {
    measure: query.measure ?? "voting",
    line: { units: toUnits(query.over), inclusive: query.inclusive ?? false },
    undisclosed: query.missing !== "ignore",
    ties: query.byAgreement ?? false,
    ...(query.requireLargest ? { largest: { ties: query.ties ?? "unknown" } } : {}),
  };
}

function triOfBounds(bounds: { low: boolean; high: boolean }): Tri {
  if (bounds.low) return "holds";
  return bounds.high ? "unknown" : "fails";
}

function largestAt(graph: Graph, node: number, rule: Rule, counted: Spread): Largest {
  const holdings = graph.rows[node]?.[rule.measure] ?? [];
  const undisclosed = rule.undisclosed && isOwnable(graph.nodes[node]?.kind);
  if (holdings.length === 0) return undisclosed ? "unknown" : "no";
  return largestOf(
    compareLargest(
      asSingleHolders(graph, holdings),
      counted.low,
      counted.high,
      undisclosed,
      unnamedShare(holdings),
    ),
  );
}

/** Whether a set controls a party, with how that was judged. */
function judgeControl(graph: Graph, query: ControlQuery) {
  const target = graph.index.get(query.target);
  const members = membership(graph, query.holders);
  const rule = ruleOf(query);
  const gaps = { ...query, measure: rule.measure, ties: rule.ties };
  if (target === undefined)
    return { members, gaps, value: "unknown", largest: "unknown", found: undefined } as const;
  const scope = aboveOf(graph, target, rule.measure, rule.ties);
  const counted = query.recursive ? spread(graph, scope, members, rule) : seed(members);
  const method = query.recursive ? ("cascade" as const) : ("direct" as const);
  return {
    members,
    gaps: { ...gaps, method },
    value: triOfBounds(judge(graph, target, rule, counted)),
    largest: largestAt(graph, target, rule, counted),
    found: { target, rule, counted },
  };
}

/** Whether a set controls a party and what the record lacks to say so, without the paths: what a rule asks of every party. */
export function controlAnswer(
  graph: Graph,
  query: ControlQuery,
): Pick<Control, "value" | "missing"> {
  const { value, gaps, members } = judgeControl(graph, query);
  return { value, missing: value === "unknown" ? missingAbove(graph, gaps, members) : [] };
}

/**
 * Whether a set of holders controls a party: by holding more than a line, tier by tier where `recursive` (what is
 * controlled counts wholly at the next tier, percentages are never multiplied), and by agreement or board where asked.
 */
export function controls(graph: Graph, query: ControlQuery): Control {
  const { value, largest, gaps, members, found } = judgeControl(graph, query);
  const isOpen = value === "unknown" || largest === "unknown";
  return {
    value,
    largest,
    paths: found ? tierPaths(graph, found.target, members, found.rule, found.counted) : [],
    missing: isOpen ? missingAbove(graph, gaps, members) : [],
  };
}

/** The value alone, without paths and gaps. */
export function controlValue(graph: Graph, query: ControlQuery, members: Uint8Array): Tri {
  const target = graph.index.get(query.target);
  if (target === undefined) return "unknown";
  const rule = ruleOf(query);
  const scope = aboveOf(graph, target, rule.measure, rule.ties);
  const counted = query.recursive ? spread(graph, scope, members, rule) : seed(members);
  return triOfBounds(judge(graph, target, rule, counted));
}

/** Control of every party of the graph by one set, as packed codes by node number (`triOfCode` reads them). */
export function controlsAll(graph: Graph, query: Omit<ControlQuery, "target">): Uint8Array {
  const members = membership(graph, query.holders);
  const rule = ruleOf({ ...query, target: "" });
  const all = graph.ids.keys();
  const counted = query.recursive ? spread(graph, all, members, rule) : seed(members);
  const codes = new Uint8Array(graph.ids.length);
  for (let node = 0; node < codes.length; node += 1) {
    // Whoever is no member counts only because it was judged to; members and single tiers are judged here.
    const judged = query.recursive && members[node] === FAILS;
    const { low, high } = judged
      ? { low: counted.low[node] === 1, high: counted.high[node] === 1 }
      : judge(graph, node, rule, counted);
    codes[node] = (low ? 1 : 0) + (high ? 1 : 0);
  }
  return codes;
}

/** Whether the largest single holder of a party is in the set, or controlled by it where `through` says so. */
export function largestHolder(graph: Graph, query: LargestQuery): Largest {
  const target = graph.index.get(query.target);
  if (target === undefined) return "unknown";
  const members = membership(graph, query.holders);
  const line = {
    units: toUnits(query.through?.over ?? "0"),
    inclusive: query.through?.inclusive ?? false,
  };
  const rule: Rule = {
    measure: query.measure,
    line,
    undisclosed: query.missing !== "ignore",
    ties: false,
  };
  const scope = aboveOf(graph, target, query.measure, false);
  const counted = query.through ? spread(graph, scope, members, rule) : seed(members);
  return largestAt(graph, target, rule, counted);
}
