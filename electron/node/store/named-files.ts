import { join } from "node:path";
import { attempt, DeskFailure, readIfThere } from "#node/files";
import { appError, err, type Result } from "#shared/kernel";
import type { Core } from "./core.ts";

/** Folders of small named files that are no documents. */
export const namedFolders = ["packets", "packs", "lists", "keys"] as const;
/** One of these folders. */
export type NamedFolder = (typeof namedFolders)[number];

/** Files by name: imported packs and lists, packets, keys. Written whole or not at all, encrypted where the rest is. */
export interface NamedFiles {
  list(folder: NamedFolder): Promise<Result<readonly string[]>>;
  read(folder: NamedFolder, name: string): Promise<Result<Uint8Array>>;
  write(folder: NamedFolder, name: string, bytes: Uint8Array): Promise<Result<void>>;
  remove(folder: NamedFolder, name: string): Promise<Result<void>>;
}

const NAME = /^[a-z0-9][a-z0-9._-]{0,119}$/;
const LIMIT = 2 ** 30;

/** Creates the named files of one opened workspace. */
export function createNamedFiles(core: Core): NamedFiles {
  const { fs, writer, codec } = core;
  const pathOf = (folder: NamedFolder, name: string) =>
    join(core.layout.root, folder, codec.encrypted ? codec.place(folder, name).file : name);
  const check = (name: string) =>
    NAME.test(name) && !name.includes("..") ? undefined : appError("store.bad-file-name", { name });

  /** An encrypted name says nothing; the true one stands inside, before the content. */
  const wrap = (folder: NamedFolder, name: string, bytes: Uint8Array) => {
    const head = codec.encrypted ? Buffer.from(`${name}\n`) : Buffer.alloc(0);
    return codec.seal(`${folder}/${codec.place(folder, name).stem}`, Buffer.concat([head, bytes]));
  };
  const unwrap = (folder: NamedFolder, stem: string, bytes: Uint8Array, path: string) => {
    const plain = codec.open(`${folder}/${stem}`, bytes);
    if (!plain) throw new DeskFailure(appError("store.file-damaged", { path }));
    if (!codec.encrypted) return { name: "", bytes: plain };
    const cut = plain.indexOf(0x0a);
    return { name: Buffer.from(plain.subarray(0, cut)).toString(), bytes: plain.subarray(cut + 1) };
  };

  const read: NamedFiles["read"] = (folder, name) => {
    const wrong = check(name);
    if (wrong) return Promise.resolve(err(wrong));
    const path = pathOf(folder, name);
    return attempt(path, async () => {
      const bytes = await readIfThere(fs, path, LIMIT);
      if (!bytes) throw new DeskFailure(appError("files.missing", { path }));
      return unwrap(folder, codec.place(folder, name).stem, bytes, path).bytes;
    });
  };

  const list: NamedFiles["list"] = (folder) => {
    const dir = join(core.layout.root, folder);
    return attempt(dir, async () => {
      if (!(await fs.facts(dir))) return [];
      const files = (await fs.list(dir)).filter(
        ({ kind, name }) => kind === "file" && !name.startsWith("."),
      );
      if (!codec.encrypted) return files.map(({ name }) => name).sort();
      const names: string[] = [];
      for (const { name } of files) {
        const path = join(dir, name);
        const stem = name.replace(/\.[^.]*$/, "");
        names.push(unwrap(folder, stem, await fs.readFile(path), path).name);
      }
      return names.sort();
    });
  };

  const change = (
    folder: NamedFolder,
    name: string,
    work: (path: string) => Promise<unknown>,
  ): Promise<Result<void>> => {
    const wrong = check(name);
    if (wrong) return Promise.resolve(err(wrong));
    const path = pathOf(folder, name);
    return attempt(path, async () => {
      await work(path);
    });
  };

  return {
    list,
    read,
    write: (folder, name, bytes) =>
      change(folder, name, (path) => writer.replace(path, wrap(folder, name, bytes))),
    remove: (folder, name) => change(folder, name, (path) => writer.remove(path)),
  };
}
