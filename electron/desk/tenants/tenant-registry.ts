import { type BookSummary, type ClassifiedBook, TenantBook } from "#node/tenants";
import { appError, err, ok, type Result } from "#shared/kernel";
import type { DeskFiles } from "../workspace/desk-workspace.ts";

const ENDING = ".tenants";

type TenantBooks = { readonly books: readonly BookSummary[]; readonly damaged: readonly string[] };

/** The tenant books of a workspace, sealed where the rest is. */
export type TenantRegistry = {
  /** Every book; a file that is damaged or no book is named and fails nothing. */
  readonly list: () => Promise<Result<TenantBooks>>;
  readonly keep: (book: ClassifiedBook) => Promise<Result<BookSummary>>;
  /** An open book; the one that was last asked for stays open. */
  readonly open: (id: string) => Promise<Result<TenantBook>>;
  readonly remove: (id: string) => Promise<Result<void>>;
};

/** A registry over the workspace's `tenants` folder. */
export function createTenantRegistry(files: DeskFiles): TenantRegistry {
  let held: { readonly id: string; readonly book: TenantBook } | undefined;
  const forget = () => {
    held?.book.close();
    held = undefined;
  };

  async function open(id: string): Promise<Result<TenantBook>> {
    if (held?.id === id) return ok(held.book);
    const names = await files.list("tenants");
    if (!names.ok) return names;
    if (!names.value.includes(`${id}${ENDING}`)) return err(appError("tenants-unknown", { id }));
    const bytes = await files.read("tenants", `${id}${ENDING}`);
    if (!bytes.ok) return bytes;
    const book = TenantBook.open(bytes.value, `${id}${ENDING}`);
    if (!book.ok) return book;
    forget();
    held = { id, book: book.value };
    return book;
  }

  return {
    open,
    list: async () => {
      const names = await files.list("tenants");
      if (!names.ok) return names;
      const books: BookSummary[] = [];
      const damaged: string[] = [];
      for (const name of names.value.filter((one) => one.endsWith(ENDING))) {
        const book = await open(name.slice(0, -ENDING.length));
        if (book.ok) books.push(book.value.summary);
        else damaged.push(name);
      }
      return ok({ books, damaged });
    },
    keep: async ({ summary, bytes }) => {
      const written = await files.write("tenants", `${summary.id}${ENDING}`, bytes);
      if (!written.ok) return written;
      forget();
      return ok(summary);
    },
    remove: async (id) => {
      const book = await open(id);
      if (!book.ok && book.error.code === "tenants-unknown") return book;
      // A damaged book can be taken away all the same.
      const title = book.ok ? book.value.summary.title : id;
      forget();
      return await files.discard("tenants", [`${id}${ENDING}`], { id, title });
    },
  };
}
