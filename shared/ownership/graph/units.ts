import type { Decimal } from "#shared/kernel";

/**
 * Shares are held as whole numbers of 10⁻¹² per cent: every decimal that the model admits is exact, and so is every
 * sum of up to ninety full holdings (2⁵³), which no consistent target exceeds.
 */
const UNITS_PER_PERCENT = 1e12;
/** All of a target. */
export const FULL = 100 * UNITS_PER_PERCENT;

const ZERO = 48;
const POINT = 46;

/** A percentage of the model as units; exact. Digit by digit: a graph of many links reads many of them. */
export function toUnits(percent: Decimal): number {
  let units = 0;
  let place = UNITS_PER_PERCENT;
  let at = 0;
  for (; at < percent.length; at += 1) {
    const code = percent.charCodeAt(at);
    if (code === POINT) break;
    units = units * 10 + (code - ZERO);
  }
  units *= UNITS_PER_PERCENT;
  for (at += 1; at < percent.length; at += 1) {
    place /= 10;
    units += (percent.charCodeAt(at) - ZERO) * place;
  }
  return units;
}

/** Units as a percentage without trailing zeros; exact. */
export function fromUnits(units: number): Decimal {
  const whole = Math.floor(units / UNITS_PER_PERCENT);
  const rest = units - whole * UNITS_PER_PERCENT;
  if (rest === 0) return String(whole);
  return `${whole}.${String(rest).padStart(12, "0").replace(/0+$/, "")}`;
}
