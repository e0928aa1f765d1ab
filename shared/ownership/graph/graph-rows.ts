import type { CivilDate } from "#shared/kernel";
import type { Link, Party } from "#shared/model";
import { componentsFrom } from "./components.ts";
import { readRow } from "./rows.ts";
import type { Graph, LinkProblem, Row } from "./types.ts";
import { FULL } from "./units.ts";

/** What a graph is made of: the whole record; links outside their dates on `asOf` are left out. */
export type GraphInput = {
  readonly parties: readonly Party[];
  readonly links: readonly Link[];
  readonly asOf: CivilDate;
};

/** The row of a party of whose holders nothing is recorded. */
export const EMPTY: Row = { equity: [], voting: [], ties: [] };

/** Rows with what is wrong in them, kept beside each graph: a small edit then re-reads the targets it touches only. */
export type Reading = { readonly row: Row; readonly problems: readonly LinkProblem[] };
/** What each graph was read from. */
export const readings = new WeakMap<Graph, readonly (Reading | undefined)[]>();

/** Groups that own all of themselves: nobody outside can be traced, whatever the figures say. */
export function closedLoops(rows: readonly Row[], ids: readonly string[]): LinkProblem[] {
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

/** For each node the nodes that it holds or controls. */
export function holdersDown(rows: readonly Row[]): number[][] {
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

/** The active links into one target, with the node of whoever each counts for. */
export type Group = { readonly links: Link[]; readonly holders: number[] };

const FINE: readonly LinkProblem[] = [];

/** Reads one target. */
export function readTarget({ links, holders }: Group): Reading {
  let problems = FINE;
  const row = readRow(links, holders, (problem) => {
    problems = [...problems, problem];
  });
  return { row, problems };
}
