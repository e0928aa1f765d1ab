import { dirname } from "node:path";
import { appError } from "#shared/kernel";
import { DeskFailure } from "./file-error.ts";
import { errnoOf, type FileFacts, type FileSystem, type OpenFile } from "./file-system.ts";

/** Writes all bytes, going on after short writes; `position` null appends. */
export async function writeAll(
  file: OpenFile,
  bytes: Uint8Array,
  position: number | null = null,
): Promise<void> {
  let done = 0;
  while (done < bytes.length) {
    const rest = done === 0 ? bytes : bytes.subarray(done);
    const written = await file.write(rest, position === null ? null : position + done);
    if (written <= 0) throw new DeskFailure(appError("files.no-progress", { done }));
    done += written;
  }
}

/** Reads exactly `length` bytes at `position`, or fewer at the end of the file. */
export async function readSpan(
  file: OpenFile,
  position: number,
  length: number,
): Promise<Uint8Array> {
  const buffer = new Uint8Array(length);
  let done = 0;
  while (done < length) {
    const count = await file.read(buffer.subarray(done), position + done);
    if (count <= 0) break;
    done += count;
  }
  return buffer.subarray(0, done);
}

/** Closes a file whose bytes are synced; only Windows must have it closed before the rename. */
async function closeSynced(file: OpenFile): Promise<void> {
  const closing = file.close().catch(() => undefined);
  if (process.platform === "win32") await closing;
}

/** Writes a new file and makes its bytes durable; the name becomes durable with the folder. Nothing stays on failure. */
export async function stageFile(
  fs: FileSystem,
  path: string,
  bytes: Uint8Array,
): Promise<FileFacts> {
  const file = await fs.open(path, "wx");
  try {
    await writeAll(file, bytes);
    const [facts] = await Promise.all([file.facts(), file.sync()]);
    await closeSynced(file);
    return facts;
  } catch (error) {
    await file.close().catch(() => undefined);
    await fs.unlink(path).catch(() => undefined);
    throw error;
  }
}

const RENAME_TRIES = 12;

/** Renames; waits a little where a scanner or indexer holds the target, as Windows programs must. */
export async function renamePatiently(fs: FileSystem, from: string, to: string): Promise<void> {
  for (let tried = 1; ; tried += 1) {
    try {
      await fs.rename(from, to);
      return;
    } catch (error) {
      const held = ["EPERM", "EACCES", "EBUSY"].includes(errnoOf(error));
      if (!held || process.platform !== "win32" || tried === RENAME_TRIES) throw error;
      await new Promise((resolve) => setTimeout(resolve, tried * 15));
    }
  }
}

/** Gives a staged file its name, which is durable with the folder; nothing stays of it on failure. */
export async function renameStaged(fs: FileSystem, staged: string, path: string): Promise<void> {
  try {
    await renamePatiently(fs, staged, path);
  } catch (error) {
    await fs.unlink(staged).catch(() => undefined);
    throw error;
  }
}

/** Puts a staged file in place: after this returns, the new content survives a power cut. */
export async function commitFile(fs: FileSystem, staged: string, path: string): Promise<void> {
  await renameStaged(fs, staged, path);
  await fs.syncFolder(dirname(path));
}

/** Creates a folder, with its parents, and makes the names durable. */
export async function ensureFolder(fs: FileSystem, path: string): Promise<void> {
  if ((await fs.facts(path))?.kind === "folder") return;
  const parent = dirname(path);
  if (parent !== path) await ensureFolder(fs, parent);
  await fs.mkdir(path);
  await fs.syncFolder(parent);
}

/** Reads a file whole, or undefined when there is none; refuses more than `limit` bytes before reading. */
export async function readIfThere(
  fs: FileSystem,
  path: string,
  limit: number,
): Promise<Uint8Array | undefined> {
  const facts = await fs.facts(path);
  if (!facts) return undefined;
  if (facts.kind !== "file") throw new DeskFailure(appError("files.not-a-file", { path }));
  if (facts.size > limit) {
    throw new DeskFailure(appError("files.too-large", { path, bytes: facts.size, limit }));
  }
  return fs.readFile(path);
}

/** Keeps a second name for a file's present content: a hard link, or a durable copy where links are not supported. */
export async function keepCopy(fs: FileSystem, from: string, to: string): Promise<void> {
  try {
    await fs.link(from, to);
  } catch (error) {
    const errno = errnoOf(error);
    if (errno === "EEXIST") return;
    if (!["EPERM", "ENOTSUP", "ENOSYS", "EMLINK", "EXDEV", "EINVAL"].includes(errno)) throw error;
    if (await fs.facts(to)) return;
    // The whole copy appears at once, so that an interruption leaves no half of one under the final name.
    const part = `${to}.part.tmp`;
    await fs.unlink(part).catch(() => undefined);
    await stageFile(fs, part, await fs.readFile(from));
    await renamePatiently(fs, part, to);
  }
}
