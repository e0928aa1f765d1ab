import { Readable } from "node:stream";
import { type Entry, fromBuffer, open as openZip, type ZipFile as ReadZip } from "yauzl";
import { ZipFile } from "yazl";
import { z } from "zod";
import { DeskFailure } from "#node/files";
import { appError } from "#shared/kernel";
import { sha256Of } from "../documents/document-file.ts";

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const name = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,79}$/);

const documentSchema = z.strictObject({
  collection: name,
  id: name,
  version: z.number().int().positive(),
  revision: z.number().int().positive(),
  savedAt: z.string().max(40),
  savedBy: z.string().max(400),
  sha256,
});
/** A document in a bundle, as its sender had it. */
export type BundledDocument = z.infer<typeof documentSchema>;

const bundleSchema = z.strictObject({
  format: z.literal("h200-desk/bundle@1"),
  workspace: z.string().max(80),
  at: z.string().max(40),
  by: z.string().max(400),
  documents: z.array(documentSchema).max(5000),
  evidence: z
    .array(
      z.strictObject({
        sha256,
        bytes: z
          .number()
          .int()
          .positive()
          .max(2 ** 31),
      }),
    )
    .max(5000),
});
/** What a bundle says it holds. */
export type BundleManifest = z.infer<typeof bundleSchema>;

const MANIFEST = "bundle.json";
const DOCUMENT_LIMIT = 16 * 2 ** 20;
const MANIFEST_LIMIT = 8 * 2 ** 20;

/** Where a document lies in a bundle. */
export function documentPath({ collection, id }: Pick<BundledDocument, "collection" | "id">) {
  return `documents/${collection}/${id}.json`;
}

/** What goes into a bundle. */
export type BundleContent = {
  readonly manifest: BundleManifest;
  readonly bodies: ReadonlyMap<string, string>;
  readonly evidence: (hash: string) => AsyncIterable<Uint8Array>;
};

/** Writes a bundle as a stream; the same content and moment give the same bytes on any machine. */
export function writeBundle({
  manifest,
  bodies,
  evidence,
}: BundleContent): AsyncIterable<Uint8Array> {
  const zip = new ZipFile();
  const fixed = { mtime: new Date(1980, 0, 1), mode: 0o100644, forceDosTimestamp: true };
  zip.addBuffer(Buffer.from(JSON.stringify(manifest)), MANIFEST, fixed);
  for (const document of manifest.documents) {
    const path = documentPath(document);
    zip.addBuffer(Buffer.from(bodies.get(path) ?? ""), path, fixed);
  }
  for (const { sha256: hash } of manifest.evidence) {
    const options = { ...fixed, compress: false };
    zip.addReadStreamLazy(`evidence/${hash}`, options, (give) => {
      give(null, Readable.from(evidence(hash)));
    });
  }
  zip.end();
  return zip.outputStream as unknown as AsyncIterable<Uint8Array>;
}

/** A bundle that was opened: its manifest was checked, its contents are read on demand. */
export interface OpenBundle {
  readonly manifest: BundleManifest;
  /** A document's characters, checked against the manifest. */
  body(document: BundledDocument): Promise<string>;
  evidence(hash: string): Promise<AsyncIterable<Uint8Array>>;
  close(): void;
}

function refuse(reason: string, place = ""): never {
  throw new DeskFailure(appError("store.bundle-refused", { reason, place: place.slice(0, 200) }));
}

function openArchive(source: string | Uint8Array): Promise<ReadZip> {
  const options = { lazyEntries: true, autoClose: false, validateEntrySizes: true };
  return new Promise((resolve, reject) => {
    const done = (error: Error | null, zip: ReadZip | undefined) => {
      if (zip) resolve(zip);
      else
        reject(
          new DeskFailure(appError("store.bundle-refused", { reason: "not-a-zip", place: "" }), {
            cause: error,
          }),
        );
    };
    if (typeof source === "string") openZip(source, options, done);
    else fromBuffer(Buffer.from(source), options, done);
  });
}

function readEntries(zip: ReadZip): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>();
  return new Promise((resolve, reject) => {
    const stop = (reason: string, place: string) =>
      reject(new DeskFailure(appError("store.bundle-refused", { reason, place })));
    zip.on("error", (error: Error) => stop("zip", error.message.slice(0, 200)));
    zip.on("entry", (entry: Entry) => {
      const path = entry.fileName;
      const known =
        path === MANIFEST ||
        /^(documents\/[a-z][a-z0-9-]*\/[A-Za-z0-9_-]+\.json|evidence\/[0-9a-f]{64})$/.test(path);
      if (!known) return stop("unknown-entry", path);
      if (entries.has(path)) return stop("entry-twice", path);
      if (entry.isEncrypted()) return stop("encrypted", path);
      entries.set(path, entry);
      if (entries.size > 10_001) return stop("too-many", path);
      return zip.readEntry();
    });
    zip.on("end", () => resolve(entries));
    zip.readEntry();
  });
}

function streamOf(zip: ReadZip, entry: Entry): Promise<Readable> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (stream) resolve(stream);
      else
        reject(
          new DeskFailure(
            appError("store.bundle-refused", { reason: "zip", place: entry.fileName }),
            { cause: error },
          ),
        );
    });
  });
}

/** Reads an entry whole; what it holds beyond the limit is never unpacked. */
async function readEntry(zip: ReadZip, entry: Entry, limit: number): Promise<Buffer> {
  if (entry.uncompressedSize > limit) refuse("too-large", entry.fileName);
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of await streamOf(zip, entry)) chunks.push(chunk as Buffer);
  } catch (error) {
    if (error instanceof DeskFailure) throw error;
    refuse("zip", entry.fileName);
  }
  return Buffer.concat(chunks);
}

function parseManifest(bytes: Buffer): BundleManifest {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    refuse("manifest-json", MANIFEST);
  }
  const parsed = bundleSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const first = parsed.error.issues[0];
  return refuse("manifest-shape", `${first?.path.join(".") ?? ""}: ${first?.message ?? ""}`);
}

/** Opens a bundle file or its bytes; throws a DeskFailure that names the place when it is not a sound bundle. */
export async function openBundle(source: string | Uint8Array): Promise<OpenBundle> {
  const zip = await openArchive(source);
  try {
    const entries = await readEntries(zip);
    const entryOf = (path: string) => entries.get(path) ?? refuse("missing-entry", path);
    const manifest = parseManifest(await readEntry(zip, entryOf(MANIFEST), MANIFEST_LIMIT));
    const listed = new Set([
      MANIFEST,
      ...manifest.documents.map(documentPath),
      ...manifest.evidence.map(({ sha256: hash }) => `evidence/${hash}`),
    ]);
    for (const path of listed) entryOf(path);
    for (const path of entries.keys()) if (!listed.has(path)) refuse("unlisted-entry", path);
    if (listed.size !== 1 + manifest.documents.length + manifest.evidence.length) {
      refuse("entry-twice", MANIFEST);
    }
    return {
      manifest,
      body: async (document) => {
        const path = documentPath(document);
        const bytes = await readEntry(zip, entryOf(path), DOCUMENT_LIMIT);
        if (sha256Of(bytes) !== document.sha256) refuse("hash", path);
        return bytes.toString("utf8");
      },
      evidence: (hash) => streamOf(zip, entryOf(`evidence/${hash}`)),
      close: () => zip.close(),
    };
  } catch (error) {
    zip.close();
    throw error;
  }
}
