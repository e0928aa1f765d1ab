import type { Ask, FactSource, Subject, SubjectKind } from "#shared/facts";
import { Explainer } from "../explain/because.ts";
import type { Lane } from "../pack/pack-schema.ts";
import type { BoundProgram, Program } from "../pack/program.ts";
import { type LaneTrace, QuestionFinder } from "../questions/ask.ts";
import type { CubeLimits } from "../questions/implicants.ts";
import { lawOf } from "../questions/law.ts";
import {
  type EvaluateOptions,
  isSilentOn,
  MILDEST,
  outcomeOf,
  prepare,
  type Severities,
  stepsOf,
  weigh,
  withNarrower,
} from "./evaluate-lane.ts";
import { findingOf, type Seen } from "./finding.ts";
import { AT_BEST, FAILS, HOLDS } from "./mask.ts";
import type { Finding, LaneCondition, TrackReport } from "./report-types.ts";
import { createRun } from "./run.ts";
import type { Trace } from "./trace.ts";
import { look } from "./walk.ts";

/** The rule named in the one finding of a day that the pack does not speak of. */
const SILENT_RULE = "pack-silent";

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
    facts: { missing: 0, next: [] },
    law: { state: "last-known", open: [], allWorst: lane },
    verify: [],
  };
}

/** Every finding, and what was seen of those that do not plainly fail. */
type Looks = { readonly findings: Finding[]; readonly open: readonly Look[] };
type Look = Seen & { readonly index: number };

/** Asks every rule of every subject it is about. */
function lookAll(bench: BoundProgram, facts: FactSource): Looks {
  const run = createRun(facts, bench.questions);
  const explainer = new Explainer(bench.backings);
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
      const trace = look(run, step.rule.when, subject);
      const seen = { step, subject, trace, told: explainer.explain(trace), index: findings.length };
      if (trace.mask !== FAILS) open.push(seen);
      findings.push(findingOf(seen, bench));
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

function isOpen({ mask }: Trace): boolean {
  return mask !== HOLDS && mask !== FAILS;
}

function severitiesOf(looks: readonly Look[]): Severities {
  const found: Severities = { best: MILDEST, worst: MILDEST, byLaw: MILDEST };
  for (const { trace, step } of looks) weigh(found, step.rule, trace.mask);
  return found;
}

/** Conditions that belong to the outcome: of rules that hold at its lane or only tell, and of what others have yet to state. */
function conditionsOf({ findings, open }: Looks, best: number): readonly LaneCondition[] {
  const found = new Map<string, LaneCondition>();
  for (const { index, step, trace } of open) {
    const finding = findings[index];
    if (finding === undefined || finding.conditions.length === 0) continue;
    const { severity } = step.rule;
    const counts = (trace.mask & AT_BEST) !== 0;
    const matters = severity === undefined || (counts ? severity <= best : severity < best);
    if (!matters) continue;
    for (const one of finding.conditions)
      found.set(`${one.id}|${one.subject.kind}|${one.subject.id}|${one.owner}`, one);
  }
  return [...found.entries()].sort(([a], [b]) => compareText(a, b)).map(([, one]) => one);
}

/** Parameters of which it is open what applies, as far as findings that are open themselves rest on them. */
function openLaw(looks: readonly Look[], bench: BoundProgram): readonly string[] {
  const wanted = new Set<string>();
  for (const { trace, told } of looks) {
    if (!isOpen(trace)) continue;
    for (const id of told.backings.flatMap((one) => one.parameters))
      if (bench.parameters.get(id)?.open !== undefined) wanted.add(id);
  }
  return [...wanted].sort(compareText);
}

function verifyOf(looks: readonly Look[], bench: BoundProgram): TrackReport["verify"] {
  return openLaw(looks, bench).map((parameter) => ({
    parameter,
    sources: bench.parameters.get(parameter)?.sources ?? [],
  }));
}

/** At most so many facts are named as the next ones to give. */
const MAX_NEXT = 5;

/** What is missing for the lane, in the order in which it is asked, and for the papers. */
function factsOf(
  asks: readonly Ask[],
  first: readonly string[],
  papers: readonly string[],
): TrackReport["facts"] {
  const paths = new Set([...asks.map(({ path }) => path), ...papers]);
  const asked = new Set(asks.map(({ path }) => path));
  const keys = new Set([...first, ...asks.map(({ key }) => key)]);
  const next = [...keys, ...papers.filter((path) => !asked.has(path))];
  return { missing: paths.size, next: next.slice(0, MAX_NEXT) };
}

function laneTraces(looks: readonly Look[]): readonly LaneTrace[] {
  return looks.flatMap(({ step: { rule }, trace }) =>
    rule.severity === undefined
      ? []
      : [{ severity: rule.severity, worst: rule.worst ?? rule.severity, trace }],
  );
}

/** Puts the questions: the lane's first, then each open finding's own. */
function putQuestions(
  { findings, open }: Looks,
  limits: CubeLimits | undefined,
): Pick<TrackReport, "ask" | "questions"> & { readonly asks: readonly Ask[] } {
  const traces = open.map(({ trace }) => trace).filter(isOpen);
  if (traces.length === 0) return { ask: [], questions: [], asks: [] };
  const asker = new QuestionFinder(traces, limits);
  const ask = asker.lane(laneTraces(open));
  const named = new Set<string>(ask.flat());
  for (const { index, trace } of open) {
    const finding = findings[index];
    if (finding === undefined || !isOpen(trace)) continue;
    const sets = asker.finding(trace);
    findings[index] = { ...finding, ask: sets };
    for (const set of sets) for (const key of set) named.add(key);
  }
  const asks = asker.asksOf(laneTraces(open).map(({ trace }) => trace));
  for (const { key } of asks.slice(0, MAX_NEXT)) named.add(key);
  return { ask, questions: asker.questions(named), asks };
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
  const severities = withNarrower(severitiesOf(looks.open), program, facts, options);
  const { ask, questions, asks } = putQuestions(looks, limits);
  const ofLanes = looks.open.filter(({ step }) => step.rule.severity !== undefined);
  return {
    ...outcomeOf(severities),
    findings: looks.findings,
    conditions: conditionsOf(looks, severities.best),
    ask,
    questions,
    facts: factsOf(asks, ask[0] ?? [], options.papers ?? []),
    law: lawOf(program, facts, options, openLaw(ofLanes, bench)),
    verify: verifyOf(looks.open, bench),
  };
}
