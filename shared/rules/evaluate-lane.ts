import type { FactSource, Related, Subject } from "#shared/facts";
import type { CivilDate } from "#shared/kernel";
import { canonicalJson } from "#shared/kernel";
import type { Lookup } from "#shared/model";
import { type Bench, type Bound, type BoundRule, bind } from "./bind.ts";
import { type Test, testMask } from "./compare.ts";
import {
  AT_BEST,
  AT_WORST,
  BUYER,
  BY_LAW,
  FAILS,
  HOLDS,
  type Mask,
  maskNot,
  OTHER,
} from "./mask.ts";
import { type Lane, lanes, type Reading } from "./pack-schema.ts";
import type { Program } from "./program.ts";

/** Which day's law, under which reading, with what a person looked up. */
export type EvaluateOptions = {
  readonly asOf: CivilDate;
  readonly reading: Reading;
  readonly lookups?: readonly Lookup[] | undefined;
};

/** The outcome of a track without its reasons. */
export type LaneOutcome = { readonly lane: Lane; readonly atBest: Lane; readonly atWorst: Lane };

/** One evaluation: the facts, and what definitions said of subjects already. */
type Run = { readonly facts: FactSource; readonly said: (Map<string, Mask> | undefined)[] };
type Check = (run: Run, subject: Subject) => Mask;

const MAX_PREPARED = 32;

/** The program made ready for a day and reading; remembered, since a thousand drafts ask for the same day. */
export function prepare(program: Program, options: EvaluateOptions): Bench {
  const lookups = options.lookups ?? [];
  const own = lookups.filter((entry) => entry.track === program.pack.track);
  const key = `${options.asOf}|${options.reading}|${own.length === 0 ? "" : canonicalJson(own)}`;
  const known = program.prepared.get(key);
  if (known) return known;
  const bench = bind(program, options.asOf, options.reading, own);
  const oldest = program.prepared.keys().next();
  if (program.prepared.size >= MAX_PREPARED && oldest.done !== true)
    program.prepared.delete(oldest.value);
  program.prepared.set(key, bench);
  return bench;
}

/** What it is worth that a relation may have more subjects than are known. */
export function incompleteMask(related: Related): Mask {
  const buyers = related.ask.length === 0 || related.ask.some((ask) => ask.owner === "buyer");
  return buyers ? BUYER : OTHER;
}

function checkFact(bound: Extract<Bound, { kind: "fact" }>): Check {
  const { fact, args, tests } = bound;
  const [only, ...more] = tests;
  if (only !== undefined && more.length === 0)
    return (run, subject) => testMask(only, run.facts.answer(fact, subject, args));
  return (run, subject) => {
    const answer = run.facts.answer(fact, subject, args);
    let mask = HOLDS;
    for (const test of tests as readonly Test[]) mask &= testMask(test, answer);
    return mask;
  };
}

function checkAll(parts: readonly Check[]): Check {
  return (run, subject) => {
    let mask = HOLDS;
    for (const part of parts) {
      mask &= part(run, subject);
      if (mask === FAILS) return FAILS;
    }
    return mask;
  };
}

function checkAny(parts: readonly Check[]): Check {
  return (run, subject) => {
    let mask = FAILS;
    for (const part of parts) {
      mask |= part(run, subject);
      if (mask === HOLDS) return HOLDS;
    }
    return mask;
  };
}

function checkSome(relation: string, inner: Check): Check {
  return (run, subject) => {
    const related = run.facts.related(relation, subject);
    let mask = related.complete ? FAILS : incompleteMask(related);
    for (const other of related.subjects) {
      mask |= inner(run, other);
      if (mask === HOLDS) return HOLDS;
    }
    return mask;
  };
}

function checkEvery(relation: string, inner: Check): Check {
  return (run, subject) => {
    const related = run.facts.related(relation, subject);
    // Of nothing at all, nothing is said: an empty relation satisfies no "every".
    if (related.complete && related.subjects.length === 0) return FAILS;
    let mask = related.complete ? HOLDS : incompleteMask(related);
    for (const other of related.subjects) {
      mask &= inner(run, other);
      if (mask === FAILS) return FAILS;
    }
    return mask;
  };
}

function checkDefinition(slot: number, inner: Check): Check {
  return (run, subject) => {
    let said = run.said[slot];
    if (said === undefined) {
      said = new Map();
      run.said[slot] = said;
    }
    const known = said.get(subject.id);
    if (known !== undefined) return known;
    const mask = inner(run, subject);
    said.set(subject.id, mask);
    return mask;
  };
}

function checkOf(bound: Bound, definitions: Map<number, Check>): Check {
  switch (bound.kind) {
    case "all":
      return checkAll(bound.of.map((part) => checkOf(part, definitions)));
    case "any":
      return checkAny(bound.of.map((part) => checkOf(part, definitions)));
    case "not": {
      const inner = checkOf(bound.of, definitions);
      return (run, subject) => maskNot(inner(run, subject));
    }
    case "def": {
      const done = definitions.get(bound.slot);
      if (done) return done;
      const check = checkDefinition(bound.slot, checkOf(bound.of, definitions));
      definitions.set(bound.slot, check);
      return check;
    }
    case "fact":
      return checkFact(bound);
    case "known":
      return (run, subject) =>
        run.facts.answer(bound.fact, subject, bound.args).known ? HOLDS : FAILS;
    case "some":
      return checkSome(bound.relation, checkOf(bound.of, definitions));
    case "every":
      return checkEvery(bound.relation, checkOf(bound.of, definitions));
    case "param": {
      const { mask } = bound;
      return () => mask;
    }
  }
}

type Step = { readonly rule: BoundRule; readonly severity: number; readonly check: Check };

const steps = new WeakMap<Bench, readonly Step[]>();

function stepsOf(bench: Bench): readonly Step[] {
  const known = steps.get(bench);
  if (known) return known;
  const definitions = new Map<number, Check>();
  const made = bench.laneRules.map((rule) => ({
    rule,
    severity: rule.severity ?? lanes.length - 1,
    check: checkOf(rule.when, definitions),
  }));
  steps.set(bench, made);
  return made;
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
  const run: Run = { facts, said: new Array(bench.definitionSlots) };
  const found: Severities = { best: MILDEST, worst: MILDEST, byLaw: MILDEST };
  for (const { rule, severity, check } of stepsOf(bench)) {
    if (severity >= found.best) break;
    for (const subject of facts.subjects(rule.subject)) {
      const mask = check(run, subject);
      if (mask & AT_WORST && severity < found.worst) found.worst = severity;
      if (mask & BY_LAW && severity < found.byLaw) found.byLaw = severity;
      if (mask & AT_BEST) {
        found.best = severity;
        break;
      }
    }
  }
  return outcomeOf(found);
}
