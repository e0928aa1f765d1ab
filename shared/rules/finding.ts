import type { Ask, Subject } from "#shared/facts";
import type { Asker } from "./ask.ts";
import type { Bench, BoundRule } from "./bind.ts";
import { triOfMask } from "./mask.ts";
import { isPressOnly } from "./parameter.ts";
import type { Because, Citation, Finding, LaneCondition } from "./report-types.ts";
import type { Trace } from "./trace.ts";

/** One rule looked at for one subject. */
export type Seen = { readonly rule: BoundRule; readonly subject: Subject; readonly trace: Trace };

function sourceIds(because: readonly Because[]): readonly string[] {
  return because.flatMap((one) => [...(one.sources ?? []), ...sourceIds(one.children ?? [])]);
}

function citationsOf(
  rule: BoundRule,
  because: readonly Because[],
  bench: Bench,
): readonly Citation[] {
  const ids = new Set([...rule.rule.sources, ...sourceIds(because)]);
  return [...ids].flatMap((id) => {
    const source = bench.sources.get(id);
    if (source) return [{ id, authority: source.authority, date: source.date }];
    const entry = [...bench.parameters.values()].find((day) => day.lookup?.id === id)?.lookup;
    return entry ? [{ id, authority: "data" as const, date: entry.seenOn }] : [];
  });
}

function parametersIn(because: readonly Because[]): readonly string[] {
  return because.flatMap((one) => [
    ...(one.kind === "param" ? [one.id] : []),
    ...parametersIn(one.children ?? []),
  ]);
}

function notesOf(rule: BoundRule, because: readonly Because[], bench: Bench): readonly string[] {
  const notes = new Set(rule.notes);
  if (isPressOnly(rule.rule.sources, bench.sources)) notes.add("press-only");
  for (const id of parametersIn(because))
    for (const note of bench.parameters.get(id)?.notes ?? []) notes.add(note);
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

function conditionsOf(seen: Seen): readonly LaneCondition[] {
  const { rule, subject, trace } = seen;
  const value = triOfMask(trace.mask);
  if (value === "fails") return [];
  const found: LaneCondition[] = (rule.rule.conditions ?? []).map((one) => ({
    id: one.id,
    rule: rule.rule.id,
    subject,
    owner: one.owner,
  }));
  const others = new Map<string, Ask>();
  othersFacts(trace, others);
  for (const ask of [...others.values()].sort((a, b) => (a.key < b.key ? -1 : 1)))
    found.push({ id: ask.fact, rule: rule.rule.id, subject: ask.subject, owner: ask.owner });
  return found;
}

/** What a rule says of a subject, made ready to be read. */
export function findingOf(
  seen: Seen,
  bench: Bench,
  asker: Asker,
  because: readonly Because[],
): Finding {
  const { rule, subject, trace } = seen;
  const value = triOfMask(trace.mask);
  return {
    rule: rule.rule.id,
    subject,
    value,
    effect: rule.effect,
    ...(rule.rule.stop === true ? { stop: true as const } : {}),
    because,
    ask: value === "unknown" ? asker.finding(trace) : [],
    conditions: conditionsOf(seen),
    notes: notesOf(rule, because, bench),
    sources: citationsOf(rule, because, bench),
  };
}
