import { createHash } from "node:crypto";
import { DatabaseSync } from "node:sqlite";
import { deflateRawSync, inflateRawSync } from "node:zlib";
import { z } from "zod";
import { parseStrictJson } from "#node/input";
import { appError, err, ok, type Result } from "#shared/kernel";
import { tenantClasses } from "#shared/model";
import { type ClassifiedTenant, type TenantClass, tenantEvidenceKinds } from "#shared/tenants";

/** Tenants that are packed together: small enough to open at once, large enough to pack well. */
const PER_PAGE = 500;

const total = z.strictObject({
  class: z.enum(tenantClasses),
  tenants: z.number().int(),
  sure: z.number().int(),
  capacity: z.string().regex(/^\d{1,30}$/),
  sureCapacity: z.string().regex(/^\d{1,30}$/),
  possibleCapacity: z.string().regex(/^\d{1,30}$/),
});

/** What a book says of itself: opened first, without a single row. */
/** The form of a tenant book, as its summary names it. */
export const BOOK_SCHEMA = "h200-desk/tenants@1";

const bookSummarySchema = z.strictObject({
  schema: z.literal(BOOK_SCHEMA),
  id: z.string().max(80),
  title: z.string().max(400),
  /** Hash of the file that was read, and its day of import. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  imported: z.string().max(20),
  rows: z.number().int().nonnegative(),
  /** Rows whose code, or name where it has none, stood before. */
  repeated: z.number().int().nonnegative(),
  /** Tenants that resemble a listed name. */
  resembling: z.number().int().nonnegative(),
  lists: z.array(z.strictObject({ id: z.string(), date: z.string(), sha256: z.string() })),
  totals: z.array(total),
});
export type BookSummary = z.infer<typeof bookSummarySchema>;

const evidence = z.strictObject({
  kind: z.enum(tenantEvidenceKinds),
  what: z.string(),
  class: z.enum(tenantClasses).optional(),
});
const pageSchema = z.array(
  z.strictObject({
    line: z.number().int(),
    name: z.string(),
    code: z.string(),
    sector: z.string(),
    nature: z.string(),
    country: z.string(),
    capacity: z.number(),
    class: z.enum(tenantClasses),
    sure: z.boolean(),
    possible: z.array(z.enum(tenantClasses)),
    evidence: z.array(evidence),
  }),
);

/** Bit of a class in the mark of a page, by which pages without it are passed over. */
const bitOf = (one: TenantClass) => 1 << tenantClasses.indexOf(one);

/** Writes a book: tenants in the order of the file, then what it says of itself. */
export class BookWriter {
  readonly #db = new DatabaseSync(":memory:");
  readonly #insert;
  readonly #hash = createHash("sha256");
  #page: ClassifiedTenant[] = [];

  constructor() {
    this.#db.exec(
      "CREATE TABLE about (key TEXT PRIMARY KEY, body BLOB) STRICT; CREATE TABLE pages (id INTEGER PRIMARY KEY, classes INTEGER, body BLOB) STRICT; BEGIN",
    );
    this.#insert = this.#db.prepare("INSERT INTO pages (classes, body) VALUES (?, ?)");
  }

  /** Adds one tenant. */
  add(tenant: ClassifiedTenant): void {
    this.#page.push(tenant);
    if (this.#page.length >= PER_PAGE) this.#flush();
  }

  #flush(): void {
    if (this.#page.length === 0) return;
    const mark = this.#page.reduce((bits, one) => bits | bitOf(one.class), 0);
    const body = deflateRawSync(JSON.stringify(this.#page), { level: 1 });
    this.#insert.run(mark, body);
    this.#hash.update(`${mark} `).update(body);
    this.#page = [];
  }

  /** The book's bytes; nothing can be added afterwards. */
  finish(summary: BookSummary): Uint8Array {
    this.#flush();
    const about = this.#db.prepare("INSERT INTO about (key, body) VALUES (?, ?)");
    about.run("summary", Buffer.from(JSON.stringify(summary)));
    about.run("pages", this.#hash.digest());
    this.#db.exec("COMMIT");
    const bytes = this.#db.serialize();
    this.#db.close();
    return bytes;
  }

  /** Forgets what was written. */
  discard(): void {
    this.#db.close();
  }
}

/** An opened book. Rows are read page by page; the file is never trusted beyond its schema. */
export class TenantBook {
  readonly summary: BookSummary;
  readonly #db: DatabaseSync;

  private constructor(db: DatabaseSync, summary: BookSummary) {
    this.#db = db;
    this.summary = summary;
  }

  /** Opens a book from its bytes; anything else is refused with the file's name. */
  static open(bytes: Uint8Array, file: string): Result<TenantBook> {
    const damaged = err(appError("tenants-book-damaged", { file }));
    const db = new DatabaseSync(":memory:");
    try {
      db.deserialize(bytes);
      const row = db.prepare("SELECT body FROM about WHERE key = 'summary'").get();
      const body = row?.["body"];
      const text = body instanceof Uint8Array ? Buffer.from(body).toString("utf8") : "";
      const json = parseStrictJson(text, file);
      const summary = bookSummarySchema.safeParse(json.ok ? json.value : undefined);
      if (summary.success && pagesAreWhole(db)) return ok(new TenantBook(db, summary.data));
    } catch {
      // No database at all, or a damaged one.
    }
    if (db.isOpen) db.close();
    return damaged;
  }

  /** The tenants of one page, numbered from 1; empty behind the last. */
  page(id: number): readonly ClassifiedTenant[] {
    const row = this.#db.prepare("SELECT body FROM pages WHERE id = ?").get(id);
    const body = row?.["body"];
    if (!(body instanceof Uint8Array)) return [];
    return pageOf(body);
  }

  /** One tenant by its place in the book, counted from 0. */
  at(index: number): ClassifiedTenant | undefined {
    return this.page(Math.floor(index / PER_PAGE) + 1)[index % PER_PAGE];
  }

  /** Tenants of a class, or all, from a place on. */
  some(options: {
    readonly class?: TenantClass | undefined;
    readonly from: number;
    readonly count: number;
  }): readonly ClassifiedTenant[] {
    const found: ClassifiedTenant[] = [];
    const mark = options.class === undefined ? -1 : bitOf(options.class);
    let passed = 0;
    const pages = this.#db.prepare("SELECT body FROM pages WHERE classes & ? ORDER BY id");
    for (const { body } of pages.iterate(mark)) {
      if (!(body instanceof Uint8Array)) continue;
      for (const tenant of pageOf(body)) {
        if (options.class !== undefined && tenant.class !== options.class) continue;
        passed += 1;
        if (passed > options.from) found.push(tenant);
        if (found.length >= options.count) return found;
      }
    }
    return found;
  }

  /** Ends the use of the book. */
  close(): void {
    this.#db.close();
  }
}

/** Whether the pages are those that were written: what is read of them afterwards is trusted. */
function pagesAreWhole(db: DatabaseSync): boolean {
  const said = db.prepare("SELECT body FROM about WHERE key = 'pages'").get()?.["body"];
  const hash = createHash("sha256");
  // The marks count as well: by them pages are passed over.
  for (const { classes, body } of db
    .prepare("SELECT classes, body FROM pages ORDER BY id")
    .iterate())
    if (body instanceof Uint8Array) hash.update(`${String(classes)} `).update(body);
  return said instanceof Uint8Array && hash.digest().equals(said);
}

function pageOf(body: Uint8Array): readonly ClassifiedTenant[] {
  // A page is some hundred kilobytes; what swells beyond megabytes is none of ours.
  const text = inflateRawSync(body, { maxOutputLength: 20_000_000 }).toString("utf8");
  return pageSchema.parse(JSON.parse(text));
}
