import { join } from "node:path";
import { type FileFacts, keepCopy, type Staged, sameFacts } from "#node/files";
import type { JournalVerb } from "#shared/journal";
import { appError } from "#shared/kernel";
import type { Entry } from "../index/library.ts";
import type { Unsettled } from "../journal/journal-file.ts";
import { type Core, entriesOf } from "../workspace/core.ts";
import { encodeDocument, type RawDocument, sha256Of } from "./document-file.ts";
import { keepVersion } from "./history.ts";

/** A save that the journal already tells of although the file did not get into its place; a retry uses it again. */
export type Announced = {
  readonly revision: number;
  readonly sha256: string;
  readonly line: Unsettled;
};

/** One attempt to save a document. */
export type SaveRequest = {
  readonly collection: string;
  readonly id: string;
  readonly raw: RawDocument;
  readonly summary: unknown;
  readonly verb: JournalVerb;
  readonly by: string;
  readonly announced: Announced | undefined;
  /** Files that earlier attempts of this save may have put in place without knowing. */
  readonly attempts: FileFacts[];
  /** Told as soon as the journal has the entry, so that a failed attempt can be repeated without a second one. */
  readonly onAnnounced: (announced: Announced) => void;
};

/** Keeps what lies on disk before it is replaced: our last version as history, and anybody else's as a conflict copy as well. */
export async function keepPresent(
  core: Core,
  request: Pick<SaveRequest, "collection" | "id" | "attempts">,
  path: string,
  entry: Entry | undefined,
): Promise<void> {
  const facts = await core.fs.facts(path);
  if (!facts || request.attempts.some((attempt) => sameFacts(attempt, facts))) return;
  const { collection, id } = request;
  if (entry && sameFacts(facts, entry.facts)) {
    await keepVersion(core, collection, id, entry, path);
    return;
  }
  // Somebody wrote this file since we last looked. It is kept whole; whether it differs is for a person to see.
  const bytes = await core.fs.readFile(path);
  const place = core.codec.place(collection, id);
  const name = `${place.folder}--${place.stem}.${sha256Of(bytes).slice(0, 8)}.outside`;
  const target = join(core.layout.quarantine, name);
  await core.writer.folder(core.layout.quarantine);
  await keepCopy(core.fs, path, target);
  await core.fs.syncFolder(core.layout.quarantine);
  if (entry) await keepVersion(core, collection, id, entry, path);
  const params = { collection, id, kept: target };
  core.report({ error: appError("store.changed-outside-kept", params), collection, id });
}

async function announce(
  core: Core,
  request: SaveRequest,
  old: string | undefined,
): Promise<Unsettled> {
  const { announced, raw, collection, id, verb, by } = request;
  const same = announced?.revision === raw.head.revision && announced.sha256 === raw.head.sha256;
  if (announced && same) return announced.line;
  const line = await core.journal.appendUnsettled({
    by,
    verb,
    subject: { collection, id },
    revision: raw.head.revision,
    ...(old ? { old } : {}),
    new: raw.head.sha256,
  });
  announced?.line.settle();
  request.onAnnounced({ revision: raw.head.revision, sha256: raw.head.sha256, line });
  return line;
}

function firstFailure(outcomes: readonly PromiseSettledResult<unknown>[]): unknown {
  return outcomes.find((outcome) => outcome.status === "rejected")?.reason;
}

/** A document's stored bytes, closed with the workspace's key where it has one. */
export function storedBytes(core: Core, raw: RawDocument): Uint8Array {
  const place = core.codec.place(raw.head.collection, raw.head.id);
  return core.codec.seal(`${place.folder}/${place.stem}`, encodeDocument(raw.head, raw.body));
}

/** A version whose file is staged and whose line the journal has. */
export type Installing = Pick<SaveRequest, "collection" | "id" | "raw" | "summary" | "attempts">;

/** Puts a staged and announced version in place and takes it into the library. */
async function installVersion(
  core: Core,
  request: Installing,
  staged: Staged,
  line: Unsettled,
): Promise<Entry> {
  request.attempts.push(staged.facts);
  await core.writer.commit(staged);
  return enterVersion(core, request, staged, line);
}

/** Takes a version that is durably in its place into the library. */
export function enterVersion(
  core: Core,
  request: Installing,
  staged: Staged,
  line: Unsettled,
): Entry {
  line.settle();
  const { revision, sha256, savedAt, savedBy } = request.raw.head;
  const entry: Entry = {
    state: "live",
    revision,
    sha256,
    savedAt,
    savedBy,
    facts: staged.facts,
    summary: request.summary,
  };
  entriesOf(core, request.collection).set(request.id, entry);
  core.touched();
  return entry;
}

/**
 * Saves one document durably: temp file and journal line are written and synced side by side, the present version is
 * kept, then the rename puts the new one in place. When this returns, content, name and journal survive a power cut.
 */
export async function saveDocument(core: Core, request: SaveRequest): Promise<Entry> {
  const { collection, id, raw } = request;
  const before = entriesOf(core, collection).get(id);
  const path = core.layout.live(core.codec.place(collection, id));
  // The journal asks for the right to write; without its line nothing is put in place.
  const [staging, announcing, keeping] = await Promise.allSettled([
    core.writer.stage(path, storedBytes(core, raw)),
    announce(core, request, before?.sha256),
    keepPresent(core, request, path, before),
  ]);
  const whole =
    staging.status === "fulfilled" &&
    announcing.status === "fulfilled" &&
    keeping.status === "fulfilled";
  if (!whole) {
    if (staging.status === "fulfilled") await dropStaged(core, staging.value);
    throw firstFailure([staging, announcing, keeping]);
  }
  return installVersion(core, request, staging.value, announcing.value);
}

/** Removes a temporary file that will not be used. */
export async function dropStaged(core: Core, staged: Staged): Promise<void> {
  await core.fs.unlink(staged.temp).catch(() => undefined);
}
