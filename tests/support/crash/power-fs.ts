import { dirname } from "node:path";
import type { FileFacts, FileSystem, OpenFile } from "#node/files";

type Inode = {
  readonly number: number;
  /** What programs see. */
  bytes: Buffer;
  /** What survives a power cut for certain. */
  durable: Buffer;
  mtimeMs: number;
};

type NameChange = (names: Map<string, Inode>) => void;

type Folder = {
  names: Map<string, Inode>;
  durable: Map<string, Inode>;
  /** Changes of names since the last sync of the folder, oldest first. */
  pending: NameChange[];
};

/** What befalls one call. `power`: the machine stops before or after it; `short`: half the bytes are written. */
export type Fault =
  | { readonly kind: "error"; readonly code: string }
  | { readonly kind: "short" }
  | { readonly kind: "crash-before" | "crash-after" };

/** Thrown by every call once the machine has stopped. */
class PowerCut extends Error {
  readonly code = "POWER";
}

function failure(code: string): Error {
  return Object.assign(new Error(code), { code });
}

/** A file system in memory that knows what a power cut takes: everything that was not synced may be lost or torn. */
export interface PowerFs extends FileSystem {
  /** Number of calls so far. */
  calls(): number;
  /** Name of each call so far, to tell which step a fault hit. */
  trail(): readonly string[];
  /** The given call (counted from 1, from now on) meets this fault. */
  plan(at: number, fault: Fault): void;
  /** The given call and all later ones fail with this code until `heal`. */
  failFrom(at: number, code: string): void;
  heal(): void;
  isDown(): boolean;
  /**
   * The machine as it comes up again. `chance` (0 to 1) decides, change by change, what of the unsynced was written
   * nevertheless: a name, a whole content, or a torn one.
   */
  reboot(chance: () => number): PowerFs;
  /** As after a killed process: everything written is there, nothing is torn. */
  afterKill(): PowerFs;
  bytesOf(path: string): Uint8Array | undefined;
  overwrite(path: string, bytes: Uint8Array): void;
  paths(): readonly string[];
}

const emptyFolder = (): Folder => ({ names: new Map(), durable: new Map(), pending: [] });

type World = { folders: Map<string, Folder>; numbers: number };

function copyWorld(world: World, chance: (() => number) | undefined): World {
  const inodes = new Map<Inode, Inode>();
  const take = (inode: Inode): Inode => {
    const known = inodes.get(inode);
    if (known) return known;
    const bytes = chance ? surviving(inode, chance) : inode.bytes;
    const copy = { number: inode.number, bytes, durable: bytes, mtimeMs: inode.mtimeMs };
    inodes.set(inode, copy);
    return copy;
  };
  const folders = new Map<string, Folder>();
  for (const [path, folder] of world.folders) {
    const names = new Map<string, Inode>();
    const kept = chance ? survivingNames(folder, chance) : folder.names;
    for (const [name, inode] of kept) names.set(name, take(inode));
    folders.set(path, { names, durable: new Map(names), pending: [] });
  }
  return { folders, numbers: world.numbers };
}

function surviving(inode: Inode, chance: () => number): Buffer {
  if (inode.bytes === inode.durable || inode.bytes.equals(inode.durable)) return inode.durable;
  const roll = chance();
  if (roll < 0.34) return inode.durable;
  if (roll < 0.67) return inode.bytes;
  // Torn: the new length with only a part of the new bytes, the rest as before or zero.
  const torn = Buffer.alloc(inode.bytes.length);
  inode.durable.copy(torn, 0, 0, Math.min(inode.durable.length, torn.length));
  const from = Math.floor(chance() * torn.length);
  const to = from + Math.floor(chance() * (torn.length - from));
  inode.bytes.copy(torn, from, from, to);
  return torn;
}

/** Changes of names survive in order up to some point, as in a journalled file system. */
function survivingNames(folder: Folder, chance: () => number): Map<string, Inode> {
  const result = new Map(folder.durable);
  const count = Math.floor(chance() * (folder.pending.length + 1));
  for (const change of folder.pending.slice(0, count)) change(result);
  return result;
}

function changeNames(folder: Folder, change: NameChange): void {
  change(folder.names);
  folder.pending.push(change);
}

/** Creates the file system, empty or as another one came up again. */
export function createPowerFs(
  links = true,
  world: World = { folders: new Map(), numbers: 0 },
): PowerFs {
  const { folders } = world;
  const faults = new Map<number, Fault>();
  const trail: string[] = [];
  let lasting: { from: number; code: string } | undefined;
  let down = false;
  let ticks = 1_000_000;
  if (!folders.has("/")) folders.set("/", emptyFolder());

  const folderOf = (path: string): Folder => {
    const folder = folders.get(dirname(path));
    if (!folder) throw failure("ENOENT");
    return folder;
  };
  const baseOf = (path: string) => path.slice(path.lastIndexOf("/") + 1);
  const inodeOf = (path: string): Inode => {
    const inode = folders.get(dirname(path))?.names.get(baseOf(path));
    if (!inode) throw failure(folders.has(path) ? "EISDIR" : "ENOENT");
    return inode;
  };
  const factsOf = (inode: Inode): FileFacts => ({
    kind: "file",
    size: inode.bytes.length,
    mtimeMs: inode.mtimeMs,
    inode: inode.number,
  });

  /** Every call goes through here: it is counted, and meets the fault that was planned for it. */
  const call = async <T>(name: string, work: (short: boolean) => T): Promise<T> => {
    await Promise.resolve();
    if (down) throw new PowerCut("the machine is off");
    trail.push(name);
    const fault = faults.get(trail.length);
    if (lasting && trail.length >= lasting.from && isWrite(name)) throw failure(lasting.code);
    if (fault?.kind === "error") throw failure(fault.code);
    if (fault?.kind === "crash-before") {
      down = true;
      throw new PowerCut(name);
    }
    const value = work(fault?.kind === "short");
    if (fault?.kind === "crash-after") {
      down = true;
      throw new PowerCut(name);
    }
    return value;
  };

  const openFile = (inode: Inode, append: boolean): OpenFile => ({
    write: (bytes, position) =>
      call("write", (short) => {
        const part = short ? bytes.subarray(0, Math.floor(bytes.length / 2)) : bytes;
        const at = append || position === null ? inode.bytes.length : position;
        const next = Buffer.alloc(Math.max(inode.bytes.length, at + part.length));
        inode.bytes.copy(next);
        next.set(part, at);
        inode.bytes = next;
        ticks += 1;
        inode.mtimeMs = ticks;
        return part.length;
      }),
    read: (into, position) =>
      call("read", () => {
        const part = inode.bytes.subarray(position, position + into.length);
        into.set(part);
        return part.length;
      }),
    sync: () =>
      call("sync", () => {
        inode.durable = inode.bytes;
      }),
    datasync: () =>
      call("datasync", () => {
        inode.durable = inode.bytes;
      }),
    truncate: (size) =>
      call("truncate", () => {
        inode.bytes = Buffer.from(inode.bytes.subarray(0, size));
      }),
    facts: () => call("fstat", () => factsOf(inode)),
    close: () => (down ? Promise.resolve() : call("close", () => undefined)),
  });

  const reboot = (chance: (() => number) | undefined) =>
    createPowerFs(links, copyWorld(world, chance));

  return {
    open: (path, mode) =>
      call(`open-${mode}`, () => {
        const folder = folderOf(path);
        const there = folder.names.get(baseOf(path));
        if (mode === "wx" && there) throw failure("EEXIST");
        if ((mode === "r" || mode === "r+") && !there) throw failure("ENOENT");
        if (there) return openFile(there, mode === "a");
        world.numbers += 1;
        const empty = Buffer.alloc(0);
        const inode = { number: world.numbers, bytes: empty, durable: empty, mtimeMs: ticks };
        changeNames(folder, (names) => names.set(baseOf(path), inode));
        return openFile(inode, mode === "a");
      }),
    readFile: (path) => call("readFile", () => Buffer.from(inodeOf(path).bytes)),
    rename: (from, to) =>
      call("rename", () => {
        const inode = inodeOf(from);
        const source = folderOf(from);
        const target = folderOf(to);
        if (source === target) {
          changeNames(source, (names) => {
            names.delete(baseOf(from));
            names.set(baseOf(to), inode);
          });
          return;
        }
        changeNames(source, (names) => names.delete(baseOf(from)));
        changeNames(target, (names) => names.set(baseOf(to), inode));
        // A journalled file system has a rename between folders in both or in neither; what came before is then there too.
        if (source.durable.get(baseOf(from)) === inode) {
          source.durable = new Map(source.names);
          source.pending = [];
          target.durable = new Map(target.names);
          target.pending = [];
        }
      }),
    unlink: (path) =>
      call("unlink", () => {
        inodeOf(path);
        changeNames(folderOf(path), (names) => names.delete(baseOf(path)));
      }),
    link: (from, to) =>
      call("link", () => {
        if (!links) throw failure("ENOTSUP");
        const inode = inodeOf(from);
        const folder = folderOf(to);
        if (folder.names.has(baseOf(to))) throw failure("EEXIST");
        changeNames(folder, (names) => names.set(baseOf(to), inode));
      }),
    mkdir: (path) =>
      call("mkdir", () => {
        const parts = path.split("/").filter(Boolean);
        parts.forEach((_, index) => {
          const full = `/${parts.slice(0, index + 1).join("/")}`;
          if (!folders.has(full)) folders.set(full, emptyFolder());
        });
      }),
    rmdir: (path) => call("rmdir", () => void folders.delete(path)),
    list: (path) =>
      call("list", () => {
        const folder = folders.get(path);
        if (!folder) throw failure("ENOENT");
        const inner = [...folders.keys()]
          .filter((one) => one !== path && dirname(one) === path)
          .map((one) => ({ name: baseOf(one), kind: "folder" as const }));
        const files = [...folder.names.keys()].map((name) => ({ name, kind: "file" as const }));
        return [...inner, ...files];
      }),
    facts: (path) =>
      call("facts", () => {
        const inode = folders.get(dirname(path))?.names.get(baseOf(path));
        if (inode) return factsOf(inode);
        return folders.has(path)
          ? { kind: "folder" as const, size: 0, mtimeMs: 0, inode: 0 }
          : undefined;
      }),
    syncFolder: (path) =>
      call("syncFolder", () => {
        const folder = folders.get(path);
        if (!folder) return;
        folder.durable = new Map(folder.names);
        folder.pending = [];
      }),
    calls: () => trail.length,
    trail: () => trail,
    plan: (at, fault) => void faults.set(trail.length + at, fault),
    failFrom: (at, code) => {
      lasting = { from: trail.length + at, code };
    },
    heal: () => {
      lasting = undefined;
      faults.clear();
    },
    isDown: () => down,
    reboot: (chance) => reboot(chance),
    afterKill: () => reboot(undefined),
    bytesOf: (path) => folders.get(dirname(path))?.names.get(baseOf(path))?.bytes,
    overwrite: (path, bytes) => {
      const inode = inodeOf(path);
      inode.bytes = Buffer.from(bytes);
      inode.durable = inode.bytes;
      ticks += 1;
      inode.mtimeMs = ticks;
    },
    paths: () =>
      [...folders].flatMap(([path, folder]) =>
        [...folder.names.keys()].map((name) => `${path === "/" ? "" : path}/${name}`),
      ),
  };
}

function isWrite(name: string): boolean {
  return !["read", "readFile", "facts", "fstat", "list", "close", "open-r", "unlink"].includes(
    name,
  );
}
