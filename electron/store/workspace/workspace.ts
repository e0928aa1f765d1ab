import { join } from "node:path";
import { attempt, type FileSystem, readIfThere } from "#node/files";
import { appError, err, ok, type Result } from "#shared/kernel";
import { createBackups } from "../backup/backups.ts";
import { listBackedUp, restoreFromBackup } from "../backup/restore.ts";
import { createBundles } from "../bundle/bundle.ts";
import { createCollection } from "../documents/collection.ts";
import { createNamedFiles } from "../documents/named-files.ts";
import { findReferences } from "../documents/references.ts";
import { type GroupItem, saveInTransaction } from "../documents/transaction.ts";
import type {
  Collection,
  CollectionSpecs,
  DataOf,
  SummaryOf,
  UnsavedEdit,
} from "../documents/types.ts";
import { convertCopy, whyNotConverted } from "../encryption/convert-copy.ts";
import type { EncryptOptions } from "../encryption/encryption.ts";
import { createKeyring } from "../encryption/keyring.ts";
import { createEvidenceStore } from "../evidence/evidence-store.ts";
import { createThumbnails } from "../evidence/thumbnails.ts";
import { createExamination, scanForChanges } from "../index/change-scan.ts";
import { encodeIndex } from "../index/library.ts";
import { listQuarantined } from "../recovery/quarantine.ts";
import type { Core } from "./core.ts";
import type { Parts, Workspace } from "./types.ts";

/** Writes the index if nothing is under way; a busy moment leaves it for later. */
export async function writeIndex(core: Core, specs: CollectionSpecs): Promise<boolean> {
  const pointer = core.journal.pointer();
  if (!core.canWrite || !pointer || !core.journal.isSettled()) return false;
  const bytes = encodeIndex(core.workspaceId, core.library, pointer, specs);
  await core.writer.replace(core.layout.index, core.codec.seal("cache/index", bytes));
  return true;
}

/** Removes the session's trash: what was purged can now no longer be taken back. */
export async function emptyTrash(fs: FileSystem, path: string): Promise<void> {
  if (!(await fs.facts(path))) return;
  for (const { name, kind } of await fs.list(path)) {
    const inner = join(path, name);
    if (kind === "folder") await emptyTrash(fs, inner);
    else await fs.unlink(inner);
  }
  await fs.rmdir(path);
}

/** Reads the index file, if there is one that can be opened with the key. */
export async function readIndexBytes(core: {
  readonly fs: FileSystem;
  readonly path: string;
  readonly open: (bytes: Uint8Array) => Uint8Array | undefined;
}): Promise<Uint8Array | undefined> {
  const read = await attempt(core.path, () => readIfThere(core.fs, core.path, 2 ** 30));
  return read.ok && read.value ? core.open(read.value) : undefined;
}

async function closeWorkspace<C extends CollectionSpecs>(
  parts: Parts<C> & { readonly backupsSettled: () => Promise<void> },
  retry: () => Promise<readonly UnsavedEdit[]>,
  force: boolean,
): Promise<Result<void>> {
  const { core, queue, lock } = parts;
  await parts.backupsSettled();
  await queue.allIdle();
  if (core.canWrite) {
    const left = await retry();
    if (left.length > 0 && !force) {
      const names = left.map(({ collection, id }) => `${collection}/${id}`);
      return err(appError("store.unsaved-edits", { documents: names }));
    }
  }
  const farewell = await attempt(parts.dir, async () => {
    const lost = lock ? await lock.check() : undefined;
    if (!core.canWrite || lost) return;
    // A session that lost edits does not end as a closed one: the next opening then settles what is open.
    if (core.unsaved.size === 0 && core.journal.isSettled()) {
      await core.journal.append({ by: parts.owner, verb: "workspace.close" });
    }
    await writeIndex(core, parts.specs);
    await emptyTrash(core.fs, core.layout.gone);
  });
  if (!farewell.ok && !force) return farewell;
  parts.stopTimers();
  const left = await attempt(parts.dir, async () => {
    await core.journal.close();
    await lock?.release();
  });
  parts.keys?.seals.forget();
  return left;
}

/** Builds the public face over opened parts. */
// biome-ignore lint/complexity/noExcessiveLinesPerFunction: its closures are one object's methods and share its queue and state
export function createWorkspace<C extends CollectionSpecs>(parts: Parts<C>): Workspace<C> {
  const { core, queue, specs, issues } = parts;
  const collections = new Map(
    Object.entries(specs).map(([name, spec]) => [name, createCollection(core, queue, name, spec)]),
  );
  const evidence = createEvidenceStore({
    dir: core.layout.evidence,
    bin: join(core.layout.root, "bin", "evidence"),
    writer: core.writer,
    journal: core.journal,
    canWrite: core.canWrite,
    ...(parts.keys ? { cipher: parts.keys.seals.frames } : {}),
  });
  const keyring = createKeyring(parts);
  const files = createNamedFiles(core);
  const backups = createBackups(core, queue, parts.backup);
  const homes = new Map(
    [...collections].map(([name, { collection, bringBack }]) => [
      name,
      { ...collection, bringBack },
    ]),
  );
  const restoring = { core, specs, backups, collections: homes };
  const unsaved = () =>
    [...core.unsaved.values()].map(({ collection, id, error }) => ({ collection, id, error }));
  const retryUnsaved = async () => {
    for (const { retry } of [...core.unsaved.values()]) await retry();
    return unsaved();
  };
  const convert = (dir: string, by: string, encrypt: EncryptOptions | undefined) => {
    const refused = whyNotConverted(core, encrypt !== undefined);
    if (!refused.ok) return Promise.resolve(refused);
    const source = { core, specs, seals: parts.keys?.seals };
    return queue.pause(() => convertCopy(source, { dir, by, encrypt }));
  };
  let closed: Promise<Result<void>> | undefined;
  const workspace: Omit<Workspace<C>, "bundles"> = {
    id: core.workspaceId,
    dir: parts.dir,
    mode: core.canWrite ? "write" : "read",
    encrypted: core.codec.encrypted,
    readOnlyReason: parts.readOnlyReason,
    tookOver: parts.lock?.tookOver,
    collection: <K extends keyof C & string>(name: K) => {
      const found = collections.get(name);
      if (!found) throw new Error(`no collection ${name}`);
      return found.collection as unknown as Collection<DataOf<C[K]>, SummaryOf<C[K]>>;
    },
    evidence,
    thumbnails: createThumbnails(core),
    files,
    collectEvidence: async ({ by, minAgeMs, dryRun = false }) => {
      const named = await attempt(core.layout.root, () =>
        findReferences(core, specs, files, backups),
      );
      if (!named.ok) return named;
      const { hashes, storedNames, complete } = named.value;
      if (!complete) return err(appError("store.references-unreadable"));
      const nowMs = Date.parse(core.now());
      const age = minAgeMs === undefined ? {} : { minAgeMs };
      const done = await evidence.collect(hashes, { by, nowMs, storedNames, dryRun, ...age });
      if (done.ok && !dryRun && done.value.removed.length > 0) {
        const ids = done.value.removed;
        const act = {
          verb: "evidence.remove" as const,
          collection: "evidence",
          ids,
          at: core.now(),
        };
        core.undo.push(act, () => evidence.restoreStored(ids, by));
      }
      return done;
    },
    backups,
    backupDocuments: (id) => listBackedUp(restoring, id),
    restoreBackup: async (id, { by, document }) => {
      const before = await backups.create(by);
      if (!before.ok) return before;
      const done = await restoreFromBackup(restoring, id, { by }, document);
      if (done.ok) {
        const ids = [...done.value.changed, ...done.value.removed];
        core.undo.push(
          { verb: "backup.restore", collection: "", ids, at: core.now() },
          async () => {
            const back = await restoreFromBackup(restoring, before.value.id, { by }, document);
            return back.ok ? ok(undefined) : back;
          },
        );
      }
      return done;
    },
    saveAll: (changes, { by }) => {
      const items: GroupItem[] = [];
      for (const { collection, id, data, expectedRevision } of changes) {
        const home = collections.get(collection);
        if (!home)
          return Promise.resolve(err(appError("store.no-such-collection", { collection })));
        const options = expectedRevision === undefined ? { by } : { by, expectedRevision };
        const item = home.groupItem(id, data, options);
        if (!item.ok) return Promise.resolve(item);
        items.push(item.value);
      }
      return saveInTransaction(core, queue, items);
    },
    journal: {
      head: core.journal.head,
      records: core.journal.records,
      verify: parts.verify,
    },
    record: (draft) => attempt(core.layout.journal, () => core.journal.append(draft)),
    issues: () => [...issues],
    dismiss: (issue) => {
      const at = issues.indexOf(issue);
      if (at >= 0) issues.splice(at, 1);
    },
    unsaved,
    retryUnsaved,
    scanChanges: async () => {
      await scanForChanges(core, specs, (key, task) => queue.run(key, task));
      return [...issues];
    },
    quarantined: () => listQuarantined(core),
    examination: () => createExamination(core, specs, (key, task) => queue.run(key, task)),
    refresh: core.catchUp,
    subscribe: (listener) => {
      parts.listeners.add(listener);
      return () => parts.listeners.delete(listener);
    },
    copyEncrypted: ({ dir, by, ...encrypt }) => convert(dir, by, encrypt),
    copyPlain: ({ dir, by }) => convert(dir, by, undefined),
    recoveryCode: parts.keys?.recoveryCode,
    ...keyring,
    undoable: core.undo.list,
    undo: core.undo.undo,
    saveIndex: () =>
      attempt(core.layout.index, async () => {
        await queue.allIdle();
        await writeIndex(core, specs);
      }),
    close: async (options) => {
      if (closed) return closed;
      core.closing.now = true;
      const closing = closeWorkspace(
        { ...parts, backupsSettled: backups.settled },
        retryUnsaved,
        options?.force ?? false,
      );
      closed = closing;
      const done = await closing;
      if (!done.ok) {
        closed = undefined;
        core.closing.now = false;
      }
      return done;
    },
  };
  const bundles = createBundles({
    home: workspace as unknown as Workspace<CollectionSpecs>,
    specs,
    now: core.now,
    newId: parts.newId,
    pushUndo: (ids, undo) =>
      core.undo.push({ verb: "bundle.import", collection: "", ids, at: core.now() }, undo),
  });
  return { ...workspace, bundles };
}
