import type { FactAnswer, FactSource, Related, Subject } from "#shared/facts";
import type { Bound } from "./bind.ts";
import { exactNumber, type QuickTest, quick, quickTest, testsMask } from "./compare.ts";
import { BUYER, FAILS, HOLDS, type Mask, maskNot, OTHER } from "./mask.ts";

/** One evaluation: the facts, what was answered of whom, and what definitions said of subjects already. */
export type Run = {
  readonly facts: FactSource;
  readonly questions: number;
  readonly said: (Map<string, Mask> | undefined)[];
  /** Answers of subjects met before the present one. */
  others: Map<Subject, Answers> | undefined;
  subject: Subject | undefined;
  /** What the present subject answered, by the question's place in the program: asking a second time costs an index. */
  given: (FactAnswer | undefined)[];
  /** The same as machine numbers, where they are exactly that. */
  numbers: number[];
};

type Answers = Pick<Run, "given" | "numbers">;

/** Begins an evaluation of a program that puts so many questions. */
export function createRun(facts: FactSource, questions: number): Run {
  return {
    facts,
    questions,
    said: [],
    others: undefined,
    subject: undefined,
    given: [],
    numbers: [],
  };
}

function turnTo(run: Run, subject: Subject): void {
  // An order asked about itself alone needs no map: only a second subject makes one.
  if (run.subject !== undefined) {
    run.others ??= new Map();
    run.others.set(run.subject, { given: run.given, numbers: run.numbers });
  }
  const before = run.others?.get(subject);
  run.subject = subject;
  run.given = before?.given ?? new Array(run.questions);
  run.numbers = before?.numbers ?? new Array(run.questions);
}

function putQuestion(run: Run, bound: FactQuestion, subject: Subject): FactAnswer {
  const answer = run.facts.answer(bound.fact, subject, bound.args);
  run.given[bound.question] = answer;
  if (bound.kind === "fact" && bound.spec.type === "number")
    run.numbers[bound.question] = exactNumber(answer);
  return answer;
}

/** The answer to the question at a place of the program, remembered for this evaluation. */
export function answerAt(run: Run, bound: FactQuestion, subject: Subject): FactAnswer {
  if (run.subject !== subject) turnTo(run, subject);
  return run.given[bound.question] ?? putQuestion(run, bound, subject);
}

type FactBound = Extract<Bound, { kind: "fact" }>;
type FactQuestion = Extract<Bound, { kind: "fact" | "known" }>;

/** Asks a condition of a subject. */
export type Check = (run: Run, subject: Subject) => Mask;

/** A condition as a function, with its parts beside it so that its answer can be explained. */
export type CheckNode = {
  readonly bound: Bound;
  readonly check: Check;
  readonly parts: readonly CheckNode[];
  /** Whether it rests on facts alone: no parameter, no definition, nothing that brings sources of its own. */
  readonly plain: boolean;
  /** Its comparisons as text, once somebody asked for them. */
  text: string | undefined;
};

/** What it is worth that a relation may have more subjects than are known. */
export function incompleteMask(related: Related): Mask {
  const buyers = related.ask.length === 0 || related.ask.some((one) => one.owner === "buyer");
  return buyers ? BUYER : OTHER;
}

/** One condition on one fact, laid flat for the path that is taken thousands of times. */
type Leaf = QuickTest & { readonly bound: FactBound; readonly question: number };

function leafMask(run: Run, leaf: Leaf, subject: Subject): Mask {
  if (run.subject !== subject) turnTo(run, subject);
  const answer = run.given[leaf.question] ?? putQuestion(run, leaf.bound, subject);
  const { code, limit } = leaf;
  if (!answer.known || code === quick.slow) return testsMask(leaf.bound.tests, answer);
  if (code === quick.same) return answer.value === leaf.wanted ? leaf.strength : FAILS;
  const number = run.numbers[leaf.question] ?? Number.NaN;
  if (number < limit) return code <= quick.le ? leaf.strength : FAILS;
  if (number > limit) return code >= quick.gt ? leaf.strength : FAILS;
  if (number === limit) return code === quick.le || code === quick.ge ? leaf.strength : FAILS;
  return testsMask(leaf.bound.tests, answer);
}

function leafOf(bound: FactBound): Leaf {
  return { ...quickTest(bound.tests), bound, question: bound.question };
}

function checkFact(bound: FactBound): Check {
  const leaf = leafOf(bound);
  return (run, subject) => leafMask(run, leaf, subject);
}

const costs = { text: 0, bool: 1, number: 2, date: 3, set: 4 } as const;

/** The commonest rule of all: every one of some facts. One loop, no calls between its parts. */
function checkAllFacts(bounds: readonly FactBound[]): Check {
  // Names and yes-or-no answers rule out more than numbers do, and cost less: they are asked first.
  const cost = (leaf: Leaf) => costs[leaf.bound.spec.type];
  const leaves = bounds.map(leafOf).sort((a, b) => cost(a) - cost(b));
  return (run, subject) => {
    let mask = HOLDS;
    for (const leaf of leaves) {
      mask &= leafMask(run, leaf, subject);
      if (mask === FAILS) return FAILS;
    }
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

type Maker = (bound: Bound) => CheckNode;

function checkOf(bound: Bound, parts: readonly CheckNode[]): Check {
  const checks = parts.map((part) => part.check);
  const first = checks[0] ?? (() => FAILS);
  switch (bound.kind) {
    case "all": {
      const facts = bound.of.filter((part) => part.kind === "fact");
      return facts.length === checks.length ? checkAllFacts(facts) : checkAll(checks);
    }
    case "any":
      return checkAny(checks);
    case "not":
      return (run, subject) => maskNot(first(run, subject));
    case "def":
      return checkDefinition(bound.slot, first);
    case "fact":
      return checkFact(bound);
    case "known":
      return (run, subject) => (answerAt(run, bound, subject).known ? HOLDS : FAILS);
    case "some":
      return checkSome(bound.relation, first);
    case "every":
      return checkEvery(bound.relation, first);
    case "param": {
      const { mask } = bound;
      return () => mask;
    }
  }
}

function partsOf(bound: Bound): readonly Bound[] {
  switch (bound.kind) {
    case "all":
    case "any":
      return bound.of;
    case "not":
    case "def":
    case "some":
    case "every":
      return [bound.of];
    default:
      return [];
  }
}

function isPlain(bound: Bound): boolean {
  if (bound.kind === "fact") return bound.tests.every((test) => test.parameter === undefined);
  return bound.kind !== "def" && bound.kind !== "param";
}

/** Makes functions of conditions; a definition becomes one function however often it is named. */
export function createNodeMaker(): Maker {
  const definitions = new Map<number, CheckNode>();
  const make: Maker = (bound) => {
    const known = bound.kind === "def" ? definitions.get(bound.slot) : undefined;
    if (known) return known;
    const parts = partsOf(bound).map(make);
    const plain = parts.every((part) => part.plain) && isPlain(bound);
    const node: CheckNode = { bound, check: checkOf(bound, parts), parts, plain, text: undefined };
    if (bound.kind === "def") definitions.set(bound.slot, node);
    return node;
  };
  return make;
}
