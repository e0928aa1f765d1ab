/** The chance of at most `wrong` wrong rows in a sample of `size` when this part of all rows is wrong. */
function chanceOfAtMost(wrong: number, size: number, part: number): number {
  if (part <= 0) return 1;
  if (part >= 1) return wrong >= size ? 1 : 0;
  // The terms of the binomial sum, each from the one before it, in logarithms: samples may be large.
  let term = size * Math.log1p(-part);
  const odds = Math.log(part) - Math.log1p(-part);
  let total = Math.exp(term);
  for (let count = 1; count <= wrong; count += 1) {
    term += Math.log(size - count + 1) - Math.log(count) + odds;
    total += Math.exp(term);
  }
  return Math.min(1, total);
}

/** How sure a bound on the error of a sample is: it holds in 95 of 100 samples. */
const CONFIDENCE = 0.95;

/**
 * The largest part of all rows that may be wrong when `wrong` of a sample of `size` were, with a confidence of 95 % (the
 * exact one-sided bound of Clopper and Pearson). Of an empty sample nothing is known: 1.
 */
export function errorBound(size: number, wrong: number): number {
  if (size <= 0 || wrong >= size) return 1;
  let [low, high] = [wrong / size, 1];
  for (let step = 0; step < 60; step += 1) {
    const middle = (low + high) / 2;
    if (chanceOfAtMost(wrong, size, middle) > 1 - CONFIDENCE) low = middle;
    else high = middle;
  }
  return high;
}
