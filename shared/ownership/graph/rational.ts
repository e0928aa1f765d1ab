import type { Decimal } from "#shared/kernel";

/** An exact fraction in lowest terms with a positive denominator. */
export type Rational = { readonly num: bigint; readonly den: bigint };

const SAFE = BigInt(Number.MAX_SAFE_INTEGER);

/** The same with machine numbers, which hold these exactly and are many times quicker. */
function smallGcd(a: number, b: number): bigint {
  let [x, y] = [a, b];
  while (y > 0) {
    const rest = x % y;
    x = y;
    y = rest;
  }
  return BigInt(x);
}

function gcd(a: bigint, b: bigint): bigint {
  let x = a < 0n ? -a : a;
  let y = b < 0n ? -b : b;
  while (y > 0n) {
    if (x <= SAFE && y <= SAFE) return smallGcd(Number(x), Number(y));
    const rest = x % y;
    x = y;
    y = rest;
  }
  return x;
}

/** `num / den` in lowest terms; throws a RangeError when `den` is zero. */
export function rational(num: bigint, den = 1n): Rational {
  if (den === 0n) throw new RangeError("division by zero");
  const divisor = gcd(num, den) * (den < 0n ? -1n : 1n);
  return divisor === 0n ? { num: 0n, den: 1n } : { num: num / divisor, den: den / divisor };
}

export const ZERO: Rational = { num: 0n, den: 1n };
export const ONE: Rational = { num: 1n, den: 1n };

/** Sum, exact. */
export function add(a: Rational, b: Rational): Rational {
  if (a.num === 0n) return b;
  if (b.num === 0n) return a;
  return rational(a.num * b.den + b.num * a.den, a.den * b.den);
}

/** Difference, exact. */
export function minus(a: Rational, b: Rational): Rational {
  return add(a, { num: -b.num, den: b.den });
}

/** Product, exact. */
export function times(a: Rational, b: Rational): Rational {
  if (a.num === 0n || b.num === 0n) return ZERO;
  return rational(a.num * b.num, a.den * b.den);
}

/** Quotient, exact; throws a RangeError on division by zero. */
export function over(a: Rational, b: Rational): Rational {
  return rational(a.num * b.den, a.den * b.num);
}

/** -1, 0 or 1 as `a` is less than, equal to or greater than `b`. */
export function compareRational(a: Rational, b: Rational): -1 | 0 | 1 {
  const left = a.num * b.den;
  const right = b.num * a.den;
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

/** The nearest float, for ordering and pictures; never for deciding. */
export function toNumber(value: Rational): number {
  const direct = Number(value.num) / Number(value.den);
  if (Number.isFinite(direct)) return direct;
  return Number((value.num * 1_000_000_000_000_000_000n) / value.den) / 1e18;
}

const PLACES = 12n;

/** A fraction (1 = all) as a percentage with at most 12 places; a fraction that does not end is rounded half up. */
export function toPercent(value: Rational): Decimal {
  const scale = 10n ** (PLACES + 2n);
  const scaled = (value.num * scale * 2n + value.den) / (value.den * 2n);
  const digits = scaled.toString().padStart(Number(PLACES) + 1, "0");
  const whole = digits.slice(0, -Number(PLACES));
  const rest = digits.slice(-Number(PLACES)).replace(/0+$/, "");
  return rest === "" ? whole : `${whole}.${rest}`;
}
