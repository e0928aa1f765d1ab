import { type Entry, fromBuffer, open, type ZipFile } from "yauzl";
import type { BagSource, Difference, ReadLimits } from "./bag-source.ts";
import { pathFault } from "./safe-path.ts";
import { layoutFaults } from "./zip-layout.ts";

const SYMLINK = 0o120000;
const KIND = 0o170000;
const BOMB_FLOOR = 1024 ** 2;

function openZip(place: string | Uint8Array): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    const options = {
      lazyEntries: true,
      autoClose: false,
      strictFileNames: true,
      validateEntrySizes: true,
    };
    const done = (error: Error | null, zip: ZipFile) => (error ? reject(error) : resolve(zip));
    if (typeof place === "string") open(place, options, done);
    else fromBuffer(Buffer.from(place.buffer, place.byteOffset, place.byteLength), options, done);
  });
}

function entryFault(entry: Entry, limits: ReadLimits): Difference | null {
  const path = entry.fileName;
  const fault = pathFault(path.replace(/\/$/, ""));
  if (fault !== null) return { kind: "unsafe", path, reason: fault };
  if (((entry.externalFileAttributes >>> 16) & KIND) === SYMLINK)
    return { kind: "unsafe", path, reason: "link" };
  if (entry.isEncrypted()) return { kind: "unsafe", path, reason: "encrypted" };
  if (!entry.canDecodeFileData()) return { kind: "unsafe", path, reason: "unknown-compression" };
  const swollen =
    entry.uncompressedSize > BOMB_FLOOR &&
    entry.uncompressedSize / Math.max(1, entry.compressedSize) > limits.ratio;
  if (entry.uncompressedSize > limits.fileBytes || swollen) return { kind: "too-large", path };
  return null;
}

type Listing = {
  readonly entries: Map<string, Entry>;
  /** Every entry of the directory, those with faults among them; nothing when it could not be read to its end. */
  all: Entry[] | undefined;
  readonly faults: Difference[];
};

/** The reader refuses a hostile name in words of its own; they become the sentences that unsafe names have anywhere. */
function nameFault(words: string): Difference {
  const [, what = "", name = ""] = /^(.+?): (.*)$/s.exec(words) ?? [];
  if (what === "invalid relative path" || what === "absolute path")
    return { kind: "unsafe", path: name, reason: "name-leads-out" };
  if (what === "invalid characters in fileName")
    return { kind: "unsafe", path: name, reason: "name-character" };
  return { kind: "malformed", path: "", reason: "unreadable", about: words };
}

function list(zip: ZipFile, limits: ReadLimits): Promise<Listing> {
  return new Promise((resolve) => {
    const all: Entry[] = [];
    const listing: Listing = { entries: new Map(), all, faults: [] };
    let total = 0;
    const stop = (difference: Difference) => {
      listing.all = undefined;
      listing.faults.push(difference);
      resolve(listing);
    };
    zip.on("error", (error) => stop(nameFault(error instanceof Error ? error.message : "")));
    zip.on("end", () => resolve(listing));
    zip.on("entry", (entry: Entry) => {
      const fault = entryFault(entry, limits);
      all.push(entry);
      total += entry.uncompressedSize;
      if (fault) listing.faults.push(fault);
      else if (listing.entries.has(entry.fileName))
        listing.faults.push({
          kind: "malformed",
          path: entry.fileName,
          reason: "twice-in-archive",
        });
      else listing.entries.set(entry.fileName, entry);
      if (all.length > limits.files || total > limits.totalBytes)
        stop({ kind: "too-large", path: "", reason: "too-much" });
      else zip.readEntry();
    });
    zip.readEntry();
  });
}

/** The folder that holds everything, with its slash; empty when the bag lies at the top. */
function commonFolder(paths: readonly string[]): string {
  const first = paths[0] ?? "";
  const folder = first.slice(0, first.indexOf("/") + 1);
  return folder !== "" && folder !== "data/" && paths.every((path) => path.startsWith(folder))
    ? folder
    : "";
}

function emptyFolders(entries: readonly string[]): string[] {
  return entries
    .filter((path) => path.endsWith("/"))
    .filter((path) => !entries.some((other) => other !== path && other.startsWith(path)))
    .map((path) => path.slice(0, -1));
}

function stream(zip: ZipFile, entry: Entry): Promise<AsyncIterable<Uint8Array>> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, readable) => (error ? reject(error) : resolve(readable)));
  });
}

/**
 * A bag in a zip, read in place without unpacking. Entries with path tricks, links, encryption or unbelievable ratios are
 * reported and not read. Throws when the file is no zip at all.
 */
export async function openZipBag(
  place: string | Uint8Array,
  limits: ReadLimits,
): Promise<BagSource> {
  const zip = await openZip(place);
  const { entries, all, faults } = await list(zip, limits);
  if (all !== undefined) faults.push(...(await layoutFaults(place, all)));
  const names = [...entries.keys()];
  const folder = commonFolder(names);
  const inside = new Map([...entries].map(([name, entry]) => [name.slice(folder.length), entry]));
  inside.delete("");
  return {
    container: "zip",
    folder,
    files: new Map(
      [...inside].flatMap(([name, entry]) =>
        name.endsWith("/") ? [] : [[name, entry.uncompressedSize]],
      ),
    ),
    emptyFolders: emptyFolders([...inside.keys()]),
    faults,
    read: (name) => {
      const entry = inside.get(name);
      return entry
        ? stream(zip, entry)
        : Promise.reject(new RangeError(`no ${name} in the archive`));
    },
    close: () => {
      zip.close();
      return Promise.resolve();
    },
  };
}
