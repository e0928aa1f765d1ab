import { isUscc, normaliseCode } from "#shared/identity";
import { type Tri, triAll } from "#shared/kernel";
import type { Party } from "#shared/model";
import type { Graph, HolderSet, Holders, PartyKind } from "./types.ts";

/** First characters of a code that a party of this kind can have; a kind that is not listed can have any. */
const CODE_STARTS: Partial<Record<PartyKind, string>> = {
  company: "9",
  partnership: "39",
  "public-body": "1",
  "military-unit": "A",
  "social-organisation": "1578",
  fund: "59",
  person: "",
};

function hasPrefix(party: Party, prefixes: readonly string[]): Tri {
  if (party.uscc !== undefined) {
    const code = normaliseCode(party.uscc);
    // A code with a slip in it shows nothing: the slip may be in its first two characters.
    if (!isUscc(code)) return "unknown";
    return prefixes.some((prefix) => code.startsWith(prefix)) ? "holds" : "fails";
  }
  // A foreign party has no such code; one at home whose kind cannot bear the prefix has another.
  if (party.country !== undefined && party.country !== "CN") return "fails";
  const starts = CODE_STARTS[party.kind];
  if (starts === undefined) return "unknown";
  return prefixes.some((prefix) => starts.includes(prefix.charAt(0)) && prefix !== "")
    ? "unknown"
    : "fails";
}

function hasStateCapital(party: Party, categories: readonly string[]): Tri {
  if (party.stateCapital !== undefined)
    return categories.includes(party.stateCapital) ? "holds" : "fails";
  // The category is one of the Chinese registry (DF-S-07): a party from elsewhere has none.
  const elsewhere = party.country !== undefined && party.country !== "CN";
  return isOwnable(party.kind) && !elsewhere ? "unknown" : "fails";
}

function isIn(party: Party, countries: readonly string[]): Tri {
  const country = party.country ?? (party.uscc === undefined ? undefined : "CN");
  if (country === undefined) return "unknown";
  return countries.includes(country) ? "holds" : "fails";
}

/** Each condition of a set with the field of the party that answers it. */
function conditionsOf(party: Party, set: HolderSet): (readonly [field: string, met: Tri])[] {
  const found: (readonly [string, Tri])[] = [];
  if (set.kinds) found.push(["kind", set.kinds.includes(party.kind) ? "holds" : "fails"]);
  if (set.usccPrefixes) found.push(["uscc", hasPrefix(party, set.usccPrefixes)]);
  if (set.stateCapital) found.push(["stateCapital", hasStateCapital(party, set.stateCapital)]);
  if (set.countries) found.push(["country", isIn(party, set.countries)]);
  return found;
}

/** All conditions of one set; written out, because a graph asks it of every party. */
function meetsConditions(party: Party, set: HolderSet): Tri {
  let met: Tri | undefined;
  const and = (next: Tri) => {
    met = met === undefined ? next : triAll([met, next]);
  };
  if (set.kinds) and(set.kinds.includes(party.kind) ? "holds" : "fails");
  if (met === "fails") return met;
  if (set.usccPrefixes) and(hasPrefix(party, set.usccPrefixes));
  if (set.stateCapital) and(hasStateCapital(party, set.stateCapital));
  if (set.countries) and(isIn(party, set.countries));
  return met ?? "fails";
}

/** The fields that would tell whether a party belongs to a set; none where nothing is open. */
export function openFields(party: Party, holders: Holders): string[] {
  // Who is on a list, somebody else decides: the match itself is the field.
  if (isSet(holders) || isMap(holders)) return ["match"];
  const further = (holders.any ?? []).flatMap((set) => openFields(party, set));
  if (meetsConditions(party, holders) !== "unknown") return further;
  const own = conditionsOf(party, holders).flatMap(([field, met]) =>
    met === "unknown" ? [field] : [],
  );
  return [...new Set([...own, ...further])];
}

/** Whether parties of this kind can be held by shares at all; a natural person or a public body cannot. */
export function isOwnable(kind: PartyKind | undefined): boolean {
  return kind !== "person" && kind !== "public-body" && kind !== "military-unit";
}

/** Whether one party belongs to a set of holders; a party that the record only names is unknown unless named by id. */
export function belongsTo(id: string, party: Party | undefined, set: HolderSet): Tri {
  if (set.except?.includes(id)) return "fails";
  if (set.ids?.includes(id)) return "holds";
  const asks = Boolean(set.kinds || set.usccPrefixes || set.stateCapital || set.countries);
  const own: Tri = party === undefined && asks ? "unknown" : "fails";
  let met = party === undefined ? own : meetsConditions(party, set);
  for (const further of set.any ?? []) {
    if (met === "holds") return met;
    const other = belongsTo(id, party, further);
    if (other !== "fails") met = other;
  }
  return met;
}

function isSet(holders: Holders): holders is ReadonlySet<string> {
  return holders instanceof Set;
}
function isMap(holders: Holders): holders is ReadonlyMap<string, Tri> {
  return holders instanceof Map;
}

/** Membership of every party of the graph in the set, with doubt kept apart from no. */
export function membersOf(graph: Graph, holders: Holders): Map<string, Tri> {
  const codes = membership(graph, holders);
  return new Map(graph.ids.map((id, node) => [id, triOfCode(codes[node] ?? 0)]));
}

/** Codes of the three values in packed arrays. */
export const FAILS = 0;
export const UNKNOWN = 1;
export const HOLDS = 2;

/** The three-valued word of a packed code. */
export function triOfCode(code: number): Tri {
  if (code === HOLDS) return "holds";
  return code === UNKNOWN ? "unknown" : "fails";
}

/** The packed code of a three-valued word. */
export function codeOf(value: Tri | undefined): number {
  if (value === "holds") return HOLDS;
  return value === "unknown" ? UNKNOWN : FAILS;
}

const members = new WeakMap<Graph, WeakMap<Holders, Uint8Array>>();

/** Membership by node number as packed codes; found once for a graph and a set, and never changed afterwards. */
export function membership(graph: Graph, holders: Holders): Uint8Array {
  let known = members.get(graph);
  if (known === undefined) {
    known = new WeakMap();
    members.set(graph, known);
  }
  let codes = known.get(holders);
  if (codes === undefined) {
    codes = findMembers(graph, holders);
    known.set(holders, codes);
  }
  return codes;
}

function findMembers(graph: Graph, holders: Holders): Uint8Array {
  const codes = new Uint8Array(graph.ids.length);
  if (isSet(holders) || isMap(holders)) {
    const entries = isMap(holders)
      ? holders
      : new Map([...holders].map((id) => [id, "holds"] as const));
    for (const [id, value] of entries) {
      const node = graph.index.get(id);
      if (node !== undefined) codes[node] = codeOf(value);
    }
    return codes;
  }
  // Ids are set by number afterwards: a long list is then no search per party.
  const { ids: named = [], ...rest } = holders;
  for (let node = 0; node < codes.length; node += 1)
    codes[node] = codeOf(belongsTo(graph.ids[node] ?? "", graph.nodes[node], rest));
  for (const id of named) {
    const node = graph.index.get(id);
    if (node !== undefined && !holders.except?.includes(id)) codes[node] = HOLDS;
  }
  return codes;
}
