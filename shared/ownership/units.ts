import type { Decimal } from "#shared/kernel";

/**
 * Shares are held as whole numbers of 10⁻¹² per cent: every decimal that the model admits is exact, and so is every
 * sum of up to ninety full holdings (2⁵³), which no consistent target exceeds.
 */
export const UNITS_PER_PERCENT = 1e12;
/** All of a target. */
export const FULL = 100 * UNITS_PER_PERCENT;

/** A percentage of the model as units; exact. */
export function toUnits(percent: Decimal): number {
  const point = percent.indexOf(".");
  if (point < 0) return Number(percent) * UNITS_PER_PERCENT;
  return (
    Number(percent.slice(0, point)) * UNITS_PER_PERCENT +
    Number(percent.slice(point + 1).padEnd(12, "0"))
  );
}

/** Units as a percentage without trailing zeros; exact. */
export function fromUnits(units: number): Decimal {
  const whole = Math.floor(units / UNITS_PER_PERCENT);
  const rest = units - whole * UNITS_PER_PERCENT;
  if (rest === 0) return String(whole);
  return `${whole}.${String(rest).padStart(12, "0").replace(/0+$/, "")}`;
}
