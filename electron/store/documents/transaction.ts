import { dirname } from "node:path";
import { eachOf, type Staged, toAppError } from "#node/files";
import { type AppError, appError, err, ok, type Result } from "#shared/kernel";
import type { Unsettled } from "../journal/journal-file.ts";
import { type Core, entriesOf } from "../workspace/core.ts";
import type { RawDocument } from "./document-file.ts";
import type { DocumentQueue } from "./document-queue.ts";
import type { Edit, Editor, Work } from "./edits.ts";
import { dropStaged, enterVersion, keepPresent, storedBytes } from "./saving.ts";
import type { PutOptions, Saved } from "./types.ts";

/** One document of a save of several. */
export type GroupItem = {
  readonly collection: string;
  readonly id: string;
  readonly editor: Editor<unknown>;
  readonly edit: Edit<unknown>;
  readonly summary: (data: unknown) => unknown;
};

type Ready = GroupItem & { readonly work: Work<unknown>; readonly path: string };

/** No more documents than this are saved together. */
const GROUP_LIMIT = 500;

/** Holds the queues of all documents while the work runs. */
async function holdAll<T>(
  queue: DocumentQueue,
  keys: readonly string[],
  work: () => Promise<T>,
): Promise<T> {
  let release: () => void = () => undefined;
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  let waiting = keys.length;
  let begin: () => void = () => undefined;
  const allHeld = new Promise<void>((resolve) => {
    begin = resolve;
  });
  const held = queue.runTogether(keys, () => {
    waiting -= 1;
    if (waiting === 0) begin();
    return released;
  });
  try {
    if (keys.length > 0) await allHeld;
    return await work();
  } finally {
    release();
    await held;
  }
}

function rawOf({ work }: Ready): RawDocument {
  return work.record;
}

/** Writes and syncs all files under temporary names, some at a time; on failure nothing of them stays. */
async function stageAll(core: Core, items: readonly Ready[]): Promise<readonly Staged[]> {
  const staged = new Map<Ready, Staged>();
  try {
    await eachOf(items, async (item) => {
      const before = entriesOf(core, item.collection).get(item.id);
      staged.set(item, await core.writer.stage(item.path, storedBytes(core, rawOf(item))));
      const { collection, id, work } = item;
      await keepPresent(core, { collection, id, attempts: work.attempts }, item.path, before);
    });
    // The temporary names must be durable before the journal promises that these files can be put in place.
    for (const folder of new Set(items.map(({ path }) => dirname(path)))) {
      await core.fs.syncFolder(folder);
    }
    return items.flatMap((item) => staged.get(item) ?? []);
  } catch (error) {
    for (const one of staged.values()) await dropStaged(core, one);
    throw error;
  }
}

function announceAll(core: Core, items: readonly Ready[]): Promise<readonly Unsettled[]> {
  return core.journal.appendTogether(
    items.map((item, index) => {
      const { head } = rawOf(item);
      const old = entriesOf(core, item.collection).get(item.id)?.sha256;
      return {
        by: item.work.by,
        verb: item.work.verb,
        subject: { collection: item.collection, id: item.id },
        revision: head.revision,
        ...(old ? { old } : {}),
        new: head.sha256,
        detail: { part: index + 1, of: items.length },
      };
    }),
  );
}

/** After the journal has the whole group it will happen: what cannot be put in place now is kept and tried again. */
async function installAll(
  core: Core,
  items: readonly Ready[],
  staged: readonly Staged[],
  lines: readonly Unsettled[],
): Promise<AppError | undefined> {
  for (const [index, { work }] of items.entries()) {
    const file = staged[index];
    const line = lines[index];
    if (!file || !line) continue;
    const { revision, sha256 } = work.record.head;
    work.announced = { revision, sha256, line };
    work.attempts.push(file.facts);
  }
  const failed = await core.writer.commitAll(staged);
  let failure: AppError | undefined;
  for (const [index, item] of items.entries()) {
    const file = staged[index];
    const line = lines[index];
    if (!file || !line) continue;
    const { collection, id, work, editor } = item;
    if (failed.has(file)) {
      failure = editor.keep(id, work, failed.get(file));
      continue;
    }
    const summary = item.summary(work.record.data);
    const request = { collection, id, raw: work.record, summary, attempts: work.attempts };
    editor.finish(id, enterVersion(core, request, file, line));
  }
  return failure;
}

async function saveReady(core: Core, items: readonly Ready[]): Promise<AppError | undefined> {
  let staged: readonly Staged[] = [];
  try {
    await core.writer.assertWritable();
    staged = await stageAll(core, items);
    const lines = await announceAll(core, items);
    return await installAll(core, items, staged, lines);
  } catch (error) {
    for (const one of staged) await dropStaged(core, one);
    return toAppError(error, core.layout.root);
  }
}

/** Saves several documents: all of them or none, also across a power cut. */
export function saveInTransaction(
  core: Core,
  queue: DocumentQueue,
  items: readonly GroupItem[],
): Promise<Result<readonly Saved[]>> {
  const keys = items.map(({ collection, id }) => `${collection}/${id}`);
  if (new Set(keys).size !== keys.length || keys.length > GROUP_LIMIT) {
    const params = { documents: keys.length, limit: GROUP_LIMIT };
    return Promise.resolve(err(appError("store.bad-group", params)));
  }
  return holdAll(queue, keys, async (): Promise<Result<readonly Saved[]>> => {
    const ready: Ready[] = [];
    for (const item of items) {
      const pending = item.editor.unsaved(item.id);
      if (pending) return err(appError("store.unsaved-edit", { id: item.id }));
      const plan = item.editor.plan(item.id, item.edit);
      if (!plan.ok) return plan;
      const path = core.layout.live(core.codec.place(item.collection, item.id));
      if ("work" in plan.value) ready.push({ ...item, work: plan.value.work, path });
    }
    const failure = ready.length > 0 ? await saveReady(core, ready) : undefined;
    if (failure) return err(failure);
    return ok(items.map(({ collection, id }) => receipt(core, collection, id)));
  });
}

function receipt(core: Core, collection: string, id: string): Saved {
  const entry = entriesOf(core, collection).get(id);
  if (!entry) throw new Error(`saved but not listed: ${collection}/${id}`);
  return { revision: entry.revision, savedAt: entry.savedAt, sha256: entry.sha256 };
}

/** One change of a save of several, as callers give it. */
export type Change = {
  readonly collection: string;
  readonly id: string;
  readonly data: unknown;
  readonly expectedRevision?: PutOptions["expectedRevision"];
};
