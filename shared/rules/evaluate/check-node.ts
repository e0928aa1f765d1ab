import type { Related, Subject } from "#shared/facts";
import type { Bound } from "../compile/bind.ts";
import {
  allFactsOf,
  createFlatFacts,
  type FactBound,
  type FlatFacts,
  oneMask,
} from "./flat-facts.ts";
import { BUYER, FAILS, HOLDS, type Mask, maskNot, OTHER } from "./mask.ts";
import { answerAt, type Run, turnTo } from "./run.ts";

/** Asks a condition of a subject. */
export type Check = (run: Run, subject: Subject) => Mask;

/** A condition as a function, with its parts beside it so that its answer can be explained. */
export type CheckNode = {
  readonly bound: Bound;
  readonly check: Check;
  readonly parts: readonly CheckNode[];
  /** Whether it rests on facts alone: no parameter, no definition, nothing that brings sources of its own. */
  readonly plain: boolean;
  /** Its comparisons side by side, where it is nothing but facts that all must succeed and no parameter has a part in it. */
  readonly flat: FlatFacts | undefined;
  /** Its comparisons as text, once somebody asked for them. */
  text: string | undefined;
};

/** What it is worth that a relation may have more subjects than are known. */
export function incompleteMask(related: Related): Mask {
  const buyers = related.ask.length === 0 || related.ask.some((one) => one.owner === "buyer");
  return buyers ? BUYER : OTHER;
}

function checkFact(bound: FactBound): Check {
  const flat = createFlatFacts();
  flat.add([bound]);
  return (run, subject) => {
    if (run.subject !== subject) turnTo(run, subject);
    return oneMask(flat, run, 0, subject);
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

/** What has a place of its own is asked of a subject once in an evaluation. */
function checkOnce(slot: number, inner: Check): Check {
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
    case "all":
      return checkAll(checks);
    case "any":
      return checkAny(checks);
    case "not":
      return (run, subject) => maskNot(first(run, subject));
    case "def":
      return checkOnce(bound.slot, first);
    case "fact":
      return checkFact(bound);
    case "known":
      return (run, subject) => (answerAt(run, bound, subject).known ? HOLDS : FAILS);
    case "some":
      return checkOnce(bound.slot, checkSome(bound.relation, first));
    case "every":
      return checkOnce(bound.slot, checkEvery(bound.relation, first));
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

/** Makes functions of conditions; a definition or a walk becomes one function however often it is named. */
export function createNodeMaker(): Maker {
  const placed = new Map<number, CheckNode>();
  const make: Maker = (bound) => {
    const known = "slot" in bound ? placed.get(bound.slot) : undefined;
    if (known) return known;
    const parts = partsOf(bound).map(make);
    const plain = parts.every((part) => part.plain) && isPlain(bound);
    const facts = plain && bound.kind === "all" ? allFactsOf(bound) : undefined;
    const flat = facts ? createFlatFacts() : undefined;
    flat?.add(facts ?? [], "as-written");
    const check = checkOf(bound, parts);
    const node: CheckNode = { bound, check, parts, plain, flat, text: undefined };
    if ("slot" in bound) placed.set(bound.slot, node);
    return node;
  };
  return make;
}
