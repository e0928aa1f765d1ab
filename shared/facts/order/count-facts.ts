import { compareDecimal, multiply, sum } from "#shared/kernel";
import type { OrderLine, Product } from "#shared/model";
import type { Context } from "../context.ts";
import { type Fact, fact, known, open } from "../define.ts";
import type { Ask, FactAnswer } from "../types.ts";

const whole = new Set<Product["form"]>(["ic", "sxm-module", "oam-module", "pcie-card"]);
const without = new Set<Product["form"]>(["crypto-device", "network"]);

/** Chips in one unit: the product's own figure; one where the unit is itself a chip or a module of one; none in network gear. */
export function chipsPerUnit(product: Product): string | undefined {
  if (product.icsPerUnit !== undefined) return String(product.icsPerUnit);
  if (without.has(product.form)) return "0";
  return whole.has(product.form) ? "1" : undefined;
}

/** Chips of a line: its units times the chips of each; undefined while either is missing. */
export function chipsOf(context: Context, line: OrderLine): string | undefined {
  const product = line.product === undefined ? undefined : context.products.get(line.product);
  const each = product && chipsPerUnit(product);
  if (each === undefined || line.quantity === undefined) return undefined;
  return multiply(line.quantity, each);
}

/** The field that leaves the chips of a line open. */
function gapOf(context: Context, line: OrderLine): string {
  if (line.quantity === undefined) return `order.lines.${line.id}.quantity`;
  const product = line.product === undefined ? undefined : context.products.get(line.product);
  return product === undefined
    ? `order.lines.${line.id}.product`
    : `products.${product.id}.icsPerUnit`;
}

function ownChips(context: Context, ask: (path: string) => Ask): FactAnswer {
  const { lines } = context.dossier.order;
  if (lines.length === 0) return open("buyer", [ask("order.lines")]);
  const found = lines.map((line) => chipsOf(context, line));
  const given = found.filter((one) => one !== undefined);
  if (given.length === lines.length) return known(sum(given));
  const asked = lines
    .filter((_, at) => found[at] === undefined)
    .map((line) => ask(gapOf(context, line)));
  return {
    known: false,
    owner: "buyer",
    ask: asked,
    bounds: { min: sum(given), max: "1000000000000000" },
  };
}

/** Chips ordered: of a line, of this order, and of the whole group as far as a snapshot of totals says. */
export const countFacts: readonly Fact[] = [
  fact({ id: "line.chips", subject: "line", type: "number" }, ({ context, id, ask, owner }) => {
    const line = context.lines.get(id);
    if (line === undefined) return open(owner, [ask("order.lines")]);
    const chips = chipsOf(context, line);
    return chips === undefined ? open(owner, [ask(gapOf(context, line))]) : known(chips);
  }),
  fact({ id: "order.chips", subject: "order", type: "number" }, ({ context, ask }) =>
    ownChips(context, ask),
  ),
  // Filed, drafted and declared alternatives are all counted; without a snapshot this order stands alone.
  fact({ id: "order.group-chips", subject: "order", type: "number" }, ({ context, id, ask }) => {
    const own = ownChips(context, ask);
    const { totals } = context.dossier;
    if (totals === undefined) return own;
    const others = totals.orders.filter(({ order }) => order !== id).map(({ chips }) => chips);
    const rest = sum(others);
    const recorded = sum([totals.filedChips, totals.draftedChips, totals.alternativeChips]);
    if (!own.known) {
      const min = sum([rest, own.bounds?.min ?? "0"]);
      return { ...own, bounds: { min, max: "1000000000000000" } };
    }
    const counted = sum([rest, String(own.value)]);
    return known(compareDecimal(counted, recorded) > 0 ? counted : recorded);
  }),
  fact({ id: "order.looks-split", subject: "order", type: "bool" }, ({ context }) => {
    const others = context.dossier.totals?.looksSplitWith ?? [];
    return known(others.length > 0, others.join(", ") || undefined);
  }),
];
