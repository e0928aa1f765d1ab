import { appError, err, ok, type Result } from "#shared/kernel";
import { decodeDocument, type RawDocument, readData } from "../documents/document-file.ts";
import type { Collection, CollectionSpecs, PutOptions } from "../documents/types.ts";
import type { Core } from "../workspace/core.ts";
import type { Backups } from "./backups.ts";

/** What bringing documents back did. */
export type RestoreReport = {
  readonly changed: readonly string[];
  readonly removed: readonly string[];
  readonly failed: readonly string[];
};

type AnyCollection = Collection<unknown, unknown> & {
  bringBack(id: string, data: unknown, options: PutOptions): Promise<Result<unknown>>;
};

/** What restoring needs of the opened workspace. */
export type RestoreParts = {
  readonly core: Core;
  readonly specs: CollectionSpecs;
  readonly backups: Backups;
  readonly collections: ReadonlyMap<string, AnyCollection>;
};

/** Opens one stored document of a snapshot; undefined when the file is no document of these collections. */
function openStored(parts: RestoreParts, path: string, bytes: Uint8Array): RawDocument | undefined {
  const name = path.replace(/\.[^./]*$/, "");
  const plain = parts.core.codec.open(name, bytes);
  const raw = plain ? decodeDocument(plain) : undefined;
  return raw?.ok && Object.hasOwn(parts.specs, raw.value.head.collection) ? raw.value : undefined;
}

async function documentsOf(
  parts: RestoreParts,
  id: string,
  only: string | undefined,
): Promise<Result<readonly RawDocument[]>> {
  const folders = parts.core.codec.encrypted ? ["vault"] : Object.keys(parts.specs);
  const paths = await parts.backups.filesOf(id);
  if (!paths.ok) return paths;
  const found: RawDocument[] = [];
  for (const path of paths.value) {
    if (!folders.includes(path.split("/")[0] ?? "")) continue;
    if (only && !parts.core.codec.encrypted && !path.endsWith(`/${only}.json`)) continue;
    const bytes = await parts.backups.fileOf(id, path);
    if (!bytes.ok) return bytes;
    const raw = bytes.value ? openStored(parts, path, bytes.value) : undefined;
    if (raw && (!only || raw.head.id === only)) found.push(raw);
  }
  return ok(found);
}

/** A document as a snapshot has it, and how the present one stands to it. */
export type BackedUpDocument = {
  readonly collection: string;
  readonly id: string;
  readonly revision: number;
  readonly savedAt: string;
  readonly savedBy: string;
  readonly state: "same" | "differs" | "in-bin" | "gone";
  /** What lists showed of it; undefined where this program cannot read it. */
  readonly summary: unknown;
};

/** Lists what a snapshot holds, for a person who wants one document of it back. */
export async function listBackedUp(
  parts: RestoreParts,
  id: string,
): Promise<Result<readonly BackedUpDocument[]>> {
  const documents = await documentsOf(parts, id, undefined);
  if (!documents.ok) return documents;
  return ok(
    documents.value.map((raw) => {
      const { collection, id: document, revision, savedAt, savedBy, sha256 } = raw.head;
      const spec = parts.specs[collection];
      const record = spec ? readData(spec, raw) : undefined;
      const here = parts.core.library.get(collection)?.get(document);
      const live = here?.sha256 === sha256 && !here.issue ? "same" : "differs";
      const present = here?.state === "bin" ? "in-bin" : live;
      return {
        collection,
        id: document,
        revision,
        savedAt,
        savedBy,
        state: here === undefined ? "gone" : present,
        summary: spec && record?.ok ? spec.summary(record.value.data) : undefined,
      };
    }),
  );
}

/** Gives a document the content it had in the snapshot, as a new revision; the present one stays in its history. */
async function bringBack(
  parts: RestoreParts,
  raw: RawDocument,
  options: PutOptions,
): Promise<"same" | "changed" | "failed"> {
  const { collection, id } = raw.head;
  const home = parts.collections.get(collection);
  const spec = parts.specs[collection];
  const record = spec ? readData(spec, raw) : undefined;
  if (!home || !record?.ok) return "failed";
  if (home.trash().some((row) => row.id === id)) await home.restore(id, options);
  const present = await home.get(id);
  if (present.ok && !present.value.damaged && present.value.sha256 === raw.head.sha256) {
    return "same";
  }
  const done = await home.bringBack(id, record.value.data, options);
  return done.ok ? "changed" : "failed";
}

/**
 * Brings a whole workspace, or one document, back to a snapshot without losing the present: contents return as new
 * revisions, documents that the snapshot does not know go to the trash.
 */
export async function restoreFromBackup(
  parts: RestoreParts,
  id: string,
  options: PutOptions,
  only?: string,
): Promise<Result<RestoreReport>> {
  const documents = await documentsOf(parts, id, only);
  if (!documents.ok) return documents;
  if (only && documents.value.length === 0) {
    return err(appError("store.not-in-backup", { id: only, backup: id }));
  }
  const changed: string[] = [];
  const removed: string[] = [];
  const failed: string[] = [];
  for (const raw of documents.value) {
    const outcome = await bringBack(parts, raw, options);
    const key = `${raw.head.collection}/${raw.head.id}`;
    if (outcome === "changed") changed.push(key);
    if (outcome === "failed") failed.push(key);
  }
  if (!only) {
    const kept = new Set(documents.value.map(({ head }) => `${head.collection}/${head.id}`));
    for (const [name, collection] of parts.collections) {
      for (const row of collection.list()) {
        if (kept.has(`${name}/${row.id}`)) continue;
        const done = await collection.remove(row.id, { by: options.by });
        (done.ok ? removed : failed).push(`${name}/${row.id}`);
      }
    }
  }
  await parts.core.journal.append({
    by: options.by,
    verb: "backup.restore",
    subject: { collection: "backups", id },
    detail: { changed: changed.length, removed: removed.length, failed: failed.length },
  });
  return ok({ changed, removed, failed });
}
