import { join } from "node:path";
import { attempt, type FileSystem, nodeFileSystem } from "#node/files";
import { type AppError, ok, type Result } from "#shared/kernel";
import { type BackupInfo, listSnapshots } from "../backup/backups.ts";
import { folderStateOf } from "./folder-state.ts";
import { layoutOf } from "./layout.ts";
import { type LockHolder, whoHolds } from "./lock.ts";
import { type KeyWrap, type Manifest, readManifest } from "./manifest.ts";

/** What a folder is, found out without opening or changing anything. */
export type FolderInspection = {
  readonly kind: "workspace" | "damaged" | "empty" | "missing" | "other";
  readonly manifest: Manifest | undefined;
  /** Why this cannot be used as a workspace; set when `kind` is `damaged` or `other`. */
  readonly problem: AppError | undefined;
  readonly ways: readonly KeyWrap["kind"][];
  readonly holder: LockHolder | undefined;
  /** The snapshots that lie in it, or under `backups` in it; newest first. */
  readonly backups: readonly BackupInfo[];
  readonly backupDir: string | undefined;
};

async function snapshotsAt(fs: FileSystem, dir: string): Promise<Result<readonly BackupInfo[]>> {
  const there = await fs.facts(join(dir, "snapshots")).catch(() => undefined);
  return there ? await listSnapshots(fs, dir) : ok([]);
}

/** Looks at a folder for the start screen: whether it is a workspace, who holds it, how it opens, what could be restored. */
export function inspectFolder(
  dir: string,
  fs: FileSystem = nodeFileSystem,
): Promise<Result<FolderInspection>> {
  return attempt(dir, async () => {
    const base = {
      manifest: undefined,
      problem: undefined,
      ways: [],
      holder: undefined,
      backups: [],
      backupDir: undefined,
    };
    const layout = layoutOf(dir);
    const inside = await snapshotsAt(fs, layout.backups);
    const itself = await snapshotsAt(fs, dir);
    const hasInside = inside.ok && inside.value.length > 0;
    const backups = hasInside ? inside : itself;
    const found = backups.ok ? backups.value : [];
    const place = hasInside ? layout.backups : dir;
    const more = {
      ...base,
      backups: found,
      backupDir: found.length === 0 ? undefined : place,
    };
    const read = await readManifest(fs, dir);
    if (!read.ok) return { ...more, kind: "damaged", problem: read.error };
    if (!read.value) {
      return { ...more, ...(await folderStateOf(fs, dir)) };
    }
    const { manifest } = read.value;
    return {
      ...more,
      kind: "workspace",
      manifest,
      ways: manifest.encryption?.wraps.map(({ kind }) => kind) ?? [],
      holder: await whoHolds(fs, layout.lock),
    };
  });
}
