import { aboveOf, type Rule, type Spread, spread } from "../solve/propagate.ts";
import { FAILS, HOLDS } from "./holders.ts";
import { ONE, type Rational, rational, times, toPercent, ZERO } from "./rational.ts";
import type { ControlTie, Graph, Holding, InterestQuery, Measure, Path, Step } from "./types.ts";
import { FULL, fromUnits, toUnits } from "./units.ts";

/** More paths than these explain nothing to anybody; the heaviest come first. */
const MOST_PATHS = 64;
const MOST_STEPS_TRIED = 2_000;

/** What a search for paths upwards from a target looks for. */
export type PathSearch = {
  readonly measure: Measure;
  /** Packed membership: a path ends at whoever is, or may be, in the set. */
  readonly members: Uint8Array;
  /** Which holders a path may pass through. */
  readonly passes: (node: number) => boolean;
  /** Which of those pass on for sure. */
  readonly sure: (node: number) => boolean;
  /** Shares multiply along the path; otherwise the last step is what counts. */
  readonly multiply: boolean;
  readonly ties: boolean;
};

/** A chain in the making, from the target upwards; steps are written out only for chains that are shown. */
type Climb = {
  readonly top: number;
  readonly below: Climb | undefined;
  /** What the top holds in the node below it. */
  readonly by: Holding | ControlTie | undefined;
  readonly weight: number;
};

const share = (units: number): Rational => rational(BigInt(units), BigInt(FULL));

/** A holding as a step of a path. */
function shareStep(graph: Graph, holding: Holding, target: number, measure: Measure): Step {
  const [first] = holding.links;
  const nominee = holding.links.find((link) => link.nomineeFor !== undefined)?.owner;
  const presumed = measure === "voting" && first?.voting === undefined;
  return {
    owner: graph.ids[holding.owner] ?? "",
    target: graph.ids[target] ?? "",
    links: holding.links.map((link) => link.id),
    by: "share",
    min: fromUnits(holding.low),
    max: fromUnits(holding.high),
    ...(nominee === undefined ? {} : { nominee }),
    ...(presumed ? { presumed } : {}),
    certain: holding.low > 0 || holding.lowOpen,
  };
}

/** A tie of agreement or board as a step of a path. */
function tieStep(graph: Graph, tie: ControlTie, target: number): Step {
  return {
    owner: graph.ids[tie.owner] ?? "",
    target: graph.ids[target] ?? "",
    links: [tie.link.id],
    by: tie.by,
    ...(tie.link.nomineeFor === undefined ? {} : { nominee: tie.link.owner }),
    certain: tie.value === "holds",
  };
}

function isTie(by: Holding | ControlTie): by is ControlTie {
  return "by" in by;
}

function passes(climb: Climb, node: number): boolean {
  for (let at: Climb | undefined = climb; at; at = at.below) if (at.top === node) return true;
  return false;
}

function above(graph: Graph, climb: Climb, search: PathSearch): Climb[] {
  const row = graph.rows[climb.top];
  const found: Climb[] = [];
  const { weight } = climb;
  for (const by of row?.[search.measure] ?? []) {
    if (by.high === 0 || passes(climb, by.owner)) continue;
    found.push({ top: by.owner, below: climb, by, weight: weight * (by.high / FULL) });
  }
  for (const by of search.ties ? (row?.ties ?? []) : [])
    if (!passes(climb, by.owner)) found.push({ top: by.owner, below: climb, by, weight });
  return found;
}

/** Chains that are still open, the heaviest on top (a binary heap). */
class Heap {
  readonly #items: Climb[] = [];

  push(climb: Climb): void {
    const items = this.#items;
    let at = items.push(climb) - 1;
    while (at > 0) {
      const up = (at - 1) >> 1;
      if ((items[up]?.weight ?? 0) >= climb.weight) break;
      items[at] = items[up] ?? climb;
      at = up;
    }
    items[at] = climb;
  }

  pop(): Climb | undefined {
    const items = this.#items;
    const top = items[0];
    const last = items.pop();
    if (top === undefined || last === undefined || items.length === 0) return top;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= items.length) break;
      if ((items[child + 1]?.weight ?? -1) > (items[child]?.weight ?? 0)) child += 1;
      if ((items[child]?.weight ?? 0) <= last.weight) break;
      items[at] = items[child] ?? last;
      at = child;
    }
    items[at] = last;
    return top;
  }
}

/** Writes out a chain from its top down, with what it contributes. */
function writePath(graph: Graph, climb: Climb, code: number, search: PathSearch): Path {
  const steps: Step[] = [];
  let sure = code === HOLDS;
  let min = ONE;
  let max = ONE;
  for (let at = climb; at.below && at.by; at = at.below) {
    const target = at.below.top;
    const last = at.below.below === undefined;
    if (at !== climb && !search.sure(at.top)) sure = false;
    if (isTie(at.by)) {
      steps.push(tieStep(graph, at.by, target));
      if (last) [min, max] = [ZERO, ZERO];
      continue;
    }
    steps.push(shareStep(graph, at.by, target, search.measure));
    if (!search.multiply && !last) continue;
    min = times(min, share(at.by.low));
    max = times(max, share(at.by.high));
  }
  return { steps, min: toPercent(sure ? min : ZERO), max: toPercent(max) };
}

/** Chains from members of the set down to the target, the heaviest first; holders are not repeated within a chain. */
export function findPaths(graph: Graph, target: number, search: PathSearch): Path[] {
  const open = new Heap();
  const start: Climb = { top: target, below: undefined, by: undefined, weight: 1 };
  for (const climb of above(graph, start, search)) open.push(climb);
  const found: Path[] = [];
  for (let tried = 0; tried < MOST_STEPS_TRIED && found.length < MOST_PATHS; tried += 1) {
    const climb = open.pop();
    if (!climb) break;
    const code = search.members[climb.top] ?? FAILS;
    if (code !== FAILS) found.push(writePath(graph, climb, code, search));
    if (code !== HOLDS && search.passes(climb.top))
      for (const next of above(graph, climb, search)) open.push(next);
  }
  return found;
}

/** The paths that make an interest, in the method that was asked for. */
export function pathsDown(graph: Graph, query: InterestQuery, members: Uint8Array): Path[] {
  const target = graph.index.get(query.target);
  if (target === undefined) return [];
  const common = { measure: query.measure, members, ties: false };
  if (query.method === "direct")
    return findPaths(graph, target, {
      ...common,
      passes: () => false,
      sure: () => true,
      multiply: false,
    });
  if (query.method === "integrated")
    return findPaths(graph, target, {
      ...common,
      passes: () => true,
      sure: () => true,
      multiply: true,
    });
  const line = { units: toUnits(query.over ?? "0"), inclusive: query.inclusive ?? false };
  const undisclosed = query.missing !== "ignore";
  return tierPaths(graph, target, members, {
    measure: query.measure,
    line,
    undisclosed,
    ties: false,
  });
}

/** Paths through holders that pass on under a rule; `counted` is computed where the caller does not have it. */
export function tierPaths(
  graph: Graph,
  target: number,
  members: Uint8Array,
  rule: Rule,
  counted: Spread = spread(graph, aboveOf(graph, target, rule.measure, rule.ties), members, rule),
): Path[] {
  return findPaths(graph, target, {
    measure: rule.measure,
    members,
    passes: (node) => counted.high[node] === 1,
    sure: (node) => counted.low[node] === 1,
    multiply: false,
    ties: rule.ties,
  });
}
