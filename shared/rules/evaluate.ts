import type { FactSource, Subject } from "#shared/facts";
import { Asker, type LaneTrace } from "./ask.ts";
import { becauseOf } from "./because.ts";
import type { Bench, BoundRule } from "./bind.ts";
import {
  type EvaluateOptions,
  isSilentOn,
  MILDEST,
  outcomeOf,
  prepare,
  type Severities,
} from "./evaluate-lane.ts";
import { findingOf, type Seen } from "./finding.ts";
import { AT_BEST, AT_WORST, BY_LAW, triOfMask } from "./mask.ts";
import type { Lane } from "./pack-schema.ts";
import type { Program } from "./program.ts";
import type { Finding, LaneCondition, TrackReport } from "./report-types.ts";
import { Tracer } from "./trace.ts";

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

function see(bench: Bench, facts: FactSource): readonly Seen[] {
  const tracer = new Tracer(facts);
  const seen: Seen[] = [];
  for (const rule of bench.rules) {
    const subjects = [...facts.subjects(rule.subject)].sort((a, b) => compareText(a.id, b.id));
    for (const subject of subjects)
      seen.push({ rule, subject, trace: tracer.trace(rule.when, subject) });
  }
  return seen;
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function severitiesOf(seen: readonly Seen[]): Severities {
  const found: Severities = { best: MILDEST, worst: MILDEST, byLaw: MILDEST };
  for (const { rule, trace } of seen) {
    const { severity } = rule;
    if (severity === undefined) continue;
    if (trace.mask & AT_BEST) found.best = Math.min(found.best, severity);
    if (trace.mask & AT_WORST) found.worst = Math.min(found.worst, severity);
    if (trace.mask & BY_LAW) found.byLaw = Math.min(found.byLaw, severity);
  }
  return found;
}

/** Conditions that belong to the outcome: of rules that hold at its lane or only tell, and of what others have yet to state. */
function conditionsOf(
  findings: readonly { readonly finding: Finding; readonly rule: BoundRule }[],
  best: number,
): readonly LaneCondition[] {
  const found = new Map<string, LaneCondition>();
  for (const { finding, rule } of findings) {
    const matters =
      rule.severity === undefined ||
      (finding.value === "holds" ? rule.severity <= best : rule.severity < best);
    if (finding.value === "fails" || !matters) continue;
    for (const one of finding.conditions)
      found.set(`${one.id}|${one.subject.kind}|${one.subject.id}|${one.owner}`, one);
  }
  return [...found.entries()].sort(([a], [b]) => compareText(a, b)).map(([, one]) => one);
}

function verifyOf(
  seen: readonly Seen[],
  findings: readonly Finding[],
  bench: Bench,
): TrackReport["verify"] {
  const wanted = new Set<string>();
  for (const [index, finding] of findings.entries()) {
    const trace = seen[index]?.trace;
    if (trace === undefined || triOfMask(trace.mask) !== "unknown") continue;
    for (const id of namesOf(finding.because)) {
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

/**
 * The outcome of a track on a day under a reading, with every finding, what decided it, what is still to be asked and of whom
 * (lanes.md). Depends on nothing but its arguments; the order of rules, parties and keys never shows.
 */
export function evaluate(
  program: Program,
  facts: FactSource,
  options: EvaluateOptions,
): TrackReport {
  if (isSilentOn(program, options.asOf)) return silentReport(facts);
  const bench = prepare(program, options);
  const seen = see(bench, facts);
  const severities = severitiesOf(seen);
  const asker = new Asker(seen.map((one) => one.trace));
  const findings = seen.map((one) => findingOf(one, bench, asker, becauseOf(one.trace)));
  const lanes: LaneTrace[] = seen.flatMap(({ rule, trace }) =>
    rule.severity === undefined ? [] : [{ severity: rule.severity, trace }],
  );
  const ask = asker.lane(lanes);
  const named = new Set([...ask.flat(), ...findings.flatMap((finding) => finding.ask.flat())]);
  return {
    ...outcomeOf(severities),
    findings,
    conditions: conditionsOf(
      seen.map(({ rule }, index) => ({ rule, finding: findings[index] as Finding })),
      severities.best,
    ),
    ask,
    questions: asker.questions(named),
    verify: verifyOf(seen, findings, bench),
  };
}
