import { pinyin } from "pinyin-pro";
import type { z } from "zod";
import { compareDecimal, hashOf, subtract, sum } from "#shared/kernel";
import {
  type Case,
  caseSchema,
  type Evidence,
  evidenceRecordSchema,
  type Lookup,
  lineTotal,
  type Order,
  type OrderLine,
  orderSchema,
  orderTotal,
  type PartyRecord,
  type Person,
  type Product,
  partyRecordSchema,
  performanceDensity,
  personSchema,
  productSchema,
  type Settings,
  type Site,
  settingsSchema,
  siteSchema,
  totalProcessingPerformance,
} from "#shared/model";
import type { Workspace } from "#store";

/** What the orders list shows of one order. */
export type OrderSummary = {
  readonly title: string;
  readonly reference?: string;
  readonly buyer?: string;
  readonly lines: number;
  readonly units: string;
  readonly total?: string;
  readonly currency?: string;
  readonly drafter?: string;
  /** It holds reviews from before signed acts. */
  readonly reviewed?: true;
  /** What was looked up for it: which entries, each with the hash of what it says. */
  readonly lookups?: readonly { readonly id: string; readonly sha256: string }[];
  /** What is ordered, by product, site and year of delivery as far as the order says; for totals over all orders. */
  readonly goods?: readonly OrderedGoods[];
  readonly createdOn?: string;
  /** The order of which this one is a declared alternative. */
  readonly alternativeTo?: string;
};

/** Units of one product that go to one site in one year. */
export type OrderedGoods = {
  readonly product?: string;
  readonly units: string;
  readonly site?: string;
  readonly year?: string;
};

/** What the party book's list shows of one party. */
export type PartySummary = {
  readonly kind: string;
  readonly zh?: string;
  readonly en?: string;
  readonly aliases?: readonly string[];
  readonly uscc?: string;
  readonly country?: string;
  readonly search: string;
  readonly holders: number;
  /** Who holds it, or has others hold for them: what the way downwards is found by. */
  readonly owners: readonly string[];
};

/** What the product book's list shows; computed figures as the packs see them. */
export type ProductSummary = {
  readonly name: string;
  readonly form: Product["form"];
  readonly partNumber?: string;
  /** Total processing performance and performance density of one IC (US-E-04, US-E-05). */
  readonly tpp?: string;
  readonly density?: string;
  /** DRAM bandwidth of one IC, GB/s. */
  readonly bandwidth?: string;
};

/** What the list of cases shows: the newest event, the day by which something is owed, what has been drawn down. */
export type CaseSummary = {
  readonly order: string;
  readonly track: "cn-import" | "us-export";
  readonly packet?: string;
  readonly status?: Case["events"][number]["status"];
  readonly on?: string;
  readonly due?: string;
  readonly drawn: string;
};

/** A name to show in a list. */
export type NamedSummary = { readonly name: string };

/** The summary that each book keeps in the store's index. */
export type BookSummaries = {
  readonly orders: OrderSummary;
  readonly parties: PartySummary;
  readonly sites: NamedSummary;
  readonly products: ProductSummary;
  readonly persons: Person;
  readonly evidence: Evidence;
  readonly cases: CaseSummary;
};

/** One collection as the store wants it described. */
type Spec<T, S> = {
  readonly schema: z.ZodType<T>;
  readonly version: number;
  readonly migrations: readonly [];
  readonly summary: (data: T) => S;
  readonly summaryVersion: number;
  readonly idOf: (data: T) => string;
  readonly travels: boolean;
  readonly fromOutside?: (theirs: T, mine: T | undefined) => T;
};

/** How a collection differs from the usual: the version of its list rows, what bundles take of it, if anything. */
type Other<T> = Partial<Pick<Spec<T, unknown>, "summaryVersion" | "travels" | "fromOutside">>;

function spec<T, S>(
  schema: z.ZodType<T>,
  idOf: (data: T) => string,
  summary: (data: T) => S,
  other: Other<T> = {},
): Spec<T, S> {
  const usual = { version: 1, migrations: [], summaryVersion: 1, travels: true } as const;
  return { schema, summary, idOf, ...usual, ...other };
}

const ownId = ({ id }: { readonly id: string }): string => id;

/**
 * Reviews from before signed acts stay as they are here, whatever an order from outside holds. With an order that is new here they
 * are kept as words: the journal tells of none, so they count for nothing.
 */
function orderFromOutside(theirs: Order, mine: Order | undefined): Order {
  if (mine === undefined) return theirs;
  const { reviews: _theirs, ...order } = theirs;
  return mine.reviews === undefined ? order : { ...order, reviews: mine.reviews };
}

/** The settings' one document. */
export const SETTINGS_ID = "settings";

/** Leaves out what is undefined, so that optional members stay absent. */
export function present<T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, item]) => item !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
}

function goodsOfLine(line: OrderLine, only: string | undefined): readonly OrderedGoods[] {
  const { product, quantity, site = only, schedule = [] } = line;
  const part = (units: string, at: string | undefined, year?: string) =>
    present({ product, units, site: at, year }) as OrderedGoods;
  const delivered = schedule.map((one) =>
    part(one.quantity, one.site ?? site, one.date.slice(0, 4)),
  );
  const rest = subtract(quantity ?? "0", sum(delivered.map(({ units }) => units)));
  return compareDecimal(rest, "0") > 0 ? [...delivered, part(rest, site)] : delivered;
}

/** The goods of an order, lines of the same product, site and year together. */
function goodsOf({ lines, sites = [] }: Order): readonly OrderedGoods[] | undefined {
  const only = sites.length === 1 ? sites[0] : undefined;
  const found = new Map<string, OrderedGoods>();
  for (const goods of lines.flatMap((line) => goodsOfLine(line, only))) {
    const key = `${goods.product} ${goods.site} ${goods.year}`;
    const before = found.get(key);
    found.set(key, before ? { ...goods, units: sum([before.units, goods.units]) } : goods);
  }
  return found.size === 0 ? undefined : [...found.values()];
}

function orderSummary(order: Order): OrderSummary {
  const { title, reference, buyer, lines, terms, drafter, reviews, lookups } = order;
  const held = (entry: Lookup) => ({ id: entry.id, sha256: hashOf(entry) });
  const priced = lines.some((line) => lineTotal(line) !== undefined);
  return present({
    title,
    reference,
    buyer,
    lines: lines.length,
    units: sum(lines.map((line) => line.quantity ?? "0")),
    total: priced ? orderTotal(order) : undefined,
    currency: terms?.currency,
    drafter,
    reviewed: reviews === undefined || reviews.length === 0 ? undefined : (true as const),
    lookups: lookups?.length ? lookups.map(held) : undefined,
    goods: goodsOf(order),
    createdOn: order.createdOn,
    alternativeTo: order.alternativeTo,
  }) as OrderSummary;
}

/** Letters a person may type to find a Chinese name: full pinyin and initials, lower case. */
function searchText(names: readonly (string | undefined)[]): string {
  const texts = names.filter((name) => name !== undefined);
  const spelled = texts
    .filter((text) => /\p{Script=Han}/u.test(text))
    .flatMap((text) => {
      const parts = pinyin(text, { toneType: "none", type: "array", nonZh: "consecutive" });
      // Digits and Latin words stay whole among the initials: people type “ztA100”.
      const initials = parts.map((part) => (text.includes(part) ? part : part.slice(0, 1)));
      return [parts.join(""), initials.join("")];
    });
  return [...texts, ...spelled].join(" ").toLowerCase();
}

function partySummary({ party, holders }: PartyRecord): PartySummary {
  const { zh, en, aliases } = party.names;
  return present({
    kind: party.kind,
    zh,
    en,
    aliases,
    uscc: party.uscc,
    country: party.country,
    search: searchText([zh, en, ...(aliases ?? []), party.uscc]),
    holders: holders.length,
    owners: [...new Set(holders.flatMap(({ owner, nomineeFor }) => [owner, nomineeFor ?? owner]))],
  }) as PartySummary;
}

const siteName = (site: Site): NamedSummary => ({
  name: site.names.zh ?? site.names.en ?? site.id,
});

function productSummary(product: Product): ProductSummary {
  return present({
    name: `${product.vendor} ${product.model}`,
    form: product.form,
    partNumber: product.partNumber,
    tpp: totalProcessingPerformance(product)?.value,
    density: performanceDensity(product)?.value,
    bandwidth: product.dramBandwidthGBs?.value,
  }) as ProductSummary;
}

/** Events stand in the order in which they were written; the newest is the one of the latest day. */
function caseSummary({ order, track, packet, events, drawdowns }: Case): CaseSummary {
  const newest = events.toSorted((a, b) => (a.date < b.date ? -1 : 1)).at(-1);
  return present({
    order,
    track,
    packet,
    status: newest?.status,
    on: newest?.date,
    due: newest?.due,
    drawn: sum(drawdowns.map(({ quantity }) => quantity)),
  }) as CaseSummary;
}

/** Every collection of a workspace, in the form the store takes. */
export const collections = {
  orders: spec(orderSchema, ownId, orderSummary, {
    summaryVersion: 3,
    fromOutside: orderFromOutside,
  }),
  parties: spec(partyRecordSchema, ({ party }: PartyRecord) => party.id, partySummary, {
    summaryVersion: 5,
  }),
  sites: spec(siteSchema, ownId, siteName, { summaryVersion: 2 }),
  products: spec(productSchema, ownId, productSummary, { summaryVersion: 3 }),
  persons: spec(personSchema, ownId, (person: Person) => person, {
    summaryVersion: 2,
    travels: false,
  }),
  /** The evidence book; the folder name `evidence` belongs to the bytes. */
  papers: spec(evidenceRecordSchema, ownId, (item: Evidence) => item, { summaryVersion: 2 }),
  cases: spec(caseSchema, ownId, caseSummary, { summaryVersion: 3 }),
  settings: spec(
    settingsSchema,
    () => SETTINGS_ID,
    (settings: Settings) => ({ language: settings.language }),
    { travels: false },
  ),
} as const;

/** The name of a collection of the workspace. */
export type CollectionName = keyof typeof collections;
/** The collections that are books: all but the settings. */
export const bookCollections = [
  "orders",
  "parties",
  "sites",
  "products",
  "persons",
  "papers",
  "cases",
] as const;

/** The opened workspace with the desk's collections. */
export type Store = Workspace<typeof collections>;
