import { z } from "zod";
import { compareDecimal, type Decimal, divide, multiply, sum } from "#shared/kernel";
import type { OrderLine, Product, Site } from "#shared/model";
import type { Context } from "../context.ts";
import { type Fact, factWith, known, open } from "../define.ts";
import type { Ask, FactAnswer } from "../types.ts";
import { chipsOf } from "./count-facts.ts";
import { namesModel } from "./model-name.ts";

const decimal = z.string().regex(/^\d{1,9}(\.\d{1,6})?$/);

/** Published peak rates of one chip by model, in teraflops: where vector and tensor rates differ, both. */
const ratesSchema = z.strictObject({
  measure: z.enum(["fp64", "fp32"]),
  rates: z
    .array(
      z.strictObject({
        models: z.array(z.string().min(1).max(80)).min(1).max(50),
        fp64: z.array(decimal).min(1).max(4),
        fp32: z.array(decimal).min(1).max(4),
      }),
    )
    .min(1)
    .max(200),
});
type RatesArgs = z.infer<typeof ratesSchema>;
type Span = { readonly low: Decimal; readonly high: Decimal };

const least = (values: readonly Decimal[]) =>
  values.reduce((a, b) => (compareDecimal(a, b) <= 0 ? a : b));
const most = (values: readonly Decimal[]) =>
  values.reduce((a, b) => (compareDecimal(a, b) >= 0 ? a : b));

/** Rates of one chip: what the pack has published, else what the product's own record says; undefined where nobody says. */
function rateOf(product: Product, { measure, rates }: RatesArgs): Span | undefined {
  const table = rates.find(({ models }) => namesModel(product, models));
  const own =
    measure === "fp64"
      ? [product.fp64VectorTflops, product.fp64TensorTflops]
      : [product.fp32Tflops];
  const values = table?.[measure] ?? own.flatMap((figure) => (figure ? [figure.value] : []));
  return values.length === 0 ? undefined : { low: least(values), high: most(values) };
}

const isAccelerator = ({ form }: Product) => form !== "network" && form !== "crypto-device";

/** Chips of a line at a site, as far as deliveries or the line say where they go; undefined where the site may or may not get them. */
function shareAt(
  context: Context,
  line: OrderLine,
  site: string,
): "all" | "none" | "some" | Decimal {
  const deliveries = line.schedule ?? [];
  if (deliveries.some((one) => one.site !== undefined)) {
    const here = deliveries.filter((one) => (one.site ?? line.site) === site);
    return here.length === 0 ? "none" : sum(here.map(({ quantity }) => quantity));
  }
  if (line.site !== undefined) return line.site === site ? "all" : "none";
  const sites = context.dossier.order.sites ?? [];
  return sites.length === 1 && sites[0] === site ? "all" : "some";
}

type Load = {
  low: Decimal;
  high: Decimal;
  chips: Decimal;
  /** The first field that keeps a rate or a number open. */
  unknown: string | undefined;
  /** Whether a number of chips is open, which the buyer can give; a rate may be published by nobody. */
  uncounted: boolean;
};

/** The first field of a line that keeps its chips or their rate open. */
function openField(
  line: OrderLine,
  product: Product | undefined,
  all: Decimal | undefined,
  args: RatesArgs,
): string {
  if (product === undefined) return `order.lines.${line.id}.product`;
  if (all === undefined)
    return line.quantity === undefined
      ? `order.lines.${line.id}.quantity`
      : `products.${product.id}.icsPerUnit`;
  return `products.${product.id}.${args.measure === "fp64" ? "fp64VectorTflops" : "fp32Tflops"}`;
}

/** Adds what one line brings to a site to the load. */
function addLine(load: Load, context: Context, line: OrderLine, site: string, args: RatesArgs) {
  const part = shareAt(context, line, site);
  if (part === "none") return;
  const product = line.product === undefined ? undefined : context.products.get(line.product);
  if (product !== undefined && !isAccelerator(product)) return;
  const all = product && chipsOf(context, line);
  const rate = product && rateOf(product, args);
  if (all === undefined || rate === undefined) load.unknown ??= openField(line, product, all, args);
  if (all === undefined) load.uncounted = true;
  if (all === undefined || rate === undefined || line.quantity === undefined) return;
  const chips =
    part === "all" || part === "some" ? all : multiply(part, divide(all, line.quantity, 0));
  load.high = sum([load.high, multiply(chips, rate.high)]);
  load.chips = sum([load.chips, chips]);
  if (part !== "some") load.low = sum([load.low, multiply(chips, rate.low)]);
}

/** Teraflops of everything that goes to a site, with the field that keeps a rate or a number open. */
function loadOf(context: Context, site: string, args: RatesArgs): Load {
  const load: Load = { low: "0", high: "0", chips: "0", unknown: undefined, uncounted: false };
  for (const line of context.dossier.order.lines) addLine(load, context, line, site, args);
  return load;
}

const petaflops = (teraflops: Decimal): Decimal => divide(teraflops, "1000", 6);

/** How much of what stands at a site stands in its densest envelope: all, a counted part, or anything up to all. */
function inEnvelope(site: Site | undefined, load: Load): Span {
  const { low, high, chips } = load;
  const value = site?.oneEnvelope?.value;
  if (value === "yes") return { low, high };
  const part = site?.envelopeChips;
  if (value === "no" && part !== undefined && compareDecimal(chips, "0") > 0) {
    if (compareDecimal(part, chips) >= 0) return { low, high };
    const scale = (figure: Decimal) => divide(multiply(figure, part), chips, 6);
    return { low: scale(low), high: scale(high) };
  }
  return { low: "0", high };
}

/**
 * Petaflops inside the densest envelope of a site. What was stated counts where chips times rate do not exceed it; a figure below
 * them leaves the envelope unknown, and so does silence, and so does a number of chips that nobody gave. Where a rate is published
 * by nobody there is nothing to multiply: the stated figure stands alone.
 */
function densest(
  context: Context,
  id: string,
  args: RatesArgs,
  ask: (path: string) => Ask,
): FactAnswer {
  const site = context.sites.get(id);
  const key = args.measure === "fp64" ? "supercomputerFp64Pf" : "supercomputerFp32Pf";
  const stated = site?.[key];
  const load = loadOf(context, id, args);
  const span = inEnvelope(site, load);
  const low = most([petaflops(span.low), stated ?? "0"]);
  if (load.unknown !== undefined) {
    if (stated !== undefined && !load.uncounted) return known(low);
    return {
      known: false,
      owner: "buyer",
      ask: [ask(load.unknown), ask(`sites.${id}.${key}`)],
      bounds: { min: low, max: "1000000000" },
    };
  }
  const high = most([petaflops(span.high), low]);
  if (compareDecimal(low, high) === 0) return known(low);
  const asked =
    site?.oneEnvelope?.value === undefined ? ["oneEnvelope", key] : ["envelopeChips", key];
  return {
    known: false,
    owner: "buyer",
    ask: asked.map((field) => ask(`sites.${id}.${field}`)),
    bounds: { min: low, max: high },
  };
}

/** What stands at a site, computed from chips and published rates beside what was stated (US-L-03, SC-01). */
export const envelopeFacts: readonly Fact[] = [
  factWith(
    { id: "site.densest-petaflops", subject: "site", type: "number" },
    ratesSchema,
    ({ context, id, args, ask }) => densest(context, id, args, ask),
  ),
  factWith(
    { id: "site.computed-petaflops", subject: "site", type: "number" },
    ratesSchema,
    ({ context, id, args, ask, owner }) => {
      const load = loadOf(context, id, args);
      if (load.unknown !== undefined) return open(owner, [ask(load.unknown)]);
      const [min, max] = [petaflops(load.low), petaflops(load.high)];
      if (compareDecimal(min, max) === 0) return known(min);
      return { known: false, owner, ask: [], bounds: { min, max } };
    },
  ),
  // A stated figure below what the chips make even at their lowest rate: both are shown, and neither is believed.
  factWith(
    { id: "site.stated-below-computed", subject: "site", type: "bool" },
    ratesSchema,
    ({ context, id, args }) => {
      const site = context.sites.get(id);
      const stated =
        args.measure === "fp64" ? site?.supercomputerFp64Pf : site?.supercomputerFp32Pf;
      const load = loadOf(context, id, args);
      if (stated === undefined || load.unknown !== undefined) return known(false);
      const envelope = inEnvelope(site, load);
      const isKnown = site?.oneEnvelope?.value === "no" && site.envelopeChips !== undefined;
      const computed = petaflops(isKnown ? envelope.low : load.low);
      return compareDecimal(stated, computed) < 0
        ? known(true, `${stated} < ${computed}`)
        : known(false);
    },
  ),
];
