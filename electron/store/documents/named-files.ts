import { basename, join } from "node:path";
import { attempt, DeskFailure, readIfThere, TEMP_SUFFIX } from "#node/files";
import { type AppError, appError, err, ok, type Result } from "#shared/kernel";
import type { Core } from "../workspace/core.ts";

/** Folders of small named files that are no documents. */
export const namedFolders = ["packets", "packs", "lists", "keys", "tenants", "acts"] as const;
/** One of these folders. */
export type NamedFolder = (typeof namedFolders)[number];

/** Files by name: imported packs and lists, packets, keys. Written whole or not at all, encrypted where the rest is. */
export interface NamedFiles {
  /** The names of our files. What is none, or cannot be read, is skipped and reported, and stops nothing. */
  list(folder: NamedFolder): Promise<Result<readonly string[]>>;
  /** The same, with the names on disk of what was skipped. */
  look(
    folder: NamedFolder,
  ): Promise<Result<{ readonly names: readonly string[]; readonly skipped: readonly string[] }>>;
  /** Tells a person that one of these files cannot be used, and why. */
  report(folder: NamedFolder, name: string, error: AppError): void;
  read(folder: NamedFolder, name: string): Promise<Result<Uint8Array>>;
  write(folder: NamedFolder, name: string, bytes: Uint8Array): Promise<Result<void>>;
  remove(folder: NamedFolder, name: string): Promise<Result<void>>;
  /** Takes the files of one packet, list or tenant book away, told in the journal; this session can take it back. */
  discard(
    folder: keyof typeof discarding,
    names: readonly string[],
    what: { readonly by: string; readonly id: string; readonly title: string },
  ): Promise<Result<void>>;
}

/** What the journal calls taking away and bringing back. */
const discarding = {
  packets: { away: "packet.remove", back: "packet.restore" },
  lists: { away: "list.remove", back: "list.restore" },
  tenants: { away: "tenants.remove", back: "tenants.restore" },
} as const;

const NAME = /^[a-z0-9][a-z0-9._-]{0,119}$/;
const LIMIT = 2 ** 30;

/** Creates the named files of one opened workspace. */
// biome-ignore lint/complexity/noExcessiveLinesPerFunction: its closures are one object's methods and share its queue and state
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

  /** What a file in the folder is called; undefined when it is none of ours. */
  const ownName = async (folder: NamedFolder, name: string): Promise<string | undefined> => {
    if (!codec.encrypted) return check(name) === undefined ? name : undefined;
    const path = join(core.layout.root, folder, name);
    const stem = name.replace(/\.[^.]*$/, "");
    const opened = await attempt(path, async () =>
      unwrap(folder, stem, await fs.readFile(path), path),
    );
    if (!opened.ok || check(opened.value.name) !== undefined) return undefined;
    return codec.place(folder, opened.value.name).file === name ? opened.value.name : undefined;
  };

  const told = new Set<string>();
  /** Once per session and file: lists are read again and again. */
  const report: NamedFiles["report"] = (folder, name, error) => {
    const key = `${folder}/${name} ${error.code}`;
    if (told.has(key)) return;
    told.add(key);
    core.report({ error, id: `${folder}/${name}` });
  };

  const look: NamedFiles["look"] = (folder) => {
    const dir = join(core.layout.root, folder);
    return attempt(dir, async () => {
      if (!(await fs.facts(dir))) return { names: [], skipped: [] };
      const files = (await fs.list(dir)).filter(
        ({ kind, name }) => kind === "file" && !name.startsWith(".") && !name.endsWith(TEMP_SUFFIX),
      );
      const names: string[] = [];
      const skipped: string[] = [];
      for (const { name } of files) {
        const own = await ownName(folder, name);
        if (own === undefined) skipped.push(name);
        else names.push(own);
      }
      for (const name of skipped)
        report(folder, name, appError("store.unknown-file", { path: join(dir, name) }));
      return { names: names.sort(), skipped };
    });
  };

  const list: NamedFiles["list"] = async (folder) => {
    const found = await look(folder);
    return found.ok ? ok(found.value.names) : found;
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

  /** Moves files one after another; when one cannot be moved, those before it go back. */
  const moveAll = async (pairs: readonly { readonly from: string; readonly to: string }[]) => {
    const moved: { readonly from: string; readonly to: string }[] = [];
    try {
      for (const pair of pairs) {
        await writer.move(pair.from, pair.to);
        moved.push(pair);
      }
    } catch (error) {
      for (const { from, to } of moved) await writer.move(to, from).catch(() => undefined);
      throw error;
    }
  };

  const discard: NamedFiles["discard"] = async (folder, names, { by, id, title }) => {
    const wrong = names.map(check).find((found) => found !== undefined);
    if (wrong) return err(wrong);
    const { away, back } = discarding[folder];
    const dir = join(core.layout.root, folder);
    const pairs = names.map((name) => {
      const from = pathOf(folder, name);
      return { from, to: join(core.layout.gone, folder, basename(from)) };
    });
    const subject = { collection: folder, id };
    const gone = await attempt(dir, async () => {
      await writer.assertWritable();
      await core.journal.append({ by, verb: away, subject });
      try {
        await moveAll(pairs);
      } catch (error) {
        await core.journal.append({ by, verb: back, subject });
        throw error;
      }
    });
    if (!gone.ok) return gone;
    const act = { verb: away, collection: folder, ids: [id], names: [title], at: core.now() };
    core.undo.push(act, () =>
      attempt(dir, async () => {
        // What was taken in again meanwhile is the same and stays.
        const lost = [];
        for (const { from, to } of pairs) {
          if (!(await fs.facts(from))) lost.push({ from: to, to: from });
        }
        await moveAll(lost);
        await core.journal.append({ by, verb: back, subject });
      }),
    );
    return ok(undefined);
  };

  return {
    list,
    look,
    report,
    read,
    discard,
    write: (folder, name, bytes) =>
      change(folder, name, (path) => writer.replace(path, wrap(folder, name, bytes))),
    remove: (folder, name) => change(folder, name, (path) => writer.remove(path)),
  };
}
