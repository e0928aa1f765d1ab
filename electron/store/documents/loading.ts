import { basename, dirname, join } from "node:path";
import { attempt, readIfThere } from "#node/files";
import { type AppError, appError, err, ok, type Result } from "#shared/kernel";
import type { Entry } from "../index/library.ts";
import { type Core, entriesOf, markIssue } from "../workspace/core.ts";
import { DOCUMENT_LIMIT, decodeDocument, type RawDocument, sha256Of } from "./document-file.ts";
import { lastGood } from "./history.ts";

/** A document's bytes taken apart, and why they are not the expected ones, if so. */
export type Loaded = { readonly raw: RawDocument; readonly issue?: AppError };

type Seen =
  | { readonly kind: "whole"; readonly raw: RawDocument }
  | { readonly kind: "missing" }
  | { readonly kind: "damaged"; readonly error: AppError; readonly bytes: Uint8Array }
  | { readonly kind: "refused"; readonly error: AppError };

/** Reads and checks a document's live file, without deciding what to do about it. */
export async function inspectFile(
  core: Core,
  collection: string,
  id: string,
  path: string,
): Promise<Seen> {
  const read = await attempt(path, () => readIfThere(core.fs, path, DOCUMENT_LIMIT));
  if (!read.ok) return { kind: "refused", error: read.error };
  if (!read.value) return { kind: "missing" };
  const bytes = read.value;
  const place = core.codec.place(collection, id);
  const plain = core.codec.open(`${place.folder}/${place.stem}`, bytes);
  const broken = (reason: string): Seen => ({
    kind: "damaged",
    error: appError("store.document-damaged", { collection, id, path, reason }),
    bytes,
  });
  if (!plain) return broken("seal");
  const raw = decodeDocument(plain);
  if (!raw.ok) {
    const newer = raw.error.code === "store.document-newer";
    return newer
      ? { kind: "refused", error: raw.error }
      : broken(String(raw.error.params["reason"]));
  }
  const { head } = raw.value;
  const own =
    head.workspace === core.workspaceId && head.collection === collection && head.id === id;
  return own ? { kind: "whole", raw: raw.value } : broken("belongs-elsewhere");
}

/** Moves a damaged file aside, keeping its bytes, and records both. */
async function quarantine(
  core: Core,
  collection: string,
  id: string,
  path: string,
  bytes: Uint8Array,
  reason: string,
): Promise<string> {
  const place = core.codec.place(collection, id);
  const name = `${place.folder}--${place.stem}.${sha256Of(bytes).slice(0, 8)}${place.file.slice(place.stem.length)}`;
  const target = join(core.layout.quarantine, name);
  await core.journal.append({
    by: "",
    verb: "document.quarantine",
    subject: { collection, id },
    detail: { file: basename(target), reason },
  });
  await core.writer.move(path, target);
  return target;
}

/** Whether a file is the one the journal tells of. */
function isExpected(raw: RawDocument, entry: Entry): boolean {
  return raw.head.revision === entry.revision && raw.head.sha256 === entry.sha256;
}

function differs(raw: RawDocument, entry: Entry, collection: string, id: string): AppError {
  const code =
    raw.head.revision < entry.revision ? "store.document-rolled-back" : "store.changed-outside";
  const params = { collection, id, found: raw.head.revision, expected: entry.revision };
  return appError(code, params);
}

/** Tells of an issue without guarding the document: what is typed meanwhile is kept and saved as soon as it can be. */
const reportOnly: typeof markIssue = (core, collection, id, error) =>
  core.report({ error, collection, id });

async function fallBack(
  core: Core,
  collection: string,
  id: string,
  error: AppError,
  mark = markIssue,
): Promise<Result<Loaded>> {
  const good = await lastGood(core, collection, id);
  const path = String(error.params["path"] ?? "");
  const params = { quarantine: path, reason: "", ...error.params, path, collection, id };
  if (!good) {
    const damaged = error.code === "store.document-damaged";
    const issue = appError(damaged ? "store.document-damaged-alone" : error.code, params);
    mark(core, collection, id, issue);
    return err(issue);
  }
  const { revision } = good.raw.head;
  const issue = appError(error.code, {
    ...params,
    lastGood: good.path,
    lastGoodRevision: revision,
  });
  mark(core, collection, id, issue);
  return ok({ raw: good.raw, issue });
}

async function onDamage(
  core: Core,
  collection: string,
  id: string,
  seen: Extract<Seen, { kind: "damaged" }>,
  path: string,
): Promise<Result<Loaded>> {
  if (!core.canWrite) return fallBack(core, collection, id, seen.error);
  const reason = String(seen.error.params["reason"] ?? "");
  const moved = await attempt(path, () =>
    quarantine(core, collection, id, path, seen.bytes, reason),
  );
  const where = moved.ok ? { quarantine: moved.value } : {};
  const error = appError(seen.error.code, { ...seen.error.params, ...where });
  return fallBack(core, collection, id, error);
}

/** A file that cannot be read now is reported; one that this program cannot understand is also guarded from saves. */
function refuse(core: Core, collection: string, id: string, cause: AppError) {
  const error = appError(cause.code, { ...cause.params, collection, id });
  if (error.code.startsWith("store.")) markIssue(core, collection, id, error);
  else core.report({ error, collection, id });
  return err(error);
}

const READER_TRIES = 5;

type Look = { readonly entry: Entry; readonly path: string; readonly seen: Seen };

function asExpected({ entry, seen }: Look): Loaded | undefined {
  if (seen.kind !== "whole" || !isExpected(seen.raw, entry)) return undefined;
  return { raw: seen.raw, ...(entry.issue ? { issue: entry.issue } : {}) };
}

async function look(core: Core, collection: string, id: string): Promise<Look | undefined> {
  const path = core.layout.live(core.codec.place(collection, id));
  const entry = entriesOf(core, collection).get(id);
  if (entry?.state !== "live") return undefined;
  return { entry, path, seen: await inspectFile(core, collection, id, path) };
}

/** Says and does what a file calls for that is not the expected one. */
async function judge(
  core: Core,
  collection: string,
  id: string,
  found: Look,
): Promise<Result<Loaded>> {
  const { entry, path, seen } = found;
  if (seen.kind === "damaged") return onDamage(core, collection, id, seen, path);
  if (seen.kind === "missing") {
    const missing = entry.issue ?? appError("store.document-missing", { collection, id, path });
    // With its whole folder away (a drive, a synchronised folder) nobody decided anything about this one document.
    const folder = await core.fs.facts(dirname(path));
    return fallBack(
      core,
      collection,
      id,
      missing,
      folder?.kind === "folder" ? markIssue : reportOnly,
    );
  }
  if (seen.kind === "refused") return refuse(core, collection, id, seen.error);
  // For a reader the journal may be a moment ahead of the file; that is no reason to alarm anybody.
  if (!core.canWrite) return ok({ raw: seen.raw });
  const issue = differs(seen.raw, entry, collection, id);
  markIssue(core, collection, id, issue);
  return ok({ raw: seen.raw, issue });
}

function gone(collection: string, id: string) {
  return err(appError("store.no-such-document", { collection, id }));
}

async function loadAsReader(core: Core, collection: string, id: string): Promise<Result<Loaded>> {
  for (let tried = 1; ; tried += 1) {
    const found = await look(core, collection, id);
    if (!found) return gone(collection, id);
    const loaded = asExpected(found);
    if (loaded) return ok(loaded);
    await core.catchUp();
    const same = entriesOf(core, collection).get(id) === found.entry;
    if (same || tried === READER_TRIES) return judge(core, collection, id, found);
  }
}

/**
 * Reads a live document. A damaged file goes to quarantine and the last good version is given instead, marked; a file
 * that is whole but not the one the journal tells of (restored, synchronised, rolled back) is given, marked. What looks
 * wrong at the first look is judged only `inTurn`, when no save of the document is under way.
 */
export async function loadDocument(
  core: Core,
  collection: string,
  id: string,
  inTurn: <T>(work: () => Promise<T>) => Promise<T>,
): Promise<Result<Loaded>> {
  if (!core.canWrite) return loadAsReader(core, collection, id);
  const first = await look(core, collection, id);
  const loaded = first && asExpected(first);
  if (loaded) return ok(loaded);
  return inTurn(async () => {
    const found = await look(core, collection, id);
    if (!found) return gone(collection, id);
    const now = asExpected(found);
    return now ? ok(now) : judge(core, collection, id, found);
  });
}
