import type { FactOwner } from "#shared/facts";
import type { Tri } from "#shared/kernel";

/**
 * A condition's value in ten worlds at once, one bit each. A world says which unknowns are taken to be true ("go badly") and
 * which false ("fall favourably"); the bits stand in pairs, a world beside its mirror image, so that negation is a swap.
 *
 * | bit | buyer's | law's | others' | used for                                              |
 * |-----|---------|-------|---------|-------------------------------------------------------|
 * | 0/1 | all false / all true    | holds for certain / could hold at all                 |
 * | 2/3 | true    | true  | false   | `P`, `atWorst`: only the others fall favourably       |
 * | 4/5 | false   | true  | false   | `L`: the law alone falls badly                        |
 * | 6/7 | true    | false | false   | whether the buyer's answers alone could move `atBest` |
 * | 8/9 | false   | false | false   | `D`, `atBest`: everything falls favourably            |
 *
 * Law whose possible values are known is taken at its mildest value in 6 to 9 and at the careful one in 2 to 5 (`lawMask`).
 */
export type Mask = number;

export const HOLDS: Mask = 0b11_1111_1111;
export const FAILS: Mask = 0;
/** Unknown, and the buyer can say. */
export const BUYER: Mask = 0b10_0110_0110;
/** Unknown, because the law's own state is, and nobody can say which values it may have. */
const LAW: Mask = 0b10_1001_0110;
/** Unknown, and only the exporter, a laboratory or an authority can say. */
export const OTHER: Mask = 0b10_1010_1010;

export const CERTAIN = 1;
export const POSSIBLE = 2;
export const AT_WORST = 4;
export const BY_LAW = 16;
export const BY_BUYER = 64;
export const AT_BEST = 256;

const PLAIN = 0b01_0101_0101;
const MIRRORED = 0b10_1010_1010;
const WELL = 0b11_1100_0000;
const BADLY = 0b00_0011_1100;

/** Negation in every world. */
export function maskNot(mask: Mask): Mask {
  const flipped = ~mask;
  return ((flipped & PLAIN) << 1) | ((flipped & MIRRORED) >> 1);
}

/** The unknown that belongs to an owner. */
export function unknownOf(owner: FactOwner): Mask {
  return owner === "buyer" ? BUYER : OTHER;
}

/** Back to Kleene's three values. */
export function triOfMask(mask: Mask): Tri {
  if (mask & CERTAIN) return "holds";
  return mask & POSSIBLE ? "unknown" : "fails";
}

/** What holds if it does so under any of some values, and fails only if it does so under all. */
function strictest(masks: readonly Mask[]): Mask {
  let every = HOLDS;
  let some = FAILS;
  for (const mask of masks) {
    every &= mask;
    some |= mask;
  }
  return (some & PLAIN) | (every & MIRRORED);
}

/**
 * A condition that rests on a parameter of which it is open what applies. `mild`: its value at the mildest of the parameter's
 * values, undefined where nobody can say which that is; `careful`: at those of the careful branch; `others`: at all the rest.
 */
export function lawMask(
  mild: Mask | undefined,
  careful: readonly Mask[],
  others: readonly Mask[],
): Mask {
  const badly = careful.length === 0 ? LAW : strictest(careful);
  if (mild === undefined) return LAW & badly;
  let certain = CERTAIN;
  let possible = FAILS;
  for (const mask of [mild, ...careful, ...others]) {
    certain &= mask;
    possible |= mask & POSSIBLE;
  }
  return (mild & WELL) | (badly & BADLY) | certain | possible;
}
