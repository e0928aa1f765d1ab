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
const readings = new WeakMap<Graph, readonly (Reading | undefined)[]>();

function indexParties(parties: readonly Party[], report: Report) {
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

/** What is wrong with one link by itself; `unknown` names the ids that no party of the record has. */
function checkLink(link: Link, unknown: readonly string[], report: Report): void {
  const add = (kind: LinkProblem["kind"], remedy: LinkProblem["remedy"], parties: string[]) =>
    report({ kind, remedy, links: [link.id], parties });
  if (unknown.includes(link.owner)) add("owner-missing", "add-party", [link.owner]);
  if (unknown.includes(link.target)) add("target-missing", "add-party", [link.target]);
  if (link.nomineeFor !== undefined && unknown.includes(link.nomineeFor))
    add("nominee-missing", "add-party", [link.nomineeFor]);
  if (holderOf(link) === link.target) add("self-link", "remove-link", [link.target]);
  if (datesCross(link)) add("dates-cross", "correct-dates", [link.owner, link.target]);
  if (!hasContent(link)) add("no-content", "add-share", [link.owner, link.target]);
}

/** Groups that own all of themselves: nobody outside can be traced, whatever the figures say. */
function closedLoops(rows: readonly Row[], ids: readonly string[]): LinkProblem[] {
  // Only nodes that are wholly held can be part of one; most graphs have few.
  const whole = rows.map((row) => row.equity.reduce((sum, each) => sum + each.low, 0) >= FULL);
  const candidates = ids.flatMap((_, node) => (whole[node] ? [node] : []));
  const groups = componentsFrom(rows.length, candidates, (node) =>
    (rows[node]?.equity ?? []).flatMap(({ owner }) => (whole[owner] ? [owner] : [])),
  );
  const found: LinkProblem[] = [];
  for (let at = 0; at + 1 < groups.starts.length; at += 1) {
    const from = groups.starts[at] ?? 0;
    const to = groups.starts[at + 1] ?? 0;
    if (to - from < 2) continue;
    const group = [...groups.order.subarray(from, to)];
    const inside = new Set(group);
    const closed = group.every((node) =>
      (rows[node]?.equity ?? []).every(({ owner, high }) => high === 0 || inside.has(owner)),
    );
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
  const last = new Int32Array(rows.length).fill(-1);
  rows.forEach((row, target) => {
    const add = (owner: number) => {
      if (last[owner] === target) return;
      last[owner] = target;
      held[owner]?.push(target);
    };
    for (const holding of row.equity) add(holding.owner);
    if (row.voting !== row.equity) for (const holding of row.voting) add(holding.owner);
    for (const tie of row.ties) add(tie.owner);
  });
  return held;
}

type Report = (problem: LinkProblem) => void;
/** The active links into one target, with the node of whoever each counts for. */
type Group = { readonly links: Link[]; readonly holders: number[] };

/**
 * Reads a record into a graph of one day. Never refuses: what is wrong is in `problems`, with the link, the party and
 * the remedy, and is read as the widest figures it allows. `before` may be an earlier graph of nearly the same record;
 * what did not change is then taken over, the result is the same.
 */
export function buildGraph(input: GraphInput, before?: Graph): Graph {
  const problems: LinkProblem[] = [];
  const report = (problem: LinkProblem) => problems.push(problem);
  const { index, nodes } = indexParties(input.parties, report);
  const ids = [...index.keys()];
  const node = (id: string): number => {
    const at = index.get(id);
    if (at !== undefined) return at;
    index.set(id, ids.length);
    nodes.push(undefined);
    return ids.push(id) - 1;
  };
  const old = before && sameIds(before.ids, ids) ? readings.get(before) : undefined;
  const groups = groupLinks(input, node, nodes, report);
  const now: (Reading | undefined)[] = [];
  const rows: Row[] = [];
  for (let at = 0; at < ids.length; at += 1) {
    const group = groups[at];
    const past = old?.[at];
    let reading: Reading | undefined;
    if (group) reading = past && same(past.links, group.links) ? past : readTarget(group);
    now.push(reading);
    rows.push(reading?.row ?? EMPTY);
    if (reading && reading.problems.length > 0) problems.push(...reading.problems);
  }
  problems.push(...closedLoops(rows, ids));
  const { asOf, parties, links } = input;
  const held = holdersDown(rows);
  const graph: Graph = { asOf, parties, links, problems, index, ids, nodes, rows, held };
  readings.set(graph, now);
  return graph;
}

function groupLinks(
  { links, asOf }: GraphInput,
  node: (id: string) => number,
  nodes: readonly (Party | undefined)[],
  report: Report,
): (Group | undefined)[] {
  const groups: (Group | undefined)[] = [];
  const ids = new Set<string>();
  for (const link of links) {
    ids.add(link.id);
    const owner = node(link.owner);
    const target = node(link.target);
    const holder = link.nomineeFor === undefined ? owner : node(link.nomineeFor);
    const named = nodes[owner] && nodes[target] && nodes[holder];
    if (!named || holder === target || !hasContent(link) || datesCross(link)) {
      const ends = [link.owner, link.target, holderOf(link)];
      checkLink(
        link,
        ends.filter((id) => nodes[node(id)] === undefined),
        report,
      );
    }
    if (holder === target || !isActive(link, asOf)) continue;
    while (groups.length <= target) groups.push(undefined);
    const group = groups[target];
    if (group) {
      group.links.push(link);
      group.holders.push(holder);
    } else groups[target] = { links: [link], holders: [holder] };
  }
  if (ids.size < links.length) reportDuplicates(links, report);
  return groups;
}

function reportDuplicates(links: readonly Link[], report: Report): void {
  const ids = new Set<string>();
  for (const { id } of links) {
    if (ids.has(id))
      report({ kind: "duplicate-link", remedy: "rename-id", links: [id], parties: [] });
    ids.add(id);
  }
}

const FINE: readonly LinkProblem[] = [];

function readTarget({ links, holders }: Group): Reading {
  let problems = FINE;
  const row = readRow(links, holders, (problem) => {
    problems = [...problems, problem];
  });
  return { links, row, problems };
}

function same(a: readonly Link[], b: readonly Link[]): boolean {
  return a.length === b.length && a.every((link, at) => link === b[at]);
}

/** Whether all of the earlier numbering still stands. */
function sameIds(a: readonly string[], b: readonly string[]): boolean {
  return a.length <= b.length && a.every((id, at) => id === b[at]);
}
