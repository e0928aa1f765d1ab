import { attempt, createWriter, type FileSystem } from "#node/files";
import { type AppError, appError, err, ok, type Result } from "#shared/kernel";
import type { BackupOptions } from "../backup/backups.ts";
import type { CollectionSpecs } from "../documents/types.ts";
import { createKeys, type EncryptOptions, type FreshKeys } from "../encryption/encryption.ts";
import type { Unlock } from "../encryption/keys.ts";
import { checkFolderEmpty } from "./folder-state.ts";
import { layoutOf } from "./layout.ts";
import { type HeldLock, type LockOptions, takeLock } from "./lock.ts";
import {
  type Manifest,
  type ReadManifest,
  readManifest,
  WORKSPACE_VERSION,
  writeManifest,
} from "./manifest.ts";

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

/** What opening found or made before any document was looked at. */
export type Prepared = {
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

const LOOKS = 5;

/**
 * The manifest, or undefined for a folder in which a workspace may be made. Another opener may be making one at this
 * moment: then there was no manifest a moment ago and the folder is no longer empty, so the manifest is looked for again
 * before anybody is told that the folder is in use.
 */
async function readOrVacant(
  fs: FileSystem,
  dir: string,
): Promise<Result<ReadManifest | undefined>> {
  for (let look = 1; ; look += 1) {
    const read = await readManifest(fs, dir);
    if (!read.ok || read.value) return read;
    const vacant = await checkFolderEmpty(fs, dir);
    if (vacant.ok) return ok(undefined);
    const again = await readManifest(fs, dir);
    if (!again.ok || again.value) return again;
    if (look === LOOKS) return vacant;
  }
}

/** Finds or creates the manifest and takes the lock, in the order that two openers at once need. */
export async function prepare<C extends CollectionSpecs>(
  options: OpenOptions<C>,
  fs: FileSystem,
): Promise<Result<Prepared>> {
  const layout = layoutOf(options.dir);
  const first = await readOrVacant(fs, options.dir);
  if (!first.ok) return first;
  const wantsWrite = options.mode === "write";
  if (!first.value && (!wantsWrite || options.create === false)) {
    const there = await checkFolderEmpty(fs, options.dir);
    return there.ok ? err(appError("store.no-workspace", { path: options.dir })) : there;
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
  const writer = createWriter({ fs, token: lock.holder.token, guard: lock.check });
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
      counted: true,
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
