import { compareDecimal, type Decimal, divide, multiply } from "#shared/kernel";
import type { Product } from "./product.ts";

/** A computed figure with what it was computed from, so that a reader can follow it. */
export type Computed = { readonly value: Decimal; readonly from: string };

type Figure = (product: Product) => Computed | undefined;

/** Computes a product's figure once: every line that orders it, and every paper that names it, asks again. */
function once(compute: Figure): Figure {
  const done = new WeakMap<Product, { readonly figure: Computed | undefined }>();
  return (product) => {
    const known = done.get(product);
    if (known) return known.figure;
    const figure = compute(product);
    done.set(product, { figure });
    return figure;
  };
}

/**
 * Total processing performance of one IC: the largest dense rate × operand bits (US-E-04). Undefined without any dense
 * rate: nothing is assumed.
 */
export const totalProcessingPerformance: Figure = once((product) => {
  let best: Computed | undefined;
  for (const rate of product.denseRates ?? []) {
    const value = multiply(rate.tops, String(rate.bits));
    if (best === undefined || compareDecimal(value, best.value) > 0)
      best = { value, from: `${rate.tops} ${rate.format} × ${rate.bits}` };
  }
  return best;
});

/** Performance density: total processing performance over applicable die area in mm², four decimals (US-E-05). */
export const performanceDensity: Figure = once((product) => {
  const tpp = totalProcessingPerformance(product);
  const area = product.dieAreaMm2?.value;
  if (tpp === undefined || area === undefined || compareDecimal(area, "0") === 0) return undefined;
  return { value: divide(tpp.value, area, 4), from: `${tpp.value} ÷ ${area}` };
});
