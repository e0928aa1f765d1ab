/** How sure a hit is. Below `possible` nothing is reported. */
const strengths = ["strong", "possible"] as const;
export type Strength = (typeof strengths)[number];

/**
 * The two thresholds of the search, fixed and the same for every list. What they were measured to be worth stands in
 * `docs/guide/screening.md` and in `known-accuracy.json`.
 */
export const thresholds: Readonly<Record<Strength, number>> = { strong: 0.97, possible: 0.8 };

/** Bits at which the two thresholds lie for firms and other bodies. */
const POSSIBLE_BITS = 12.3;
const STRONG_BITS = 20;
const SURE_BITS = 30;

/** The same for persons: their names are short, and there is nothing else to tell them by. */
const POSSIBLE_PERSON_BITS = 10.5;

/** The score, from 0 to 1, of so many bits that a firm's name agrees in, or a person's. */
export function scoreOf(bits: number, kind: "body" | "person" = "body"): number {
  const possible = kind === "person" ? POSSIBLE_PERSON_BITS : POSSIBLE_BITS;
  const between = (from: number, to: number, low: number, high: number) =>
    low + ((bits - from) / (to - from)) * (high - low);
  let score: number;
  if (bits <= 0) score = 0;
  else if (bits < possible) score = between(0, possible, 0, thresholds.possible);
  else if (bits < STRONG_BITS)
    score = between(possible, STRONG_BITS, thresholds.possible, thresholds.strong);
  else score = Math.min(1, between(STRONG_BITS, SURE_BITS, thresholds.strong, 1));
  return Math.floor(score * 10_000) / 10_000;
}

/** How sure a score is; undefined where it is no hit. */
export function strengthOf(score: number): Strength | undefined {
  if (score >= thresholds.strong) return "strong";
  return score >= thresholds.possible ? "possible" : undefined;
}
