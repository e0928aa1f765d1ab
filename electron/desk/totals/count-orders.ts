import { chipsPerUnit } from "#shared/facts";
import { multiply, sum } from "#shared/kernel";
import type { Product, TotalsSnapshot } from "#shared/model";
import type { OrderedGoods, OrderSummary } from "../workspace/collections.ts";

type State = TotalsSnapshot["orders"][number]["state"];

/** One order in chips: of its group, in its state, by site and year. */
export type CountedOrder = {
  readonly order: string;
  readonly title: string;
  readonly buyer: string | undefined;
  readonly state: State;
  readonly alternativeTo: string | undefined;
  readonly chips: string;
  /** Lines whose chips nobody can say: no product, no quantity, or no figure of chips per unit. */
  readonly uncounted: number;
  readonly parts: readonly CountedPart[];
};

/** Chips of one product that go to one site in one year. */
export type CountedPart = {
  readonly product: string | undefined;
  readonly site: string | undefined;
  readonly year: string | undefined;
  readonly chips: string;
};

type Ground = {
  readonly products: ReadonlyMap<string, Product>;
  /** Orders of which a packet was filed: a case tells of it. */
  readonly filed: ReadonlySet<string>;
};

function partOf(goods: OrderedGoods, { products }: Ground): CountedPart | undefined {
  const product = goods.product === undefined ? undefined : products.get(goods.product);
  const each = product === undefined ? undefined : chipsPerUnit(product);
  if (each === undefined) return undefined;
  const { site, year } = goods;
  return { product: goods.product, site, year, chips: multiply(goods.units, each) };
}

/** Counts one order from its list row alone; boards and servers are multiplied out by the product's own figure. */
export function countOrder(
  order: string,
  summary: Pick<OrderSummary, "title" | "buyer" | "goods" | "alternativeTo">,
  ground: Ground,
): CountedOrder {
  const goods = summary.goods ?? [];
  const parts = goods.flatMap((one) => partOf(one, ground) ?? []);
  const drafted = summary.alternativeTo === undefined ? "drafted" : "alternative";
  return {
    order,
    title: summary.title,
    buyer: summary.buyer,
    state: ground.filed.has(order) ? "filed" : drafted,
    alternativeTo: summary.alternativeTo,
    chips: sum(parts.map(({ chips }) => chips)),
    uncounted: goods.length - parts.length,
    parts,
  };
}
