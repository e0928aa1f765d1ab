import { constants } from "node:fs";
import * as nodeFs from "node:fs/promises";

/** What is known of a file without reading it; enough to notice that somebody else replaced it. */
export type FileFacts = {
  readonly kind: "file" | "folder" | "other";
  readonly size: number;
  readonly mtimeMs: number;
  readonly inode: number;
  /** The device that holds it, where the system tells. */
  readonly device?: number;
};

/** One name in a folder. */
type FolderEntry = { readonly name: string; readonly kind: "file" | "folder" | "other" };

/** An open file. `write` may write less than it was given, as the operating system may. */
export interface OpenFile {
  write(bytes: Uint8Array, position: number | null): Promise<number>;
  read(into: Uint8Array, position: number): Promise<number>;
  sync(): Promise<void>;
  datasync(): Promise<void>;
  truncate(size: number): Promise<void>;
  facts(): Promise<FileFacts>;
  close(): Promise<void>;
}

/**
 * `r` read, `wx` create (fails when the name exists), `a` append (created when missing), `r+` read and write.
 */
type OpenMode = "r" | "wx" | "a" | "r+";

/**
 * Every file-system call of the workspace goes through this interface, so that a test can make any of them fail, stop
 * half way or lose what was never synced. Failures are thrown with Node's `code`.
 */
export interface FileSystem {
  open(path: string, mode: OpenMode): Promise<OpenFile>;
  readFile(path: string): Promise<Uint8Array>;
  rename(from: string, to: string): Promise<void>;
  unlink(path: string): Promise<void>;
  link(from: string, to: string): Promise<void>;
  /** Creates the folder and its parents; no error when it is there. */
  mkdir(path: string): Promise<void>;
  rmdir(path: string): Promise<void>;
  list(path: string): Promise<readonly FolderEntry[]>;
  /** The facts of a path, or undefined when nothing is there. */
  facts(path: string): Promise<FileFacts | undefined>;
  /** Makes names in a folder durable. Does nothing where the platform cannot (Windows does it by itself). */
  syncFolder(path: string): Promise<void>;
}

type Stat = {
  isFile(): boolean;
  isDirectory(): boolean;
  size: number;
  mtimeMs: number;
  ino: number;
  dev: number;
};

function toFacts(stat: Stat): FileFacts {
  const { size, mtimeMs, ino: inode, dev: device } = stat;
  return { kind: kindOf(stat), size, mtimeMs, inode, device };
}

function kindOf(entry: { isFile(): boolean; isDirectory(): boolean }): FileFacts["kind"] {
  if (entry.isFile()) return "file";
  return entry.isDirectory() ? "folder" : "other";
}

function wrapHandle(handle: nodeFs.FileHandle): OpenFile {
  return {
    write: async (bytes, position) =>
      (await handle.write(bytes, 0, bytes.length, position)).bytesWritten,
    read: async (into, position) => (await handle.read(into, 0, into.length, position)).bytesRead,
    sync: () => handle.sync(),
    datasync: () => handle.datasync(),
    truncate: (size) => handle.truncate(size),
    facts: async () => toFacts(await handle.stat()),
    close: () => handle.close(),
  };
}

/** Node's `code` of a thrown file-system error, or an empty text. */
export function errnoOf(error: unknown): string {
  if (typeof error !== "object" || error === null || !("code" in error)) return "";
  return typeof error.code === "string" ? error.code : "";
}

async function syncNodeFolder(path: string): Promise<void> {
  if (process.platform === "win32") return;
  const handle = await nodeFs.open(path, constants.O_RDONLY);
  try {
    await handle.sync();
  } catch (error) {
    // Some network and FUSE file systems answer "not supported" for a folder; there is nothing more one can do there.
    if (!["EINVAL", "ENOTSUP", "EISDIR"].includes(errnoOf(error))) throw error;
  } finally {
    // Nobody needs to wait for a folder to be closed.
    handle.close().catch(() => undefined);
  }
}

/** The real file system. */
export const nodeFileSystem: FileSystem = {
  open: async (path, mode) => wrapHandle(await nodeFs.open(path, mode, 0o600)),
  readFile: (path) => nodeFs.readFile(path),
  rename: (from, to) => nodeFs.rename(from, to),
  unlink: (path) => nodeFs.unlink(path),
  link: (from, to) => nodeFs.link(from, to),
  mkdir: async (path) => {
    await nodeFs.mkdir(path, { recursive: true, mode: 0o700 });
  },
  rmdir: (path) => nodeFs.rmdir(path),
  list: async (path) => {
    const entries = await nodeFs.readdir(path, { withFileTypes: true });
    return entries.map((entry) => ({ name: entry.name, kind: kindOf(entry) }));
  },
  facts: async (path) => {
    try {
      return toFacts(await nodeFs.lstat(path));
    } catch (error) {
      if (errnoOf(error) === "ENOENT" || errnoOf(error) === "ENOTDIR") return undefined;
      throw error;
    }
  },
  syncFolder: syncNodeFolder,
};

/** Whether two looks at a path saw the same untouched file. */
export function sameFacts(a: FileFacts | undefined, b: FileFacts | undefined): boolean {
  if (!a || !b) return a === b;
  return a.size === b.size && a.mtimeMs === b.mtimeMs && a.inode === b.inode;
}

/** Whether two looks saw one file, whatever was written to it in between. */
export function sameFile(a: FileFacts, b: FileFacts): boolean {
  return a.inode === b.inode && a.device === b.device;
}
