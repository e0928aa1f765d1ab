import { compareDecimal, type Decimal, divide, multiply } from "#shared/kernel";
import type { Product } from "./product.ts";

/** A computed figure with what it was computed from, so that a reader can follow it. */
export type Computed = { readonly value: Decimal; readonly from: string };

/**
 * Total processing performance of one IC: the largest dense rate × operand bits (US-E-04). Undefined without any dense
 * rate: nothing is assumed.
 */
export function totalProcessingPerformance(product: Product): Computed | undefined {
  let best: Computed | undefined;
  for (const rate of product.denseRates ?? []) {
    const value = multiply(rate.tops, String(rate.bits));
    if (best === undefined || compareDecimal(value, best.value) > 0)
      best = { value, from: `${rate.tops} ${rate.format} × ${rate.bits}` };
  }
  return best;
}

/** Performance density: total processing performance over applicable die area in mm², four decimals (US-E-05). */
export function performanceDensity(product: Product): Computed | undefined {
  const tpp = totalProcessingPerformance(product);
  const area = product.dieAreaMm2?.value;
  if (tpp === undefined || area === undefined || compareDecimal(area, "0") === 0) return undefined;
  return { value: divide(tpp.value, area, 4), from: `${tpp.value} ÷ ${area}` };
}
