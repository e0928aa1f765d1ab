import { decodeText, parseStrictJson } from "#node/input";
import { inspectReferences } from "#shared/check";
import { type AppError, appError, canonicalJson, err, ok, type Result } from "#shared/kernel";
import {
  type Dossier,
  type Link,
  type Order,
  type PartyRecord,
  type Person,
  parseDossier,
} from "#shared/model";
import type { Book, BookName, Books, BookValues, Change } from "../workspace/desk-workspace.ts";

/** What the screen calls an entry of each book. */
const KINDS: Readonly<Record<BookName, string>> = {
  orders: "order",
  parties: "party",
  sites: "site",
  products: "product",
  persons: "person",
  evidence: "evidence",
  cases: "case",
};

/** What an import would do to a document that is here already and differs. */
export type Conflict = { readonly kind: string; readonly id: string; readonly name: string };
export type OnConflict = "ask" | "keep-mine" | "take-theirs";

/** Everything an import would change, worked out before anything is written. */
export type ImportPlan = {
  readonly order: string;
  readonly changes: readonly Change[];
  readonly conflicts: readonly Conflict[];
  /** Persons that the file names and nobody asked to take in. */
  readonly left: readonly Person[];
};

/** What to do with what is here already, and whether colleagues' names were asked for. */
export type ImportWishes = {
  readonly onConflict: OnConflict;
  readonly persons: boolean;
  readonly freshId: () => string;
};

function withFile(error: AppError, file: string): AppError {
  return appError(error.code, { file, ...error.params });
}

/** A dossier from the text of a file: strict JSON, strict schema, sound references. Errors name file, place and fault. */
export function readDossier(text: string, file: string): Result<Dossier> {
  const json = parseStrictJson(text, file);
  if (!json.ok) return json;
  const dossier = parseDossier(json.value);
  if (!dossier.ok) return err(withFile(dossier.error, file));
  const fault = inspectReferences(dossier.value);
  return fault === undefined ? ok(inOrder(dossier.value)) : err(withFile(fault, file));
}

function byId<T extends { readonly id: string }>(items: readonly T[]): T[] {
  return items.toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

/** The same dossier with its books sorted by id, as the desk gathers it: one content, one hash. */
function inOrder(dossier: Dossier): Dossier {
  return {
    ...dossier,
    parties: byId(dossier.parties),
    links: byId(dossier.links),
    sites: byId(dossier.sites),
    products: byId(dossier.products),
    evidence: byId(dossier.evidence),
    persons: byId(dossier.persons),
  };
}

/** A dossier from the bytes of a file. */
export function readDossierBytes(bytes: Uint8Array, file: string): Result<Dossier> {
  const text = decodeText(bytes, file, { mark: "refuse" });
  return text.ok ? readDossier(text.value, file) : text;
}

function partyRecords(dossier: Dossier): Result<readonly PartyRecord[]> {
  const holders = new Map<string, Link[]>(dossier.parties.map((party) => [party.id, []]));
  for (const [index, link] of dossier.links.entries()) {
    const list = holders.get(link.target);
    if (list === undefined)
      return err(appError("dossier-link-target", { at: `links.${index}.target`, id: link.target }));
    list.push(link);
  }
  return ok(dossier.parties.map((party) => ({ party, holders: holders.get(party.id) ?? [] })));
}

function sameValue(a: unknown, b: unknown): boolean {
  return canonicalJson(a) === canonicalJson(b);
}

function normalRecord(record: PartyRecord): PartyRecord {
  return {
    party: record.party,
    holders: record.holders.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
  };
}

/** Theirs, with the reviews from before signed acts that lie here: an import takes none away. */
function withOwnReviews(theirs: Order, mine: Order): Order {
  return mine.reviews === undefined ? theirs : { ...theirs, reviews: mine.reviews };
}

class Planner {
  readonly changes: Change[] = [];
  readonly conflicts: Conflict[] = [];
  readonly #books: Books;
  readonly #take: boolean;

  constructor(books: Books, onConflict: OnConflict) {
    this.#books = books;
    this.#take = onConflict === "take-theirs";
  }

  /** Plans one document; answers whether it conflicts with what is here. */
  async plan<N extends BookName>(
    book: N,
    id: string,
    value: BookValues[N],
    name: string,
  ): Promise<Result<boolean>> {
    const shelf = this.#books[book] as unknown as Book<BookValues[N], unknown>;
    if (!shelf.has(id)) {
      this.changes.push({ book, value, revision: 0 } as Change);
      return ok(false);
    }
    const mine = await shelf.get(id);
    if (!mine.ok) return mine;
    const taken =
      book === "orders" ? withOwnReviews(value as Order, mine.value.value as Order) : value;
    if (sameValue(mine.value.value, taken)) return ok(false);
    this.conflicts.push({ kind: KINDS[book], id, name });
    if (this.#take)
      this.changes.push({ book, value: taken, revision: mine.value.revision } as Change);
    return ok(true);
  }
}

/** The order itself: kept beside the present one under a fresh id when mine is to stay. */
async function planOrder(
  planner: Planner,
  dossier: Dossier,
  onConflict: OnConflict,
  freshId: () => string,
): Promise<Result<string>> {
  // Reviews are acts of a desk; in a file they are no more than words about somewhere else.
  const { reviews: _reviews, ...order } = dossier.order;
  const planned = await planner.plan("orders", order.id, order, order.title);
  if (!planned.ok) return planned;
  if (!planned.value || onConflict !== "keep-mine") return ok(order.id);
  const id = freshId();
  planner.changes.push({ book: "orders", value: { ...order, id }, revision: 0 });
  return ok(id);
}

/** Works out what importing a dossier changes. Nothing is written here. */
export async function planImport(
  books: Books,
  dossier: Dossier,
  { onConflict, persons, freshId }: ImportWishes,
): Promise<Result<ImportPlan>> {
  const records = partyRecords(dossier);
  if (!records.ok) return records;
  const planner = new Planner(books, onConflict);
  const steps: (() => Promise<Result<boolean>>)[] = [
    ...records.value.map((record) => () => {
      const { id, names } = record.party;
      return planner.plan("parties", id, normalRecord(record), names.zh ?? names.en ?? id);
    }),
    ...dossier.sites.map(
      (site) => () =>
        planner.plan("sites", site.id, site, site.names.zh ?? site.names.en ?? site.id),
    ),
    ...dossier.products.map(
      (item) => () => planner.plan("products", item.id, item, `${item.vendor} ${item.model}`),
    ),
    ...dossier.evidence.map(
      (item) => () => planner.plan("evidence", item.id, item, item.title.zh ?? item.fileName),
    ),
  ];
  const strangers = dossier.persons.filter(({ id }) => !books.persons.has(id));
  // Their names only: a key or a confirmed role comes from acts of this desk alone.
  if (persons)
    for (const { publicKey: _key, keySince: _since, ...person } of strangers)
      planner.changes.push({ book: "persons", value: person, revision: 0 });
  for (const step of steps) {
    const planned = await step();
    if (!planned.ok) return planned;
  }
  const order = await planOrder(planner, dossier, onConflict, freshId);
  if (!order.ok) return order;
  return ok({
    order: order.value,
    changes: planner.changes,
    conflicts: planner.conflicts,
    left: persons ? [] : strangers,
  });
}
