import type { Tri } from "#shared/kernel";
import type { Holding, Largest } from "../graph/types.ts";
import { FULL } from "../graph/units.ts";

/** A sum of shares as a bound; `open` when the truth cannot lie on the bound itself. */
export type Bound = { readonly units: number; readonly open: boolean };
/** The line that is asked for. */
export type Line = { readonly units: number; readonly inclusive: boolean };

/** What the counted holders hold at least. */
export function sumLow(holdings: readonly Holding[], counted: Uint8Array): Bound {
  let units = 0;
  let open = false;
  for (const holding of holdings) {
    if (counted[holding.owner] !== 1) continue;
    units += holding.low;
    open ||= holding.lowOpen;
  }
  return { units, open };
}

/**
 * What the counted holders hold at most. With `undisclosed`, whatever the others do not hold at least may be theirs;
 * without it, only what the record names as theirs.
 */
export function sumHigh(
  holdings: readonly Holding[],
  counted: Uint8Array,
  undisclosed: boolean,
): Bound {
  let others = 0;
  let othersOpen = false;
  let high = 0;
  let highOpen = false;
  for (const holding of holdings) {
    if (counted[holding.owner] === 1) {
      high += holding.high;
      highOpen ||= holding.highOpen;
    } else {
      others += holding.low;
      othersOpen ||= holding.lowOpen;
    }
  }
  const room = FULL - others;
  if (undisclosed || high > room) return { units: room, open: othersOpen };
  if (high === room) return { units: high, open: highOpen || othersOpen };
  return { units: high, open: highOpen };
}

/** Whether everything at or above the bound reaches the line. */
export function surelyReaches(bound: Bound, line: Line): boolean {
  if (bound.units !== line.units) return bound.units > line.units;
  return line.inclusive || bound.open;
}

/** Whether something at or below the bound reaches the line. */
export function mayReach(bound: Bound, line: Line): boolean {
  if (bound.units !== line.units) return bound.units > line.units;
  return line.inclusive && !bound.open;
}

type Top = { units: number; open: boolean };

/** The greatest lower bound; among equals one that is exceeded for sure. */
function topLow(holdings: readonly Holding[], counts: (owner: number) => boolean): Top {
  const top: Top = { units: -1, open: false };
  for (const { owner, low, lowOpen } of holdings) {
    if (!counts(owner) || low < top.units) continue;
    top.open = low === top.units ? top.open || lowOpen : lowOpen;
    top.units = low;
  }
  return top;
}

/** The greatest upper bound; among equals one that can be met. */
function topHigh(holdings: readonly Holding[], counts: (owner: number) => boolean): Top {
  const top: Top = { units: -1, open: false };
  for (const { owner, high, highOpen } of holdings) {
    if (!counts(owner) || high < top.units) continue;
    top.open = high === top.units ? top.open && highOpen : highOpen;
    top.units = high;
  }
  return top;
}

/** What the named holders leave at most. */
export function unnamedShare(holdings: readonly Holding[]): number {
  return holdings.reduce((rest, holding) => rest - holding.low, FULL);
}

/** Which of the two bounds of "a counted holder is the largest" are certain. */
export type LargestBounds = {
  /** For every completion a counted holder is larger than every other. */
  readonly surely: boolean;
  /** For every completion none is larger than the largest counted one. */
  readonly surelyAtLeast: boolean;
  /** For every completion another holder is larger than every counted one. */
  readonly surelyNot: boolean;
  /** For every completion none of the counted is larger than the largest other. */
  readonly surelyNotLarger: boolean;
};

/**
 * Compares the largest single holder that counts with the largest that does not; `low` marks holders that count for
 * sure, `high` those that may. One holder that the record does not name may hold all that is `left`.
 */
export function compareLargest(
  holdings: readonly Holding[],
  low: Uint8Array,
  high: Uint8Array,
  undisclosed: boolean,
  left: number = unnamedShare(holdings),
): LargestBounds {
  const unseen: Top = { units: undisclosed && left > 0 ? left : -1, open: false };
  const mineLow = topLow(holdings, (owner) => low[owner] === 1);
  const rivalHigh = greater(
    topHigh(holdings, (owner) => low[owner] !== 1),
    unseen,
  );
  const rivalLow = topLow(holdings, (owner) => high[owner] !== 1);
  const mineHigh = greater(
    topHigh(holdings, (owner) => high[owner] === 1),
    unseen,
  );
  return {
    surely: beats(mineLow, rivalHigh),
    surelyAtLeast: mineLow.units >= 0 && mineLow.units >= rivalHigh.units,
    surelyNot: beats(rivalLow, mineHigh),
    surelyNotLarger: rivalLow.units >= 0 && rivalLow.units >= mineHigh.units,
  };
}

function greater(a: Top, b: Top): Top {
  if (a.units === b.units) return { units: a.units, open: a.open && b.open };
  return a.units > b.units ? a : b;
}

function beats(lower: Top, upper: Top): boolean {
  if (lower.units < 0) return false;
  if (lower.units !== upper.units) return lower.units > upper.units;
  return lower.open || upper.open;
}

/** The word for a comparison of the largest holders. */
export function largestOf(bounds: LargestBounds): Largest {
  if (bounds.surely) return "yes";
  if (bounds.surelyNot) return "no";
  return bounds.surelyAtLeast && bounds.surelyNotLarger ? "tied" : "unknown";
}

/** Whether being the largest is certain, and whether it is possible, under the caller's reading of a tie. */
export function largestUnder(bounds: LargestBounds, ties: Tri): { low: boolean; high: boolean } {
  return {
    low: ties === "holds" ? bounds.surelyAtLeast : bounds.surely,
    high: ties === "fails" ? !bounds.surelyNotLarger : !bounds.surelyNot,
  };
}
