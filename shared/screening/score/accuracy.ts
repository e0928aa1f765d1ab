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
