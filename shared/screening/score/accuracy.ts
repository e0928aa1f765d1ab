import known from "./known-accuracy.json" with { type: "json" };
import type { Strength } from "./thresholds.ts";

/** How much of what is listed the search is known to find, and how much of what it reports is right. */
export type Accuracy = {
  readonly recall: number;
  readonly precision: Readonly<Record<Strength, number>>;
};

/** The kinds of parties that the search was measured on. */
export type MeasuredKind = keyof typeof known.kinds;

/** What the search was measured to be worth, by kind; a clean search is to be reported together with its recall. */
export const knownAccuracy: {
  readonly engine: string;
  readonly measured: string;
  readonly pairs: number;
  readonly kinds: Readonly<Record<MeasuredKind, Accuracy>>;
} = known;

/** What the search is known to find and how much of it is right over all kinds, in whole per cent, with when it was measured on how many pairs. */
export function knownFigures() {
  const { recall, precision } = knownAccuracy.kinds.all;
  const whole = (part: number) => Math.round(100 * part);
  return {
    recall: whole(recall),
    strong: whole(precision.strong),
    possible: whole(precision.possible),
    pairs: knownAccuracy.pairs,
    date: knownAccuracy.measured,
  };
}
