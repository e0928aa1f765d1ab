import type { CivilDate } from "#shared/kernel";
import type { Link, Party } from "#shared/model";
import { componentsFrom } from "./components.ts";
import { datesCross, hasContent, holderOf, isActive, readRow } from "./rows.ts";
import type { Graph, LinkProblem, Row } from "./types.ts";
import { FULL } from "./units.ts";

/** What a graph is made of: the whole record; links outside their dates on `asOf` are left out. */
export type GraphInput = {
  readonly parties: readonly Party[];
  readonly links: readonly Link[];
  readonly asOf: CivilDate;
};

const EMPTY: Row = { equity: [], voting: [], ties: [] };

/** Rows read before, by the exact links they came from: a small edit then re-reads one target only. */
type Reading = {
  readonly links: readonly Link[];
  readonly row: Row;
  readonly problems: readonly LinkProblem[];
};
const readings = new WeakMap<Graph, ReadonlyMap<number, Reading>>();

function indexParties(parties: readonly Party[], report: (problem: LinkProblem) => void) {
  const index = new Map<string, number>();
  const nodes: (Party | undefined)[] = [];
  for (const party of parties) {
    if (index.has(party.id)) {
      report({ kind: "duplicate-party", remedy: "rename-id", links: [], parties: [party.id] });
      continue;
    }
    index.set(party.id, nodes.length);
    nodes.push(party);
  }
  return { index, nodes };
}

function checkLink(link: Link, known: (id: string) => boolean): LinkProblem[] {
  const found: LinkProblem[] = [];
  const add = (kind: LinkProblem["kind"], remedy: LinkProblem["remedy"], parties: string[]) =>
    found.push({ kind, remedy, links: [link.id], parties });
  if (!known(link.owner)) add("owner-missing", "add-party", [link.owner]);
  if (!known(link.target)) add("target-missing", "add-party", [link.target]);
  if (link.nomineeFor !== undefined && !known(link.nomineeFor))
    add("nominee-missing", "add-party", [link.nomineeFor]);
  if (holderOf(link) === link.target) add("self-link", "remove-link", [link.target]);
  if (datesCross(link)) add("dates-cross", "correct-dates", [link.owner, link.target]);
  if (!hasContent(link)) add("no-content", "add-share", [link.owner, link.target]);
  return found;
}

/** Groups that own all of themselves: nobody outside can be traced, whatever the figures say. */
function closedLoops(rows: readonly Row[], ids: readonly string[]): LinkProblem[] {
  const groups = componentsFrom(rows.length, rows.keys(), (node) =>
    (rows[node]?.equity ?? []).map((holding) => holding.owner),
  );
  const found: LinkProblem[] = [];
  for (let at = 0; at + 1 < groups.starts.length; at += 1) {
    const from = groups.starts[at] ?? 0;
    const to = groups.starts[at + 1] ?? 0;
    if (to - from < 2) continue;
    const group = [...groups.order.subarray(from, to)];
    const inside = new Set(group);
    const closed = group.every((node) => {
      const held = (rows[node]?.equity ?? []).filter((holding) => inside.has(holding.owner));
      return held.reduce((sum, holding) => sum + holding.low, 0) >= FULL;
    });
    if (!closed) continue;
    found.push({
      kind: "closed-loop",
      remedy: "check-loop",
      parties: group.map((node) => ids[node] ?? ""),
      links: group.flatMap((node) =>
        (rows[node]?.equity ?? []).flatMap((holding) => holding.links.map((link) => link.id)),
      ),
    });
  }
  return found;
}

function holdersDown(rows: readonly Row[]): number[][] {
  const held: number[][] = rows.map(() => []);
  rows.forEach((row, target) => {
    const seen = new Set<number>();
    const add = (owner: number) => {
      if (seen.has(owner)) return;
      seen.add(owner);
      held[owner]?.push(target);
    };
    for (const holding of row.equity) add(holding.owner);
    if (row.voting !== row.equity) for (const holding of row.voting) add(holding.owner);
    for (const tie of row.ties) add(tie.owner);
  });
  return held;
}

function groupByTarget(
  links: readonly Link[],
  asOf: CivilDate,
  node: (id: string) => number,
  report: (problem: LinkProblem) => void,
): Map<number, Link[]> {
  const groups = new Map<number, Link[]>();
  const ids = new Set<string>();
  for (const link of links) {
    if (ids.has(link.id)) {
      report({ kind: "duplicate-link", remedy: "rename-id", links: [link.id], parties: [] });
    }
    ids.add(link.id);
    const target = node(link.target);
    node(link.owner);
    if (holderOf(link) === link.target || !isActive(link, asOf)) continue;
    const group = groups.get(target);
    if (group) group.push(link);
    else groups.set(target, [link]);
  }
  return groups;
}

function same(a: readonly Link[], b: readonly Link[]): boolean {
  return a.length === b.length && a.every((link, at) => link === b[at]);
}

/**
 * Reads a record into a graph of one day. Never refuses: what is wrong is in `problems`, with the link, the party and
 * the remedy, and is read as the widest figures it allows. `before` may be an earlier graph of nearly the same record;
 * what did not change is then taken over, the result is the same.
 */
export function buildGraph(input: GraphInput, before?: Graph): Graph {
  const problems: LinkProblem[] = [];
  const report = (problem: LinkProblem) => problems.push(problem);
  const { index, nodes } = indexParties(input.parties, report);
  const known = (id: string) => {
    const at = index.get(id);
    return at !== undefined && nodes[at] !== undefined;
  };
  const ids = [...index.keys()];
  const node = (id: string): number => {
    const at = index.get(id);
    if (at !== undefined) return at;
    index.set(id, ids.length);
    nodes.push(undefined);
    return ids.push(id) - 1;
  };
  for (const link of input.links) problems.push(...checkLink(link, known));
  const groups = groupByTarget(input.links, input.asOf, node, report);
  const old = before && sameIds(before.ids, ids) ? readings.get(before) : undefined;
  const now = new Map<number, Reading>();
  for (const [target, links] of groups) {
    const past = old?.get(target);
    now.set(target, past && same(past.links, links) ? past : readTarget(links, node));
  }
  const rows: Row[] = ids.map((_, at) => now.get(at)?.row ?? EMPTY);
  for (const reading of now.values()) problems.push(...reading.problems);
  problems.push(...closedLoops(rows, ids));
  const graph: Graph = {
    asOf: input.asOf,
    parties: input.parties,
    links: input.links,
    problems,
    index,
    ids,
    nodes,
    rows,
    held: holdersDown(rows),
  };
  readings.set(graph, now);
  return graph;
}

function readTarget(links: readonly Link[], node: (id: string) => number): Reading {
  const problems: LinkProblem[] = [];
  const row = readRow(links, node, (problem) => problems.push(problem));
  return { links, row, problems };
}

function sameIds(a: readonly string[], b: readonly string[]): boolean {
  return a.length <= b.length && a.every((id, at) => id === b[at]);
}
