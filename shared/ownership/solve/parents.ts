import type { Tri } from "#shared/kernel";
import { FAILS, HOLDS, membership, UNKNOWN } from "../graph/holders.ts";
import { findPaths } from "../graph/paths.ts";
import type {
  Graph,
  Headquarters,
  ParentQuery,
  Path,
  UltimateParent,
  UltimateParents,
} from "../graph/types.ts";
import { toUnits } from "../graph/units.ts";
import { missingAbove } from "./missing.ts";
import { aboveOf, judge, type Rule, type Spread, spread, spreadOn } from "./propagate.ts";

const NO_STEPS: Path = { steps: [], min: "100", max: "100" };

type Search = {
  readonly graph: Graph;
  readonly target: number;
  readonly scope: readonly number[];
  readonly inScope: Uint8Array;
  readonly rule: Rule;
  /**
   * Who counts before a holder is looked at: nobody for sure; possibly those whom somebody unnamed may control, for any one
   * holder may stand behind them. Nobody where this is not asked.
   */
  readonly marks: Spread;
};

function only(graph: Graph, node: number): Uint8Array {
  const members = new Uint8Array(graph.ids.length);
  members[node] = HOLDS;
  return members;
}

/** Codes of those whom one holder controls, surely or possibly; all others are left out. */
type Reach = ReadonlyMap<number, number>;

/** What one holder controls within the search. The marks are the search's own and are left as they were found. */
function reachOf({ graph, inScope, marks }: Search, holder: number, rule: Rule): Reach {
  const { low, high } = marks;
  const before = high[holder] ?? 0;
  low[holder] = 1;
  high[holder] = 1;
  const added = spreadOn(graph, inScope, marks, rule, graph.held[holder] ?? []);
  const reach = new Map<number, number>();
  for (const node of added.high) reach.set(node, UNKNOWN);
  for (const node of added.low) reach.set(node, HOLDS);
  for (const node of added.high) high[node] = 0;
  for (const node of added.low) low[node] = 0;
  low[holder] = 0;
  high[holder] = before;
  return reach;
}

/** Whether a holder may control anything at all; most minority holders may not, and are passed over. */
function mayControl({ graph, inScope, rule, marks }: Search, holder: number): boolean {
  const { high } = marks;
  const before = high[holder] ?? 0;
  high[holder] = 1;
  const may = (graph.held[holder] ?? []).some(
    (node) => inScope[node] === 1 && high[node] !== 1 && judge(graph, node, rule, marks).high,
  );
  high[holder] = before;
  return may;
}

/** The topmost party of a chain that is no natural person. */
function entityOf(graph: Graph, path: Path, target: string): string {
  const chain = [...path.steps.map((step) => step.owner), target];
  const isPerson = (id: string) => graph.nodes[graph.index.get(id) ?? -1]?.kind === "person";
  return chain.find((id) => !isPerson(id)) ?? target;
}

/** Who may control the target, each with what it controls itself. */
type Controllers = ReadonlyMap<number, Reach>;

/** Whether one controls another, as a code. Whom somebody unnamed may control, anybody may. */
function codeFor({ marks }: Search, reach: Reach | undefined, node: number): number {
  return reach?.get(node) ?? (marks.high[node] === 1 ? UNKNOWN : FAILS);
}

/**
 * Whether a party is at the top: no controller of the target controls it that it does not control in turn, so that in a
 * ring which controls itself all are. Open where the record leaves one of these controls open.
 */
function topOf(search: Search, all: Controllers, node: number): Tri {
  let top: Tri = "holds";
  for (const [other, reach] of all) {
    const over = other === node ? FAILS : codeFor(search, reach, node);
    if (over === FAILS) continue;
    const back = codeFor(search, all.get(node), other);
    if (back === HOLDS) continue;
    if (over === HOLDS && back === FAILS) return "fails";
    top = "unknown";
  }
  return top;
}

/** Whether another surely controls the party while the record names no sure control in return. */
function isBelow(all: Controllers, node: number): boolean {
  const back = all.get(node);
  return [...all].some(
    ([other, reach]) => other !== node && reach.get(node) === HOLDS && back?.get(other) !== HOLDS,
  );
}

function describe(search: Search, node: number): UltimateParent {
  const { graph, target, rule } = search;
  const members = only(graph, node);
  const byShares = reachOf(search, node, { ...rule, ties: false });
  const contractual = byShares.get(target) !== HOLDS;
  const used = contractual ? reachOf(search, node, rule) : byShares;
  const [via = NO_STEPS] = findPaths(graph, target, {
    measure: rule.measure,
    members,
    passes: (at) => at === node || used.get(at) === HOLDS,
    sure: (at) => at === node || used.get(at) === HOLDS,
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

/** Whom somebody that the record does not name could control, directly or through those above. */
function unnamedReach(graph: Graph, scope: readonly number[], rule: Rule): Uint8Array {
  const nobody = new Uint8Array(graph.ids.length);
  return spread(graph, scope, nobody, { ...rule, undisclosed: true }).high;
}

function searchFor(graph: Graph, target: number, query: ParentQuery): Search & { roomy: boolean } {
  const bare: Rule = {
    measure: query.measure ?? "voting",
    line: { units: toUnits(query.over), inclusive: query.inclusive ?? false },
    undisclosed: false,
    ties: query.byAgreement ?? false,
  };
  const scope = aboveOf(graph, target, bare.measure, bare.ties);
  const inScope = new Uint8Array(graph.ids.length);
  for (const each of scope) inScope[each] = 1;
  const nobody = () => new Uint8Array(graph.ids.length);
  const search = {
    graph,
    target,
    scope,
    inScope,
    rule: bare,
    marks: { low: nobody(), high: nobody() },
  };
  if (query.missing === "ignore") return { ...search, roomy: false };
  const high = unnamedReach(graph, scope, bare);
  // Where somebody unnamed may control the target alone, anybody may: only those that the record points to are named.
  if (high[target] === 1) return { ...search, roomy: true };
  const rule = { ...bare, undisclosed: true };
  return { ...search, rule, marks: { low: nobody(), high }, roomy: false };
}

/** Everybody who surely or possibly controls the target, with what each controls. */
function controllersOf(search: Search): Controllers {
  const controllers = new Map<number, Reach>();
  for (const holder of search.scope) {
    if (holder === search.target || !mayControl(search, holder)) continue;
    const reach = reachOf(search, holder, search.rule);
    if (reach.has(search.target)) controllers.set(holder, reach);
  }
  return controllers;
}

/** The parties at the top as far as the record shows, and those that a gap in it may put there. */
function tops(search: Search, controllers: Controllers) {
  const named: number[] = [];
  const maybe: number[] = [];
  let settled = true;
  for (const [node, reach] of controllers) {
    const top = topOf(search, controllers, node);
    if (top === "fails") continue;
    const sure = reach.get(search.target) === HOLDS;
    if (!sure || top === "unknown") settled = false;
    if (sure && !isBelow(controllers, node)) named.push(node);
    else maybe.push(node);
  }
  return { named, maybe, settled };
}

/**
 * The parties at the top of the chains of control over a target, with the seat of the topmost that is no person; the
 * target itself where nobody controls it. `complete` holds only when every completion of the record has these parents
 * and no others.
 */
export function ultimateParents(graph: Graph, target: string, query: ParentQuery): UltimateParents {
  const node = graph.index.get(target);
  if (node === undefined)
    return {
      parents: [],
      possible: [],
      complete: "unknown",
      headquarters: [],
      missing: [{ kind: "party", party: target, field: "party" }],
    };
  const search = searchFor(graph, node, query);
  const { named, maybe, settled } = tops(search, controllersOf(search));
  const parents = named.map((top) => describe(search, top));
  if (parents.length === 0)
    parents.push({ id: target, via: NO_STEPS, contractual: false, entity: target });
  const complete = settled && !search.roomy ? "holds" : "unknown";
  const entities = [...new Set(parents.map((parent) => parent.entity))];
  const gaps = {
    holders: {},
    target,
    measure: search.rule.measure,
    ties: search.rule.ties,
    ...(query.missing ? { missing: query.missing } : {}),
  };
  return {
    parents,
    possible: maybe.map((each) => graph.ids[each] ?? ""),
    complete,
    headquarters: entities.map((id) => seatOf(graph, id)),
    missing: complete === "holds" ? [] : missingAbove(graph, gaps, membership(graph, {})),
  };
}
