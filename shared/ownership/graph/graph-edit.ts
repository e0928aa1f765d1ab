import type { Link, Party } from "#shared/model";
import { closedLoops, EMPTY, type GraphInput, readings, readTarget } from "./graph-rows.ts";
import { datesCross, hasContent, holderOf, isActive } from "./rows.ts";
import type { Graph, LinkProblem, Row } from "./types.ts";

/** More changed links than these are read anew with everything else. */
const FEW = 64;

/** Where the links differ from those before; undefined when too many do or the record was cut. */
function changedLinks(links: readonly Link[], before: readonly Link[]): number[] | undefined {
  if (links.length < before.length) return undefined;
  const changed: number[] = [];
  for (let at = 0; at < links.length && changed.length <= FEW; at += 1)
    if (links[at] !== before[at]) changed.push(at);
  return changed.length > FEW ? undefined : changed;
}

/** The numbering with parties added at the end; undefined when the parties are not the earlier ones otherwise. */
function numbering(
  parties: readonly Party[],
  before: Graph,
): ReadonlyMap<string, number> | undefined {
  if (parties.length < before.ids.length) return undefined;
  if (before.ids.some((id, at) => id !== parties[at]?.id)) return undefined;
  if (parties.length === before.ids.length) return before.index;
  const index = new Map(before.index);
  for (let at = before.ids.length; at < parties.length; at += 1) {
    const id = parties[at]?.id ?? "";
    if (index.has(id)) return undefined;
    index.set(id, at);
  }
  return index;
}

/** Whether the earlier graph and its changed links are free of everything that only a full reading reports in order. */
function isPlainEdit(
  { links, asOf }: GraphInput,
  before: Graph,
  changed: readonly number[],
  known: (id: string) => boolean,
): boolean {
  if (asOf !== before.asOf) return false;
  // Every problem of a row or a ring names a measure or is a loop; any other comes from single links or ids.
  if (before.problems.some(({ kind }) => !ROW_PROBLEMS.includes(kind))) return false;
  return changed.every((at) => {
    const link = links[at];
    if (!link || !known(link.owner) || !known(link.target) || !known(holderOf(link))) return false;
    if (holderOf(link) === link.target || !hasContent(link) || datesCross(link)) return false;
    const sameId = before.links[at]?.id === link.id;
    return sameId || links.every(({ id }, other) => other === at || id !== link.id);
  });
}

const ROW_PROBLEMS: readonly LinkProblem["kind"][] = [
  "parallel-links",
  "above-hundred",
  "closed-loop",
];

/** The graph after a change of few links; undefined when it has to be read anew. */
export function editGraph(input: GraphInput, before: Graph): Graph | undefined {
  const changed = changedLinks(input.links, before.links);
  const old = readings.get(before);
  const index = numbering(input.parties, before);
  if (!changed || !old || !index) return undefined;
  if (!isPlainEdit(input, before, changed, (id) => index.has(id))) return undefined;
  const touched = new Set(
    changed.flatMap((at) =>
      [before.links[at]?.target, input.links[at]?.target].filter((id) => id !== undefined),
    ),
  );
  const added = input.parties.slice(before.ids.length);
  const ids = added.length === 0 ? before.ids : [...before.ids, ...added.map(({ id }) => id)];
  const node = (id: string) => index.get(id) ?? 0;
  const read = [...old, ...added.map(() => undefined)];
  const rows = [...before.rows, ...added.map(() => EMPTY)];
  const held = [...before.held, ...added.map((): number[] => [])];
  for (const id of touched) {
    const target = node(id);
    const links = input.links.filter((link) => link.target === id && isActive(link, input.asOf));
    const holders = links.map((link) => node(holderOf(link)));
    const reading = links.length > 0 ? readTarget({ links, holders }) : undefined;
    const past = rows[target] ?? EMPTY;
    const row = reading?.row ?? EMPTY;
    for (const owner of ownersOf(past)) held[owner] = without(held[owner] ?? [], target);
    for (const owner of ownersOf(row)) held[owner] = withNode(held[owner] ?? [], target);
    read[target] = reading;
    rows[target] = row;
  }
  const problems = read.flatMap((reading) => reading?.problems ?? []);
  problems.push(...closedLoops(rows, ids));
  const { asOf, parties, links } = input;
  const graph: Graph = { asOf, parties, links, problems, index, ids, nodes: parties, rows, held };
  readings.set(graph, read);
  return graph;
}

function ownersOf({ equity, voting, ties }: Row): Set<number> {
  return new Set([...equity, ...voting, ...ties].map(({ owner }) => owner));
}

const without = (nodes: readonly number[], node: number) => nodes.filter((each) => each !== node);

function withNode(nodes: readonly number[], node: number): number[] {
  const at = nodes.findIndex((each) => each > node);
  return at < 0 ? [...nodes, node] : [...nodes.slice(0, at), node, ...nodes.slice(at)];
}
