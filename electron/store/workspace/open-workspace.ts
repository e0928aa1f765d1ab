import { join } from "node:path";
import {
  attempt,
  createWriter,
  DeskFailure,
  type FileSystem,
  nodeFileSystem,
  stageFile,
  type Writer,
} from "#node/files";
import { type AppError, appError, err, ok, type Result } from "#shared/kernel";
import { createDocumentQueue } from "../documents/document-queue.ts";
import { checkMigrations } from "../documents/migrations.ts";
import type { CollectionSpecs } from "../documents/types.ts";
import { createUndoStack } from "../documents/undo.ts";
import { unlockKey } from "../encryption/keys.ts";
import { createSeals } from "../encryption/sealed-codec.ts";
import { findUnknownFiles } from "../index/change-scan.ts";
import { decodeIndex, emptyLibrary, type Library } from "../index/library.ts";
import { reconcile } from "../index/reconcile.ts";
import { replay } from "../index/replay.ts";
import { openJournal } from "../journal/journal-file.ts";
import { createIssueList } from "../recovery/issues.ts";
import type { Core, KeptEdit } from "./core.ts";
import { checkCollectionName, layoutOf, plainCodec } from "./layout.ts";
import { type Manifest, writeManifest } from "./manifest.ts";
import { type OpenOptions, type Prepared, prepare } from "./prepare.ts";
import {
  beat,
  beginSession,
  checkSeals,
  createFollower,
  createIndexer,
  keepWatch,
} from "./session.ts";
import { createTimers, defaultLater } from "./timers.ts";
import { createWorkspace, type OpenKeys, readIndexBytes, type Workspace } from "./workspace.ts";

const BEAT_MS = 4000;
const INDEX_DELAY_MS = 3000;

function checkSpecs(specs: CollectionSpecs): AppError | undefined {
  for (const [name, spec] of Object.entries(specs)) {
    const wrong = checkCollectionName(name) ?? checkMigrations(name, spec);
    if (wrong) return wrong;
  }
  return undefined;
}

/**
 * Opens a workspace folder, creating it where there is none. In write mode exactly one process holds it; interrupted
 * saves of an earlier session are finished or taken out, and reported. A workspace that a newer program wrote is opened
 * read-only with the reason.
 */
export async function openWorkspace<C extends CollectionSpecs>(
  options: OpenOptions<C>,
): Promise<Result<Workspace<C>>> {
  const wrong = checkSpecs(options.collections);
  if (wrong) return err(wrong);
  const fs = options.fs ?? nodeFileSystem;
  const prepared = await prepare(options, fs);
  if (!prepared.ok) return prepared;
  const { lock } = prepared.value;
  const keys = await openKeys(options, prepared.value);
  const opened = keys.ok
    ? await attempt(options.dir, () => assemble(options, fs, prepared.value, keys.value))
    : keys;
  if (!opened.ok) await lock?.release().catch(() => undefined);
  return opened;
}

/** Before documents are written in a newer form, everything is kept in the older one. */
async function upgradeWorkspace<C extends CollectionSpecs>(
  workspace: Workspace<C>,
  writer: Writer,
  options: OpenOptions<C>,
  upgrade: Manifest,
): Promise<void> {
  const by = options.owner ?? "";
  const documents = Object.keys(options.collections).some(
    (name) => workspace.collection(name).list().length > 0,
  );
  const before = documents ? await workspace.backups.create(by) : ok(undefined);
  if (!before.ok) throw new DeskFailure(before.error);
  await writeManifest(writer, options.dir, upgrade);
  const versions = Object.entries(upgrade.collections).map(([name, to]) => `${name} ${to}`);
  const detail = { versions, ...(before.value ? { backup: before.value.id } : {}) };
  const told = await workspace.record({ by, verb: "workspace.migrate", detail });
  if (!told.ok) throw new DeskFailure(told.error);
}

/** The keys of an encrypted workspace; undefined for a plain one. */
async function openKeys<C extends CollectionSpecs>(
  options: OpenOptions<C>,
  { manifest, fresh }: Prepared,
): Promise<Result<OpenKeys | undefined>> {
  if (!manifest.encryption) return ok(undefined);
  const dataKey = fresh
    ? ok(fresh.dataKey)
    : await unlockKey(manifest.encryption, manifest.id, options.unlock);
  if (!dataKey.ok) return dataKey;
  const seals = createSeals(dataKey.value, manifest.id);
  return ok({ dataKey: dataKey.value, seals, recoveryCode: fresh?.recoveryCode });
}

async function assemble<C extends CollectionSpecs>(
  options: OpenOptions<C>,
  fs: FileSystem,
  prepared: Prepared,
  keys: OpenKeys | undefined,
): Promise<Workspace<C>> {
  const { manifest, lock } = prepared;
  const specs = options.collections;
  const layout = layoutOf(options.dir);
  const codec = keys?.seals.codec ?? plainCodec;
  const canWrite = lock !== undefined;
  const later = options.later ?? defaultLater;
  const issues = createIssueList();
  const { emit, report } = issues;
  const guard = async () => (lock ? lock.check() : appError("store.opened-read-only"));
  const writer = createWriter({ fs, token: lock?.holder.token ?? "reader", guard });
  const open = (bytes: Uint8Array) => codec.open("cache/index", bytes);
  const indexBytes = await readIndexBytes({ fs, path: layout.index, open });
  const index = indexBytes ? decodeIndex(manifest.id, indexBytes, specs) : undefined;
  const opened = await openJournal({
    fs,
    dir: layout.journal,
    ...(canWrite ? { writer } : {}),
    ...(keys ? { seal: keys.seals.line } : {}),
    now: options.now,
    since: index?.pointer,
    keepTorn: async (segment, offset, bytes) => {
      const path = join(layout.quarantine, `journal-${segment}-${offset}.torn`);
      await writer.folder(layout.quarantine);
      if (!(await fs.facts(path))) await stageFile(fs, path, bytes);
      await fs.syncFolder(layout.quarantine);
    },
  });
  const usable = index && opened.continued;
  const library: Library = usable ? index.library : emptyLibrary(specs);
  const queue = createDocumentQueue();
  const unsaved = new Map<string, KeptEdit>();
  const timers = createTimers(later);

  const core: Core = {
    workspaceId: manifest.id,
    fs,
    layout,
    codec,
    writer,
    journal: opened.journal,
    library,
    undo: createUndoStack(),
    now: options.now,
    later: timers.once,
    canWrite,
    closing: { now: false },
    emit,
    report,
    settleIssue: issues.settle,
    unsaved,
    catchUp: () => catchUp(),
    touched: () => indexer.touched(),
  };
  const indexer = createIndexer(core, specs, timers, options.indexDelayMs ?? INDEX_DELAY_MS);
  const catchUp = createFollower(core, specs);

  for (const error of prepared.notes) report({ error });
  if (index && !opened.continued) {
    report({ error: appError("store.journal-not-continued", { path: layout.journal }) });
  }
  for (const found of opened.breaks) {
    const params = { ...found.error.params, file: found.file, line: found.line };
    report({ error: appError(found.error.code, params) });
  }
  checkSeals(opened, keys, report, layout.journal);
  const touched = replay(library, opened.records);
  await reconcile(core, specs, touched);
  for (const [collection, entries] of library) {
    for (const [id, { issue }] of entries) if (issue) report({ error: issue, collection, id });
  }
  if (!usable) await findUnknownFiles(core, specs, (_key, look) => look());
  if (canWrite) await beginSession(core, options, prepared, opened, specs);
  const workspace = createWorkspace({
    core,
    queue,
    specs,
    dir: options.dir,
    fs,
    lock,
    readOnlyReason: prepared.readOnlyReason,
    issues: issues.all,
    listeners: issues.listeners,
    stopTimers: timers.stop,
    owner: options.owner ?? "",
    backup: options.backup ?? {},
    keys,
    manifest,
    newId: options.newId,
  });
  if (canWrite && prepared.upgrade) {
    await upgradeWorkspace(workspace, writer, options, prepared.upgrade);
  }
  if (lock) timers.every(BEAT_MS, () => beat(lock, report, emit));
  keepWatch(workspace, core, timers, options.backup?.everyMs);
  return workspace;
}
