import { createHash } from "node:crypto";
import { dirname, join } from "node:path";
import {
  attempt,
  commitFile,
  DeskFailure,
  ensureFolder,
  type FileSystem,
  keepCopy,
  readIfThere,
  readSpan,
  sameFacts,
  stageFile,
  TEMP_SUFFIX,
} from "#node/files";
import { appError, type Result } from "#shared/kernel";
import type { DocumentQueue } from "../documents/document-queue.ts";
import type { Core } from "../workspace/core.ts";
import {
  type BackupLayout,
  backupLayout,
  decodeSnapshot,
  encodeSnapshot,
  type FoundFile,
  filesOfWorkspace,
  type Snapshot,
  type SnapshotFile,
  snapshotsToDrop,
} from "./backup-files.ts";

/** A snapshot without its list of files. */
export type BackupInfo = {
  readonly id: string;
  readonly at: string;
  readonly documents: number;
  readonly files: number;
  readonly bytes: number;
};

/** What verifying a snapshot found. */
export type BackupReport = {
  readonly id: string;
  readonly checked: number;
  readonly missing: readonly string[];
  readonly damaged: readonly string[];
};

/** Dated snapshots of a workspace: contents stored once by hash, whole or not at all, verified after writing. */
export interface Backups {
  readonly dir: string;
  /** Keeps snapshots in another folder from now on; those taken before stay where they are. */
  useFolder(dir: string | undefined): void;
  /** Takes a snapshot while work goes on; the last moment is consistent. Older ones are thinned out afterwards. */
  create(by: string): Promise<Result<BackupInfo>>;
  list(): Promise<Result<readonly BackupInfo[]>>;
  /** Reads every content of a snapshot and checks its hash. */
  verify(id: string): Promise<Result<BackupReport>>;
  /** Verifies a snapshot; contents that are missing or damaged are written anew where the workspace still has them. */
  mend(id: string): Promise<Result<BackupReport>>;
  /** The stored bytes of one file of a snapshot; undefined when it has no such file. */
  fileOf(id: string, path: string): Promise<Result<Uint8Array | undefined>>;
  /** The paths of a snapshot. */
  filesOf(id: string): Promise<Result<readonly string[]>>;
  remove(id: string): Promise<Result<void>>;
  /** Resolves when none is being written; one that is under way while the workspace closes is given up. */
  settled(): Promise<void>;
}

/** How backups are kept. */
export type BackupOptions = {
  /** Default: the folder `backups` inside the workspace. */
  readonly dir?: string;
  /** Old snapshots go when all contents together exceed this; the newest three stay. */
  readonly maxBytes?: number;
  /** Take a snapshot this often while there are changes; milliseconds. Absent: only when asked. */
  readonly everyMs?: number;
};

const LIMIT = 2 ** 30;
const MAX_BYTES = 20 * 2 ** 30;

function infoOf({ id, at, documents, bytes, files }: Snapshot): BackupInfo {
  return { id, at, documents, bytes, files: files.length };
}

/** SHA-256 of a file read in pieces. */
async function hashFile(fs: FileSystem, path: string): Promise<string> {
  const file = await fs.open(path, "r");
  const hash = createHash("sha256");
  try {
    for (let at = 0; ; ) {
      const piece = await readSpan(file, at, 1 << 20);
      if (piece.length === 0) return hash.digest("hex");
      hash.update(piece);
      at += piece.length;
    }
  } finally {
    await file.close();
  }
}

async function readSnapshot(fs: FileSystem, layout: BackupLayout, id: string): Promise<Snapshot> {
  const path = layout.snapshot(id);
  const known = /^[A-Za-z0-9_-]{1,80}$/.test(id);
  const bytes = known ? await readIfThere(fs, path, LIMIT) : undefined;
  if (!bytes) throw new DeskFailure(appError("store.no-such-backup", { id: id.slice(0, 80) }));
  return decodeSnapshot(bytes, path);
}

async function snapshotIds(fs: FileSystem, layout: BackupLayout): Promise<readonly string[]> {
  if (!(await fs.facts(layout.snapshots))) return [];
  const names = (await fs.list(layout.snapshots)).map(({ name }) => name);
  return names.filter((name) => name.endsWith(".json")).map((name) => name.slice(0, -5));
}

/** Stores one content under its hash and reads it back. Evidence never changes in place, so a second name is enough. */
async function storeObject(
  fs: FileSystem,
  layout: BackupLayout,
  file: { readonly full: string; readonly path: string; readonly length?: number },
  token: () => string,
): Promise<SnapshotFile> {
  if (file.path.startsWith("evidence/")) {
    const sha256 = await hashFile(fs, file.full);
    const target = layout.object(sha256);
    await ensureFolder(fs, dirname(target));
    const isNew = !(await fs.facts(target));
    if (isNew) await keepCopy(fs, file.full, target);
    await fs.syncFolder(dirname(target));
    // Where names cannot be given twice it is a copy, and a copy is read back.
    if (isNew && (await hashFile(fs, target)) !== sha256) {
      await fs.unlink(target).catch(() => undefined);
      throw new DeskFailure(appError("store.backup-not-written", { path: file.path }));
    }
    const bytes = (await fs.facts(file.full))?.size ?? 0;
    return { path: file.path, sha256, bytes };
  }
  const whole = await fs.readFile(file.full);
  const bytes = file.length === undefined ? whole : whole.subarray(0, file.length);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const target = layout.object(sha256);
  if (!(await fs.facts(target))) {
    await ensureFolder(fs, dirname(target));
    const temp = join(dirname(target), `.${token()}${TEMP_SUFFIX}`);
    await stageFile(fs, temp, bytes);
    if ((await hashFile(fs, temp)) !== sha256) {
      await fs.unlink(temp).catch(() => undefined);
      throw new DeskFailure(appError("store.backup-not-written", { path: file.path }));
    }
    await commitFile(fs, temp, target);
  }
  return { path: file.path, sha256, bytes: bytes.length };
}

type Taken = Map<string, { readonly stored: SnapshotFile; readonly found: FoundFile }>;

/** A workspace that is being closed does not wait for a whole snapshot; without its description it is none. */
function goOn(core: Core): void {
  if (core.closing.now) throw new DeskFailure(appError("store.closed"));
}

async function takeFiles(core: Core, layout: BackupLayout, taken: Taken, token: () => string) {
  const files = await filesOfWorkspace(core.fs, core.layout.root, layout.dir);
  const present = new Set(files.map(({ path }) => path));
  for (const path of [...taken.keys()]) if (!present.has(path)) taken.delete(path);
  for (const found of files) {
    goOn(core);
    if (sameFacts(taken.get(found.path)?.found.facts, found.facts)) continue;
    try {
      taken.set(found.path, { stored: await storeObject(core.fs, layout, found, token), found });
    } catch (error) {
      // A file that was replaced or moved between the listing and the reading is taken in the next round.
      if (await core.fs.facts(found.full)) throw error;
    }
  }
}

async function dropUnnamed(fs: FileSystem, layout: BackupLayout): Promise<number> {
  const named = new Set<string>();
  for (const id of await snapshotIds(fs, layout)) {
    const snapshot = await readSnapshot(fs, layout, id).catch(() => undefined);
    // A description that cannot be read might name anything: then nothing is removed.
    if (!snapshot) return 0;
    for (const { sha256 } of snapshot.files) named.add(sha256);
  }
  const objects = join(layout.dir, "objects");
  let left = 0;
  for (const { name: folder } of (await fs.facts(objects)) ? await fs.list(objects) : []) {
    for (const { name } of await fs.list(join(objects, folder))) {
      const path = join(objects, folder, name);
      if (named.has(name)) left += (await fs.facts(path))?.size ?? 0;
      else await fs.unlink(path).catch(() => undefined);
    }
  }
  return left;
}

async function thin(core: Core, layout: BackupLayout, maxBytes: number): Promise<void> {
  const { fs } = core;
  const all: Snapshot[] = [];
  for (const id of await snapshotIds(fs, layout)) {
    const snapshot = await readSnapshot(fs, layout, id).catch(() => undefined);
    if (snapshot) all.push(snapshot);
  }
  for (const id of snapshotsToDrop(all, Date.parse(core.now())))
    await fs.unlink(layout.snapshot(id));
  let size = await dropUnnamed(fs, layout);
  const oldestFirst = all.map(({ id, at }) => ({ id, at })).sort((a, b) => (a.at < b.at ? -1 : 1));
  for (const { id } of oldestFirst.slice(0, -3)) {
    if (size <= maxBytes) return;
    await fs.unlink(layout.snapshot(id)).catch(() => undefined);
    size = await dropUnnamed(fs, layout);
  }
}

/** Creates the backups of one opened workspace. */
// biome-ignore lint/complexity/noExcessiveLinesPerFunction: its closures are one object's methods and share its queue and state
export function createBackups(
  core: Core,
  queue: DocumentQueue,
  options: BackupOptions = {},
): Backups {
  const { fs } = core;
  let layout = backupLayout(options.dir ?? core.layout.backups);
  let count = 0;
  const token = () => {
    count += 1;
    return `${core.workspaceId}-${process.pid}-${count}`;
  };
  let running: Promise<unknown> = Promise.resolve();
  /** One backup at a time: thinning must not remove what another is just about to name. */
  const inTurn = <T>(work: () => Promise<T>): Promise<Result<T>> => {
    const mine = running.then(() => attempt(layout.dir, work));
    running = mine;
    return mine;
  };

  const create = async (by: string): Promise<BackupInfo> => {
    await core.writer.assertWritable();
    const taken: Taken = new Map();
    await takeFiles(core, layout, taken, token);
    // The bulk is stored; what changed meanwhile is taken in a moment in which nothing is saved.
    await queue.pause(() => takeFiles(core, layout, taken, token));
    const at = core.now();
    const stamp = at.replace(/\.\d+/, "").replace(/[-:]/g, "");
    const known = await snapshotIds(fs, layout);
    const id = known.includes(stamp) ? `${stamp}-${known.length}` : stamp;
    const files = [...taken.values()].map(({ stored }) => stored);
    files.sort((a, b) => (a.path < b.path ? -1 : 1));
    const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
    const documents = [...core.library.values()].reduce(
      (sum, entries) => sum + [...entries.values()].filter(({ state }) => state === "live").length,
      0,
    );
    const snapshot = { id, workspace: core.workspaceId, at, documents, bytes, files };
    await ensureFolder(fs, layout.snapshots);
    const temp = join(layout.snapshots, `.${token()}${TEMP_SUFFIX}`);
    await stageFile(fs, temp, encodeSnapshot(snapshot));
    await commitFile(fs, temp, layout.snapshot(id));
    await core.journal.append({
      by,
      verb: "backup.create",
      subject: { collection: "backups", id },
      detail: { files: files.length, bytes },
    });
    await thin(core, layout, options.maxBytes ?? MAX_BYTES);
    return { id, at, documents, bytes, files: files.length };
  };

  const verify = async (id: string): Promise<BackupReport> => {
    const snapshot = await readSnapshot(fs, layout, id);
    const missing: string[] = [];
    const damaged: string[] = [];
    for (const { path, sha256 } of snapshot.files) {
      goOn(core);
      const object = layout.object(sha256);
      if (!(await fs.facts(object))) missing.push(path);
      else if ((await hashFile(fs, object)) !== sha256) damaged.push(path);
    }
    return { id, checked: snapshot.files.length, missing, damaged };
  };

  /** Writes one content anew from the living file that still has it; false when none has. */
  const mendOne = async ({ path, sha256 }: SnapshotFile): Promise<boolean> => {
    const bytes = await readIfThere(fs, join(core.layout.root, ...path.split("/")), LIMIT);
    if (!bytes || createHash("sha256").update(bytes).digest("hex") !== sha256) return false;
    const target = layout.object(sha256);
    await ensureFolder(fs, dirname(target));
    const temp = join(dirname(target), `.${token()}${TEMP_SUFFIX}`);
    await stageFile(fs, temp, bytes);
    await commitFile(fs, temp, target);
    return (await hashFile(fs, target)) === sha256;
  };

  const mend = async (id: string): Promise<BackupReport> => {
    const found = await verify(id);
    const ill = new Set([...found.missing, ...found.damaged]);
    if (ill.size === 0) return found;
    await core.writer.assertWritable();
    const snapshot = await readSnapshot(fs, layout, id);
    for (const file of snapshot.files)
      if (ill.has(file.path) && (await mendOne(file))) ill.delete(file.path);
    const left = (paths: readonly string[]) => paths.filter((path) => ill.has(path));
    return { ...found, missing: left(found.missing), damaged: left(found.damaged) };
  };

  return {
    get dir() {
      return layout.dir;
    },
    useFolder: (dir) => {
      layout = backupLayout(dir ?? core.layout.backups);
    },
    create: (by) => inTurn(() => create(by)),
    list: () =>
      attempt(layout.dir, async () => {
        const infos: BackupInfo[] = [];
        for (const id of await snapshotIds(fs, layout)) {
          const read = await attempt(layout.snapshot(id), () => readSnapshot(fs, layout, id));
          if (read.ok) infos.push(infoOf(read.value));
          else core.report({ error: read.error, collection: "backups", id });
        }
        return infos.sort((a, b) => (a.at < b.at ? 1 : -1));
      }),
    verify: (id) => attempt(layout.dir, () => verify(id)),
    mend: (id) => inTurn(() => mend(id)),
    fileOf: (id, path) =>
      attempt(layout.dir, async () => {
        const snapshot = await readSnapshot(fs, layout, id);
        const file = snapshot.files.find((one) => one.path === path);
        if (!file) return undefined;
        return readObject(fs, layout, file);
      }),
    filesOf: (id) =>
      attempt(layout.dir, async () =>
        (await readSnapshot(fs, layout, id)).files.map((f) => f.path),
      ),
    remove: (id) =>
      inTurn(async () => {
        await readSnapshot(fs, layout, id);
        await fs.unlink(layout.snapshot(id));
        await dropUnnamed(fs, layout);
      }),
    settled: async () => {
      await running;
    },
  };
}

async function readObject(
  fs: FileSystem,
  layout: BackupLayout,
  file: SnapshotFile,
): Promise<Uint8Array> {
  const path = layout.object(file.sha256);
  const bytes = await readIfThere(fs, path, LIMIT);
  const right = bytes && createHash("sha256").update(bytes).digest("hex") === file.sha256;
  if (!right) throw new DeskFailure(appError("store.backup-damaged", { path, reason: "hash" }));
  return bytes;
}

/**
 * Rebuilds a whole workspace from a snapshot in an empty or new folder, without opening any: the way back when a
 * workspace no longer opens. Every content is checked before anything is written.
 */
export function restoreSnapshotTo(options: {
  readonly fs: FileSystem;
  readonly backupDir: string;
  readonly id: string;
  readonly target: string;
}): Promise<Result<BackupInfo>> {
  const { fs, target } = options;
  const layout = backupLayout(options.backupDir);
  return attempt(target, async () => {
    const snapshot = await readSnapshot(fs, layout, options.id);
    if ((await fs.facts(target)) && (await fs.list(target)).length > 0) {
      throw new DeskFailure(appError("store.folder-not-empty", { path: target }));
    }
    for (const file of snapshot.files) {
      if ((await hashFile(fs, layout.object(file.sha256))) !== file.sha256) {
        const params = { path: layout.object(file.sha256), reason: "hash" };
        throw new DeskFailure(appError("store.backup-damaged", params));
      }
    }
    // The manifest comes last: a folder without it is no workspace, so a restore cut short is not mistaken for one.
    const last = ["workspace-copy.json", "workspace.json"];
    const ordered = [
      ...snapshot.files.filter(({ path }) => !last.includes(path)),
      ...snapshot.files.filter(({ path }) => last.includes(path)),
    ];
    for (const file of ordered) {
      const path = join(target, ...file.path.split("/"));
      await ensureFolder(fs, dirname(path));
      await stageFile(fs, path, await readObject(fs, layout, file));
      await fs.syncFolder(dirname(path));
    }
    return infoOf(snapshot);
  });
}

/** The snapshots in a backup folder, newest first, without opening the workspace. */
export function listSnapshots(
  fs: FileSystem,
  backupDir: string,
): Promise<Result<readonly BackupInfo[]>> {
  const layout = backupLayout(backupDir);
  return attempt(backupDir, async () => {
    const infos: BackupInfo[] = [];
    for (const id of await snapshotIds(fs, layout)) {
      const snapshot = await readSnapshot(fs, layout, id).catch(() => undefined);
      if (snapshot) infos.push(infoOf(snapshot));
    }
    return infos.sort((a, b) => (a.at < b.at ? 1 : -1));
  });
}
