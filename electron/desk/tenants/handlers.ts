import { memorySource } from "#node/input";
import { type BookSummary, drawSample, sampleBound } from "#node/tenants";
import type { DeskHandlers } from "#shared/ipc";
import { ok } from "#shared/kernel";
import { tenantMix } from "#shared/tenants";
import type { DeskContext } from "../session/adapters.ts";
import { done } from "../workspace/books.ts";
import { importBook } from "./import-book.ts";
import { createTenantRegistry } from "./tenant-registry.ts";

const summaryOf = ({ schema: _schema, ...summary }: BookSummary) => summary;
/** Tenant books: imported as jobs, read page by page. */
export function tenantHandlers(context: DeskContext): DeskHandlers["tenants"] {
  const { grants, jobs, workspace, clockAndIds } = context;
  const books = createTenantRegistry(workspace.files);
  return {
    list: async () => {
      const all = await books.list();
      if (!all.ok) return all;
      return ok({ books: all.value.books.map(summaryOf), damaged: [...all.value.damaged] });
    },
    import: ({ fileName, grant, ...about }) => {
      const file = grants.take(grant);
      if (!file.ok) return Promise.resolve(file);
      const source = memorySource(fileName, file.value.bytes);
      const job = jobs.start(async ({ signal, progress }) => {
        const watch = {
          signal,
          progress: (at: number, total: number) => progress("tenants-read", at, total),
        };
        const today = clockAndIds.today();
        const kept = await importBook(context, source, { ...about, ...watch, today });
        return kept.ok ? ok(summaryOf(kept.value)) : kept;
      });
      return Promise.resolve(ok({ job }));
    },
    rows: async ({ id, ...which }) => {
      const book = await books.open(id);
      return book.ok ? ok(book.value.some(which)) : book;
    },
    sample: async ({ id, size, wrong = 0 }) => {
      const book = await books.open(id);
      if (!book.ok) return book;
      const sample = drawSample(book.value, size);
      return ok({ ...sample, bound: sampleBound(sample, wrong) });
    },
    mix: async ({ id }) => {
      const book = await books.open(id);
      return book.ok ? ok([...tenantMix(book.value.summary.totals)]) : book;
    },
    remove: async ({ id }) => done(await books.remove(id)),
  };
}
