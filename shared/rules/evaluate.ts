import type { FactSource, Subject, SubjectKind } from "#shared/facts";
import { Asker, type LaneTrace } from "./ask.ts";
import { becauseOf } from "./because.ts";
import type { Bench } from "./bind.ts";
import { createRun } from "./check-node.ts";
import type { CubeLimits } from "./cubes.ts";
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
import type { Lane } from "./pack-schema.ts";
import type { Program } from "./program.ts";
import type { Finding, LaneCondition, TrackReport } from "./report-types.ts";
import { type Trace, Tracer } from "./trace.ts";

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

/** Asks every rule of every subject it is about; what is open is looked at once more, to know what to ask. */
function lookAll(bench: Bench, facts: FactSource): readonly Seen[] {
  const run = createRun(facts, bench.questions);
  const tracer = new Tracer(facts);
  const subjects = new Map<SubjectKind, readonly Subject[]>();
  const all: Seen[] = [];
  for (const step of stepsOf(bench)) {
    const { rule, node } = step;
    let kind = subjects.get(rule.subject);
    if (kind === undefined) {
      kind = [...facts.subjects(rule.subject)].sort((a, b) => compareText(a.id, b.id));
      subjects.set(rule.subject, kind);
    }
    for (const subject of kind) {
      const mask = node.check(run, subject);
      const decided = mask === HOLDS || mask === FAILS;
      const trace = decided ? undefined : tracer.trace(rule.when, subject);
      all.push({ step, subject, mask, trace, because: becauseOf(node, run, subject, mask) });
    }
  }
  return all;
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function severitiesOf(looks: readonly Seen[]): Severities {
  const found: Severities = { best: MILDEST, worst: MILDEST, byLaw: MILDEST };
  for (const { mask, step } of looks) {
    const { severity } = step.rule;
    if (severity === undefined || mask === FAILS) continue;
    if (mask & AT_BEST) found.best = Math.min(found.best, severity);
    if (mask & AT_WORST) found.worst = Math.min(found.worst, severity);
    if (mask & BY_LAW) found.byLaw = Math.min(found.byLaw, severity);
  }
  return found;
}

/** Conditions that belong to the outcome: of rules that hold at its lane or only tell, and of what others have yet to state. */
function conditionsOf(
  looks: readonly Seen[],
  findings: readonly Finding[],
  best: number,
): readonly LaneCondition[] {
  const found = new Map<string, LaneCondition>();
  for (let index = 0; index < findings.length; index += 1) {
    const finding = findings[index];
    if (finding === undefined || finding.conditions.length === 0) continue;
    const severity = looks[index]?.step.rule.severity;
    const matters =
      severity === undefined || (finding.value === "holds" ? severity <= best : severity < best);
    if (!matters) continue;
    for (const one of finding.conditions)
      found.set(`${one.id}|${one.subject.kind}|${one.subject.id}|${one.owner}`, one);
  }
  return [...found.entries()].sort(([a], [b]) => compareText(a, b)).map(([, one]) => one);
}

function verifyOf(looks: readonly Seen[], bench: Bench): TrackReport["verify"] {
  const wanted = new Set<string>();
  for (const { trace, because } of looks) {
    if (trace === undefined) continue;
    for (const id of namesOf(because)) {
      const state = bench.parameters.get(id)?.state;
      if (state === "unverified" || state === "silent") wanted.add(id);
    }
  }
  return [...wanted]
    .sort(compareText)
    .map((parameter) => ({ parameter, sources: bench.parameters.get(parameter)?.sources ?? [] }));
}

function namesOf(because: Finding["because"]): readonly string[] {
  return because.flatMap((one) => [
    ...(one.kind === "param" ? [one.id] : []),
    ...namesOf(one.children ?? []),
  ]);
}

function openTraces(looks: readonly Seen[]): readonly Trace[] {
  const open: Trace[] = [];
  for (const { trace } of looks) if (trace !== undefined) open.push(trace);
  return open;
}

function laneTraces(looks: readonly Seen[]): readonly LaneTrace[] {
  return looks.flatMap(({ step: { rule }, mask, trace }) =>
    rule.severity === undefined || mask === FAILS ? [] : [{ severity: rule.severity, mask, trace }],
  );
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
  const severities = severitiesOf(looks);
  const open = openTraces(looks);
  const asker = open.length > 0 ? new Asker(open, limits) : undefined;
  const ask = asker === undefined ? [] : asker.lane(laneTraces(looks));
  const findings = looks.map((seen) => findingOf(seen, bench, asker));
  const named = new Set<string>(ask.flat());
  for (const finding of findings)
    for (const set of finding.ask) for (const key of set) named.add(key);
  return {
    ...outcomeOf(severities),
    findings,
    conditions: conditionsOf(looks, findings, severities.best),
    ask,
    questions: asker?.questions(named) ?? [],
    verify: asker === undefined ? [] : verifyOf(looks, bench),
  };
}
