import type { FactSource, Subject, SubjectKind } from "#shared/facts";
import { type CivilDate, canonicalJson } from "#shared/kernel";
import { bind, type LawKnown, reachOf } from "../compile/bind.ts";
import { narrowsWhenRead } from "../compile/polarity.ts";
import { type Lane, lanes, type Reading, readings } from "../pack/pack-schema.ts";
import type { BoundProgram, BoundRule, Program } from "../pack/program.ts";
import { AT_BEST, AT_WORST, BY_LAW, FAILS, HOLDS, type Mask } from "./mask.ts";
import type { Citation } from "./report-types.ts";
import { createRun } from "./run.ts";
import { walk } from "./walk.ts";

/** Which day's law, under which reading, with what a person looked up. */
export type EvaluateOptions = LawKnown & {
  readonly asOf: CivilDate;
  readonly reading: Reading;
  /** Fields that the track's papers still need; they count among the missing facts and move no lane. */
  readonly papers?: readonly string[] | undefined;
};

/** The outcome of a track without its reasons. */
export type LaneOutcome = { readonly lane: Lane; readonly atBest: Lane; readonly atWorst: Lane };

const MAX_PREPARED = 200;

/** The last preparation of a program, found without building a key. */
const latest = new WeakMap<Program, BoundProgram>();

/** The program made ready for a day and reading; remembered, since a thousand drafts ask for the same day. */
export function prepare(program: Program, options: EvaluateOptions): BoundProgram {
  const { lookups = [], supposed } = options;
  if (lookups.length > 0 || supposed !== undefined) return prepareNamed(program, options);
  const last = latest.get(program);
  if (last !== undefined && last.asOf === options.asOf && last.reading === options.reading)
    return last;
  const bench = prepareNamed(program, options);
  latest.set(program, bench);
  return bench;
}

/** Everything that the preparation depends on, as text. */
function nameOf({ asOf, reading, lookups = [], confirmed, supposed }: EvaluateOptions): string {
  const day = `${asOf}|${reading}`;
  if (lookups.length === 0 && supposed === undefined) return day;
  const sure = lookups.map(({ id }) => confirmed?.has(id) === true);
  return `${day}|${canonicalJson([lookups, sure, [...(supposed ?? [])]])}`;
}

function prepareNamed(program: Program, options: EvaluateOptions): BoundProgram {
  const lookups = options.lookups?.filter((entry) => entry.track === program.pack.track) ?? [];
  const own = { ...options, lookups };
  const key = nameOf(own);
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
  /** Made when the first finding needs it. */
  standing: Standing | undefined;
};

const steps = new WeakMap<BoundProgram, readonly Step[]>();

/** The rules of a day, in order: those that set lanes from the most severe down, then those that only tell. */
export function stepsOf(bench: BoundProgram): readonly Step[] {
  const known = steps.get(bench);
  if (known) return known;
  const made = bench.rules.map((rule): Step => ({ rule, standing: undefined }));
  steps.set(bench, made);
  return made;
}

/** The most severe lane in each world that decides: places in the table of lanes, 0 the most severe. */
export type Severities = { best: number; worst: number; byLaw: number };

/** The mildest place of the table, where no rule of the pack reaches. */
export const MILDEST: number = lanes.length - 1;
const VERIFY = lanes.indexOf("verify-first");
const NEEDS = lanes.indexOf("needs-information");

function laneAt(severity: number): Lane {
  return lanes[severity] ?? "no-bar-found";
}

/**
 * lanes.md, algebra: the most severe of `D`, `L` but no more than verify-first, `P` but no more than needs-information. What is so
 * at best is so at worst as well, so that the lane always lies between the two.
 */
export function outcomeOf({ best, worst, byLaw }: Severities): LaneOutcome {
  const law = Math.min(best, byLaw);
  const all = Math.min(law, worst);
  const lane = Math.min(best, Math.max(law, VERIFY), Math.max(all, NEEDS));
  return { lane: laneAt(lane), atBest: laneAt(best), atWorst: laneAt(all) };
}

/** Takes one rule's answer into account; true when nothing more can come of it, so that no other subject need be asked. */
export function weigh(found: Severities, rule: BoundRule, mask: Mask): boolean {
  if (mask === FAILS || rule.severity === undefined) return false;
  const { severity, worst = severity } = rule;
  if (mask & AT_WORST && worst < found.worst) found.worst = worst;
  if (mask & BY_LAW && worst < found.byLaw) found.byLaw = worst;
  if (mask & AT_BEST && severity < found.best) found.best = severity;
  return mask === HOLDS;
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

/** The most severe lanes of one reading alone. */
function severitiesOf(program: Program, facts: FactSource, options: EvaluateOptions): Severities {
  const bench = prepare(program, options);
  const run = createRun(facts, bench.questions);
  const found: Severities = { best: MILDEST, worst: MILDEST, byLaw: MILDEST };
  let kind: SubjectKind | undefined;
  let subjects: readonly Subject[] = [];
  for (const rule of bench.laneRules) {
    if (reachOf(rule) >= found.best) break;
    if (rule.subject !== kind) {
      kind = rule.subject;
      subjects = facts.subjects(kind);
    }
    for (const subject of subjects)
      if (weigh(found, rule, walk(run, rule.when, subject, false))) break;
  }
  return found;
}

/** Adds what narrower readings say, where a rule of the pack could become milder as the reading widens. */
export function withNarrower(
  found: Severities,
  program: Program,
  facts: FactSource,
  options: EvaluateOptions,
): Severities {
  if (options.reading === "narrow" || !narrowsWhenRead(program)) return found;
  const merged = { ...found };
  for (const reading of readings.slice(0, readings.indexOf(options.reading))) {
    const own = severitiesOf(program, facts, { ...options, reading });
    merged.best = Math.min(merged.best, own.best);
    merged.worst = Math.min(merged.worst, own.worst);
    merged.byLaw = Math.min(merged.byLaw, own.byLaw);
  }
  return merged;
}

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
  const found = severitiesOf(program, facts, options);
  return outcomeOf(withNarrower(found, program, facts, options));
}
