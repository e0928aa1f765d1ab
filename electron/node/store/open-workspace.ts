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
import { type OpenedJournal, openJournal } from "#node/journal";
import { type AppError, appError, err, ok, type Result } from "#shared/kernel";
import type { BackupOptions } from "./backups.ts";
import type { Core, KeptEdit } from "./core.ts";
import { createKeys, type EncryptOptions, type FreshKeys } from "./encryption.ts";
import { type Unlock, unlockKey } from "./keys.ts";
import { checkCollectionName, layoutOf, plainCodec } from "./layout.ts";
import { decodeIndex, emptyLibrary, type Library } from "./library.ts";
import { type HeldLock, type LockOptions, takeLock } from "./lock.ts";
import { type Manifest, readManifest, WORKSPACE_VERSION, writeManifest } from "./manifest.ts";
import { checkMigrations } from "./migrations.ts";
import { clearTemps, reconcile, refreshEntry } from "./reconcile.ts";
import { replay } from "./replay.ts";
import { createSeals } from "./sealed-codec.ts";
import { createSlots } from "./slots.ts";
import { findUnknownFiles } from "./sweep.ts";
import type { CollectionSpecs, Issue, StoreEvent } from "./types.ts";
import { createUndoStack } from "./undo.ts";
import {
  createWorkspace,
  emptyTrash,
  type OpenKeys,
  readIndexBytes,
  type Workspace,
  writeIndex,
} from "./workspace.ts";

/** How to open a workspace. */
export type OpenOptions<C extends CollectionSpecs> = {
  readonly dir: string;
  readonly collections: C;
  /** The present instant as ISO text (`2026-11-23T08:00:00.000Z`). */
  readonly now: () => string;
  /** A new unique id with the given prefix. */
  readonly newId: (prefix: string) => string;
  /** `write` takes the lock or fails with `store.held-by-other`; `read` never changes anything. */
  readonly mode: "write" | "read";
  /** Who opens it, shown to a second opener. */
  readonly owner?: string;
  readonly program?: string;
  /** Create a new workspace when the folder has none; only in write mode. Default true. */
  readonly create?: boolean;
  readonly fs?: FileSystem;
  readonly lock?: Partial<Pick<LockOptions, "processes" | "watchMs" | "wait" | "takeOver">>;
  /** Runs a task later; the default never keeps the process alive. */
  readonly later?: (ms: number, task: () => void) => () => void;
  readonly backup?: BackupOptions;
  /** Opens an encrypted workspace; without it that is refused with `store.locked` and the ways there are. */
  readonly unlock?: Unlock;
  /** Encrypts a workspace that is created by this call; `Workspace.recoveryCode` is then to be shown once. */
  readonly encrypt?: EncryptOptions;
  /** How long after the last change the index is written; milliseconds. */
  readonly indexDelayMs?: number;
};

const BEAT_MS = 4000;
const INDEX_DELAY_MS = 3000;
const INDEX_AT_MOST = 1000;
const FOLLOW_MS = 2000;
const SWEEP_MS = 5 * 60_000;

function defaultLater(ms: number, task: () => void): () => void {
  const timer = setTimeout(task, ms);
  timer.unref();
  return () => clearTimeout(timer);
}

function checkSpecs(specs: CollectionSpecs): AppError | undefined {
  for (const [name, spec] of Object.entries(specs)) {
    const wrong = checkCollectionName(name) ?? checkMigrations(name, spec);
    if (wrong) return wrong;
  }
  return undefined;
}

/** Why this program must not write to the workspace although it can read it. */
function whyNewer(manifest: Manifest, specs: CollectionSpecs): AppError | undefined {
  if (manifest.version > WORKSPACE_VERSION) {
    return appError("store.workspace-newer", {
      version: manifest.version,
      known: WORKSPACE_VERSION,
    });
  }
  for (const [name, version] of Object.entries(manifest.collections)) {
    const known = specs[name]?.version ?? 0;
    if (version > known) {
      return appError("store.workspace-newer", { collection: name, version, known });
    }
  }
  return undefined;
}

function versionsOf(specs: CollectionSpecs): Record<string, number> {
  return Object.fromEntries(Object.entries(specs).map(([name, spec]) => [name, spec.version]));
}

type Prepared = {
  readonly manifest: Manifest;
  readonly lock: HeldLock | undefined;
  readonly readOnlyReason: AppError | undefined;
  readonly created: boolean;
  readonly notes: readonly AppError[];
  /** The keys of a workspace that was created encrypted just now. */
  readonly fresh: FreshKeys | undefined;
  /** The manifest to write once a snapshot of the older versions is taken. */
  readonly upgrade: Manifest | undefined;
};

/** Finds or creates the manifest and takes the lock, in the order that two openers at once need. */
async function prepare<C extends CollectionSpecs>(
  options: OpenOptions<C>,
  fs: FileSystem,
): Promise<Result<Prepared>> {
  const layout = layoutOf(options.dir);
  const first = await readManifest(fs, options.dir);
  if (!first.ok) return first;
  const wantsWrite = options.mode === "write";
  if (!first.value && (!wantsWrite || options.create === false)) {
    return err(appError("store.no-workspace", { path: options.dir }));
  }
  const newer = first.value ? whyNewer(first.value.manifest, options.collections) : undefined;
  if (first.value && (newer || !wantsWrite)) {
    const { manifest } = first.value;
    const reason = wantsWrite ? newer : undefined;
    return ok({
      manifest,
      lock: undefined,
      readOnlyReason: reason,
      created: false,
      notes: [],
      fresh: undefined,
      upgrade: undefined,
    });
  }
  const folder = await attempt(options.dir, () => fs.mkdir(layout.lock));
  if (!folder.ok) return folder;
  const lockOptions: LockOptions = {
    fs,
    dir: layout.lock,
    owner: options.owner ?? "",
    program: options.program ?? "h200-desk",
    now: options.now,
    ...options.lock,
  };
  const taken = await attempt(layout.lock, () => takeLock(lockOptions));
  if (!taken.ok) return taken;
  if (!taken.value.ok) return taken.value;
  const lock = taken.value.value;
  const done = await attempt(layout.manifest, () => settleManifest(options, fs, lock));
  if (done.ok && done.value.ok) return ok({ ...done.value.value, lock, readOnlyReason: undefined });
  await lock.release().catch(() => undefined);
  return done.ok ? (done.value as Result<Prepared>) : done;
}

/** With the lock held: reads the manifest again, or writes the first one. */
async function settleManifest<C extends CollectionSpecs>(
  options: OpenOptions<C>,
  fs: FileSystem,
  lock: HeldLock,
): Promise<Result<Pick<Prepared, "manifest" | "created" | "notes" | "fresh" | "upgrade">>> {
  const writer = createWriter({ fs, token: lock.holder.token, guard: () => lock.check() });
  const again = await readManifest(fs, options.dir);
  if (!again.ok) return again;
  const wanted = versionsOf(options.collections);
  if (!again.value) {
    const id = options.newId("wsp");
    const keys = options.encrypt ? await createKeys(id, options.encrypt) : ok(undefined);
    if (!keys.ok) return keys;
    const manifest: Manifest = {
      format: "h200-desk/workspace@1",
      id,
      version: WORKSPACE_VERSION,
      createdAt: options.now(),
      collections: wanted,
      ...(keys.value ? { encryption: keys.value.settings } : {}),
    };
    await writeManifest(writer, options.dir, manifest);
    return ok({ manifest, created: true, notes: [], fresh: keys.value, upgrade: undefined });
  }
  const { manifest, fromCopy } = again.value;
  const notes = fromCopy
    ? [appError("store.manifest-from-copy", { path: layoutOf(options.dir).manifest })]
    : [];
  if (fromCopy) await writeManifest(writer, options.dir, manifest);
  const merged = { ...manifest, collections: { ...manifest.collections, ...wanted } };
  const same = JSON.stringify(merged.collections) === JSON.stringify(manifest.collections);
  return ok({
    manifest,
    created: false,
    notes,
    fresh: undefined,
    upgrade: same ? undefined : merged,
  });
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
  const issues: Issue[] = [];
  const listeners = new Set<(event: StoreEvent) => void>();
  const emit = (event: StoreEvent) => {
    for (const listener of [...listeners]) listener(event);
  };
  const report = (issue: Issue) => {
    const same = (other: Issue) =>
      other.collection === issue.collection &&
      other.id === issue.id &&
      other.error.code === issue.error.code;
    const at = issues.findIndex(same);
    if (at >= 0) issues[at] = issue;
    else {
      issues.push(issue);
      emit({ kind: "issue", issue });
    }
  };
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
  const slots = createSlots();
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
    emit,
    report,
    settleIssue: (collection, id) => {
      // What was kept of another program's work stays on the list until a person has looked.
      const stays = (issue: Issue) => issue.error.code === "store.changed-outside-kept";
      const left = issues.filter(
        (issue) => issue.collection !== collection || issue.id !== id || stays(issue),
      );
      issues.splice(0, issues.length, ...left);
    },
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
    for (const [id, { trouble }] of entries)
      if (trouble) report({ error: trouble, collection, id });
  }
  if (!usable) await findUnknownFiles(core, specs);
  if (canWrite) await beginSession(core, options, prepared, opened, specs);
  const workspace = createWorkspace({
    core,
    slots,
    specs,
    dir: options.dir,
    fs,
    lock,
    readOnlyReason: prepared.readOnlyReason,
    issues,
    listeners,
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

/** What goes on by itself while a workspace is open: looking for changes from outside, and snapshots when asked for. */
function keepWatch<C extends CollectionSpecs>(
  workspace: Workspace<C>,
  core: Core,
  timers: Timers,
  backupMs: number | undefined,
): void {
  const quietly = (work: () => Promise<unknown>) => async () => {
    await work().catch(() => undefined);
  };
  if (!core.canWrite) {
    timers.every(
      FOLLOW_MS,
      quietly(() => core.catchUp()),
    );
    return;
  }
  timers.every(
    SWEEP_MS,
    quietly(() => workspace.sweep()),
  );
  if (backupMs === undefined) return;
  let taken = core.journal.head().seq;
  timers.every(
    backupMs,
    quietly(async () => {
      if (core.journal.head().seq === taken) return;
      const made = await workspace.backups.create("");
      if (made.ok) taken = core.journal.head().seq;
      else core.report({ error: made.error });
    }),
  );
}

/** A plain manifest over a sealed journal means that the keys were taken out of it; a plain line in a sealed one is foreign. */
function checkSeals(
  opened: OpenedJournal,
  keys: OpenKeys | undefined,
  report: (issue: Issue) => void,
  path: string,
): void {
  const closed = opened.records.filter(({ entry }) => !entry);
  if (closed.length === 0) return;
  if (!keys) throw new DeskFailure(appError("store.encryption-missing", { path }));
  report({ error: appError("journal.lines-not-opened", { path, lines: closed.length }) });
}

async function beat(
  lock: HeldLock,
  report: (issue: Issue) => void,
  emit: (event: StoreEvent) => void,
): Promise<void> {
  await lock.beat().catch(() => undefined);
  const lost = await lock.check().catch(() => undefined);
  if (!lost) return;
  report({ error: lost });
  emit({ kind: "lost-lock", error: lost });
}

/** After recovery: left-over files go, and the journal says who opened the workspace and what was repaired. */
async function beginSession<C extends CollectionSpecs>(
  core: Core,
  options: OpenOptions<C>,
  prepared: Prepared,
  opened: OpenedJournal,
  specs: CollectionSpecs,
): Promise<void> {
  const { layout, fs } = core;
  const last = opened.last?.entry;
  if (last?.verb !== "workspace.close") {
    const folders = Object.keys(specs).map((name) =>
      join(layout.root, core.codec.place(name, "x").folder),
    );
    await clearTemps(core, [...folders, layout.root, join(layout.root, "cache"), layout.evidence]);
  }
  await emptyTrash(fs, layout.gone);
  if (last && last.at > options.now()) {
    const params = { last: last.at, now: options.now() };
    core.report({ error: appError("store.clock-set-back", params) });
  }
  const by = options.owner ?? "";
  const detail = { program: options.program ?? "h200-desk" };
  if (prepared.created) await core.journal.append({ by, verb: "workspace.create", detail });
  if (opened.repaired > 0) {
    const repaired = { bytes: opened.repaired };
    await core.journal.append({ by, verb: "workspace.recover", detail: repaired });
    core.report({ error: appError("store.journal-repaired", repaired) });
  }
  const before = prepared.lock?.tookOver;
  if (before) {
    const from = { host: before.host, pid: before.pid, owner: before.owner };
    await core.journal.append({ by, verb: "workspace.take-over", detail: from });
  }
  await core.journal.append({ by, verb: "workspace.open", detail });
}

type Timers = {
  readonly every: (ms: number, task: () => Promise<void>) => void;
  readonly once: (ms: number, task: () => void) => () => void;
  readonly stop: () => void;
};

function createTimers(later: (ms: number, task: () => void) => () => void): Timers {
  const cancels = new Set<() => void>();
  let stopped = false;
  const once = (ms: number, task: () => void) => {
    const cancel = later(ms, () => {
      cancels.delete(cancel);
      if (!stopped) task();
    });
    cancels.add(cancel);
    return () => {
      cancel();
      cancels.delete(cancel);
    };
  };
  const every = (ms: number, task: () => Promise<void>) => {
    once(ms, () => void task().finally(() => !stopped && every(ms, task)));
  };
  return {
    every,
    once,
    stop: () => {
      stopped = true;
      for (const cancel of cancels) cancel();
    },
  };
}

/** Writes the index in a quiet moment after changes, and after many changes at the next settled one. */
function createIndexer(core: Core, specs: CollectionSpecs, timers: Timers, delayMs: number) {
  let cancel: (() => void) | undefined;
  let changes = 0;
  let writing = false;
  const write = () => {
    if (writing) return;
    writing = true;
    changes = 0;
    // An index that could not be written is only slower to open from: the old one and the journal hold everything.
    void writeIndex(core, specs)
      .catch(() => false)
      .finally(() => {
        writing = false;
      });
  };
  return {
    touched: () => {
      changes += 1;
      cancel?.();
      cancel = timers.once(delayMs, write);
      if (changes >= INDEX_AT_MOST && core.journal.isSettled()) write();
    },
  };
}

/** For a reader: applies what the writing process appended to the journal, one call at a time. */
function createFollower(core: Core, specs: CollectionSpecs): () => Promise<void> {
  let running: Promise<void> | undefined;
  const follow = async () => {
    const records = await core.journal.refresh();
    const touched = replay(core.library, records);
    for (const { collection, id } of touched.values()) {
      const entry = core.library.get(collection)?.get(id);
      if (entry) await refreshEntry(core, specs, collection, id);
      const kind = entry?.state === "live" ? "changed" : "removed";
      core.emit({ kind, collection, id, revision: entry?.revision ?? 0, cause: "outside" });
    }
  };
  return () => {
    running ??= follow().finally(() => {
      running = undefined;
    });
    return running;
  };
}
