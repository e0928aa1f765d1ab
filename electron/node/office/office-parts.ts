import { type Entry, fromBuffer, type ZipFile } from "yauzl";
import { appError, err, type Result } from "#shared/kernel";

/** What a file may at most hold before it is called a bomb: entries, bytes of one part, of all parts, and how far one swells. */
export type PartLimits = {
  readonly entries: number;
  readonly partBytes: number;
  readonly totalBytes: number;
  readonly ratio: number;
};

/** Bounds for a workbook of holdings: 300,000 rows fit, a bomb does not. */
export const workbookLimits: PartLimits = {
  entries: 2_000,
  partBytes: 128 * 1024 ** 2,
  totalBytes: 256 * 1024 ** 2,
  ratio: 200,
};

const SMALL = 1024 ** 2;

type Fault = "not-a-zip" | "encrypted" | "too-large";

class PartFault extends Error {
  readonly fault: Fault;
  constructor(fault: Fault) {
    super(fault);
    this.fault = fault;
  }
}

function opened(bytes: Uint8Array): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    fromBuffer(
      Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
      { lazyEntries: true, strictFileNames: true, validateEntrySizes: true },
      (error, zip) => (error ? reject(new PartFault("not-a-zip")) : resolve(zip)),
    );
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

function textOf(zip: ZipFile, entry: Entry): Promise<string> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error) return reject(new PartFault("not-a-zip"));
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("error", () => reject(new PartFault("not-a-zip")));
      stream.on("end", () => resolve(Buffer.concat(chunks).toString("utf8")));
    });
  });
}

/** The parts of an office file, read one by one when asked for. */
export type OfficeParts = {
  readonly has: (path: string) => boolean;
  /** The part's text; undefined where the file has none of that name. */
  readonly text: (path: string) => Promise<string | undefined>;
};

/**
 * Opens an office file from memory and hands its parts to `use`. Sizes are bounded before anything is unpacked, and again
 * by what really comes out; a broken archive, a locked file and a bomb are told apart.
 */
export async function withOfficeParts<T>(
  bytes: Uint8Array,
  file: string,
  limits: PartLimits,
  use: (parts: OfficeParts) => Promise<Result<T>>,
): Promise<Result<T>> {
  try {
    const zip = await opened(bytes);
    // The end of the list closes the archive otherwise, before a part was read.
    zip.autoClose = false;
    try {
      const entries = await entriesOf(zip, limits);
      return await use({
        has: (path) => entries.has(path),
        text: async (path) => {
          const entry = entries.get(path);
          return entry === undefined ? undefined : await textOf(zip, entry);
        },
      });
    } finally {
      zip.close();
    }
  } catch (fault) {
    if (fault instanceof PartFault) return err(appError(`workbook-${fault.fault}`, { file }));
    throw fault;
  }
}
