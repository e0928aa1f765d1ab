import type { Subject } from "#shared/facts";
import type { Bound } from "../compile/bind.ts";
import type { Scalar } from "../pack/parameter.ts";
import { quick, quickTest, testsMask } from "./compare.ts";
import { FAILS, HOLDS, type Mask } from "./mask.ts";
import { putQuestion, type Run, turnTo } from "./run.ts";

/** A comparison of one fact, ready for a day. */
export type FactBound = Extract<Bound, { kind: "fact" }>;

/**
 * Comparisons of facts laid side by side in plain columns. The commonest rule of all is "every one of some facts"; ten thousand of
 * them are then one walk through memory instead of ten thousand small trees.
 */
export type FlatFacts = {
  readonly questions: number[];
  readonly codes: number[];
  readonly limits: number[];
  readonly strengths: Mask[];
  readonly wanted: Scalar[];
  readonly bounds: FactBound[];
  /** Appends comparisons, those first that decide soonest unless told otherwise, and says where they begin and end. */
  readonly add: (
    bounds: readonly FactBound[],
    order?: "as-written",
  ) => { readonly from: number; readonly to: number };
};

// Names and yes-or-no answers rule out more than numbers do, and cost less: they are asked first.
const costs = { text: 0, bool: 1, number: 2, date: 3, set: 4 } as const;

/** Empty columns. */
export function createFlatFacts(): FlatFacts {
  const flat: FlatFacts = {
    questions: [],
    codes: [],
    limits: [],
    strengths: [],
    wanted: [],
    bounds: [],
    add: (bounds, order) => {
      const from = flat.bounds.length;
      const sorted = [...bounds].sort((a, b) => costs[a.spec.type] - costs[b.spec.type]);
      for (const bound of order === "as-written" ? bounds : sorted) {
        const test = quickTest(bound.tests);
        flat.questions.push(bound.question);
        flat.codes.push(test.code);
        flat.limits.push(test.limit);
        flat.strengths.push(test.strength);
        flat.wanted.push(test.wanted);
        flat.bounds.push(bound);
      }
      return { from, to: flat.bounds.length };
    },
  };
  return flat;
}

/** The comparisons of a rule that is nothing but facts, all of which must succeed; undefined for any other rule. */
export function allFactsOf(bound: Bound): readonly FactBound[] | undefined {
  if (bound.kind === "fact") return [bound];
  if (bound.kind !== "all") return undefined;
  const facts = bound.of.filter((part) => part.kind === "fact");
  return facts.length === bound.of.length ? facts : undefined;
}

/** Where a known number lies against a limit, as the codes of comparisons that succeed there. */
function numberMask(code: number, strength: Mask, number: number, limit: number): Mask {
  if (number < limit) return code <= quick.le ? strength : FAILS;
  if (number > limit) return code >= quick.gt ? strength : FAILS;
  return code === quick.le || code === quick.ge ? strength : FAILS;
}

/** All of the comparisons from one place to another, asked of a subject until one fails. */
export function flatMask(
  flat: FlatFacts,
  run: Run,
  from: number,
  to: number,
  subject: Subject,
): Mask {
  if (run.subject !== subject) turnTo(run, subject);
  let mask = HOLDS;
  for (let at = from; at < to; at += 1) {
    mask &= oneMask(flat, run, at, subject);
    if (mask === FAILS) return FAILS;
  }
  return mask;
}

/** One comparison, asked of the present subject. */
export function oneMask(flat: FlatFacts, run: Run, at: number, subject: Subject): Mask {
  const question = flat.questions[at] ?? 0;
  const bound = flat.bounds[at];
  if (bound === undefined) return FAILS;
  const answer = run.given[question] ?? putQuestion(run, bound, subject);
  const code = flat.codes[at] ?? quick.slow;
  const strength = flat.strengths[at] ?? FAILS;
  if (!answer.known || code === quick.slow) return testsMask(bound.tests, answer);
  if (code === quick.same) return answer.value === flat.wanted[at] ? strength : FAILS;
  const number = run.numbers[question] ?? Number.NaN;
  const limit = flat.limits[at] ?? Number.NaN;
  // Too long to be exact, or no number at all: compared digit by digit.
  if (Number.isNaN(number) || Number.isNaN(limit)) return testsMask(bound.tests, answer);
  return numberMask(code, strength, number, limit);
}
