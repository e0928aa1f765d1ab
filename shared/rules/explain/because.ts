import type { FactAnswer, Subject } from "#shared/facts";
import type { CheckNode } from "../evaluate/check-node.ts";
import { type Operator, operators, type Test } from "../evaluate/compare.ts";
import { type FlatFacts, oneMask } from "../evaluate/flat-facts.ts";
import { FAILS, HOLDS, type Mask, triOfMask } from "../evaluate/mask.ts";
import type { Because } from "../evaluate/report-types.ts";
import { answerAt, type Run, type Told, turnTo } from "../evaluate/run.ts";
import type { DayState } from "../pack/parameter.ts";
import type { Backing, Backings } from "./citations.ts";

const signs: { readonly [op in Operator]: string } = {
  is: "is",
  lt: "<",
  le: "≤",
  gt: ">",
  ge: "≥",
  eq: "=",
  in: "in",
  hasAny: "has any of",
  onlyFrom: "only from",
};

const MAX_LISTED = 12;

function listed(items: Iterable<string>): string {
  const all = [...items];
  const shown = all.slice(0, MAX_LISTED).join(", ");
  return all.length > MAX_LISTED ? `${shown}, … (${all.length})` : shown;
}

function writeTests(tests: readonly Test[]): string {
  const inOrder = [...tests].sort((a, b) => operators.indexOf(a.op) - operators.indexOf(b.op));
  return inOrder
    .map((test) => {
      const against = test.list.size > 0 ? listed(test.list) : test.literal.text;
      const named = test.parameter ? `${against} (${test.parameter.parameter})` : against;
      return `${signs[test.op]} ${named}`;
    })
    .join(", ");
}

/** What a fact said, as text. */
export function answerText(answer: FactAnswer): string {
  if (!answer.known) {
    if (answer.bounds) return `unknown (${answer.bounds.min}…${answer.bounds.max})`;
    if (answer.atLeast && answer.atLeast.length > 0)
      return `unknown (at least ${listed(answer.atLeast)})`;
    return "unknown";
  }
  if (typeof answer.value === "boolean" || typeof answer.value === "string")
    return String(answer.value);
  return answer.value.length === 0 ? "none" : listed(answer.value);
}

/** What a parameter said, as text: its state, its value, and the careful branch while unverified. */
export function dayText(day: DayState): string {
  if (day.state === "unverified")
    return day.careful === undefined
      ? "unverified"
      : `unverified (careful: ${String(day.careful)})`;
  return day.value === undefined ? day.state : `${day.state}: ${String(day.value)}`;
}

/** What is being told of one finding: the reasons, and what they rest on, in the order in which it was met. */
export type Telling = {
  readonly because: Because[];
  readonly backings: Backing[];
  readonly kept: Backings;
};

/** Begins to tell. */
export function beginTelling(kept: Backings): Telling {
  return { because: [], backings: [], kept };
}

function restOn({ backings }: Telling, citations: Backing): void {
  if (!backings.includes(citations)) backings.push(citations);
}

function ofParameter(day: DayState, value: Because["value"], into: Telling): Because {
  restOn(into, into.kept.ofDay(day));
  return { kind: "param", id: day.parameter, value, seen: dayText(day), sources: day.sources };
}

type BoundOf<Kind> = Extract<CheckNode["bound"], { kind: Kind }>;

function ofFact(
  node: CheckNode,
  bound: BoundOf<"fact">,
  run: Run,
  subject: Subject,
  mask: Mask,
  into: Telling,
): void {
  const value = triOfMask(mask);
  const seen = answerText(answerAt(run, bound, subject));
  node.text ??= writeTests(bound.tests);
  const test = node.text;
  if (node.plain) {
    into.because.push({ kind: "fact", id: bound.fact, subject, value, seen, test });
    return;
  }
  const days = bound.tests.flatMap((one) => (one.parameter ? [one.parameter] : []));
  const children = days.map((day) => ofParameter(day, value, into));
  into.because.push({ kind: "fact", id: bound.fact, subject, value, seen, test, children });
}

function ofState(node: CheckNode, bound: BoundOf<"param">, into: Telling): void {
  node.text ??= [bound.states?.join(" / "), writeTests(bound.tests)]
    .filter((text) => text)
    .join(", ");
  const reason = ofParameter(bound.parameter, triOfMask(bound.mask), into);
  into.because.push(node.text === "" ? reason : { ...reason, test: node.text });
}

/** Whether a part with this mask decided a group with that one: of `all`, every part when it holds, else those that say the same. */
function decides(part: Mask, whole: Mask, all: boolean): boolean {
  if (whole === (all ? HOLDS : FAILS)) return true;
  if (whole === HOLDS || whole === FAILS) return part === whole;
  return part !== HOLDS && part !== FAILS;
}

function ofRelation(
  node: CheckNode,
  bound: BoundOf<"some" | "every">,
  run: Run,
  subject: Subject,
  mask: Mask,
  kept: Backings,
): Told {
  const related = run.facts.related(bound.relation, subject);
  const inner = node.parts[0];
  const further = beginTelling(kept);
  for (const other of inner ? related.subjects : []) {
    const part = inner?.check(run, other) ?? FAILS;
    if (inner && decides(part, mask, bound.kind === "every"))
      explain(inner, run, other, part, further);
  }
  const because: Because = {
    kind: "relation",
    id: bound.relation,
    subject,
    value: triOfMask(mask),
    seen: `${related.subjects.length}${related.complete ? "" : " or more"}`,
    test: bound.kind,
    children: further.because,
  };
  // Most walks rest on one thing: then that is what they rest on.
  const [first, second] = further.backings;
  if (second === undefined) return { because, citations: first };
  return { because, citations: kept.join(bound.slot, [], further.backings) };
}

function explainGroup(
  node: CheckNode,
  run: Run,
  subject: Subject,
  mask: Mask,
  into: Telling,
): void {
  const all = node.bound.kind === "all";
  for (const part of node.parts) {
    const own = part.check(run, subject);
    if (decides(own, mask, all)) explain(part, run, subject, own, into);
  }
}

function ofDefinition(
  node: CheckNode,
  bound: BoundOf<"def">,
  run: Run,
  subject: Subject,
  mask: Mask,
  kept: Backings,
): Told {
  const { id, sources } = bound.definition;
  const value = triOfMask(mask);
  const inner = beginTelling(kept);
  const part = node.parts[0];
  if (part) explain(part, run, subject, mask, inner);
  const children = inner.because;
  return {
    because: { kind: "definition", id, subject, value, seen: value, sources, children },
    citations: kept.join(bound.slot, sources, inner.backings),
  };
}

/** A definition or a walk says the same of a subject whichever rule names it: it is explained once in an evaluation. */
function explainOnce(
  node: CheckNode,
  bound: BoundOf<"def" | "some" | "every">,
  run: Run,
  subject: Subject,
  mask: Mask,
  into: Telling,
): void {
  let told = run.told[bound.slot];
  if (told === undefined) {
    told = new Map();
    run.told[bound.slot] = told;
  }
  let own = told.get(subject.id);
  if (own === undefined) {
    own =
      bound.kind === "def"
        ? ofDefinition(node, bound, run, subject, mask, into.kept)
        : ofRelation(node, bound, run, subject, mask, into.kept);
    told.set(subject.id, own);
  }
  into.because.push(own.because);
  if (own.citations) restOn(into, own.citations);
}

function explain(node: CheckNode, run: Run, subject: Subject, mask: Mask, into: Telling): void {
  const { bound } = node;
  switch (bound.kind) {
    case "all":
    case "any":
      explainGroup(node, run, subject, mask, into);
      break;
    case "not": {
      const part = node.parts[0];
      if (part) explain(part, run, subject, part.check(run, subject), into);
      break;
    }
    case "def":
    case "some":
    case "every":
      explainOnce(node, bound, run, subject, mask, into);
      break;
    case "fact":
      ofFact(node, bound, run, subject, mask, into);
      break;
    case "known": {
      const seen = answerText(answerAt(run, bound, subject));
      const value = triOfMask(mask);
      into.because.push({ kind: "fact", id: bound.fact, subject, value, seen, test: "known" });
      break;
    }
    case "param":
      ofState(node, bound, into);
      break;
  }
}

/** Every one of some facts, evaluated and explained in one walk: most of all rules are no more than that. */
function explainFacts(
  node: CheckNode,
  flat: FlatFacts,
  run: Run,
  subject: Subject,
  into: Telling,
): Mask {
  if (run.subject !== subject) turnTo(run, subject);
  const { because } = into;
  const { bounds, questions } = flat;
  let mask = HOLDS;
  for (let at = 0; at < bounds.length; at += 1) {
    const own = oneMask(flat, run, at, subject);
    mask &= own;
    const bound = bounds[at];
    const part = node.parts[at];
    const answer = run.given[questions[at] ?? 0];
    if (own !== FAILS || bound === undefined || part === undefined || answer === undefined)
      continue;
    part.text ??= writeTests(bound.tests);
    const seen = answerText(answer);
    because.push({ kind: "fact", id: bound.fact, subject, value: "fails", seen, test: part.text });
  }
  if (mask !== FAILS || because.length === 0) explainGroup(node, run, subject, mask, into);
  return mask;
}

/** Evaluates a condition and tells what decided it, and nothing else. */
export function explained(node: CheckNode, run: Run, subject: Subject, into: Telling): Mask {
  if (node.flat) return explainFacts(node, node.flat, run, subject, into);
  const mask = node.check(run, subject);
  explain(node, run, subject, mask, into);
  return mask;
}
