import type { FactSource, Subject, SubjectKind } from "#shared/facts";
import { type CivilDate, canonicalJson } from "#shared/kernel";
import type { Lookup } from "#shared/model";
import { type BoundProgram, type BoundRule, bind } from "../compile/bind.ts";
import { type Lane, lanes, type Reading } from "../pack/pack-schema.ts";
import type { Program } from "../pack/program.ts";
import { type Check, type CheckNode, createNodeMaker } from "./check-node.ts";
import { allFactsOf, createFlatFacts, type FlatFacts, flatMask } from "./flat-facts.ts";
import { AT_BEST, AT_WORST, BY_LAW, FAILS, type Mask } from "./mask.ts";
import type { Citation } from "./report-types.ts";
import { createRun } from "./run.ts";

/** Which day's law, under which reading, with what a person looked up. */
export type EvaluateOptions = {
  readonly asOf: CivilDate;
  readonly reading: Reading;
  readonly lookups?: readonly Lookup[] | undefined;
};

/** The outcome of a track without its reasons. */
export type LaneOutcome = { readonly lane: Lane; readonly atBest: Lane; readonly atWorst: Lane };

const MAX_PREPARED = 32;

/** The last preparation of a program, found without building a key. */
const latest = new WeakMap<Program, BoundProgram>();

/** The program made ready for a day and reading; remembered, since a thousand drafts ask for the same day. */
export function prepare(program: Program, options: EvaluateOptions): BoundProgram {
  const plain = options.lookups === undefined || options.lookups.length === 0;
  if (!plain) return prepareNamed(program, options);
  const last = latest.get(program);
  if (last !== undefined && last.asOf === options.asOf && last.reading === options.reading)
    return last;
  const bench = prepareNamed(program, options);
  latest.set(program, bench);
  return bench;
}

function prepareNamed(program: Program, options: EvaluateOptions): BoundProgram {
  const own = options.lookups?.filter((entry) => entry.track === program.pack.track) ?? [];
  const day = `${options.asOf}|${options.reading}`;
  const key = own.length === 0 ? day : `${day}|${canonicalJson(own)}`;
  const known = program.prepared.get(key);
  if (known) return known;
  const bench = bind(program, options.asOf, options.reading, own);
  const oldest = program.prepared.keys().next();
  if (program.prepared.size >= MAX_PREPARED && oldest.done !== true)
    program.prepared.delete(oldest.value);
  program.prepared.set(key, bench);
  return bench;
}

/** What a finding cites and remarks. */
export type Support = {
  readonly sources: readonly Citation[];
  readonly notes: readonly string[];
};

/** What a rule cites and remarks by itself, and what came of it together with what decided findings so far. */
export type Standing = Support & { readonly more: Map<string, Support> };

/** A rule made ready to be asked. */
export type Step = {
  readonly rule: BoundRule;
  /** Place of its lane in the table; beyond the last where it only tells. */
  readonly severity: number;
  readonly node: CheckNode;
  /** Made when the first finding needs it. */
  standing: Standing | undefined;
};

const steps = new WeakMap<BoundProgram, readonly Step[]>();

/** The rules of a day, in order: those that set lanes from the most severe down, then those that only tell. */
export function stepsOf(bench: BoundProgram): readonly Step[] {
  const known = steps.get(bench);
  if (known) return known;
  const maker = createNodeMaker();
  const made = bench.rules.map(
    (rule): Step => ({
      rule,
      severity: rule.severity ?? lanes.length,
      node: maker(rule.when),
      standing: undefined,
    }),
  );
  steps.set(bench, made);
  return made;
}

/** A rule as the fast path takes it: a stretch of plain comparisons, or a function where there is more to it. */
type LaneStep = {
  readonly severity: number;
  readonly subject: SubjectKind;
  readonly from: number;
  readonly to: number;
  readonly check: Check | undefined;
};

type LanePath = { readonly flat: FlatFacts; readonly steps: readonly LaneStep[] };

const paths = new WeakMap<BoundProgram, LanePath>();

function pathOf(bench: BoundProgram): LanePath {
  const known = paths.get(bench);
  if (known) return known;
  const flat = createFlatFacts();
  const maker = createNodeMaker();
  const made = bench.laneRules.map((rule): LaneStep => {
    const facts = allFactsOf(rule.when);
    const common = { severity: rule.severity ?? MILDEST, subject: rule.subject };
    if (facts) return { ...common, ...flat.add(facts), check: undefined };
    return { ...common, from: 0, to: 0, check: maker(rule.when).check };
  });
  const path = { flat, steps: made };
  paths.set(bench, path);
  return path;
}

/** Severities of the worlds that decide a lane: places in the table of lanes, 0 the most severe. */
export type Severities = { best: number; worst: number; byLaw: number };

/** The mildest place of the table, where no rule of the pack reaches. */
export const MILDEST: number = lanes.length - 1;

function laneAt(severity: number): Lane {
  return lanes[severity] ?? "no-bar-found";
}

/**
 * lanes.md, algebra: `D` is what holds, `P` what would hold if every unknown went badly. Equal: that is the lane. Otherwise
 * `verify-first` where unverified law alone keeps `P` worse, else `needs-information`.
 */
export function outcomeOf({ best, worst, byLaw }: Severities): LaneOutcome {
  const atBest = laneAt(best);
  const atWorst = laneAt(worst);
  if (best === worst) return { lane: atBest, atBest, atWorst };
  return { lane: byLaw < best ? "verify-first" : "needs-information", atBest, atWorst };
}

/** Whether the pack speaks of the day at all. */
export function isSilentOn(program: Program, day: CivilDate): boolean {
  const first = program.pack.covers.from;
  return first !== null && day < first;
}

const SILENT: LaneOutcome = {
  lane: "verify-first",
  atBest: "verify-first",
  atWorst: "verify-first",
};

/**
 * The lane alone, for thousands of drafts: the same answer as `evaluate`, without reasons. Rules are asked from the most severe
 * down and no longer than they can matter.
 */
export function evaluateLane(
  program: Program,
  facts: FactSource,
  options: EvaluateOptions,
): LaneOutcome {
  if (isSilentOn(program, options.asOf)) return SILENT;
  const bench = prepare(program, options);
  const run = createRun(facts, bench.questions);
  const found: Severities = { best: MILDEST, worst: MILDEST, byLaw: MILDEST };
  const { flat, steps: path } = pathOf(bench);
  let kind: SubjectKind | undefined;
  let subjects: readonly Subject[] = [];
  for (const { severity, subject: about, from, to, check } of path) {
    if (severity >= found.best) break;
    if (about !== kind) {
      kind = about;
      subjects = facts.subjects(about);
    }
    for (const subject of subjects) {
      const mask = check ? check(run, subject) : flatMask(flat, run, from, to, subject);
      if (weigh(found, severity, mask)) break;
    }
  }
  return outcomeOf(found);
}

/** Takes one rule's answer into account; true when it holds, so that no other subject need be asked. */
function weigh(found: Severities, severity: number, mask: Mask): boolean {
  if (mask === FAILS) return false;
  if (mask & AT_WORST && severity < found.worst) found.worst = severity;
  if (mask & BY_LAW && severity < found.byLaw) found.byLaw = severity;
  if (!(mask & AT_BEST)) return false;
  found.best = severity;
  return true;
}
