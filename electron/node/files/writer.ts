import { dirname, join } from "node:path";
import type { AppError } from "#shared/kernel";
import { commitFile, ensureFolder, renamePatiently, renameStaged, stageFile } from "./durable.ts";
import { eachOf } from "./each-of.ts";
import { DeskFailure } from "./file-error.ts";
import { errnoOf, type FileFacts, type FileSystem } from "./file-system.ts";

/** A file written and synced under a temporary name, waiting to be put in place. */
export type Staged = { readonly temp: string; readonly path: string; readonly facts: FileFacts };

/**
 * The one way into the workspace's files. Store, journal and evidence share one writer; it refuses every change
 * while `guard` gives a reason (opened read-only, lock lost to another process).
 */
export interface Writer {
  readonly fs: FileSystem;
  /** Throws a DeskFailure when this process may not write now. */
  assertWritable(): Promise<void>;
  /** Writes and syncs the bytes under a unique temporary name in the target's folder. */
  stage(path: string, bytes: Uint8Array): Promise<Staged>;
  /** Renames a staged file into place and syncs the folder. */
  commit(staged: Staged): Promise<void>;
  /** Renames staged files into place and syncs each folder once; the cause by file of those that did not get there. */
  commitAll(staged: readonly Staged[]): Promise<ReadonlyMap<Staged, unknown>>;
  /** stage + commit, checked for the right to write. */
  replace(path: string, bytes: Uint8Array): Promise<FileFacts>;
  /** Moves a file to another folder of the workspace; durable when it returns. */
  move(from: string, to: string): Promise<void>;
  /** Removes a file; durable when it returns; no error when it is gone already. */
  remove(path: string): Promise<void>;
  /** Creates a folder durably. */
  folder(path: string): Promise<void>;
  /** A temporary name beside `path` that no other writer uses. */
  tempName(path: string): string;
}

/** What a writer needs: where to write, a token that no other process has, and the reason not to write, if any. */
export type WriterOptions = {
  readonly fs: FileSystem;
  readonly token: string;
  readonly guard: () => Promise<AppError | undefined>;
};

/** Ends every temporary name; such files are left over from an interrupted write and never hold the only copy. */
export const TEMP_SUFFIX = ".tmp";

/** Creates the writer of one opened workspace. */
export function createWriter({ fs, token, guard }: WriterOptions): Writer {
  let count = 0;
  const known = new Set<string>();

  const assertWritable = async () => {
    const reason = await guard();
    if (reason) throw new DeskFailure(reason);
  };
  const tempName = (path: string) => {
    count += 1;
    return join(dirname(path), `.${token}-${count}${TEMP_SUFFIX}`);
  };
  const folder = async (path: string) => {
    if (known.has(path)) return;
    await ensureFolder(fs, path);
    known.add(path);
  };
  const stageOnce = async (path: string, bytes: Uint8Array): Promise<Staged> => {
    await folder(dirname(path));
    const temp = tempName(path);
    return { temp, path, facts: await stageFile(fs, temp, bytes) };
  };
  const stage = async (path: string, bytes: Uint8Array): Promise<Staged> => {
    try {
      return await stageOnce(path, bytes);
    } catch (error) {
      if (errnoOf(error) !== "ENOENT") throw error;
      // The folder was taken away under us; it is made again rather than losing the save.
      known.clear();
      return stageOnce(path, bytes);
    }
  };
  const commit = (staged: Staged) => commitFile(fs, staged.temp, staged.path);
  const commitAll = async (staged: readonly Staged[]) => {
    const failed = new Map<Staged, unknown>();
    await eachOf(staged, async (one) => {
      await renameStaged(fs, one.temp, one.path).catch((error) => failed.set(one, error));
    });
    for (const path of new Set(staged.map((one) => dirname(one.path)))) {
      await fs.syncFolder(path).catch((error) => {
        for (const one of staged)
          if (dirname(one.path) === path && !failed.has(one)) failed.set(one, error);
      });
    }
    return failed;
  };

  return {
    fs,
    assertWritable,
    tempName,
    folder,
    stage,
    commit,
    commitAll,
    replace: async (path, bytes) => {
      await assertWritable();
      const staged = await stage(path, bytes);
      await commit(staged);
      return staged.facts;
    },
    move: async (from, to) => {
      await assertWritable();
      await folder(dirname(to));
      await renamePatiently(fs, from, to);
      await fs.syncFolder(dirname(to));
      if (dirname(to) !== dirname(from)) await fs.syncFolder(dirname(from));
    },
    remove: async (path) => {
      await assertWritable();
      if (!(await fs.facts(path))) return;
      await fs.unlink(path);
      await fs.syncFolder(dirname(path));
    },
  };
}
