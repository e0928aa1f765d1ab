import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, open, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Readable } from "node:stream";
import { DeskFailure } from "#node/files";
import { type AppError, appError, err, ok, type Result } from "#shared/kernel";
import { DECLARATION, writeBagInfo, writeManifest } from "./bag-text.ts";
import {
  type PacketSigner,
  SIGNATURE_FILE,
  SIGNED_FILE,
  writeSignature,
} from "./packet-signature.ts";
import { zipStream } from "./packet-zip.ts";
import { collisions, pathFault } from "./safe-path.ts";

/** A file to be copied into the packet; refused when it is no longer the file that was recorded. */
type FileCopy = { readonly from: string; readonly sha256: string };

/** A file that comes in pieces, from wherever it lies; never held as a whole. `name` is how messages call it. */
type StreamCopy = {
  readonly stream: () => AsyncIterable<Uint8Array>;
  readonly sha256: string;
  readonly name: string;
};

/** One payload file: `path` below `data/`, content in memory, on disk, or in pieces (evidence). */
export type PacketFile = {
  readonly path: string;
  readonly content: Uint8Array | string | FileCopy | StreamCopy;
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

/** A packet as an archive in memory. */
export type PackedPacket = Omit<WrittenPacket, "folder"> & { readonly zip: Uint8Array };

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
    refuse("packet-path-unsafe", { path: input.name, problem: name ?? "name-character" });
  for (const file of input.files) {
    const fault = pathFault(file.path);
    if (fault !== null) refuse("packet-path-unsafe", { path: file.path, problem: fault });
  }
  const [clash] = collisions(input.files.map((file) => file.path));
  if (clash) refuse("packet-path-clash", { first: clash[0], second: clash[1] });
}

function chunks(content: PacketFile["content"]): AsyncIterable<Uint8Array> | Iterable<Uint8Array> {
  if (typeof content === "string") return [new TextEncoder().encode(content)];
  if (content instanceof Uint8Array) return [content];
  return "from" in content ? createReadStream(content.from) : content.stream();
}

async function syncFolder(path: string): Promise<void> {
  // Windows neither needs nor allows this.
  if (process.platform === "win32") return;
  const folder = await open(path, "r");
  await folder.sync().finally(() => folder.close());
}

/** Where the files of a packet go while it is made: a hidden folder, or memory. */
type Sink = {
  readonly write: (path: string, parts: AsyncIterable<Uint8Array>) => Promise<void>;
  readonly settle: () => Promise<void>;
};

function folderSink(root: string): Sink {
  const folders = new Set<string>([root]);
  return {
    write: async (path, parts) => {
      const target = join(root, path);
      await mkdir(dirname(target), { recursive: true });
      folders.add(dirname(target));
      const file = await open(target, "wx");
      try {
        for await (const part of parts) await file.writeFile(part);
        await file.sync();
      } finally {
        await file.close();
      }
    },
    settle: async () => {
      for (const folder of folders) await syncFolder(folder);
    },
  };
}

function memorySink(files: Map<string, Buffer>): Sink {
  return {
    write: async (path, parts) => {
      const held: Uint8Array[] = [];
      for await (const part of parts) held.push(part);
      files.set(path, Buffer.concat(held));
    },
    settle: () => Promise.resolve(),
  };
}

/** Puts the files of one packet into a sink, hashing them on the way. */
class PacketDraft {
  readonly written: { path: string; bytes: number; sha256: string }[] = [];
  readonly #sink: Sink;
  readonly #input: PacketInput;

  constructor(sink: Sink, input: PacketInput) {
    this.#sink = sink;
    this.#input = input;
  }

  async put(path: string, content: PacketFile["content"]): Promise<string> {
    const hash = createHash("sha256");
    let bytes = 0;
    await this.#sink.write(
      path,
      this.#counted(path, content, (part) => {
        bytes += part.length;
        hash.update(part);
        return bytes;
      }),
    );
    const sha256 = hash.digest("hex");
    if (typeof content === "object" && "sha256" in content && content.sha256 !== sha256)
      refuse("packet-evidence-changed", {
        path,
        file: "from" in content ? content.from : content.name,
      });
    this.written.push({ path, bytes, sha256 });
    return sha256;
  }

  async *#counted(
    path: string,
    content: PacketFile["content"],
    count: (part: Uint8Array) => number,
  ): AsyncGenerator<Uint8Array> {
    const limit = this.#input.fileBytes ?? FILE_LIMIT;
    this.#input.signal?.throwIfAborted();
    for await (const part of chunks(content)) {
      this.#input.signal?.throwIfAborted();
      if (count(part) > limit)
        refuse("packet-file-too-large", { path, megabytes: Math.floor(limit / 1024 ** 2) });
      yield part;
    }
  }
}

async function fill(sink: Sink, input: PacketInput): Promise<Omit<WrittenPacket, "folder">> {
  const draft = new PacketDraft(sink, input);
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
  await sink.settle();
  return { sha256, files: draft.written };
}

function asError(error: unknown, place: string): AppError {
  if (error instanceof Refused) return error.reason;
  if (error instanceof DeskFailure) return error.error;
  if (error instanceof Error && error.name === "AbortError") return appError("packet-cancelled");
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code === "ENOSPC") return appError("packet-disk-full", { place });
  if (code === "EEXIST" || code === "ENOTDIR") return appError("packet-out-is-file", { place });
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
  // Two processes that write the same packet keep out of each other's folder; the first one to finish has the name.
  const hidden = join(input.into, `.${input.name}.${process.pid}.part`);
  try {
    checkPaths(input);
    if (await exists(folder)) return err(appError("packet-exists", { place: folder }));
    await rm(hidden, { recursive: true, force: true });
    await mkdir(hidden);
    const written = await fill(folderSink(hidden), input);
    await rename(hidden, folder);
    await syncFolder(input.into);
    return ok({ folder, ...written });
  } catch (error) {
    await rm(hidden, { recursive: true, force: true });
    return err(asError(error, folder));
  }
}

/**
 * The same packet as one archive in memory, byte for byte the one that `zipPacket` makes of the folder that
 * `writePacket` writes. For hosts without a place to write to; `into` is not looked at.
 */
export async function packPacket(input: Omit<PacketInput, "into">): Promise<Result<PackedPacket>> {
  const whole = { ...input, into: "" };
  const files = new Map<string, Buffer>();
  try {
    checkPaths(whole);
    const written = await fill(memorySink(files), whole);
    const members = [...files].map(([path, bytes]) => ({
      path: `${input.name}/${path}`,
      bytes: bytes.length,
      read: () => Promise.resolve(Readable.from([bytes])),
    }));
    const parts: Uint8Array[] = [];
    for await (const part of zipStream(members)) parts.push(part as Uint8Array);
    return ok({ zip: Buffer.concat(parts), ...written });
  } catch (error) {
    return err(asError(error, input.name));
  }
}
