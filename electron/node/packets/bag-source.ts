import type { Reason } from "./reasons.ts";

/** Something that differs from what a bag promises, or that may not be there. */
export type Difference = {
  readonly kind: "changed" | "missing" | "added" | "malformed" | "unsafe" | "too-large";
  readonly path: string;
  /** Why, as a code of the catalogue (`verify.reason.…`). */
  readonly reason?: Reason;
  /** What the reason is about: another file, a version, a line, the words of the system. */
  readonly about?: string;
};

/** Limits that keep a hostile folder or archive from filling memory, disk or time. */
export type ReadLimits = {
  readonly files: number;
  readonly fileBytes: number;
  readonly totalBytes: number;
  readonly tagFileBytes: number;
  /** Highest believed ratio of unpacked to packed size for files above one megabyte. */
  readonly ratio: number;
};

export const defaultLimits: ReadLimits = {
  files: 20_000,
  fileBytes: 2 * 1024 ** 3,
  totalBytes: 8 * 1024 ** 3,
  tagFileBytes: 16 * 1024 ** 2,
  ratio: 200,
};

/** A bag as a list of files that can be read one after another, whether it lies in a folder or in a zip. */
export type BagSource = {
  readonly container: "folder" | "zip";
  /** The folder inside a zip that holds the bag, with its slash; empty when there is none. */
  readonly folder: string;
  /** Paths with `/`, relative to the bag; sizes as the place declares them. */
  readonly files: ReadonlyMap<string, number>;
  /** Folders without any file; an archive that was built here has none. */
  readonly emptyFolders: readonly string[];
  /** What the place itself showed to be wrong: links, path tricks, bombs. Such entries are not among `files`. */
  readonly faults: readonly Difference[];
  read(path: string): Promise<AsyncIterable<Uint8Array>>;
  close(): Promise<void>;
};

/** Reads a small file whole; throws a RangeError above the limit. */
export async function readWhole(source: BagSource, path: string, limit: number): Promise<Buffer> {
  if ((source.files.get(path) ?? 0) > limit)
    throw new RangeError(`${path} is larger than ${limit} bytes`);
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of await source.read(path)) {
    size += part.length;
    if (size > limit) throw new RangeError(`${path} is larger than ${limit} bytes`);
    parts.push(part);
  }
  return Buffer.concat(parts);
}
