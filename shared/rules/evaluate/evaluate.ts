import type { FactSource, Subject, SubjectKind } from "#shared/facts";
import type { BoundProgram } from "../compile/bind.ts";
import { beginTelling, explained } from "../explain/because.ts";
import { Tracer } from "../explain/trace.ts";
import type { Lane } from "../pack/pack-schema.ts";
import type { Program } from "../pack/program.ts";
import { type LaneTrace, QuestionFinder } from "../questions/ask.ts";
import type { CubeLimits } from "../questions/implicants.ts";
import {
  type EvaluateOptions,
  isSilentOn,
  MILDEST,
  outcomeOf,
  prepare,
  type Severities,
  stepsOf,
} from "./evaluate-lane.ts";
import { findingOf, type Seen } from "./finding.ts";
import { AT_BEST, AT_WORST, BY_LAW, FAILS, HOLDS } from "./mask.ts";
import type { Finding, LaneCondition, TrackReport } from "./report-types.ts";
import { createRun } from "./run.ts";

/** The rule named in the one finding of a day that the pack does not speak of. */
export const SILENT_RULE = "pack-silent";

function silentReport(facts: FactSource): TrackReport {
  const subject: Subject = facts.subjects("order")[0] ?? { kind: "order", id: "-" };
  const lane: Lane = "verify-first";
  const finding: Finding = {
    rule: SILENT_RULE,
    subject,
    value: "holds",
    effect: lane,
    because: [],
    ask: [],
    conditions: [],
    notes: ["verify"],
    sources: [],
  };
  return {
    lane,
    atBest: lane,
    atWorst: lane,
    findings: [finding],
    conditions: [],
    ask: [],
    questions: [],
    verify: [],
  };
}

/** Every finding, and what was seen of those that do not plainly fail. */
type Looks = { readonly findings: Finding[]; readonly open: readonly Look[] };
type Look = Seen & { readonly index: number };

/** Asks every rule of every subject it is about; what is open is looked at once more, to know what to ask. */
function lookAll(bench: BoundProgram, facts: FactSource): Looks {
  const run = createRun(facts, bench.questions);
  const tracer = new Tracer(facts);
  const findings: Finding[] = [];
  const open: Look[] = [];
  let kind: SubjectKind | undefined;
  let subjects: readonly Subject[] = [];
  for (const step of stepsOf(bench)) {
    if (step.rule.subject !== kind) {
      kind = step.rule.subject;
      subjects = inOrder(facts.subjects(kind));
    }
    for (const subject of subjects) {
      const told = beginTelling(bench.backings);
      const mask = explained(step.node, run, subject, told);
      const isOpen = mask !== HOLDS && mask !== FAILS;
      const trace = isOpen ? tracer.trace(step.rule.when, subject) : undefined;
      const look = { step, subject, mask, told, trace, index: findings.length };
      if (mask !== FAILS) open.push(look);
      findings.push(findingOf(look, bench));
    }
  }
  return { findings, open };
}

function inOrder(subjects: readonly Subject[]): readonly Subject[] {
  return subjects.length < 2 ? subjects : [...subjects].sort((a, b) => compareText(a.id, b.id));
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function severitiesOf(looks: readonly Look[]): Severities {
  const found: Severities = { best: MILDEST, worst: MILDEST, byLaw: MILDEST };
  for (const { mask, step } of looks) {
    const { severity } = step.rule;
    if (severity === undefined) continue;
    if (mask & AT_BEST) found.best = Math.min(found.best, severity);
    if (mask & AT_WORST) found.worst = Math.min(found.worst, severity);
    if (mask & BY_LAW) found.byLaw = Math.min(found.byLaw, severity);
  }
  return found;
}

/** Conditions that belong to the outcome: of rules that hold at its lane or only tell, and of what others have yet to state. */
function conditionsOf({ findings, open }: Looks, best: number): readonly LaneCondition[] {
  const found = new Map<string, LaneCondition>();
  for (const { index, step } of open) {
    const finding = findings[index];
    if (finding === undefined || finding.conditions.length === 0) continue;
    const { severity } = step.rule;
    const matters =
      severity === undefined || (finding.value === "holds" ? severity <= best : severity < best);
    if (!matters) continue;
    for (const one of finding.conditions)
      found.set(`${one.id}|${one.subject.kind}|${one.subject.id}|${one.owner}`, one);
  }
  return [...found.entries()].sort(([a], [b]) => compareText(a, b)).map(([, one]) => one);
}

function verifyOf(looks: readonly Look[], bench: BoundProgram): TrackReport["verify"] {
  const wanted = new Set<string>();
  for (const { trace, told } of looks) {
    if (trace === undefined) continue;
    for (const id of told.backings.flatMap((one) => one.parameters)) {
      const state = bench.parameters.get(id)?.state;
      if (state === "unverified" || state === "silent") wanted.add(id);
    }
  }
  return [...wanted]
    .sort(compareText)
    .map((parameter) => ({ parameter, sources: bench.parameters.get(parameter)?.sources ?? [] }));
}

function laneTraces(looks: readonly Look[]): readonly LaneTrace[] {
  return looks.flatMap(({ step: { rule }, mask, trace }) =>
    rule.severity === undefined ? [] : [{ severity: rule.severity, mask, trace }],
  );
}

/** Puts the questions: the lane's first, then each open finding's own. */
function putQuestions(
  { findings, open }: Looks,
  limits: CubeLimits | undefined,
): Pick<TrackReport, "ask" | "questions"> {
  const traces = open.flatMap(({ trace }) => (trace === undefined ? [] : [trace]));
  if (traces.length === 0) return { ask: [], questions: [] };
  const asker = new QuestionFinder(traces, limits);
  const ask = asker.lane(laneTraces(open));
  const named = new Set<string>(ask.flat());
  for (const { index, trace } of open) {
    const finding = findings[index];
    if (finding === undefined || trace === undefined) continue;
    const sets = asker.finding(trace);
    findings[index] = { ...finding, ask: sets };
    for (const set of sets) for (const key of set) named.add(key);
  }
  return { ask, questions: asker.questions(named) };
}

/**
 * The outcome of a track on a day under a reading, with every finding, what decided it, what is still to be asked and of whom
 * (lanes.md). Depends on nothing but its arguments; the order of rules, parties and keys never shows. `limits` bound the search for
 * sets of questions; the usual ones are far from being reached by real packs.
 */
export function evaluate(
  program: Program,
  facts: FactSource,
  options: EvaluateOptions,
  limits?: CubeLimits,
): TrackReport {
  if (isSilentOn(program, options.asOf)) return silentReport(facts);
  const bench = prepare(program, options);
  const looks = lookAll(bench, facts);
  const severities = severitiesOf(looks.open);
  const { ask, questions } = putQuestions(looks, limits);
  return {
    ...outcomeOf(severities),
    findings: looks.findings,
    conditions: conditionsOf(looks, severities.best),
    ask,
    questions,
    verify: verifyOf(looks.open, bench),
  };
}
