import { ok, type Result } from "#shared/kernel";
import type { NamedSummary } from "./collections.ts";
import type { Book, Listed } from "./desk-workspace.ts";

/** Maps the value of a success; a failure passes as it is. */
export function mapOk<T, U>(result: Result<T>, change: (value: T) => U): Result<U> {
  return result.ok ? ok(change(result.value)) : result;
}

/** A success without a value, as the contract writes it. */
export function done(result: Result<unknown>): Result<Record<string, never>> {
  return result.ok ? ok({}) : result;
}

/** Get, save, remove and restore of one book, as every group of the contract answers them. */
export function bookHandlers<T, S>(book: Book<T, S>) {
  return {
    get: ({ id }: { id: string }) => book.get(id),
    save: ({ value, revision }: { value: T; revision: number }) => book.save(value, revision),
    remove: async ({ id }: { id: string }) => done(await book.remove(id)),
    restore: async ({ id }: { id: string }) => done(await book.restore(id)),
  };
}

/** List rows with the summary spread beside id, revision and time. */
export function flatList<S extends object>(rows: readonly Listed<S>[]) {
  return rows.map(({ id, revision, savedAt, summary }) => ({ id, revision, savedAt, ...summary }));
}

/** The list of a book whose summary is a name, sorted by it. */
export function namedList<T, S extends NamedSummary>(book: Book<T, S>) {
  return flatList(book.list()).toSorted((a, b) => (a.name < b.name ? -1 : 1));
}
