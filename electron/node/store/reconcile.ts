import { dirname, join } from "node:path";
import { attempt, commitFile, TEMP_SUFFIX } from "#node/files";
import { appError } from "#shared/kernel";
import { type Core, entriesOf } from "./core.ts";
import { type RawDocument, readData } from "./document-file.ts";
import { readVersionFile } from "./history.ts";
import type { Entry } from "./library.ts";
import { loadDocument, lookAtFile } from "./loading.ts";
import type { Replayed } from "./replay.ts";
import type { CollectionSpecs } from "./types.ts";

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

const idle = () => Promise.resolve();

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
    : readVersionFile(core, collection, id, core.layout.bin(place)));
  if (!raw) return;
  const record = readData(spec, raw);
  const present = entries.get(id);
  if (!present) return;
  if (!record.ok) {
    const error = appError(record.error.code, { ...record.error.params, collection, id });
    entries.set(id, { ...present, trouble: error });
    core.report({ error, collection, id });
    return;
  }
  const path = entry.state === "live" ? core.layout.live(place) : core.layout.bin(place);
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
    const loaded = await loadDocument(core, collection, id, idle);
    return loaded.ok ? loaded.value.raw : undefined;
  }
  // For a reader the journal may be a moment ahead of the file; whatever whole version is there is the one to list.
  const path = core.layout.live(core.codec.place(collection, id));
  const seen = await lookAtFile(core, collection, id, path);
  if (seen.kind === "damaged") core.report({ error: seen.error, collection, id });
  return seen.kind === "whole" ? seen.raw : undefined;
}

function matches(raw: RawDocument | undefined, entry: Entry | undefined): boolean {
  return raw?.head.revision === entry?.revision && raw?.head.sha256 === entry?.sha256;
}

/** Temporary files beside a document that hold a whole version of it. */
async function stagedVersions(core: Core, collection: string, id: string, folder: string) {
  if (!(await core.fs.facts(folder))) return [];
  const found: { path: string; raw: RawDocument }[] = [];
  for (const { name } of await core.fs.list(folder)) {
    if (!name.endsWith(TEMP_SUFFIX)) continue;
    const path = join(folder, name);
    const raw = await readVersionFile(core, collection, id, path);
    if (raw) found.push({ path, raw });
  }
  return found;
}

/** Settles a save that was under way when the last session ended: finished where possible, else taken out again. */
async function settleSave(core: Core, replayed: Replayed): Promise<void> {
  const { collection, id, announced, unsettledFrom } = replayed;
  const entries = entriesOf(core, collection);
  const path = core.layout.live(core.codec.place(collection, id));
  const wanted = announced.at(-1);
  const seen = await lookAtFile(core, collection, id, path);
  const raw = seen.kind === "whole" ? seen.raw : undefined;
  if (raw && matches(raw, wanted)) return;
  for (const staged of await stagedVersions(core, collection, id, dirname(path))) {
    if (!matches(staged.raw, wanted)) continue;
    await commitFile(core.fs, staged.path, path);
    return;
  }
  const candidates = [unsettledFrom?.before, ...announced];
  const standing = candidates.find((entry) => entry && raw && matches(raw, entry));
  const neverThere = seen.kind === "missing" && !unsettledFrom?.before;
  // Anything else was not done by an interruption; it is left as it is and reported when the document is read.
  if (!standing && !neverThere) return;
  await core.journal.append({
    by: "",
    verb: "document.abandon",
    subject: { collection, id },
    ...(standing ? { revision: standing.revision, new: standing.sha256 } : {}),
  });
  if (standing) entries.set(id, { ...standing, facts: undefined, summary: undefined });
  else entries.delete(id);
  const params = { collection, id, revision: standing?.revision ?? 0 };
  core.report({ error: appError("store.save-interrupted", params), collection, id });
}

/** Settles a move to or from the bin: the journal has announced it, so it is finished. */
async function settleMove(core: Core, replayed: Replayed): Promise<void> {
  const { collection, id, announced, unsettledFrom } = replayed;
  const place = core.codec.place(collection, id);
  const wanted = announced.at(-1);
  const before = unsettledFrom?.before;
  const at = (entry: Entry | undefined) => {
    if (!entry) return core.layout.purged(place);
    return entry.state === "live" ? core.layout.live(place) : core.layout.bin(place);
  };
  const from = at(before);
  const to = at(wanted);
  if (from === to || !(await core.fs.facts(from)) || (await core.fs.facts(to))) return;
  await core.writer.move(from, to);
}

async function settle(core: Core, replayed: Replayed): Promise<void> {
  if (!replayed.unsettledFrom || replayed.announced.length === 0) return;
  const { before } = replayed.unsettledFrom;
  const after = replayed.announced.at(-1);
  const moved = !after || after.state === "bin" || after.revision === before?.revision;
  await (moved ? settleMove(core, replayed) : settleSave(core, replayed));
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
