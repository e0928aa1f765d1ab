import type { FactAnswer, Related, Subject } from "#shared/facts";
import type { Bound } from "../pack/program.ts";
import { quick, testsMask } from "./compare.ts";
import { BUYER, FAILS, HOLDS, lawMask, type Mask, maskNot, OTHER } from "./mask.ts";
import { answerAt, numberAt, type Run } from "./run.ts";
import type { FactBound, Group, Law, Relation, Trace } from "./trace.ts";

type Placed = Extract<Bound, { slot: number }>;

/**
 * Evaluates a condition of a subject. There is no other way through a condition: lanes, reasons and questions all come from this
 * one. With `keep`, every part is looked at, since all that fail are reasons, and what was seen is left in `run.seen`; without it the
 * walk stops as soon as the outcome is plain and nothing is kept.
 */
export function walk(run: Run, bound: Bound, subject: Subject, keep: boolean): Mask {
  switch (bound.kind) {
    case "fact": {
      const answer = answerAt(run, bound, subject);
      const mask = factMask(run, bound, answer);
      if (keep) run.seen = { kind: "fact", bound, subject, mask, answer };
      return mask;
    }
    case "all":
    case "any":
      return keep ? seeGroup(run, bound, subject) : quickGroup(run, bound, subject);
    case "def":
    case "some":
    case "every":
      return walkOnce(run, bound, subject, keep);
    case "not": {
      const mask = maskNot(walk(run, bound.of, subject, keep));
      if (keep) run.seen = { kind: "not", bound, subject, mask, part: seenOf(run) };
      return mask;
    }
    case "known": {
      const answer = answerAt(run, bound, subject);
      const mask = answer.known ? HOLDS : FAILS;
      if (keep) run.seen = { kind: "known", bound, subject, mask, answer };
      return mask;
    }
    case "law":
      return walkLaw(run, bound, subject, keep);
    case "param":
      if (keep) run.seen = { kind: "param", bound, subject, mask: bound.mask };
      return bound.mask;
  }
}

/** The same walk with what was seen. */
export function look(run: Run, bound: Bound, subject: Subject): Trace {
  walk(run, bound, subject, true);
  return seenOf(run);
}

function seenOf(run: Run): Trace {
  if (run.seen === undefined) throw new Error("nothing was seen of a condition");
  return run.seen;
}

/** What it is worth that a relation may have more subjects than are known. */
function incompleteMask(related: Related): Mask {
  const buyers = related.ask.length === 0 || related.ask.some((one) => one.owner === "buyer");
  return buyers ? BUYER : OTHER;
}

/** Where a known number lies against a limit, as the codes of comparisons that succeed there. */
function numberMask(code: number, number: number, limit: number): Mask {
  if (number < limit) return code <= quick.le ? HOLDS : FAILS;
  if (number > limit) return code >= quick.gt ? HOLDS : FAILS;
  return code === quick.le || code === quick.ge ? HOLDS : FAILS;
}

function factMask(run: Run, bound: FactBound, answer: FactAnswer): Mask {
  const { code, wanted, limit } = bound.quick;
  if (!answer.known || code === quick.slow) return testsMask(bound.tests, answer);
  if (code === quick.same) return answer.value === wanted ? HOLDS : FAILS;
  const number = numberAt(run, bound);
  // Too long to be exact, or no number at all: compared digit by digit.
  if (Number.isNaN(number) || Number.isNaN(limit)) return testsMask(bound.tests, answer);
  return numberMask(code, number, limit);
}

function seeGroup(run: Run, bound: Group, subject: Subject): Mask {
  const isAll = bound.kind === "all";
  const parts: Trace[] = new Array(bound.of.length);
  let mask = isAll ? HOLDS : FAILS;
  for (let at = 0; at < bound.of.length; at += 1) {
    const own = walk(run, bound.of[at] as Bound, subject, true);
    parts[at] = seenOf(run);
    mask = isAll ? mask & own : mask | own;
  }
  run.seen = { kind: "group", bound, subject, mask, parts };
  return mask;
}

function quickGroup(run: Run, { kind, cheapFirst }: Group, subject: Subject): Mask {
  if (kind === "any") {
    let mask = FAILS;
    for (const part of cheapFirst) {
      mask |= walk(run, part, subject, false);
      if (mask === HOLDS) return mask;
    }
    return mask;
  }
  let mask = HOLDS;
  for (const part of cheapFirst) {
    mask &= walk(run, part, subject, false);
    if (mask === FAILS) return mask;
  }
  return mask;
}

/** A condition that rests on law of which it is open what applies: asked under each state that this may turn out to be. */
function walkLaw(run: Run, bound: Law, subject: Subject, keep: boolean): Mask {
  const { mild, careful, others } = bound;
  const parts: Trace[] = [];
  const ask = (part: Bound): Mask => {
    const mask = walk(run, part, subject, keep);
    if (keep) parts.push(seenOf(run));
    return mask;
  };
  const mask = lawMask(mild && ask(mild), careful.map(ask), others.map(ask));
  if (keep) run.seen = { kind: "law", bound, subject, mask, parts };
  return mask;
}

function walkRelation(run: Run, bound: Relation, subject: Subject, keep: boolean): Mask {
  const related = run.facts.related(bound.relation, subject);
  const isEvery = bound.kind === "every";
  const decided = isEvery ? FAILS : HOLDS;
  const parts: Trace[] = [];
  let mask = isEvery ? HOLDS : FAILS;
  if (!related.complete) mask = incompleteMask(related);
  // Of nothing at all, nothing is said: an empty relation satisfies no "every".
  else if (isEvery && related.subjects.length === 0) mask = FAILS;
  for (const other of related.subjects) {
    if (mask === decided && !keep) return mask;
    const own = walk(run, bound.of, other, keep);
    if (keep) parts.push(seenOf(run));
    mask = isEvery ? mask & own : mask | own;
  }
  if (keep) run.seen = { kind: "relation", bound, subject, mask, related, parts };
  return mask;
}

function walkBelow(run: Run, bound: Placed, subject: Subject, keep: boolean): Mask {
  if (bound.kind !== "def") return walkRelation(run, bound, subject, keep);
  const mask = walk(run, bound.of, subject, keep);
  if (keep) run.seen = { kind: "def", bound, subject, mask, part: seenOf(run) };
  return mask;
}

/** A definition or a relation says the same of a subject whichever rule names it: it is gone through once in an evaluation. */
function walkOnce(run: Run, bound: Placed, subject: Subject, keep: boolean): Mask {
  let said = run.said[bound.slot];
  if (said === undefined) {
    said = new Map();
    run.said[bound.slot] = said;
  }
  const known = said.get(subject.id);
  if (known === undefined || (keep && typeof known === "number")) {
    const mask = walkBelow(run, bound, subject, keep);
    said.set(subject.id, keep ? seenOf(run) : mask);
    return mask;
  }
  if (typeof known === "number") return known;
  run.seen = known;
  return known.mask;
}
