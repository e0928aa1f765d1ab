import Big from "big.js";

/** An exact decimal number as text (`-?digits[.digits]`); amounts and shares never pass through floats. */
export type Decimal = string;

/** The one spelling that schemas accept: no exponent, no leading zeros, at most 30 digits before and 12 after the point. */
export const DECIMAL_SHAPE = /^-?(0|[1-9]\d{0,29})(\.\d{1,12})?$/;

/** Sum of any number of decimals; "0" for none. */
export function sum(values: readonly Decimal[]): Decimal {
  return values.reduce((total, value) => total.plus(value), new Big(0)).toFixed();
}

/** Product of two decimals, exact. */
export function multiply(a: Decimal, b: Decimal): Decimal {
  return new Big(a).times(b).toFixed();
}

/** Difference of two decimals, exact. */
export function subtract(a: Decimal, b: Decimal): Decimal {
  return new Big(a).minus(b).toFixed();
}

/** Quotient rounded half up to `places` digits; throws a RangeError on division by zero. */
export function divide(a: Decimal, b: Decimal, places: number): Decimal {
  if (new Big(b).eq(0)) throw new RangeError("division by zero");
  const wide = new Big(a);
  const Wide = Big();
  Wide.DP = places + 1;
  return new Wide(wide.toFixed()).div(b).round(places, Wide.roundHalfUp).toFixed();
}

/** Up to here machine numbers put decimals in their exact order: different ones are different numbers. */
const SHORT = 15;
const PLAIN = /^-?\d+(?:\.\d+)?$/;

/** -1, 0 or 1 as `a` is less than, equal to or greater than `b`. */
export function compareDecimal(a: Decimal, b: Decimal): -1 | 0 | 1 {
  if (a.length <= SHORT && b.length <= SHORT && PLAIN.test(a) && PLAIN.test(b)) {
    const difference = Number(a) - Number(b);
    if (difference === 0) return 0;
    return difference < 0 ? -1 : 1;
  }
  return new Big(a).cmp(b);
}

/** The value with exactly `places` digits after the point, rounded half up. */
export function toFixed(value: Decimal, places: number): string {
  return new Big(value).toFixed(places, Big.roundHalfUp);
}
