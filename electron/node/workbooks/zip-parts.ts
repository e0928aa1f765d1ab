import type { Readable } from "node:stream";
import { type Entry, fromBuffer, open, type ZipFile } from "yauzl";
import { appError, err, type Result } from "#shared/kernel";

/** What a file may at most hold before it is called a bomb: entries, bytes of one part, of all parts, and how far one swells. */
export type PartLimits = {
  readonly entries: number;
  readonly partBytes: number;
  readonly totalBytes: number;
  readonly ratio: number;
};

/** Bounds for a workbook of holdings or of a list: 300,000 rows fit, a bomb does not. */
export const workbookLimits: PartLimits = {
  entries: 2_000,
  partBytes: 128 * 1024 ** 2,
  totalBytes: 256 * 1024 ** 2,
  ratio: 200,
};

/** Bounds for a workbook as large as spreadsheets write them, a million rows, read without being held. */
export const largeWorkbookLimits: PartLimits = {
  entries: 2_000,
  partBytes: 1024 ** 3,
  totalBytes: 2 * 1024 ** 3,
  ratio: 200,
};

const SMALL = 1024 ** 2;

type Fault = "not-a-zip" | "encrypted" | "too-large";

class PartFault extends Error {
  readonly fault: Fault;
  constructor(fault: Fault, options?: ErrorOptions) {
    super(fault, options);
    this.fault = fault;
  }
}

/** An archive in memory, or the path of one on disk. */
export type ZipInput = Uint8Array | string;

const damaged = (cause: unknown) => new PartFault("not-a-zip", { cause });

function opened(input: ZipInput): Promise<ZipFile> {
  const options = {
    lazyEntries: true,
    strictFileNames: true,
    validateEntrySizes: true,
    // The end of the list closes the archive otherwise, before a part was read.
    autoClose: false,
  };
  return new Promise((resolve, reject) => {
    const done = (error: Error | null, zip: ZipFile) =>
      error ? reject(new PartFault("not-a-zip")) : resolve(zip);
    if (typeof input === "string") open(input, options, done);
    else fromBuffer(Buffer.from(input.buffer, input.byteOffset, input.byteLength), options, done);
  });
}

function checkEntry(entry: Entry, limits: PartLimits): void {
  if (entry.isEncrypted()) throw new PartFault("encrypted");
  const swollen =
    entry.uncompressedSize > SMALL &&
    entry.uncompressedSize / Math.max(1, entry.compressedSize) > limits.ratio;
  if (swollen || entry.uncompressedSize > limits.partBytes) throw new PartFault("too-large");
}

function entriesOf(zip: ZipFile, limits: PartLimits): Promise<Map<string, Entry>> {
  return new Promise((resolve, reject) => {
    const found = new Map<string, Entry>();
    let total = 0;
    zip.on("error", () => reject(new PartFault("not-a-zip")));
    zip.on("end", () => resolve(found));
    zip.on("entry", (entry: Entry) => {
      try {
        checkEntry(entry, limits);
        total += entry.uncompressedSize;
        if (found.size >= limits.entries || total > limits.totalBytes)
          throw new PartFault("too-large");
      } catch (fault) {
        reject(fault);
        return;
      }
      found.set(entry.fileName, entry);
      zip.readEntry();
    });
    zip.readEntry();
  });
}

async function* piecesOf(zip: ZipFile, entry: Entry): AsyncGenerator<string> {
  const stream = await new Promise<Readable>((resolve, reject) =>
    zip.openReadStream(entry, (error, found) =>
      error ? reject(new PartFault("not-a-zip")) : resolve(found),
    ),
  );
  const decoder = new TextDecoder("utf-8", { fatal: true });
  try {
    for await (const chunk of stream) yield decoder.decode(chunk as Buffer, { stream: true });
    yield decoder.decode();
  } catch (fault) {
    // Damaged packing and bytes that are no text.
    throw damaged(fault);
  }
}

/** The parts of an office file, read one by one when asked for. */
export type OfficeParts = {
  readonly has: (path: string) => boolean;
  /** The part's text; undefined where the file has none of that name. */
  readonly text: (path: string) => Promise<string | undefined>;
  /** The same piece by piece, for parts that are not to be held whole. */
  readonly pieces: (path: string) => AsyncGenerator<string>;
  /** Bytes of the part when unpacked; 0 where there is none of that name. */
  readonly size: (path: string) => number;
};

/**
 * Opens an office file and hands its parts to `use`. Sizes are bounded before anything is unpacked, and again
 * by what really comes out; a broken archive, a locked file and a bomb are told apart.
 */
export async function withOfficeParts<T>(
  input: ZipInput,
  file: string,
  limits: PartLimits,
  use: (parts: OfficeParts) => Promise<Result<T>>,
): Promise<Result<T>> {
  try {
    const zip = await opened(input);
    try {
      const entries = await entriesOf(zip, limits);
      return await use({
        has: (path) => entries.has(path),
        text: async (path) => {
          const entry = entries.get(path);
          if (entry === undefined) return undefined;
          let text = "";
          for await (const piece of piecesOf(zip, entry)) text += piece;
          return text;
        },
        pieces: async function* (path) {
          const entry = entries.get(path);
          if (entry !== undefined) yield* piecesOf(zip, entry);
        },
        size: (path) => entries.get(path)?.uncompressedSize ?? 0,
      });
    } finally {
      zip.close();
    }
  } catch (fault) {
    if (fault instanceof PartFault) return err(appError(`workbook-${fault.fault}`, { file }));
    throw fault;
  }
}
