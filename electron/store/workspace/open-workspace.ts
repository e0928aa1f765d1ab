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
import type { ChainHead } from "#shared/journal";
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
import { verifyAccount } from "../journal/account.ts";
import { counterText, createCounter, readCounter } from "../journal/counter.ts";
import { openJournal } from "../journal/journal-file.ts";
import { createIssueList } from "../recovery/issues.ts";
import type { Core, KeptEdit } from "./core.ts";
import { checkCollectionName, layoutOf, plainCodec } from "./layout.ts";
import { type Manifest, readManifestCopy, writeManifest } from "./manifest.ts";
import { type OpenOptions, type Prepared, prepare } from "./prepare.ts";
import {
  beat,
  beginSession,
  checkSeals,
  createFollower,
  createIndexer,
  keepWatch,
} from "./session.ts";
import { refuseStripped } from "./stripped.ts";
import { createTimers, defaultLater } from "./timers.ts";
import type { OpenKeys, Workspace } from "./types.ts";
import { createWorkspace, readIndexBytes } from "./workspace.ts";

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
  let keys: OpenKeys | undefined;
  // Whatever goes wrong, also what nobody thought of, the lock is given back and the keys are overwritten.
  const opened = await attempt(options.dir, async () => {
    const unlocked = await openKeys(options, fs, prepared.value);
    if (!unlocked.ok) throw new DeskFailure(unlocked.error);
    keys = unlocked.value.keys;
    // What stays open for hours holds no secret that a person typed.
    const { unlock: _unlock, encrypt: _encrypt, ...rest } = options;
    const { fresh: _fresh, ...known } = unlocked.value.prepared;
    return await assemble(rest, fs, { ...known, fresh: undefined }, keys);
  });
  if (!opened.ok) {
    keys?.seals.forget();
    await lock?.release().catch(() => undefined);
  }
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

type Unlocked = { readonly keys: OpenKeys | undefined; readonly prepared: Prepared };

/**
 * The keys of an encrypted workspace; undefined for a plain one. A manifest without a sum may be damaged in its wrapped
 * keys without showing it: its copy is tried before anybody is told that the passphrase is wrong.
 */
async function openKeys<C extends CollectionSpecs>(
  options: OpenOptions<C>,
  fs: FileSystem,
  prepared: Prepared,
): Promise<Result<Unlocked>> {
  const { manifest, fresh } = prepared;
  const { encryption } = manifest;
  if (!encryption) return ok({ keys: undefined, prepared });
  const opened = (dataKey: Buffer, used: Prepared): Result<Unlocked> => {
    const seals = createSeals(dataKey, manifest.id);
    return ok({ keys: { dataKey, seals, recoveryCode: fresh?.recoveryCode }, prepared: used });
  };
  if (fresh) return opened(fresh.dataKey, prepared);
  const first = await unlockKey(encryption, manifest.id, options.unlock);
  if (first.ok) return opened(first.value, prepared);
  const copy = manifest.sum === undefined ? await readManifestCopy(fs, options.dir) : undefined;
  const other = copy?.id === manifest.id ? copy.encryption : undefined;
  if (!copy || !other || JSON.stringify(other) === JSON.stringify(encryption)) return first;
  const second = await unlockKey(other, manifest.id, options.unlock);
  if (!second.ok) return first;
  const path = layoutOf(options.dir).manifest;
  const notes = [...prepared.notes, appError("store.manifest-from-copy", { path })];
  return opened(second.value, { ...prepared, manifest: copy, notes });
}

/** A workspace of an earlier program counts from now on; its counter is in place by then. */
async function countFrom<C extends CollectionSpecs>(
  writer: Writer,
  options: OpenOptions<C>,
  manifest: Manifest,
): Promise<Manifest> {
  if (manifest.counted) return manifest;
  const summed: Manifest = { ...manifest, counted: true };
  await writeManifest(writer, options.dir, summed);
  return summed;
}

// biome-ignore lint/complexity/noExcessiveCognitiveComplexity: the steps of opening in their order, each undone if a later one fails
// biome-ignore lint/complexity/noExcessiveLinesPerFunction: the steps of opening in their order, each undone if a later one fails
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
  if (!keys) await refuseStripped(fs, options.dir);
  const guard = async () => (lock ? lock.check() : appError("store.opened-read-only"));
  const writer = createWriter({ fs, token: lock?.holder.token ?? "reader", guard });
  const open = (bytes: Uint8Array) => codec.open("cache/index", bytes);
  const indexBytes = await readIndexBytes({ fs, path: layout.index, open });
  const index = indexBytes ? decodeIndex(manifest.id, indexBytes, specs) : undefined;
  const inspectCounter = () => readCounter(fs, options.dir, manifest.id, codec);
  const counterOf = (head: ChainHead) => counterText(codec, manifest.id, head);
  const counter = createCounter(fs, options.dir, counterOf, await inspectCounter());
  let counted = manifest.counted === true;
  const opened = await openJournal({
    fs,
    dir: layout.journal,
    counter,
    inspectCounter,
    isCounted: () => counted && !prepared.created,
    aside: layout.quarantine,
    onIssue: (error) => report({ error }),
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
  if (opened.disputed) report({ error: opened.disputed });
  checkSeals(opened, keys, report, layout.journal);
  const touched = replay(library, opened.records);
  await reconcile(core, specs, touched);
  for (const [collection, entries] of library) {
    for (const [id, { issue }] of entries) if (issue) report({ error: issue, collection, id });
  }
  if (!usable) await findUnknownFiles(core, specs, (_key, look) => look());
  if (canWrite) await beginSession(core, options, prepared, opened, specs);
  const summed = canWrite ? await countFrom(writer, options, manifest) : manifest;
  counted = summed.counted === true;
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
    manifest: summed,
    newId: options.newId,
    verify: () =>
      verifyAccount(core.journal, {
        fs,
        layout,
        codec,
        workspaceId: manifest.id,
        collections: Object.keys(specs),
      }),
  });
  if (canWrite && prepared.upgrade) {
    await upgradeWorkspace(workspace, writer, options, { ...prepared.upgrade, counted: true });
  }
  if (lock) timers.every(BEAT_MS, () => beat(lock, report, emit));
  keepWatch(workspace, core, timers, options.backup?.everyMs);
  return workspace;
}
