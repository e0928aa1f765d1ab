import type { Ask, Subject } from "#shared/facts";
import type { Bench } from "./bind.ts";
import type { Standing, Step } from "./evaluate-lane.ts";
import { type Mask, triOfMask } from "./mask.ts";
import { isPressOnly } from "./parameter.ts";
import type { Because, Citation, Finding, LaneCondition } from "./report-types.ts";
import type { Trace } from "./trace.ts";

/** One rule looked at for one subject. */
export type Seen = {
  readonly step: Step;
  readonly subject: Subject;
  readonly mask: Mask;
  readonly because: readonly Because[];
  /** Everything that was seen on the way; kept only where something is open. */
  readonly trace: Trace | undefined;
};

const NONE: readonly string[] = [];
const NO_SETS: readonly (readonly string[])[] = [];

function sourceIds(because: readonly Because[]): readonly string[] {
  if (because.every((one) => one.sources === undefined && one.children === undefined)) return NONE;
  return because.flatMap((one) => [...(one.sources ?? []), ...sourceIds(one.children ?? [])]);
}

function standingOf(step: Step, bench: Bench): Standing {
  if (step.standing) return step.standing;
  const { rule } = step;
  const notes = new Set(rule.notes);
  if (isPressOnly(rule.rule.sources, bench.sources)) notes.add("press-only");
  step.standing = { sources: cite(rule.rule.sources, bench), notes: [...notes].sort() };
  return step.standing;
}

function cite(ids: Iterable<string>, bench: Bench): readonly Citation[] {
  return [...new Set(ids)].flatMap((id) => {
    const source = bench.sources.get(id);
    if (source) return [{ id, authority: source.authority, date: source.date }];
    const entry = [...bench.parameters.values()].find((day) => day.lookup?.id === id)?.lookup;
    return entry ? [{ id, authority: "data" as const, date: entry.seenOn }] : [];
  });
}

function citationsOf(
  { node, rule }: Step,
  because: readonly Because[],
  standing: Standing,
  bench: Bench,
): readonly Citation[] {
  if (node.plain) return standing.sources;
  const more = sourceIds(because);
  return more.length === 0 ? standing.sources : cite([...rule.rule.sources, ...more], bench);
}

function parametersIn(because: readonly Because[]): readonly string[] {
  if (because.every((one) => one.kind === "fact" && one.children === undefined)) return NONE;
  return because.flatMap((one) => [
    ...(one.kind === "param" ? [one.id] : []),
    ...parametersIn(one.children ?? []),
  ]);
}

function notesOf(
  { node }: Step,
  because: readonly Because[],
  standing: Standing,
  bench: Bench,
): readonly string[] {
  if (node.plain) return standing.notes;
  const names = parametersIn(because);
  if (names.length === 0) return standing.notes;
  const notes = new Set(standing.notes);
  for (const id of names) for (const note of bench.parameters.get(id)?.notes ?? []) notes.add(note);
  return [...notes].sort();
}

/** The open facts of others that decide a finding: they become conditions, never questions to the buyer. */
function othersFacts(trace: Trace, into: Map<string, Ask>): undefined {
  if (triOfMask(trace.mask) !== "unknown") return;
  switch (trace.kind) {
    case "group":
      for (const part of trace.parts) othersFacts(part, into);
      return;
    case "not":
    case "def":
      return othersFacts(trace.part, into);
    case "relation":
      for (const ask of trace.related.complete ? [] : trace.related.ask)
        if (ask.owner !== "buyer") into.set(ask.key, ask);
      for (const part of trace.parts) othersFacts(part, into);
      return;
    case "fact": {
      const { answer } = trace;
      if (answer.known || answer.owner === "buyer") return;
      const own: Ask = {
        key: `${trace.bound.fact}@${trace.subject.id}`,
        fact: trace.bound.fact,
        subject: trace.subject,
        owner: answer.owner,
        path: "",
      };
      into.set(own.key, own);
      return;
    }
    default:
      return;
  }
}

const NO_CONDITIONS: readonly LaneCondition[] = [];

function conditionsOf(seen: Seen): readonly LaneCondition[] {
  const { subject, trace } = seen;
  const { rule } = seen.step;
  const own = rule.rule.conditions;
  if (own === undefined && trace === undefined) return NO_CONDITIONS;
  const found: LaneCondition[] = (own ?? []).map((one) => ({
    id: one.id,
    rule: rule.rule.id,
    subject,
    owner: one.owner,
  }));
  const others = new Map<string, Ask>();
  if (trace) othersFacts(trace, others);
  for (const ask of [...others.values()].sort((a, b) => (a.key < b.key ? -1 : 1)))
    found.push({ id: ask.fact, rule: rule.rule.id, subject: ask.subject, owner: ask.owner });
  return found;
}

/** What a rule says of a subject, made ready to be read; what to ask is put in once all open findings are known. */
export function findingOf(seen: Seen, bench: Bench): Finding {
  const { subject, because, step } = seen;
  const { rule } = step;
  const standing = standingOf(step, bench);
  const finding: Finding = {
    rule: rule.rule.id,
    subject,
    value: triOfMask(seen.mask),
    effect: rule.effect,
    because,
    ask: NO_SETS,
    conditions: conditionsOf(seen),
    notes: notesOf(step, because, standing, bench),
    sources: citationsOf(step, because, standing, bench),
  };
  return rule.rule.stop === true ? { ...finding, stop: true } : finding;
}

/** The commonest finding of all: the rule does not reach the subject. */
export function failedFinding(
  step: Step,
  subject: Subject,
  because: readonly Because[],
  bench: Bench,
): Finding {
  const { rule } = step;
  const standing = standingOf(step, bench);
  const plain = step.node.plain;
  const finding: Finding = {
    rule: rule.rule.id,
    subject,
    value: "fails",
    effect: rule.effect,
    because,
    ask: NO_SETS,
    conditions: NO_CONDITIONS,
    notes: plain ? standing.notes : notesOf(step, because, standing, bench),
    sources: plain ? standing.sources : citationsOf(step, because, standing, bench),
  };
  return rule.rule.stop === true ? { ...finding, stop: true } : finding;
}
