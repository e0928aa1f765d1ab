import type { Link, Party } from "#shared/model";
import { withFloats } from "./free-float.ts";
import { editGraph } from "./graph-edit.ts";
import {
  closedLoops,
  EMPTY,
  type GraphInput,
  type Group,
  holdersDown,
  type Reading,
  readings,
  readTarget,
} from "./graph-rows.ts";
import { datesCross, hasContent, holderOf, isActive } from "./rows.ts";
import type { Graph, LinkProblem, Row } from "./types.ts";

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

type Report = (problem: LinkProblem) => void;
/**
 * Reads a record into a graph of one day. Never refuses: what is wrong is in `problems`, with the link, the party and
 * the remedy, and is read as the widest figures it allows. `before` may be an earlier graph of nearly the same record;
 * what did not change is then taken over, the result is the same.
 */
export function buildGraph(given: GraphInput, before?: Graph): Graph {
  const input = withFloats(given);
  return (before && editGraph(input, before)) ?? readGraph(input);
}

function readGraph(input: GraphInput): Graph {
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
  const groups = groupLinks(input, node, nodes, report);
  const read: (Reading | undefined)[] = [];
  const rows: Row[] = [];
  for (let at = 0; at < ids.length; at += 1) {
    const group = groups[at];
    const reading = group && readTarget(group);
    read.push(reading);
    rows.push(reading?.row ?? EMPTY);
    if (reading && reading.problems.length > 0) problems.push(...reading.problems);
  }
  problems.push(...closedLoops(rows, ids));
  const { asOf, parties, links } = input;
  const held = holdersDown(rows);
  const graph: Graph = { asOf, parties, links, problems, index, ids, nodes, rows, held };
  readings.set(graph, read);
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
