import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { type FileHandle, mkdir, open, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type AppError, appError, err, ok, type Result } from "#shared/kernel";
import { DECLARATION, writeBagInfo, writeManifest } from "./bag-text.ts";
import {
  type PacketSigner,
  SIGNATURE_FILE,
  SIGNED_FILE,
  writeSignature,
} from "./packet-signature.ts";
import { collisions, pathFault } from "./safe-path.ts";

/** A file to be copied into the packet; refused when it is no longer the file that was recorded. */
export type FileCopy = { readonly from: string; readonly sha256: string };

/** One payload file: `path` below `data/`, content in memory or on disk (evidence). */
export type PacketFile = {
  readonly path: string;
  readonly content: Uint8Array | string | FileCopy;
};

/** What to write. `info` becomes `bag-info.txt` in this order; dates in it are the caller's, no clock is read. */
export type PacketInput = {
  readonly into: string;
  readonly name: string;
  readonly files: readonly PacketFile[];
  readonly info: readonly (readonly [string, string])[];
  readonly signer?: PacketSigner;
  /** Largest single file that is taken; 512 MB unless told. */
  readonly fileBytes?: number;
  readonly signal?: AbortSignal;
};

/** A packet on disk. `sha256` is that of the tag manifest: one number that stands for every byte of the packet. */
export type WrittenPacket = {
  readonly folder: string;
  readonly sha256: string;
  readonly files: readonly {
    readonly path: string;
    readonly bytes: number;
    readonly sha256: string;
  }[];
};

const FILE_LIMIT = 512 * 1024 ** 2;

class Refused extends Error {
  readonly reason: AppError;
  constructor(reason: AppError) {
    super(reason.code);
    this.reason = reason;
  }
}

function refuse(code: string, params: AppError["params"]): never {
  throw new Refused(appError(code, params));
}

function checkPaths(input: PacketInput): void {
  const name = pathFault(input.name);
  if (name !== null || input.name.includes("/"))
    refuse("packet-path-unsafe", { path: input.name, problem: name ?? "holds a slash" });
  for (const file of input.files) {
    const fault = pathFault(file.path);
    if (fault !== null) refuse("packet-path-unsafe", { path: file.path, problem: fault });
  }
  const [clash] = collisions(input.files.map((file) => file.path));
  if (clash) refuse("packet-path-clash", { first: clash[0], second: clash[1] });
}

function chunks(content: PacketFile["content"]): AsyncIterable<Uint8Array> | Iterable<Uint8Array> {
  if (typeof content === "string") return [new TextEncoder().encode(content)];
  return content instanceof Uint8Array ? [content] : createReadStream(content.from);
}

async function syncFolder(path: string): Promise<void> {
  // Windows neither needs nor allows this.
  if (process.platform === "win32") return;
  const folder = await open(path, "r");
  await folder.sync().finally(() => folder.close());
}

/** Writes the files of one packet into a folder that nobody sees yet. */
class PacketDraft {
  readonly written: { path: string; bytes: number; sha256: string }[] = [];
  readonly #root: string;
  readonly #input: PacketInput;
  readonly #folders = new Set<string>();

  constructor(root: string, input: PacketInput) {
    this.#root = root;
    this.#input = input;
  }

  async put(path: string, content: PacketFile["content"]): Promise<string> {
    this.#input.signal?.throwIfAborted();
    const target = join(this.#root, path);
    await mkdir(dirname(target), { recursive: true });
    this.#folders.add(dirname(target));
    const file = await open(target, "wx");
    try {
      return await this.#fill(file, path, content);
    } finally {
      await file.close();
    }
  }

  async #fill(file: FileHandle, path: string, content: PacketFile["content"]): Promise<string> {
    const hash = createHash("sha256");
    const limit = this.#input.fileBytes ?? FILE_LIMIT;
    let bytes = 0;
    for await (const part of chunks(content)) {
      this.#input.signal?.throwIfAborted();
      bytes += part.length;
      if (bytes > limit)
        refuse("packet-file-too-large", { path, megabytes: Math.floor(limit / 1024 ** 2) });
      hash.update(part);
      await file.writeFile(part);
    }
    await file.sync();
    const sha256 = hash.digest("hex");
    if (typeof content === "object" && "sha256" in content && content.sha256 !== sha256)
      refuse("packet-evidence-changed", { path, file: content.from });
    this.written.push({ path, bytes, sha256 });
    return sha256;
  }

  async settle(): Promise<void> {
    for (const folder of this.#folders) await syncFolder(folder);
    await syncFolder(this.#root);
  }
}

async function fill(draft: PacketDraft, input: PacketInput): Promise<string> {
  const payload = new Map<string, string>();
  for (const file of input.files) {
    const path = `data/${file.path}`;
    payload.set(path, await draft.put(path, file.content));
  }
  const bytes = draft.written.reduce((total, file) => total + file.bytes, 0);
  const info = [...input.info, ["Payload-Oxum", `${bytes}.${draft.written.length}`] as const];
  const tags = new Map([
    ["bagit.txt", await draft.put("bagit.txt", DECLARATION)],
    ["bag-info.txt", await draft.put("bag-info.txt", writeBagInfo(info))],
    ["manifest-sha256.txt", await draft.put("manifest-sha256.txt", writeManifest(payload))],
  ]);
  const tagManifest = writeManifest(tags);
  const sha256 = await draft.put(SIGNED_FILE, tagManifest);
  if (input.signer)
    await draft.put(SIGNATURE_FILE, writeSignature(Buffer.from(tagManifest), input.signer));
  await draft.settle();
  return sha256;
}

function asError(error: unknown, place: string): AppError {
  if (error instanceof Refused) return error.reason;
  if (error instanceof Error && error.name === "AbortError") return appError("packet-cancelled");
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code === "ENOSPC") return appError("packet-disk-full", { place });
  return appError("packet-write-failed", {
    place,
    problem: error instanceof Error ? error.message : "",
  });
}

async function exists(path: string): Promise<boolean> {
  return await stat(path).then(
    () => true,
    () => false,
  );
}

/**
 * Writes a packet as a BagIt 1.0 bag with SHA-256 manifests. It appears under its name whole, or not at all: everything
 * is written and flushed in a hidden folder beside it first. An existing packet is never overwritten. The same input gives
 * the same bytes. Refuses names that some system cannot store, names that meet on case-blind disks, files that are too
 * large and evidence that is no longer what was recorded.
 */
export async function writePacket(input: PacketInput): Promise<Result<WrittenPacket>> {
  const folder = join(input.into, input.name);
  const hidden = join(input.into, `.${input.name}.part`);
  try {
    checkPaths(input);
    if (await exists(folder)) return err(appError("packet-exists", { place: folder }));
    await rm(hidden, { recursive: true, force: true });
    await mkdir(hidden);
    const draft = new PacketDraft(hidden, input);
    const sha256 = await fill(draft, input);
    await rename(hidden, folder);
    await syncFolder(input.into);
    return ok({ folder, sha256, files: draft.written });
  } catch (error) {
    await rm(hidden, { recursive: true, force: true });
    return err(asError(error, folder));
  }
}
