import { createHash } from "node:crypto";
import type { Adapter } from "lowdb";
import { z } from "zod";
import { type AppError, appError, err, ok, type Result } from "#shared/kernel";
import { migrateData } from "./migrations.ts";
import type { CollectionSpec } from "./types.ts";

/** The format of a document file; raised only if the envelope itself changes. */
export const DOCUMENT_FORMAT = "h200-desk/document@1";

/** No document may be larger; a dossier of thousands of parties stays far below. */
export const DOCUMENT_LIMIT = 64 * 1024 * 1024;

const headSchema = z.strictObject({
  format: z.string().max(60),
  workspace: z.string().max(80),
  collection: z.string().max(40),
  id: z.string().max(100),
  version: z.number().int().positive(),
  revision: z.number().int().positive(),
  savedAt: z.string().max(40),
  savedBy: z.string().max(400),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});

/** What a document file says about itself before its data. */
export type DocumentHead = z.infer<typeof headSchema>;

/** A document file taken apart: its head and its data, still unmigrated. */
export type RawDocument = { readonly head: DocumentHead; readonly body: string };

/** A document in memory: head, validated data and its stored characters. This is what lowdb holds. */
export type DocumentRecord<T> = RawDocument & { readonly data: T };

/** SHA-256 of bytes or text as lower-case hexadecimal digits. */
export function sha256Of(input: Uint8Array | string): string {
  return createHash("sha256").update(input).digest("hex");
}

const OPENING = '{"head":';
const BETWEEN = ',"data":';
const CLOSING = "}\n";

/** Writes a document file: one JSON object, the head first, the data's exact characters covered by the head's hash. */
export function encodeDocument(head: DocumentHead, body: string): Uint8Array {
  return Buffer.from(`${OPENING}${JSON.stringify(head)}${BETWEEN}${body}${CLOSING}`);
}

const decoder = new TextDecoder("utf-8", { fatal: true });

function damaged(reason: string): { readonly ok: false; readonly error: AppError } {
  return err(appError("store.document-damaged", { reason }));
}

/** Takes a document file apart and checks that it is whole: encoding, envelope, hash. */
export function decodeDocument(bytes: Uint8Array): Result<RawDocument> {
  let text: string;
  try {
    text = decoder.decode(bytes);
  } catch {
    return damaged("encoding");
  }
  const cut = text.indexOf(BETWEEN);
  if (!text.startsWith(OPENING) || !text.endsWith(CLOSING) || cut < 0) return damaged("envelope");
  let headValue: unknown;
  try {
    headValue = JSON.parse(text.slice(OPENING.length, cut));
  } catch {
    return damaged("head");
  }
  const head = headSchema.safeParse(headValue);
  if (!head.success) return damaged("head");
  const body = text.slice(cut + BETWEEN.length, -CLOSING.length);
  if (head.data.format !== DOCUMENT_FORMAT) {
    return err(appError("store.document-newer", { format: head.data.format }));
  }
  if (sha256Of(body) !== head.data.sha256) return damaged("hash");
  return ok({ head: head.data, body });
}

/** Names the first places where data does not fit its schema. */
export function describeIssues(error: z.ZodError): readonly string[] {
  return error.issues.slice(0, 8).map((issue) => `${issue.path.join(".")}: ${issue.message}`);
}

/** Brings a raw document to the present version and validates it. */
export function readData<T>(spec: CollectionSpec<T>, raw: RawDocument): Result<DocumentRecord<T>> {
  if (raw.head.version > spec.version) {
    const params = { id: raw.head.id, version: raw.head.version, known: spec.version };
    return err(appError("store.document-newer", params));
  }
  let value: unknown;
  try {
    value = JSON.parse(raw.body);
  } catch {
    return damaged("json");
  }
  const migrated = migrateData(spec, value, raw.head.version);
  if (!migrated.ok) return migrated;
  const parsed = spec.schema.safeParse(migrated.value);
  if (!parsed.success) {
    const params = { id: raw.head.id, places: describeIssues(parsed.error) };
    return err(appError("store.document-invalid", params));
  }
  if (!namesItself(spec, raw.head.id, parsed.data)) {
    return err(appError("store.document-invalid", { id: raw.head.id, places: ["id"] }));
  }
  return ok({ ...raw, data: parsed.data });
}

/** Whether data bears the id of the document it is kept as; data without an id of its own does. */
export function namesItself<T>(spec: CollectionSpec<T>, id: string, data: T): boolean {
  return spec.idOf === undefined || spec.idOf(data) === id;
}

/**
 * The lowdb adapter of one document file: read → verify → migrate → validate, and a durable write through `persist`
 * (stage, fsync, journal, rename, fsync folder). Read failures are handed to `refuse`, which throws.
 */
export function documentAdapter<T>(options: {
  readonly load: () => Promise<RawDocument | null>;
  readonly spec: CollectionSpec<T>;
  readonly refuse: (error: AppError) => never;
  readonly persist: (record: DocumentRecord<T>) => Promise<void>;
}): Adapter<DocumentRecord<T>> {
  return {
    read: async () => {
      const raw = await options.load();
      if (!raw) return null;
      const record = readData(options.spec, raw);
      return record.ok ? record.value : options.refuse(record.error);
    },
    write: options.persist,
  };
}
