import type { Tri } from "#shared/kernel";
import { FAILS, HOLDS, membership, UNKNOWN } from "./holders.ts";
import { missingAbove } from "./missing.ts";
import { findPaths } from "./paths.ts";
import { aboveOf, judge, type Rule, type Spread, spread, spreadFrom } from "./spread.ts";
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
  readonly rule: Rule;
  /** Whom nobody named may control: any one holder may stand behind them. Empty where this is not asked. */
  readonly unnamed: Uint8Array;
};

function only(graph: Graph, node: number): Uint8Array {
  const members = new Uint8Array(graph.ids.length);
  members[node] = HOLDS;
  return members;
}

/** What one holder controls within the search, surely and possibly. */
function reachOf(search: Search, holder: number, rule: Rule): Spread {
  const { graph, inScope } = search;
  const low = new Uint8Array(graph.ids.length);
  const high = search.unnamed.slice();
  low[holder] = 1;
  high[holder] = 1;
  return spreadFrom(graph, inScope, { low, high }, rule, graph.held[holder] ?? []);
}

/** Whether a holder may control anything at all; most minority holders may not, and are passed over. */
function mayControl({ graph, inScope, rule, unnamed }: Search, holder: number): boolean {
  const before = unnamed[holder] ?? 0;
  unnamed[holder] = 1;
  const counted = { low: unnamed, high: unnamed };
  const may = (graph.held[holder] ?? []).some(
    (node) => inScope[node] === 1 && unnamed[node] !== 1 && judge(graph, node, rule, counted).high,
  );
  unnamed[holder] = before;
  return may;
}

/** The topmost party of a chain that is no natural person. */
function entityOf(graph: Graph, path: Path, target: string): string {
  const chain = [...path.steps.map((step) => step.owner), target];
  const isPerson = (id: string) => graph.nodes[graph.index.get(id) ?? -1]?.kind === "person";
  return chain.find((id) => !isPerson(id)) ?? target;
}

/** What one holder controls as packed codes by node: surely, possibly, not at all. */
function codesOf(counted: Spread): Uint8Array {
  return counted.high.map((high, node) => {
    if (counted.low[node] === 1) return HOLDS;
    return high === 1 ? UNKNOWN : FAILS;
  });
}

/** Who may control the target, each with what it controls itself. */
type Controllers = ReadonlyMap<number, Uint8Array>;

/**
 * Whether a party is at the top: no controller of the target controls it that it does not control in turn, so that in a
 * ring which controls itself all are. Open where the record leaves one of these controls open.
 */
function topOf(all: Controllers, node: number): Tri {
  let top: Tri = "holds";
  for (const [other, reached] of all) {
    if (other === node || reached[node] === FAILS) continue;
    const back = all.get(node)?.[other];
    if (back === HOLDS) continue;
    if (reached[node] === HOLDS && back === FAILS) return "fails";
    top = "unknown";
  }
  return top;
}

/** Whether another surely controls the party while the record names no sure control in return. */
function isBelow(all: Controllers, node: number): boolean {
  const back = all.get(node);
  return [...all].some(
    ([other, reached]) => other !== node && reached[node] === HOLDS && back?.[other] !== HOLDS,
  );
}

function describe(search: Search, node: number): UltimateParent {
  const { graph, target, rule } = search;
  const members = only(graph, node);
  const byShares = reachOf(search, node, { ...rule, ties: false });
  const contractual = byShares.low[target] !== 1;
  const used = contractual ? reachOf(search, node, rule) : byShares;
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
  const search = { graph, target, scope, inScope, rule: bare };
  const nobody = new Uint8Array(graph.ids.length);
  if (query.missing === "ignore") return { ...search, unnamed: nobody, roomy: false };
  const unnamed = unnamedReach(graph, scope, bare);
  // Where somebody unnamed may control the target alone, anybody may: only those that the record points to are named.
  if (unnamed[target] === 1) return { ...search, unnamed: nobody, roomy: true };
  return { ...search, rule: { ...bare, undisclosed: true }, unnamed, roomy: false };
}

/** Everybody who surely or possibly controls the target, with what each controls. */
function controllersOf(search: Search): Controllers {
  const controllers = new Map<number, Uint8Array>();
  for (const holder of search.scope) {
    if (holder === search.target || !mayControl(search, holder)) continue;
    const codes = codesOf(reachOf(search, holder, search.rule));
    if (codes[search.target] !== FAILS) controllers.set(holder, codes);
  }
  return controllers;
}

/** The parties at the top as far as the record shows, and those that a gap in it may put there. */
function tops(controllers: Controllers, target: number) {
  const named: number[] = [];
  const maybe: number[] = [];
  let settled = true;
  for (const [node, codes] of controllers) {
    const top = topOf(controllers, node);
    if (top === "fails") continue;
    const sure = codes[target] === HOLDS;
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
  const { named, maybe, settled } = tops(controllersOf(search), node);
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
