import { HOLDS, membership } from "./holders.ts";
import { missingAbove } from "./missing.ts";
import { findPaths } from "./paths.ts";
import { aboveOf, type Rule, type Spread, seed, spread, spreadFrom } from "./spread.ts";
import { mayReach } from "./tally.ts";
import type {
  Graph,
  Headquarters,
  ParentQuery,
  Path,
  UltimateParent,
  UltimateParents,
} from "./types.ts";
import { toUnits } from "./units.ts";

const NO_STEPS: Path = { steps: [], min: "100", max: "100" };

type Search = {
  readonly graph: Graph;
  readonly target: number;
  readonly scope: readonly number[];
  readonly inScope: Uint8Array;
};

function only(graph: Graph, node: number): Uint8Array {
  const members = new Uint8Array(graph.ids.length);
  members[node] = HOLDS;
  return members;
}

/** What one holder controls within the search, surely and possibly. */
function reachOf(search: Search, holder: number, rule: Rule): Spread {
  const { graph, inScope } = search;
  const counted = seed(only(graph, holder));
  return spreadFrom(graph, inScope, counted, rule, graph.held[holder] ?? []);
}

/** Whether a holder may control anything at all by itself; most minority holders may not, and are passed over. */
function mayControl({ graph, inScope }: Search, holder: number, rule: Rule): boolean {
  return (graph.held[holder] ?? []).some((node) => {
    if (inScope[node] !== 1) return false;
    const row = graph.rows[node];
    if (rule.ties && row?.ties.some((tie) => tie.owner === holder)) return true;
    const own = row?.[rule.measure].find((holding) => holding.owner === holder);
    return own !== undefined && mayReach({ units: own.high, open: own.highOpen }, rule.line);
  });
}

/** The topmost party of a chain that is no natural person. */
function entityOf(graph: Graph, path: Path, target: string): string {
  const chain = [...path.steps.map((step) => step.owner), target];
  const isPerson = (id: string) => graph.nodes[graph.index.get(id) ?? -1]?.kind === "person";
  return chain.find((id) => !isPerson(id)) ?? target;
}

/** Those whom no other controller controls; in a ring that controls itself, all of the ring. */
function topmost(controllers: ReadonlyMap<number, Spread>): number[] {
  const all = [...controllers.keys()];
  return all.filter((node) =>
    all.every((other) => {
      const above = other !== node && controllers.get(other)?.low[node] === 1;
      return !above || controllers.get(node)?.low[other] === 1;
    }),
  );
}

function describe(search: Search, rule: Rule, node: number, counted: Spread): UltimateParent {
  const { graph, target } = search;
  const members = only(graph, node);
  const bare = { ...rule, ties: false };
  const byShares = rule.ties ? reachOf(search, node, bare) : counted;
  const contractual = byShares.low[target] !== 1;
  const used = contractual ? counted : byShares;
  const [via = NO_STEPS] = findPaths(graph, target, {
    measure: rule.measure,
    members,
    passes: (at) => used.low[at] === 1,
    sure: (at) => used.low[at] === 1,
    multiply: false,
    ties: contractual && rule.ties,
  });
  const id = graph.ids[node] ?? "";
  return { id, via, contractual, entity: entityOf(graph, via, graph.ids[target] ?? "") };
}

function seatOf(graph: Graph, id: string): Headquarters {
  const party = graph.nodes[graph.index.get(id) ?? -1];
  const incorporated = party?.country === undefined ? {} : { incorporated: party.country };
  if (party?.headquarters !== undefined)
    return { party: id, country: party.headquarters, known: true, ...incorporated };
  return { party: id, known: false, ...incorporated };
}

/** Whether somebody whom the record does not name could control the target, directly or through those above it. */
function leavesRoom(search: Search, rule: Rule): boolean {
  const nobody = new Uint8Array(search.graph.ids.length);
  return spread(search.graph, search.scope, nobody, rule).high[search.target] === 1;
}

/**
 * The parties at the top of the chains of control over a target, with the seat of the topmost that is no person; the
 * target itself where nobody controls it. `complete` holds only when no completion of the record adds a parent.
 */
export function ultimateParents(graph: Graph, target: string, query: ParentQuery): UltimateParents {
  const node = graph.index.get(target);
  const rule: Rule = {
    measure: query.measure ?? "voting",
    line: { units: toUnits(query.over), inclusive: query.inclusive ?? false },
    undisclosed: false,
    ties: query.byAgreement ?? false,
  };
  if (node === undefined)
    return {
      parents: [],
      possible: [],
      complete: "unknown",
      headquarters: [],
      missing: [{ kind: "party", party: target, field: "party" }],
    };
  const scope = aboveOf(graph, node, rule.measure, rule.ties);
  const inScope = new Uint8Array(graph.ids.length);
  for (const each of scope) inScope[each] = 1;
  const search: Search = { graph, target: node, scope, inScope };
  const controllers = new Map<number, Spread>();
  const possible: string[] = [];
  for (const holder of search.scope) {
    if (holder === node || !mayControl(search, holder, rule)) continue;
    const counted = reachOf(search, holder, rule);
    if (counted.low[node] === 1) controllers.set(holder, counted);
    else if (counted.high[node] === 1) possible.push(graph.ids[holder] ?? "");
  }
  const parents = topmost(controllers).map((top) =>
    describe(
      search,
      rule,
      top,
      controllers.get(top) ?? { low: new Uint8Array(), high: new Uint8Array() },
    ),
  );
  if (parents.length === 0)
    parents.push({ id: target, via: NO_STEPS, contractual: false, entity: target });
  const roomy = query.missing !== "ignore" && leavesRoom(search, { ...rule, undisclosed: true });
  const complete = possible.length > 0 || roomy ? "unknown" : "holds";
  const entities = [...new Set(parents.map((parent) => parent.entity))];
  const gaps = {
    holders: {},
    target,
    measure: rule.measure,
    ties: rule.ties,
    ...(query.missing ? { missing: query.missing } : {}),
  };
  return {
    parents,
    possible,
    complete,
    headquarters: entities.map((id) => seatOf(graph, id)),
    missing: complete === "holds" ? [] : missingAbove(graph, gaps, membership(graph, {})),
  };
}
