import { FAILS, HOLDS } from "./holders.ts";
import { ONE, type Rational, rational, times, toPercent, ZERO } from "./rational.ts";
import { aboveOf, type Rule, type Spread, spread } from "./spread.ts";
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

type Climb = {
  readonly top: number;
  readonly steps: readonly Step[];
  readonly nodes: readonly number[];
  readonly min: Rational;
  readonly max: Rational;
  readonly weight: number;
};

const share = (units: number): Rational => rational(BigInt(units), BigInt(FULL));

/** A holding as a step of a path. */
export function shareStep(graph: Graph, holding: Holding, target: number, measure: Measure): Step {
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
export function tieStep(graph: Graph, tie: ControlTie, target: number): Step {
  return {
    owner: graph.ids[tie.owner] ?? "",
    target: graph.ids[target] ?? "",
    links: [tie.link.id],
    by: tie.by,
    ...(tie.link.nomineeFor === undefined ? {} : { nominee: tie.link.owner }),
    certain: tie.value === "holds",
  };
}

function above(graph: Graph, climb: Climb, search: PathSearch): Climb[] {
  const row = graph.rows[climb.top];
  const found: Climb[] = [];
  const first = climb.steps.length === 0;
  for (const holding of row?.[search.measure] ?? []) {
    if (climb.nodes.includes(holding.owner) || holding.high === 0) continue;
    const keep = search.multiply || first;
    found.push({
      top: holding.owner,
      steps: [shareStep(graph, holding, climb.top, search.measure), ...climb.steps],
      nodes: [...climb.nodes, holding.owner],
      min: keep ? times(climb.min, share(holding.low)) : climb.min,
      max: keep ? times(climb.max, share(holding.high)) : climb.max,
      weight: climb.weight * (holding.high / FULL),
    });
  }
  for (const tie of search.ties ? (row?.ties ?? []) : []) {
    if (climb.nodes.includes(tie.owner)) continue;
    found.push({
      top: tie.owner,
      steps: [tieStep(graph, tie, climb.top), ...climb.steps],
      nodes: [...climb.nodes, tie.owner],
      min: first ? ZERO : climb.min,
      max: first ? ZERO : climb.max,
      weight: climb.weight,
    });
  }
  return found;
}

function takeHeaviest(open: Climb[]): Climb | undefined {
  let best = 0;
  for (let at = 1; at < open.length; at += 1)
    if ((open[at]?.weight ?? 0) > (open[best]?.weight ?? 0)) best = at;
  const taken = open[best];
  const last = open.pop();
  if (last && taken !== last) open[best] = last;
  return taken;
}

/** Chains from members of the set down to the target, the heaviest first; holders are not repeated within a chain. */
export function findPaths(graph: Graph, target: number, search: PathSearch): Path[] {
  const start: Climb = { top: target, steps: [], nodes: [target], min: ONE, max: ONE, weight: 1 };
  const open: Climb[] = above(graph, start, search);
  const found: Path[] = [];
  for (let tried = 0; tried < MOST_STEPS_TRIED && found.length < MOST_PATHS; tried += 1) {
    const climb = takeHeaviest(open);
    if (!climb) break;
    const code = search.members[climb.top] ?? FAILS;
    if (code !== FAILS) {
      const inner = climb.nodes.slice(1, -1);
      const sure = code === HOLDS && inner.every(search.sure);
      const min = sure ? climb.min : ZERO;
      found.push({ steps: climb.steps, min: toPercent(min), max: toPercent(climb.max) });
    }
    if (code !== HOLDS && search.passes(climb.top)) open.push(...above(graph, climb, search));
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
