import { createHash } from "node:crypto";
import { type ByteSource, InputFault, type TextOptions } from "#node/input";
import { type BookSummary, classifyBook, screeningHere, screeningPool } from "#node/tenants";
import { ok, type Result } from "#shared/kernel";
import type { NamedTenantColumns } from "#shared/tenants";
import type { ListRegistry } from "../lists/list-registry.ts";
import type { DeskFiles, DeskJournal } from "../workspace/desk-workspace.ts";
import { createTenantRegistry } from "./tenant-registry.ts";

/** What a person says of a book that they import. */
export type ImportBook = TextOptions & {
  readonly title?: string | undefined;
  readonly columns?: NamedTenantColumns | undefined;
  readonly today: string;
};

/** Where a book is kept, and what it is compared with. */
export type BookPlace = {
  readonly lists: Pick<ListRegistry, "snapshots">;
  /** The file of the screening threads, where the host has them; a book is looked up in this thread otherwise. */
  readonly tenantWorker?: string | undefined;
  readonly workspace: { readonly files: DeskFiles; readonly journal: Pick<DeskJournal, "record"> };
};

/** Below so many bytes threads cost more than they bring. */
const WORTH_THREADS = 500_000;

/** Classifies a book against the lists that are screened, keeps it and records that it was imported. */
export async function importBook(
  { lists, workspace, tenantWorker }: BookPlace,
  source: ByteSource,
  { title, ...options }: ImportBook,
): Promise<Result<BookSummary>> {
  const screened = await lists.snapshots();
  if (!screened.ok) return screened;
  const named = title ?? source.name.split(/[\\/]/).at(-1) ?? source.name;
  const id = `tnb_${createHash("sha256").update(named).digest("hex").slice(0, 20)}`;
  const large = source.size > WORTH_THREADS && screened.value.length > 0;
  const screening =
    large && tenantWorker !== undefined
      ? screeningPool(tenantWorker, screened.value)
      : screeningHere(screened.value);
  const about = { ...options, id, title: named, screening };
  const book = await classifyBook(source, about).finally(() => screening.end());
  if (!book.ok) return book;
  // Stopped at the last moment: nothing is kept.
  if (options.signal?.aborted) {
    const { error } = new InputFault("input-stopped", { file: source.name });
    return { ok: false, error };
  }
  const kept = await createTenantRegistry(workspace.files).keep(book.value);
  if (!kept.ok) return kept;
  const { sha256, rows } = kept.value;
  const subject = { collection: "tenants", id };
  const recorded = await workspace.journal.record("tenants.import", subject, { sha256, rows });
  return recorded.ok ? ok(kept.value) : recorded;
}
