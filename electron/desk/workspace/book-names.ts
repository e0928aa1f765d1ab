import type { VersionedBook } from "#shared/ipc";
import type { CollectionName } from "./collections.ts";

/** The collection that keeps a book; only the evidence book has another name, because its bytes lie in `evidence`. */
export function collectionOf(book: VersionedBook): CollectionName {
  return book === "evidence" ? "papers" : book;
}

const books: Readonly<Record<string, VersionedBook>> = {
  orders: "orders",
  parties: "parties",
  sites: "sites",
  products: "products",
  persons: "persons",
  papers: "evidence",
  cases: "cases",
};

/** The book of a collection; nothing for the settings, which are no book. */
export function bookOf(collection: string): VersionedBook | undefined {
  return Object.hasOwn(books, collection) ? books[collection] : undefined;
}

function textAt(value: unknown, name: string): string | undefined {
  const found =
    typeof value === "object" && value !== null
      ? (value as Readonly<Record<string, unknown>>)[name]
      : undefined;
  if (typeof found === "string" && found !== "") return found;
  return typeof found === "object" ? (textAt(found, "zh") ?? textAt(found, "en")) : undefined;
}

/** What a person calls a document, from its list row; its id where the row has no words. */
export function nameOfSummary(id: string, summary: unknown): string {
  for (const name of ["title", "name", "zh", "en", "fileName"]) {
    const text = textAt(summary, name);
    if (text !== undefined) return text;
  }
  return id;
}
