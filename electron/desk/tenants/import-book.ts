import { createHash } from "node:crypto";
import { type ByteSource, InputFault, type TextOptions } from "#node/input";
import type { BookSummary } from "#node/tenants";
import { classifyBook } from "#node/tenants";
import { ok, type Result } from "#shared/kernel";
import type { NamedTenantColumns } from "#shared/tenants";
import type { ListRegistry } from "../lists/list-registry.ts";
import type { FilePort, JournalPort } from "../workspace/ports.ts";
import { tenantScreening } from "./screen-tenants.ts";
import { createTenantRegistry } from "./tenant-registry.ts";

/** What a person says of a book that they import. */
export type ImportBook = TextOptions & {
  readonly title?: string | undefined;
  readonly columns?: NamedTenantColumns | undefined;
  readonly today: string;
};

/** Where a book is kept, and what it is compared with. */
export type BookPlace = {
  readonly lists: Pick<ListRegistry, "indexes">;
  readonly workspace: { readonly files: FilePort; readonly journal: Pick<JournalPort, "record"> };
};

/** Classifies a book against the lists that are screened, keeps it and records that it was imported. */
export async function importBook(
  { lists, workspace }: BookPlace,
  source: ByteSource,
  { title, ...options }: ImportBook,
): Promise<Result<BookSummary>> {
  const indexes = await lists.indexes();
  if (!indexes.ok) return indexes;
  const named = title ?? source.name.split(/[\\/]/).at(-1) ?? source.name;
  const id = `tnb_${createHash("sha256").update(named).digest("hex").slice(0, 20)}`;
  const screening = tenantScreening(indexes.value);
  const book = await classifyBook(source, { ...options, id, title: named, screening });
  if (!book.ok) return book;
  // Stopped at the last moment: nothing is kept.
  if (options.signal?.aborted) {
    const { error } = new InputFault("input-stopped", { file: source.name });
    return { ok: false, error };
  }
  const kept = await createTenantRegistry(workspace.files).keep(book.value);
  if (!kept.ok) return kept;
  const { sha256, rows } = kept.value;
  const about = { collection: "tenants", id };
  const recorded = await workspace.journal.record("tenants.import", about, { sha256, rows });
  return recorded.ok ? ok(kept.value) : recorded;
}
