import { createHash } from "node:crypto";
import { join } from "node:path";
import { attempt, commitFile, DeskFailure, type Writer } from "#node/files";
import { type AppError, appError, err, ok, type Result } from "#shared/kernel";
import { EVIDENCE_LIMIT } from "#shared/model";
import type { Journal } from "../journal/journal-file.ts";
import { createFrameWriter, type FrameCipher, readFrames } from "./frames.ts";
import { SNIFF_BYTES, type Sniffed, sniff } from "./sniff.ts";

/** A stored evidence file; name and meaning are kept by the dossier that refers to it. */
export type StoredEvidence = {
  readonly sha256: string;
  readonly bytes: number;
  readonly mediaType: string;
  readonly extension: string;
  /** The same content was here already; nothing was written. */
  readonly known: boolean;
  /** Set when the given name says another type than the bytes do. */
  readonly nameMismatch?: { readonly named: string; readonly found: string };
};

/** What a caller may say about bytes it hands in. */
export type EvidenceInput = {
  readonly by: string;
  readonly fileName?: string;
  readonly limit?: number;
  /** The hash the content must have; anything else is refused and nothing is kept. */
  readonly expectedSha256?: string;
};

/** One file of the evidence store. */
export type EvidenceItem = {
  readonly sha256: string;
  readonly bytes: number;
  readonly addedMs: number;
};

/** What a collection of garbage did. */
export type GcReport = {
  readonly kept: number;
  readonly removed: readonly string[];
  readonly bytes: number;
};

/** Files by content: each stored once, under its SHA-256, whole and durable before `put` returns. */
export interface EvidenceStore {
  /** Takes a stream (or bytes), measures and types it, and keeps it. Nothing stays behind on failure. */
  put(
    source: AsyncIterable<Uint8Array> | Uint8Array,
    input: EvidenceInput,
  ): Promise<Result<StoredEvidence>>;
  has(sha256: string): Promise<boolean>;
  /** Streams the content; the last chunk comes only after the hash was found right, else it throws DeskFailure. */
  stream(sha256: string): AsyncGenerator<Uint8Array>;
  /** The whole content, checked against its hash. */
  read(sha256: string, limit?: number): Promise<Result<Uint8Array>>;
  /** Checks the stored bytes against their name. */
  verify(sha256: string): Promise<Result<void>>;
  list(): Promise<Result<readonly EvidenceItem[]>>;
  /**
   * Moves files that nothing names to the trash. `named` must hold every hash that documents, versions, packets and
   * backups name; files younger than `minAgeMs` stay in any case, for a form that is still being filled in.
   */
  collect(
    named: ReadonlySet<string>,
    options: {
      readonly by: string;
      readonly nowMs: number;
      readonly minAgeMs?: number;
      /** File names in the store (not hashes, where it is encrypted) that are named elsewhere. */
      readonly storedNames?: ReadonlySet<string>;
      /** Only says what would go; nothing is moved. */
      readonly dryRun?: boolean;
    },
  ): Promise<Result<GcReport>>;
  /** Takes a collected file out of the trash. */
  restore(sha256: string, by: string): Promise<Result<void>>;
  /** Takes collected files out of the trash by the names that `collect` gave. */
  restoreStored(names: readonly string[], by: string): Promise<Result<void>>;
}

/** What the evidence store is made from. */
export type EvidenceOptions = {
  readonly dir: string;
  readonly bin: string;
  readonly writer: Writer;
  readonly journal: Journal;
  readonly canWrite: boolean;
  readonly cipher?: FrameCipher;
};

const HASH = /^[0-9a-f]{64}$/;
const DAY_MS = 86_400_000;

/** Refuses a file beyond a limit, told in the unit that people read. */
function tooLarge(limit: number): DeskFailure {
  return new DeskFailure(
    appError("evidence.too-large", { limit, megabytes: Math.round(limit / 1_000_000) }),
  );
}

function missing(sha256: string): AppError {
  return appError("evidence.missing", { sha256: sha256.slice(0, 64) });
}

function mismatchOf(fileName: string | undefined, found: Sniffed) {
  const named = /\.([a-z0-9]{1,8})$/i.exec(fileName ?? "")?.[1]?.toLowerCase();
  const same: Record<string, string> = {
    jpeg: "jpg",
    tiff: "tif",
    htm: "html",
    csv: "txt",
    md: "txt",
  };
  const office = ["doc", "xls", "ppt", "msg", "wps", "et"];
  if (!named || found.extension === "bin") return undefined;
  const canonical = same[named] ?? named;
  if (canonical === found.extension) return undefined;
  if (found.extension === "doc" && office.includes(canonical)) return undefined;
  if (found.extension === "txt" && canonical === "json") return undefined;
  return { named, found: found.extension };
}

async function* chunksOf(source: AsyncIterable<Uint8Array> | Uint8Array) {
  if (source instanceof Uint8Array) yield source;
  else yield* source;
}

/** Creates the evidence store of one opened workspace. */
// biome-ignore lint/complexity/noExcessiveLinesPerFunction: its closures are one object's methods and share its queue and state
export function createEvidenceStore(options: EvidenceOptions): EvidenceStore {
  const { dir, bin, writer, journal, cipher } = options;
  const { fs } = writer;
  const nameOf = (sha256: string) => cipher?.fileName(sha256) ?? sha256;
  const folderOf = (sha256: string) => join(dir, nameOf(sha256).slice(0, 2));
  const pathOf = (sha256: string) => join(folderOf(sha256), nameOf(sha256));
  const storing = new Map<string, Promise<unknown>>();

  /** Measures a stream while it is written under a temporary name. The frames are bound to that name's label. */
  const receive = async (
    source: AsyncIterable<Uint8Array> | Uint8Array,
    input: EvidenceInput,
    temp: string,
    label: string,
  ) => {
    const limit = input.limit ?? EVIDENCE_LIMIT;
    const file = await fs.open(temp, "wx");
    const hash = createHash("sha256");
    let bytes = 0;
    let start = Buffer.alloc(0);
    try {
      const frames = createFrameWriter(file, cipher, label);
      for await (const chunk of chunksOf(source)) {
        bytes += chunk.length;
        if (bytes > limit) throw tooLarge(limit);
        hash.update(chunk);
        if (start.length < SNIFF_BYTES) {
          start = Buffer.concat([start, chunk.subarray(0, SNIFF_BYTES - start.length)]);
        }
        await frames.write(chunk);
      }
      if (bytes === 0) throw new DeskFailure(appError("evidence.empty"));
      await frames.end();
      await file.sync();
    } finally {
      await file.close();
    }
    return { sha256: hash.digest("hex"), bytes, found: sniff(start, bytes <= SNIFF_BYTES) };
  };

  const install = async (temp: string, sha256: string, bytes: number, input: EvidenceInput) => {
    const path = pathOf(sha256);
    if (await fs.facts(path)) return true;
    await writer.folder(folderOf(sha256));
    await writer.assertWritable();
    await commitFile(fs, temp, path);
    await journal.append({
      by: input.by,
      verb: "evidence.add",
      subject: { collection: "evidence", id: sha256 },
      new: sha256,
      detail: { bytes },
    });
    return false;
  };

  const put: EvidenceStore["put"] = (source, input) =>
    attempt(dir, async () => {
      if (!options.canWrite) throw new DeskFailure(appError("store.opened-read-only"));
      await writer.assertWritable();
      await writer.folder(dir);
      const temp = writer.tempName(join(dir, "incoming"));
      try {
        const { sha256, bytes, found } = await receive(source, input, temp, "evidence");
        if (input.expectedSha256 && input.expectedSha256 !== sha256) {
          const params = { expected: input.expectedSha256, found: sha256 };
          throw new DeskFailure(appError("evidence.hash-differs", params));
        }
        // Two forms may hand in the same file at once: the second waits and then finds it known.
        const before = storing.get(sha256) ?? Promise.resolve();
        const mine = before.then(() => install(temp, sha256, bytes, input));
        const quiet = mine.catch(() => undefined);
        storing.set(sha256, quiet);
        const known = await mine.finally(() => {
          if (storing.get(sha256) === quiet) storing.delete(sha256);
        });
        const mismatch = mismatchOf(input.fileName, found);
        return {
          sha256,
          bytes,
          ...found,
          known,
          ...(mismatch ? { nameMismatch: mismatch } : {}),
        };
      } finally {
        await fs.unlink(temp).catch(() => undefined);
      }
    });

  async function* stream(sha256: string): AsyncGenerator<Uint8Array> {
    if (!HASH.test(sha256) || !(await fs.facts(pathOf(sha256)))) {
      throw new DeskFailure(missing(sha256));
    }
    const hash = createHash("sha256");
    let held: Uint8Array | undefined;
    try {
      for await (const chunk of readFrames(fs, pathOf(sha256), cipher, "evidence")) {
        hash.update(chunk);
        if (held) yield held;
        held = chunk;
      }
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      throw new DeskFailure(appError("evidence.damaged", { sha256 }), { cause: error });
    }
    if (hash.digest("hex") !== sha256)
      throw new DeskFailure(appError("evidence.damaged", { sha256 }));
    if (held) yield held;
  }

  const read: EvidenceStore["read"] = (sha256, limit = EVIDENCE_LIMIT) =>
    attempt(pathOf(sha256), async () => {
      const chunks: Uint8Array[] = [];
      let bytes = 0;
      for await (const chunk of stream(sha256)) {
        bytes += chunk.length;
        if (bytes > limit) throw tooLarge(limit);
        chunks.push(chunk);
      }
      return Buffer.concat(chunks);
    });

  /** Names on disk with what is known of them; in an encrypted workspace the names are not the hashes. */
  const stored = async () => {
    if (!(await fs.facts(dir))) return [];
    const folders = (await fs.list(dir)).filter(({ kind }) => kind === "folder");
    const found: { name: string; path: string; bytes: number; addedMs: number }[] = [];
    for (const { name: folder } of folders) {
      for (const { name } of await fs.list(join(dir, folder))) {
        const path = join(dir, folder, name);
        const facts = await fs.facts(path);
        if (facts?.kind === "file" && HASH.test(name)) {
          found.push({ name, path, bytes: facts.size, addedMs: facts.mtimeMs });
        }
      }
    }
    return found;
  };

  const restoreNames = (names: readonly string[], by: string): Promise<Result<void>> =>
    attempt(bin, async () => {
      for (const name of names) {
        const from = join(bin, name);
        if (!HASH.test(name) || !(await fs.facts(from))) throw new DeskFailure(missing(name));
        const subject = { collection: "evidence", id: name };
        await journal.append({ by, verb: "evidence.restore", subject });
        await writer.move(from, join(dir, name.slice(0, 2), name));
      }
    });

  return {
    put,
    has: async (sha256) => HASH.test(sha256) && (await fs.facts(pathOf(sha256))) !== undefined,
    stream,
    read,
    verify: async (sha256) => {
      const checked = await attempt(pathOf(sha256), async () => {
        for await (const _ of stream(sha256));
      });
      return checked.ok ? ok(undefined) : checked;
    },
    list: () =>
      attempt(dir, async () => {
        const names = new Map<string, string>();
        if (cipher) {
          for await (const { entry } of journal.records()) {
            if (entry?.verb === "evidence.add" && entry.new)
              names.set(nameOf(entry.new), entry.new);
          }
        }
        return (await stored()).map(({ name, bytes, addedMs }) => ({
          sha256: names.get(name) ?? name,
          bytes,
          addedMs,
        }));
      }),
    collect: (named, { by, nowMs, minAgeMs = DAY_MS, storedNames, dryRun = false }) =>
      attempt(dir, async () => {
        if (!dryRun) await writer.assertWritable();
        const keep = new Set([...named].map(nameOf));
        for (const name of storedNames ?? []) keep.add(name);
        const removed: string[] = [];
        let kept = 0;
        let bytes = 0;
        for (const item of await stored()) {
          if (keep.has(item.name) || nowMs - item.addedMs < minAgeMs) {
            kept += 1;
            continue;
          }
          if (!dryRun) {
            await journal.append({
              by,
              verb: "evidence.remove",
              subject: { collection: "evidence", id: item.name },
              detail: { bytes: item.bytes },
            });
            await writer.move(item.path, join(bin, item.name));
          }
          removed.push(item.name);
          bytes += item.bytes;
        }
        return { kept, removed, bytes };
      }),
    restore: (sha256, by) =>
      HASH.test(sha256)
        ? restoreNames([nameOf(sha256)], by)
        : Promise.resolve(err(missing(sha256))),
    restoreStored: restoreNames,
  };
}
