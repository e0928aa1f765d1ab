import type { Ask, Subject } from "#shared/facts";
import type { Explanation } from "../explain/because.ts";
import { lanes } from "../pack/pack-schema.ts";
import { isPressOnly } from "../pack/parameter.ts";
import type { BoundProgram } from "../pack/program.ts";
import type { Standing, Step, Support } from "./evaluate-lane.ts";
import { FAILS, HOLDS, triOfMask } from "./mask.ts";
import type { Citation, Finding, LaneCondition } from "./report-types.ts";
import type { Trace } from "./trace.ts";

/** One rule looked at for one subject. */
export type Seen = {
  readonly step: Step;
  readonly subject: Subject;
  readonly trace: Trace;
  readonly told: Explanation;
};

/** What decides a rule comes in a few forms; should a draft have very many, they are not all kept. */
const MAX_REMEMBERED = 64;

const NO_SETS: readonly (readonly string[])[] = [];

function standingOf(step: Step, bench: BoundProgram): Standing {
  if (step.standing) return step.standing;
  const { rule } = step;
  const notes = new Set(rule.notes);
  if (isPressOnly(rule.rule.sources, bench.sources)) notes.add("press-only");
  const sources = cite(rule.rule.sources, bench);
  if (sources.some((source) => isLater(source, bench.asOf))) notes.add("looks-back");
  step.standing = {
    sources,
    notes: [...notes].sort(),
    more: new Map(),
  };
  return step.standing;
}

function cite(ids: Iterable<string>, bench: BoundProgram): readonly Citation[] {
  return [...new Set(ids)].flatMap((id) => {
    const source = bench.sources.get(id);
    if (source) return [{ id, authority: source.authority, date: source.date }];
    const entry = [...bench.parameters.values()]
      .flatMap(({ lookups }) => lookups)
      .find((one) => one.id === id);
    return entry ? [{ id, authority: "data" as const, date: entry.seenOn }] : [];
  });
}

/** Whether a text came after the day asked: what it says of that day is told by looking back. */
function isLater({ date }: Citation, asOf: string): boolean {
  return date !== null && date > asOf.slice(0, date.length);
}

/** What a finding cites and remarks; reasons that rest on the same give the same two lists, made once. */
function supportOf(
  { rule }: Step,
  { backings }: Explanation,
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
  const cited = cite([...rule.rule.sources, ...backings.flatMap((one) => one.sources)], bench);
  if (cited.some((source) => isLater(source, bench.asOf))) notes.add("looks-back");
  for (const id of backings.flatMap((one) => one.parameters))
    for (const note of bench.parameters.get(id)?.notes ?? []) notes.add(note);
  const made: Support = { sources: cited, notes: [...notes].sort() };
  standing.more.set(key, made);
  return made;
}

/** The open facts of others that decide a finding: they become conditions, never questions to the buyer. */
function othersFacts(trace: Trace, into: Map<string, Ask>): undefined {
  if (triOfMask(trace.mask) !== "unknown") return;
  switch (trace.kind) {
    case "group":
    case "law":
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
  if (own === undefined && trace.mask === HOLDS) return NO_CONDITIONS;
  const found: LaneCondition[] = (own ?? []).map((one) => ({
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

/** What a rule says of a subject, made ready to be read; what to ask is put in once all open findings are known. */
export function findingOf(seen: Seen, bench: BoundProgram): Finding {
  const { subject, trace, told, step } = seen;
  const { rule } = step;
  const { sources, notes } = supportOf(step, told, standingOf(step, bench), bench);
  const finding: Finding = {
    rule: rule.rule.id,
    subject,
    value: triOfMask(trace.mask),
    effect: rule.effect,
    because: told.because,
    ask: NO_SETS,
    conditions: trace.mask === FAILS ? NO_CONDITIONS : conditionsOf(seen),
    notes,
    sources,
  };
  const { severity, worst, stop, disclose, flag } = rule;
  if (severity === worst && !stop && !disclose && !flag) return finding;
  const atWorst = worst === undefined || worst === severity ? undefined : lanes[worst];
  return {
    ...finding,
    ...(atWorst === undefined ? {} : { atWorst }),
    ...(stop ? { stop } : {}),
    ...(disclose ? { disclose } : {}),
    ...(flag ? { flag } : {}),
  };
}
