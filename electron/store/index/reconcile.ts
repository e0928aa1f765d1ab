import { dirname, join } from "node:path";
import { attempt, TEMP_SUFFIX } from "#node/files";
import { appError } from "#shared/kernel";
import { type RawDocument, readData } from "../documents/document-file.ts";
import { readVersionFile } from "../documents/history.ts";
import { inspectFile, loadDocument } from "../documents/loading.ts";
import type { CollectionSpecs } from "../documents/types.ts";
import { type Core, entriesOf } from "../workspace/core.ts";
import type { Entry } from "./library.ts";
import type { Replayed } from "./replay.ts";

/** Runs tasks a few at a time. */
export async function inParallel<T>(
  items: Iterable<T>,
  width: number,
  task: (item: T) => Promise<void>,
): Promise<void> {
  const queue = [...items];
  const worker = async () => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) await task(item);
  };
  await Promise.all(Array.from({ length: width }, worker));
}

/** Here nothing else is under way with the document. */
const atOnce = <T>(work: () => Promise<T>): Promise<T> => work();

/** Derives a document's list row anew from its file. */
export async function refreshEntry(
  core: Core,
  specs: CollectionSpecs,
  collection: string,
  id: string,
): Promise<void> {
  const entries = entriesOf(core, collection);
  const entry = entries.get(id);
  const spec = specs[collection];
  if (!entry || !spec) return;
  const place = core.codec.place(collection, id);
  const raw = await (entry.state === "live"
    ? liveRaw(core, collection, id)
    : readVersionFile(core, collection, id, core.layout.trash(place)));
  if (!raw) return;
  const record = readData(spec, raw);
  const present = entries.get(id);
  if (!present) return;
  if (!record.ok) {
    const error = appError(record.error.code, { ...record.error.params, collection, id });
    entries.set(id, { ...present, issue: error });
    core.report({ error, collection, id });
    return;
  }
  const path = entry.state === "live" ? core.layout.live(place) : core.layout.trash(place);
  const { savedAt, savedBy } = raw.head;
  entries.set(id, {
    ...present,
    savedAt,
    savedBy,
    facts: await core.fs.facts(path),
    summary: spec.summary(record.value.data),
  });
}

async function liveRaw(
  core: Core,
  collection: string,
  id: string,
): Promise<RawDocument | undefined> {
  if (core.canWrite) {
    const loaded = await loadDocument(core, collection, id, atOnce);
    return loaded.ok ? loaded.value.raw : undefined;
  }
  // For a reader the journal may be a moment ahead of the file; whatever whole version is there is the one to list.
  const path = core.layout.live(core.codec.place(collection, id));
  const seen = await inspectFile(core, collection, id, path);
  if (seen.kind === "damaged") core.report({ error: seen.error, collection, id });
  return seen.kind === "whole" ? seen.raw : undefined;
}

function matches(raw: RawDocument | undefined, entry: Entry | undefined): boolean {
  return raw?.head.revision === entry?.revision && raw?.head.sha256 === entry?.sha256;
}

/** Temporary files beside a document that hold a whole version of it. */
async function stagedVersions(core: Core, collection: string, id: string, folder: string) {
  if ((await core.fs.facts(folder))?.kind !== "folder") return [];
  const found: { path: string; raw: RawDocument }[] = [];
  for (const { name } of await core.fs.list(folder)) {
    if (!name.endsWith(TEMP_SUFFIX)) continue;
    const path = join(folder, name);
    const raw = await readVersionFile(core, collection, id, path);
    if (raw) found.push({ path, raw });
  }
  return found;
}

/** The places a document's file can be in, and the version found in each. */
type Found = { readonly path: string; readonly raw: RawDocument };

async function findVersions(core: Core, collection: string, id: string): Promise<readonly Found[]> {
  const place = core.codec.place(collection, id);
  const live = core.layout.live(place);
  const found: Found[] = [];
  for (const path of [live, core.layout.trash(place), core.layout.purged(place)]) {
    const raw = await readVersionFile(core, collection, id, path);
    if (raw) found.push({ path, raw });
  }
  return [...found, ...(await stagedVersions(core, collection, id, dirname(live)))];
}

function pathOf(core: Core, collection: string, id: string, entry: Entry | undefined): string {
  const place = core.codec.place(collection, id);
  if (!entry) return core.layout.purged(place);
  return entry.state === "live" ? core.layout.live(place) : core.layout.trash(place);
}

/** Takes a save that never reached its place out of the journal's account again, and says so. */
async function abandonSave(
  core: Core,
  collection: string,
  id: string,
  standing: Entry | undefined,
): Promise<void> {
  const entries = entriesOf(core, collection);
  await core.journal.append({
    by: "",
    verb: "document.abandon",
    subject: { collection, id },
    ...(standing ? { revision: standing.revision, new: standing.sha256 } : {}),
  });
  if (standing) {
    entries.set(id, { ...standing, state: "live", facts: undefined, summary: undefined });
  } else {
    entries.delete(id);
  }
  const params = { collection, id, revision: standing?.revision ?? 0 };
  core.report({ error: appError("store.save-interrupted", params), collection, id });
}

/**
 * Settles what was under way with one document when the last session ended. The journal announced each step before it
 * was done, so the last one is finished where its bytes are found, in whatever place; else the document is left at the
 * newest announced state that is there.
 */
async function settle(core: Core, replayed: Replayed): Promise<void> {
  const { collection, id, announced, unsettledFrom } = replayed;
  if (!unsettledFrom || announced.length === 0) return;
  const before = unsettledFrom.before;
  const wanted = announced.at(-1);
  const content = wanted ?? announced.findLast((entry) => entry) ?? before;
  const target = pathOf(core, collection, id, wanted);
  const found = await findVersions(core, collection, id);
  const right = found.filter(({ raw }) => matches(raw, content));
  if (right.some(({ path }) => path === target)) return;
  const [source] = right;
  if (source) {
    await core.writer.folder(dirname(target));
    await core.writer.move(source.path, target);
    return;
  }
  const live = core.layout.live(core.codec.place(collection, id));
  const here = found.find(({ path }) => path === live)?.raw;
  const standing = [before, ...announced].findLast((entry) => entry && matches(here, entry));
  const neverThere = found.length === 0 && !before && !(await core.fs.facts(live));
  // Anything else was not done by an interruption; it is left as it is and reported when the document is read.
  if (standing || neverThere) await abandonSave(core, collection, id, standing);
}

/** Brings the library in line with the files for every document the journal touched since the index was derived. */
export async function reconcile(
  core: Core,
  specs: CollectionSpecs,
  touched: ReadonlyMap<string, Replayed>,
): Promise<void> {
  await inParallel(touched.values(), 16, async (replayed) => {
    const path = core.layout.live(core.codec.place(replayed.collection, replayed.id));
    if (core.canWrite) {
      const settled = await attempt(path, () => settle(core, replayed));
      if (!settled.ok) core.report({ error: settled.error });
    }
    await refreshEntry(core, specs, replayed.collection, replayed.id);
  });
}

/** Removes temporary files that an interrupted session left; called after `reconcile` has used what it could. */
export async function clearTemps(core: Core, folders: readonly string[]): Promise<void> {
  for (const folder of folders) {
    if (!(await core.fs.facts(folder))) continue;
    for (const { name } of await core.fs.list(folder)) {
      if (name.endsWith(TEMP_SUFFIX)) {
        await core.fs.unlink(join(folder, name)).catch(() => undefined);
      }
    }
  }
}
