import { hashOf, ok, type Result, sum } from "#shared/kernel";
import type { Product, TotalsSnapshot } from "#shared/model";
import type { ClockAndIds, DeskWorkspace } from "../workspace/desk-workspace.ts";
import { controllersOf } from "./controllers.ts";
import { type CountedOrder, countOrder } from "./count-orders.ts";
import { byPlace, looksSplitWith, type Places } from "./splitting.ts";

/** The orders under one controller, counted. */
export type GroupTotals = {
  readonly controller: string | undefined;
  readonly orders: readonly CountedOrder[];
  readonly places: Places;
};

/** Totals over all orders: kept, and brought up to date from the list rows that changed since. */
export type WorkspaceTotals = {
  groups(): Promise<Result<readonly GroupTotals[]>>;
  /** The snapshot for one order's dossier; nothing where no other order belongs to its group. */
  snapshot(order: string): Promise<Result<TotalsSnapshot | undefined>>;
};

type Row = { readonly revision: number; readonly counted: CountedOrder };

const revisionsOf = (rows: readonly { readonly id: string; readonly revision: number }[]) =>
  rows.map(({ id, revision }) => `${id} ${revision}`).join("\n");

const NO_GROUP = "";

/** The list rows of products hold no figures of chips, so changed products are read; a book has some dozens. */
function createProducts({ books: { products } }: Pick<DeskWorkspace, "books">) {
  let seen: string | undefined;
  let kept: ReadonlyMap<string, Product> = new Map();
  return async () => {
    const revisions = revisionsOf(products.list());
    if (revisions === seen) return { products: kept, changed: false };
    const found = new Map<string, Product>();
    for (const { id } of products.list()) {
      const stored = await products.get(id);
      if (stored.ok) found.set(id, stored.value.value);
    }
    [seen, kept] = [revisions, found];
    return { products: kept, changed: true };
  };
}

/** Adds up one group for an order's dossier. The day is that of the newest change, so that the same orders give the same snapshot. */
function snapshotOf(
  { controller, orders, places }: GroupTotals,
  own: CountedOrder,
  changed: ReadonlyMap<string, string>,
): TotalsSnapshot {
  const chipsIn = (state: CountedOrder["state"]) =>
    sum(orders.filter((one) => one.state === state).map(({ chips }) => chips));
  const rows = orders.map(({ order: id, title, state, chips, parts }) => {
    const years = new Set(parts.map((part) => part.year));
    const [year] = years;
    const sites = new Map<string, string[]>();
    for (const { site, chips: part } of parts)
      if (site !== undefined) sites.set(site, [...(sites.get(site) ?? []), part]);
    return {
      order: id,
      title,
      state,
      chips,
      ...(years.size === 1 && year !== undefined ? { year } : {}),
      ...(sites.size === 0
        ? {}
        : { sites: [...sites].map(([site, all]) => ({ site, chips: sum(all) })) }),
    };
  });
  const sorted = rows.toSorted((a, b) => (a.order < b.order ? -1 : 1));
  const others = looksSplitWith(own, places);
  const days = orders.map(({ order: id }) => (changed.get(id) ?? "").slice(0, 10));
  return {
    date: days.toSorted().at(-1) ?? "",
    sha256: hashOf({ controller: controller ?? null, orders: sorted }),
    ...(controller === undefined ? {} : { controller }),
    filedChips: chipsIn("filed"),
    draftedChips: chipsIn("drafted"),
    alternativeChips: chipsIn("alternative"),
    orders: sorted,
    ...(others.length === 0 ? {} : { looksSplitWith: others.slice(0, 1_000) }),
  };
}

type Group = { readonly orders: Map<string, CountedOrder>; built: GroupTotals | undefined };

/** The groups as they stand; an order that changed makes only its own group be put together again. */
function createGroups() {
  const groups = new Map<string, Group>();
  const groupOf = new Map<string, string>();
  const drop = (order: string) => {
    const before = groups.get(groupOf.get(order) ?? "-");
    before?.orders.delete(order);
    if (before !== undefined) before.built = undefined;
    groupOf.delete(order);
  };
  const build = (controller: string, group: Group): GroupTotals => {
    const orders = [...group.orders.values()];
    group.built ??= {
      controller: controller === NO_GROUP ? undefined : controller,
      orders,
      places: byPlace(orders),
    };
    return group.built;
  };
  return {
    drop,
    put: (controller: string, order: CountedOrder) => {
      drop(order.order);
      const group = groups.get(controller) ?? { orders: new Map(), built: undefined };
      group.orders.set(order.order, order);
      group.built = undefined;
      groups.set(controller, group);
      groupOf.set(order.order, controller);
    },
    of: (order: string) => {
      const controller = groupOf.get(order) ?? "-";
      const group = groups.get(controller);
      return group === undefined ? undefined : build(controller, group);
    },
    all: () =>
      [...groups]
        .filter(([, { orders }]) => orders.size > 0)
        .map(([controller, group]) => build(controller, group)),
  };
}

/** Watches the list rows of a workspace: the first count reads them all, later ones only what changed. */
export function createTotals(
  workspace: Pick<DeskWorkspace, "books">,
  clock: Pick<ClockAndIds, "today">,
): WorkspaceTotals {
  const { orders, parties, cases } = workspace.books;
  const productsNow = createProducts(workspace);
  const counted = new Map<string, Row>();
  const groups = createGroups();
  let seen: string | undefined;
  let controllers: ReadonlyMap<string, string> = new Map();

  /** Products, parties or cases that changed may change every order's chips, group or state: all are counted again. */
  async function groundNow() {
    const { products, changed } = await productsNow();
    const now = `${revisionsOf(parties.list())}\n\n${revisionsOf(cases.list())}`;
    if (changed || now !== seen) {
      for (const id of counted.keys()) groups.drop(id);
      counted.clear();
      controllers = new Map();
      seen = now;
    }
    return { products, filed: new Set(cases.list().map(({ summary }) => summary.order)) };
  }

  async function countNow(): Promise<void> {
    const ground = await groundNow();
    const rows = orders.list();
    const fresh = rows.filter(({ id, revision }) => counted.get(id)?.revision !== revision);
    const buyers = new Set(fresh.flatMap(({ summary: { buyer } }) => buyer ?? []));
    const strangers = [...buyers].filter((buyer) => !controllers.has(buyer));
    if (strangers.length > 0)
      controllers = new Map([
        ...controllers,
        ...(await controllersOf(workspace, strangers, clock.today())),
      ]);
    for (const { id, revision, summary } of fresh) {
      const order = countOrder(id, summary, ground);
      counted.set(id, { revision, counted: order });
      const { buyer } = summary;
      groups.put(buyer === undefined ? NO_GROUP : (controllers.get(buyer) ?? buyer), order);
    }
    if (counted.size === rows.length) return;
    const present = new Set(rows.map(({ id }) => id));
    for (const id of [...counted.keys()]) {
      if (present.has(id)) continue;
      counted.delete(id);
      groups.drop(id);
    }
  }

  return {
    groups: async () => {
      await countNow();
      return ok(groups.all());
    },
    snapshot: async (order) => {
      await countNow();
      const own = counted.get(order)?.counted;
      const group = groups.of(order);
      if (own?.buyer === undefined || group === undefined || group.orders.length < 2)
        return ok(undefined);
      const changed = new Map(orders.list().map(({ id, savedAt }) => [id, savedAt]));
      return ok(snapshotOf(group, own, changed));
    },
  };
}
