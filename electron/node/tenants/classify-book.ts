import { createHash } from "node:crypto";
import { answered, type ByteSource, InputFault, type TextOptions } from "#node/input";
import type { Result } from "#shared/kernel";
import type { CsvRecord } from "#shared/lists";
import {
  classifyTenant,
  type NamedTenantColumns,
  type TenantHit,
  type TenantRow,
  TenantSums,
  tenantReader,
} from "#shared/tenants";
import { eachBatch } from "./each-batch.ts";
import { NumberSet } from "./number-set.ts";
import { BOOK_SCHEMA, type BookSummary, BookWriter } from "./tenant-book.ts";

/** Looks tenants up in lists, each with what it resembles, in their order. */
export type TenantScreening = {
  readonly lists: BookSummary["lists"];
  readonly screen: (rows: readonly TenantRow[]) => Promise<readonly (readonly TenantHit[])[]>;
  /** Ends what was started for it. */
  readonly end: () => Promise<void>;
};

/** How a book is read, and what is said of it. */
export type BookOptions = TextOptions & {
  readonly id: string;
  readonly title: string;
  readonly today: string;
  readonly columns?: NamedTenantColumns | undefined;
  readonly screening: TenantScreening;
};

/** A book that was classified: its bytes, and what it says of itself. */
export type ClassifiedBook = { readonly summary: BookSummary; readonly bytes: Uint8Array };

const MOST_TENANTS = 5_000_000;

/** A number for a tenant by which one that stands twice is found; two in some billions may share one. */
function keyOf({ code, name }: TenantRow): number {
  const digest = createHash("sha1")
    .update(code === "" ? `name ${name}` : code)
    .digest();
  return digest.readUIntBE(0, 6);
}

async function hashOf(source: ByteSource): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of source.chunks()) hash.update(chunk);
  return hash.digest("hex");
}

function refused<T>(read: Result<T>): T {
  if (!read.ok) throw new InputFault(read.error.code, read.error.params);
  return read.value;
}

/**
 * Reads a tenant book row by row, looks each tenant up in the lists, gives it its class with the evidence, and sums the
 * classes. Every row counts: one that says nothing is of no known class. Memory holds one piece of the file and the packed book.
 */
export async function classifyBook(
  source: ByteSource,
  options: BookOptions,
): Promise<Result<ClassifiedBook>> {
  const writer = new BookWriter();
  const read = await answered(async () => {
    const sums = new TenantSums();
    const seen = new NumberSet();
    const counts = { rows: 0, repeated: 0, resembling: 0 };
    let reader: ((record: CsvRecord) => Result<TenantRow>) | undefined;
    const take = async (records: readonly CsvRecord[]): Promise<void> => {
      const rows: TenantRow[] = [];
      for (const record of records) {
        if (reader === undefined)
          reader = refused(tenantReader(record, source.name, options.columns));
        else rows.push(refused(reader(record)));
      }
      const hits = await options.screening.screen(rows);
      for (const [at, row] of rows.entries()) {
        const found = hits[at] ?? [];
        const tenant = classifyTenant(row, found);
        const key = keyOf(row);
        const again = !seen.add(key);
        counts.rows += 1;
        if (again) counts.repeated += 1;
        if (found.length > 0) counts.resembling += 1;
        if (counts.rows > MOST_TENANTS)
          throw new InputFault("tenants-too-many", { file: source.name, limit: MOST_TENANTS });
        const evidence = again
          ? [...tenant.evidence, { kind: "repeated" as const, what: "" }]
          : tenant.evidence;
        sums.add(tenant);
        writer.add({ ...tenant, evidence });
      }
    };
    await eachBatch(source, options, take);
    if (counts.rows === 0) throw new InputFault("csv-empty", { file: source.name });
    const { id, title, today, screening } = options;
    const summary: BookSummary = {
      schema: BOOK_SCHEMA,
      id,
      title: title.slice(0, 400),
      sha256: await hashOf(source),
      imported: today,
      ...counts,
      lists: screening.lists,
      totals: [...sums.totals()],
    };
    return { summary, bytes: writer.finish(summary) };
  });
  if (!read.ok) writer.discard();
  return read;
}
