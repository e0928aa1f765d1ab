import { namesModel } from "#shared/facts";
import { compareDecimal, type Decimal, divide, multiply, sum } from "#shared/kernel";
import type { Product, Site } from "#shared/model";
import type { CountedPart } from "./count-orders.ts";

type Range = { readonly low: Decimal; readonly high: Decimal };

type PowerGround = {
  readonly products: ReadonlyMap<string, Product>;
  readonly rates: PublishedRates;
};

/** What stands at one site: chips, petaflops by published rates, and what the site's record states. */
export type SitePower = {
  readonly chips: Decimal;
  readonly fp64?: Range;
  readonly fp32?: Range;
  readonly statedFp64?: Decimal;
  readonly statedFp32?: Decimal;
  readonly contradicts: boolean;
};

const measures = {
  fp64: (product: Product) => [product.fp64VectorTflops, product.fp64TensorTflops],
  fp32: (product: Product) => [product.fp32Tflops],
} as const;

/** Published rates of one chip by model, as the packs hold them against the definition of a supercomputer. */
export type PublishedRates = readonly {
  readonly models: readonly string[];
  readonly fp64: readonly Decimal[];
  readonly fp32: readonly Decimal[];
}[];

/** The table of rates that the packs give to their facts; empty where none does. */
export function publishedRates(packs: readonly unknown[]): PublishedRates {
  for (const value of packs) {
    if (typeof value !== "object" || value === null) continue;
    const own = (value as { readonly rates?: unknown }).rates;
    if (Array.isArray(own)) return own as PublishedRates;
    const below = publishedRates(Object.values(value));
    if (below.length > 0) return below;
  }
  return [];
}

/** What the packs have published, else what the product's own record says, as the check counts it. */
function rateOf(
  product: Product,
  measure: keyof typeof measures,
  rates: PublishedRates,
): Range | undefined {
  const table = rates.find(({ models }) => namesModel(product, models));
  const own = measures[measure](product).flatMap((figure) => (figure ? [figure.value] : []));
  const values = table?.[measure] ?? own;
  const sorted = values.toSorted(compareDecimal);
  const [low] = sorted;
  const high = sorted.at(-1);
  return low === undefined || high === undefined ? undefined : { low, high };
}

/** Petaflops of some parts; nothing where a product has no published rate. Whether vector or tensor rates count is nowhere said. */
function powerOf(
  parts: readonly CountedPart[],
  { products, rates }: PowerGround,
  measure: keyof typeof measures,
): Range | undefined {
  const [lows, highs]: [Decimal[], Decimal[]] = [[], []];
  for (const { product: id, chips } of parts) {
    const product = products.get(id ?? "");
    if (chips === "0") continue;
    const rate = product && rateOf(product, measure, rates);
    if (rate === undefined) return undefined;
    lows.push(multiply(chips, rate.low));
    highs.push(multiply(chips, rate.high));
  }
  return { low: divide(sum(lows), "1000", 3), high: divide(sum(highs), "1000", 3) };
}

/** Computed figures beside stated ones: a stated figure below what the chips make at the lowest rate is a contradiction. */
export function sitePower(
  site: Pick<Site, "supercomputerFp64Pf" | "supercomputerFp32Pf"> | undefined,
  parts: readonly CountedPart[],
  ground: PowerGround,
): SitePower {
  const [fp64, fp32] = [powerOf(parts, ground, "fp64"), powerOf(parts, ground, "fp32")];
  const [statedFp64, statedFp32] = [site?.supercomputerFp64Pf, site?.supercomputerFp32Pf];
  const below = (stated: Decimal | undefined, computed: Range | undefined) =>
    stated !== undefined && computed !== undefined && compareDecimal(stated, computed.low) < 0;
  return {
    chips: sum(parts.map(({ chips }) => chips)),
    ...(fp64 === undefined ? {} : { fp64 }),
    ...(fp32 === undefined ? {} : { fp32 }),
    ...(statedFp64 === undefined ? {} : { statedFp64 }),
    ...(statedFp32 === undefined ? {} : { statedFp32 }),
    contradicts: below(statedFp64, fp64) || below(statedFp32, fp32),
  };
}
