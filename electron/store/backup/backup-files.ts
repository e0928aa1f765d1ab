import { join, relative, sep } from "node:path";
import { z } from "zod";
import { DeskFailure, type FileFacts, type FileSystem, TEMP_SUFFIX } from "#node/files";
import { type AppError, appError } from "#shared/kernel";
import { sha256Of } from "../documents/document-file.ts";

/** One file of a snapshot: its place in the workspace and its content by hash. */
const snapshotFileSchema = z.strictObject({
  path: z.string().min(1).max(400),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  bytes: z.number().int().nonnegative(),
});
/** One file of a snapshot. */
export type SnapshotFile = z.infer<typeof snapshotFileSchema>;

const snapshotSchema = z.strictObject({
  format: z.literal("h200-desk/snapshot@1"),
  id: z.string().regex(/^[A-Za-z0-9_-]{1,80}$/),
  workspace: z.string().max(80),
  at: z.string().max(40),
  documents: z.number().int().nonnegative(),
  bytes: z.number().int().nonnegative(),
  filesSha256: z.string().length(64),
  files: z.array(snapshotFileSchema).max(2_000_000),
});
/** What a workspace held at one moment. */
export type Snapshot = z.infer<typeof snapshotSchema>;

/** Where snapshots and their contents lie. */
export type BackupLayout = {
  readonly dir: string;
  readonly snapshots: string;
  snapshot(id: string): string;
  object(sha256: string): string;
};

/** The paths of a backup folder. */
export function backupLayout(dir: string): BackupLayout {
  const snapshots = join(dir, "snapshots");
  return {
    dir,
    snapshots,
    snapshot: (id) => join(snapshots, `${id}.json`),
    object: (sha256) => join(dir, "objects", sha256.slice(0, 2), sha256),
  };
}

/** Writes a snapshot's description; its list of files is covered by a hash of its own. */
export function encodeSnapshot(snapshot: Omit<Snapshot, "filesSha256" | "format">): Uint8Array {
  const filesSha256 = sha256Of(JSON.stringify(snapshot.files));
  const whole: Snapshot = { format: "h200-desk/snapshot@1", ...snapshot, filesSha256 };
  return Buffer.from(`${JSON.stringify(whole)}\n`);
}

/** Reads a snapshot's description; throws a DeskFailure when it is damaged or names places outside the workspace. */
export function decodeSnapshot(bytes: Uint8Array, path: string): Snapshot {
  const refuse = (reason: string): never => {
    throw new DeskFailure(appError("store.backup-damaged", { path, reason }));
  };
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return refuse("json");
  }
  const parsed = snapshotSchema.safeParse(value);
  if (!parsed.success) return refuse("shape");
  if (sha256Of(JSON.stringify(parsed.data.files)) !== parsed.data.filesSha256)
    return refuse("hash");
  if (parsed.data.files.some((file) => whyBadPath(file.path))) return refuse("path");
  return parsed.data;
}

/** Why a relative path must not be followed when restoring; undefined when it may. */
export function whyBadPath(path: string): AppError | undefined {
  const parts = path.split("/");
  const bad = parts.some((part) => part === "" || part === "." || part === "..");
  const odd = path.includes("\\") || path.includes(":") || path.includes("\u0000");
  return bad || odd ? appError("store.bad-path", { path: path.slice(0, 200) }) : undefined;
}

const leftOut = new Set(["lock", "cache", "backups", "quarantine", "history"]);

/** A file of the workspace that a snapshot takes in. */
export type FoundFile = { readonly path: string; readonly full: string; readonly facts: FileFacts };

/** All files a snapshot takes in, sorted by path. Derived, temporary and quarantined files are left out. */
export async function filesOfWorkspace(
  fs: FileSystem,
  root: string,
  backupDir: string,
): Promise<FoundFile[]> {
  const found: FoundFile[] = [];
  const walk = async (dir: string, top: boolean) => {
    for (const { name, kind } of await fs.list(dir)) {
      const full = join(dir, name);
      const passed = (top && leftOut.has(name)) || name === ".purged" || full === backupDir;
      if (kind === "folder" && !passed) {
        await walk(full, false);
      }
      if (kind !== "file" || name.endsWith(TEMP_SUFFIX)) continue;
      const facts = await fs.facts(full);
      if (facts) found.push({ path: relative(root, full).split(sep).join("/"), full, facts });
    }
  };
  await walk(root, true);
  return found.sort((a, b) => (a.path < b.path ? -1 : 1));
}

const DAY = 86_400_000;

/** Which snapshots to let go: all of the last day stay, then one a day for a month, one a week for a year, one a month. */
export function snapshotsToDrop(
  snapshots: readonly { readonly id: string; readonly at: string }[],
  nowMs: number,
): readonly string[] {
  const newestFirst = [...snapshots].sort((a, b) => (a.at < b.at ? 1 : -1));
  const seen = new Set<string>();
  return newestFirst.flatMap(({ id, at }, index) => {
    const time = Date.parse(at);
    const age = nowMs - time;
    if (age < DAY || index < 3) return [];
    const month = () => (age < 366 * DAY ? 7 * DAY : 30 * DAY);
    const step = age < 31 * DAY ? DAY : month();
    const bucket = `${step}:${Math.floor(time / step)}`;
    const first = !seen.has(bucket);
    seen.add(bucket);
    return first ? [] : [id];
  });
}
