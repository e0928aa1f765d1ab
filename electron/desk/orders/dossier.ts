import { ok, type Result } from "#shared/kernel";
import {
  DOSSIER_SCHEMA,
  type Dossier,
  type Evidence,
  type Link,
  type Order,
  type Party,
  type Person,
  type Product,
  type Site,
} from "#shared/model";
import type { Book, Books } from "../workspace/desk-workspace.ts";

const REFERENCE = /^(pty|ste|prd|evd|psn)_[A-Za-z0-9-]{1,60}$/;

type Kind = "pty" | "ste" | "prd" | "evd" | "psn";

/** What has been gathered so far and what still has to be looked at. */
class Gathering {
  readonly #seen = new Set<string>();
  readonly #waiting: string[] = [];

  /** Notes every reference inside a value, however deep. */
  collect(value: unknown): void {
    if (typeof value === "string") {
      if (value.charAt(3) !== "_" || !REFERENCE.test(value) || this.#seen.has(value)) return;
      this.#seen.add(value);
      this.#waiting.push(value);
    } else if (Array.isArray(value)) {
      for (const item of value) this.collect(item);
    } else if (typeof value === "object" && value !== null) {
      for (const item of Object.values(value)) this.collect(item);
    }
  }

  next(): { readonly kind: Kind; readonly id: string } | undefined {
    const id = this.#waiting.pop();
    return id === undefined ? undefined : { kind: id.slice(0, 3) as Kind, id };
  }
}

type Parts = {
  readonly parties: Party[];
  readonly links: Link[];
  readonly sites: Site[];
  readonly products: Product[];
  readonly evidence: Evidence[];
  readonly persons: Person[];
};

/** The document, or nothing when the book has none: a draft may name what is not there (yet). */
async function find<T, S>(book: Book<T, S>, id: string): Promise<Result<T | undefined>> {
  if (!book.has(id)) return ok(undefined);
  const found = await book.get(id);
  return found.ok ? ok(found.value.value) : found;
}

async function addOne(
  books: Books,
  parts: Parts,
  { kind, id }: { readonly kind: Kind; readonly id: string },
): Promise<Result<unknown>> {
  switch (kind) {
    case "pty": {
      const found = await find(books.parties, id);
      if (!found.ok || found.value === undefined) return found;
      parts.parties.push(found.value.party);
      parts.links.push(...found.value.holders);
      return found;
    }
    case "ste": {
      const found = await find(books.sites, id);
      if (found.ok && found.value !== undefined) parts.sites.push(found.value);
      return found;
    }
    case "prd": {
      const found = await find(books.products, id);
      if (found.ok && found.value !== undefined) parts.products.push(found.value);
      return found;
    }
    case "evd": {
      const found = await find(books.evidence, id);
      if (found.ok && found.value !== undefined) parts.evidence.push(found.value);
      return found;
    }
    case "psn": {
      const found = await find(books.persons, id);
      if (found.ok && found.value !== undefined) parts.persons.push(found.value);
      return found;
    }
  }
}

const byId = <T extends { readonly id: string }>(items: T[]) =>
  items.sort((a, b) => (a.id < b.id ? -1 : 1));

/**
 * The dossier of an order: the order with everything it refers to, and for each party every holder above it, however many
 * tiers up. Sorted by id, so that the same workspace gives the same bytes.
 */
export async function gatherDossier(books: Books, order: Order): Promise<Result<Dossier>> {
  const parts: Parts = {
    parties: [],
    links: [],
    sites: [],
    products: [],
    evidence: [],
    persons: [],
  };
  const gathering = new Gathering();
  // A reviewer is told by the key in the review. Taking the person in would change what was reviewed.
  const { reviews: _reviews, ...drafted } = order;
  gathering.collect(drafted);
  for (let next = gathering.next(); next !== undefined; next = gathering.next()) {
    const added = await addOne(books, parts, next);
    if (!added.ok) return added;
    gathering.collect(added.value);
  }
  return ok({
    schema: DOSSIER_SCHEMA,
    order,
    parties: byId(parts.parties),
    links: byId(parts.links),
    sites: byId(parts.sites),
    products: byId(parts.products),
    evidence: byId(parts.evidence),
    persons: byId(parts.persons),
  });
}
