import type { TotalsValue } from "#shared/ipc";
import { ok, type Result, sum } from "#shared/kernel";
import type { Product } from "#shared/model";
import type { DeskContext } from "../session/adapters.ts";
import { present } from "../workspace/collections.ts";
import type { CountedOrder, CountedPart } from "./count-orders.ts";
import { publishedRates, sitePower } from "./site-power.ts";
import { areParts } from "./splitting.ts";
import type { GroupTotals } from "./workspace-totals.ts";

type Group = TotalsValue["groups"][number];
type Row = Group["rows"][number];
type Names = (id: string | undefined) => string | undefined;

/** Of very many orders that look like one, so many are named. */
const NAMED = 50;

function rowsOf(orders: readonly CountedOrder[], siteName: Names): readonly Row[] {
  const found = new Map<
    string,
    { row: Omit<Row, "chips" | "orders">; chips: string[]; orders: Set<string> }
  >();
  for (const { order, state, parts } of orders)
    for (const { site, year, chips } of parts) {
      const key = `${state} ${year ?? ""} ${site ?? ""}`;
      const row = present({ state, year, site, siteName: siteName(site) }) as Omit<
        Row,
        "chips" | "orders"
      >;
      const held = found.get(key) ?? { row, chips: [], orders: new Set<string>() };
      held.chips.push(chips);
      held.orders.add(order);
      found.set(key, held);
    }
  return [...found]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { row, chips, orders: own }]) => ({ ...row, chips: sum(chips), orders: own.size }));
}

function splitOf({ places }: GroupTotals): Group["split"] {
  const found = new Map<string, Group["split"][number]>();
  for (const together of places.values()) {
    const parts = areParts(together);
    if (parts.length < 2) continue;
    const key = parts.map(({ order }) => order).join();
    const orders = parts.slice(0, NAMED).map(({ order, title }) => ({ order, title }));
    found.set(key, { count: parts.length, orders });
  }
  return [...found.values()];
}

function groupOf(group: GroupTotals, partyName: Names, siteName: Names): Group {
  const { controller, orders } = group;
  const chipsIn = (state: CountedOrder["state"]) =>
    sum(orders.filter((one) => one.state === state).map(({ chips }) => chips));
  return {
    ...(present({ controller, name: partyName(controller) }) as Pick<Group, "controller" | "name">),
    orders: orders.length,
    filed: chipsIn("filed"),
    drafted: chipsIn("drafted"),
    alternative: chipsIn("alternative"),
    total: sum(orders.map(({ chips }) => chips)),
    uncounted: orders.reduce((count, one) => count + one.uncounted, 0),
    rows: [...rowsOf(orders, siteName)],
    split: splitOf(group),
  };
}

async function productsOf({ workspace }: DeskContext): Promise<ReadonlyMap<string, Product>> {
  const { products } = workspace.books;
  const found = new Map<string, Product>();
  for (const { id } of products.list()) {
    const stored = await products.get(id);
    if (stored.ok) found.set(id, stored.value.value);
  }
  return found;
}

async function sitesOf(
  context: DeskContext,
  groups: readonly GroupTotals[],
  siteName: Names,
): Promise<Result<TotalsValue["sites"]>> {
  const parts = new Map<string, CountedPart[]>();
  for (const part of groups.flatMap(({ orders }) => orders.flatMap((one) => one.parts))) {
    if (part.site === undefined) continue;
    const held = parts.get(part.site);
    if (held === undefined) parts.set(part.site, [part]);
    else held.push(part);
  }
  const products = await productsOf(context);
  const packs = await context.packs.active();
  if (!packs.ok) return packs;
  const rates = publishedRates(packs.value.map(({ pack }) => pack));
  const found: TotalsValue["sites"] = [];
  for (const [site, own] of parts) {
    const stored = await context.workspace.books.sites.get(site);
    const record = stored.ok ? stored.value.value : undefined;
    found.push({
      site,
      name: siteName(site) ?? site,
      ...sitePower(record, own, { products, rates }),
    });
  }
  return ok(found.toSorted((a, b) => (a.name < b.name ? -1 : 1)));
}

/** Totals as the page and the table show them: the largest group first. */
export async function totalsView(context: DeskContext): Promise<Result<TotalsValue>> {
  const groups = await context.totals.groups();
  if (!groups.ok) return groups;
  const { parties, sites } = context.workspace.books;
  const partyNames = new Map(parties.list().map(({ id, summary: { zh, en } }) => [id, zh ?? en]));
  const siteNames = new Map(sites.list().map(({ id, summary: { name } }) => [id, name]));
  const partyName: Names = (id) => partyNames.get(id ?? "");
  const siteName: Names = (id) => siteNames.get(id ?? "");
  const shown = groups.value.map((group) => groupOf(group, partyName, siteName));
  const power = await sitesOf(context, groups.value, siteName);
  if (!power.ok) return power;
  return ok({
    groups: shown.toSorted((a, b) => Number(b.total) - Number(a.total)),
    sites: power.value,
  });
}
