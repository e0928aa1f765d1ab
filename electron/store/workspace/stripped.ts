import { join } from "node:path";
import { DeskFailure, type FileSystem, readSpan } from "#node/files";
import { appError } from "#shared/kernel";
import { COUNTER_FILE } from "../journal/counter.ts";
import { layoutOf } from "./layout.ts";

/** How every sealed file begins. */
const SEALED = "H2S1";
/** Folders that only an encrypted workspace has. */
const sealedFolders = [["vault"], ["history", "vault"], ["bin", "vault"]] as const;
/** Folders in which a sealed file betrays the encryption. */
const looked = ["evidence", "packets", "packs", "lists", "keys", "acts", "quarantine"];

async function startOf(fs: FileSystem, path: string, bytes: number): Promise<string> {
  const file = await fs.open(path, "r").catch(() => undefined);
  if (!file) return "";
  try {
    return Buffer.from(await readSpan(file, 0, bytes)).toString("latin1");
  } finally {
    await file.close();
  }
}

async function hasSealedFile(fs: FileSystem, dir: string): Promise<boolean> {
  if ((await fs.facts(dir))?.kind !== "folder") return false;
  const first = (await fs.list(dir)).find(({ kind }) => kind === "file");
  return first !== undefined && (await startOf(fs, join(dir, first.name), 4)) === SEALED;
}

async function traceOf(fs: FileSystem, root: string): Promise<string | undefined> {
  for (const names of sealedFolders) {
    if (await fs.facts(join(root, ...names))) return names.join("/");
  }
  if ((await startOf(fs, layoutOf(root).index, 4)) === SEALED) return "cache/index.json";
  const counter = await startOf(fs, join(root, COUNTER_FILE), 200);
  if (/^\d{15} [0-9a-f]{64} (?![0-9a-f]{44}\n)/.test(counter)) return COUNTER_FILE;
  for (const name of looked) if (await hasSealedFile(fs, join(root, name))) return name;
  return undefined;
}

/**
 * Refuses a workspace whose manifest speaks of no encryption although something encrypted lies beside it: opened as a
 * plain one it would look empty, and what a person writes next would stand on the disk in the clear.
 */
export async function refuseStripped(fs: FileSystem, root: string): Promise<void> {
  const trace = await traceOf(fs, root);
  if (trace) throw new DeskFailure(appError("store.encryption-missing", { path: trace }));
}
