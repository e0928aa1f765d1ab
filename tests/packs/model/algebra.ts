import type { Answer, Lane, Outcome } from "./situation.ts";

/** From most to least severe, as the table of lanes.md has them. */
export const severity: readonly Lane[] = [
  "presumption-of-denial",
  "reported-barred",
  "reported-hold",
  "verify-first",
  "needs-information",
  "case-by-case",
  "no-bar-found",
];

/** The most severe of some lanes; no bar found where there are none. */
export function most(...lanes: readonly Lane[]): Lane {
  return severity.find((lane) => lanes.includes(lane)) ?? "no-bar-found";
}

/** The mildest of some lanes. */
export function mildest(...lanes: readonly Lane[]): Lane {
  return severity.findLast((lane) => lanes.includes(lane)) ?? "no-bar-found";
}

/** What one rule says when every unknown falls well (D), when those of law fall badly (L), when all do (P). */
export type Spread = {
  readonly D: Lane;
  readonly L: Lane;
  readonly P: Lane;
  readonly stop?: boolean;
};

const NONE: Lane = "no-bar-found";

/** A rule that holds. */
export function holds(lane: Lane, stop = false): Spread {
  return { D: lane, L: lane, P: lane, stop };
}

/** A rule that hangs on an answer of the buyer: it holds, it fails, or it counts in P only. */
export function asked(answer: Answer, lane: Lane, stop = false): Spread {
  if (answer === "yes") return holds(lane, stop);
  return answer === "open" ? { D: NONE, L: NONE, P: lane } : holds(NONE);
}

/** A rule that hangs on the law alone. */
export function ofLaw(best: Lane, careful: Lane, stop = false): Spread {
  return { D: best, L: careful, P: careful, stop };
}

/** The same rule while the product of a line is unnamed: its badness counts in P only. */
export function whileUnnamed(spread: Spread): Spread {
  return { D: NONE, L: NONE, P: spread.P };
}

/** lane = the most severe of D, L but no more than verify-first, P but no more than needs-information. */
export function outcomeOf(spreads: readonly Spread[]): Outcome {
  const D = most(...spreads.map((one) => one.D));
  const L = most(...spreads.map((one) => one.L));
  const P = most(...spreads.map((one) => one.P));
  return {
    lane: most(D, mildest(L, "verify-first"), mildest(P, "needs-information")),
    atBest: D,
    atWorst: P,
    stop: spreads.some((one) => one.stop === true),
  };
}

/** Yes where any is yes, open where any is open, else no. */
export function anyOf(answers: readonly Answer[]): Answer {
  if (answers.includes("yes")) return "yes";
  return answers.includes("open") ? "open" : "no";
}

/** Yes only where both are; no where either is no. */
export function bothOf(one: Answer, other: Answer): Answer {
  if (one === "no" || other === "no") return "no";
  return one === "yes" && other === "yes" ? "yes" : "open";
}

/** The answer turned round. */
export function not(answer: Answer): Answer {
  if (answer === "open") return "open";
  return answer === "yes" ? "no" : "yes";
}

/** A plain fact as an answer. */
export function told(fact: boolean): Answer {
  return fact ? "yes" : "no";
}
