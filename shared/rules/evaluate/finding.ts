import type { Ask, Subject } from "#shared/facts";
import type { BoundProgram } from "../compile/bind.ts";
import type { Telling } from "../explain/because.ts";
import type { Trace } from "../explain/trace.ts";
import { isPressOnly } from "../pack/parameter.ts";
import type { Standing, Step, Support } from "./evaluate-lane.ts";
import { FAILS, type Mask, triOfMask } from "./mask.ts";
import type { Citation, Finding, LaneCondition } from "./report-types.ts";

/** One rule looked at for one subject. */
export type Seen = {
  readonly step: Step;
  readonly subject: Subject;
  readonly mask: Mask;
  readonly told: Telling;
  /** Everything that was seen on the way; kept only where something is open. */
  readonly trace: Trace | undefined;
};

/** What decides a rule comes in a few forms; should a draft have very many, they are not all kept. */
const MAX_REMEMBERED = 64;

const NO_SETS: readonly (readonly string[])[] = [];

function standingOf(step: Step, bench: BoundProgram): Standing {
  if (step.standing) return step.standing;
  const { rule } = step;
  const notes = new Set(rule.notes);
  if (isPressOnly(rule.rule.sources, bench.sources)) notes.add("press-only");
  step.standing = {
    sources: cite(rule.rule.sources, bench),
    notes: [...notes].sort(),
    more: new Map(),
  };
  return step.standing;
}

function cite(ids: Iterable<string>, bench: BoundProgram): readonly Citation[] {
  return [...new Set(ids)].flatMap((id) => {
    const source = bench.sources.get(id);
    if (source) return [{ id, authority: source.authority, date: source.date }];
    const entry = [...bench.parameters.values()].find((day) => day.lookup?.id === id)?.lookup;
    return entry ? [{ id, authority: "data" as const, date: entry.seenOn }] : [];
  });
}

/** What a finding cites and remarks; reasons that rest on the same give the same two lists, made once. */
function supportOf(
  { rule }: Step,
  { backings }: Telling,
  standing: Standing,
  bench: BoundProgram,
): Support {
  if (backings.length === 0) return standing;
  let key = "";
  for (const citations of backings) key += `,${citations.id}`;
  const known = standing.more.get(key);
  if (known) return known;
  if (standing.more.size >= MAX_REMEMBERED) standing.more.clear();
  const notes = new Set(standing.notes);
  for (const id of backings.flatMap((one) => one.parameters))
    for (const note of bench.parameters.get(id)?.notes ?? []) notes.add(note);
  const cited = backings.flatMap((one) => one.sources);
  const made: Support = {
    sources: cite([...rule.rule.sources, ...cited], bench),
    notes: [...notes].sort(),
  };
  standing.more.set(key, made);
  return made;
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
      // What nobody can be asked for is no condition: another finding says what to do about it.
      if (answer.known || answer.owner === "buyer" || answer.ask.length === 0) return;
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
export function findingOf(seen: Seen, bench: BoundProgram): Finding {
  const { subject, told, step } = seen;
  const { rule } = step;
  const { sources, notes } = supportOf(step, told, standingOf(step, bench), bench);
  const finding: Finding = {
    rule: rule.rule.id,
    subject,
    value: triOfMask(seen.mask),
    effect: rule.effect,
    because: told.because,
    ask: NO_SETS,
    conditions: seen.mask === FAILS ? NO_CONDITIONS : conditionsOf(seen),
    notes,
    sources,
  };
  return rule.rule.stop === true ? { ...finding, stop: true } : finding;
}
