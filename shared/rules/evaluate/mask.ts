import type { FactOwner } from "#shared/facts";
import type { Tri } from "#shared/kernel";

/**
 * A condition's value in eight worlds at once, one bit each. A world says which unknowns are taken to be true ("go badly") and
 * which false ("fall favourably"); the bits stand in pairs, a world beside its mirror image, so that negation is a swap.
 *
 * | bit | buyer's | law's | others' | used for                                            |
 * |-----|---------|-------|---------|-----------------------------------------------------|
 * | 0/1 | all false / all true    | holds for certain (`atBest`) / could hold at all        |
 * | 2/3 | true    | true  | false   | `atWorst`: only the others fall favourably          |
 * | 4/5 | false   | true  | false   | whether law alone still leaves it worse             |
 * | 6/7 | true    | false | false   | whether the buyer's answers alone could move `atBest` |
 */
export type Mask = number;

export const HOLDS: Mask = 0b1111_1111;
export const FAILS: Mask = 0;
/** Unknown, and the buyer can say. */
export const BUYER: Mask = 0b0110_0110;
/** Unknown, because the law's own state is. */
export const LAW: Mask = 0b1001_0110;
/** Unknown, and only the exporter, a laboratory or an authority can say. */
export const OTHER: Mask = 0b1010_1010;

export const AT_BEST = 1;
export const POSSIBLE = 2;
export const AT_WORST = 4;
export const BY_LAW = 16;
export const BY_BUYER = 64;

/** Negation in every world. */
export function maskNot(mask: Mask): Mask {
  const flipped = ~mask;
  return ((flipped & 0b0101_0101) << 1) | ((flipped & 0b1010_1010) >> 1);
}

/** The unknown that belongs to an owner. */
export function unknownOf(owner: FactOwner): Mask {
  return owner === "buyer" ? BUYER : OTHER;
}

/** Back to Kleene's three values. */
export function triOfMask(mask: Mask): Tri {
  if (mask & AT_BEST) return "holds";
  return mask & POSSIBLE ? "unknown" : "fails";
}
