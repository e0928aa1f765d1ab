import { open } from "node:fs/promises";
import type { Difference } from "./bag-source.ts";
import type { Reason } from "./reasons.ts";

/** What the directory at the end of an archive says of one entry. */
export type DirectoryEntry = {
  readonly fileName: string;
  readonly fileNameRaw: Uint8Array;
  readonly relativeOffsetOfLocalHeader: number;
  readonly compressedSize: number;
  readonly uncompressedSize: number;
  readonly compressionMethod: number;
  readonly generalPurposeBitFlag: number;
  readonly extraFieldLength: number;
  readonly extraFields: readonly { readonly id: number }[];
  readonly fileCommentLength: number;
};

type Bytes = {
  readonly size: number;
  readonly read: (at: number, length: number) => Promise<Buffer>;
  readonly close: () => Promise<void>;
};

async function openBytes(place: string | Uint8Array): Promise<Bytes> {
  if (typeof place !== "string") {
    const whole = Buffer.from(place.buffer, place.byteOffset, place.byteLength);
    return {
      size: whole.length,
      read: (at, length) => Promise.resolve(whole.subarray(at, at + length)),
      close: () => Promise.resolve(),
    };
  }
  const file = await open(place, "r");
  const { size } = await file.stat();
  return {
    size,
    read: async (at, length) => {
      const buffer = Buffer.alloc(length);
      const { bytesRead } = await file.read(buffer, 0, length, at);
      return buffer.subarray(0, bytesRead);
    },
    close: () => file.close(),
  };
}

const END = 0x06054b50;
const END_BYTES = 22;
const LOCATOR = 0x07064b50;
const LOCATOR_BYTES = 20;
const LOCAL = 0x04034b50;
const LOCAL_BYTES = 30;
const STREAMED = 0b1000;
const LARGE = 0xffffffff;
/** What may follow the data of a streamed entry: its sizes and checksum, short or long, with or without a mark. */
const AFTER_DATA = [0, 12, 16, 20, 24];

/** Long sizes, and the times and owners that archivers note: all that may stand beside a name. A second name may not. */
const PLAIN_EXTRAS: ReadonlySet<number> = new Set([
  ...[0x0001, 0x000a, 0x000d, 0x5455, 0x5855, 0x7855, 0x7875],
]);

/** Whether what stands beside a name is plain, piece by piece to its end. */
function extrasPlain(extra: Buffer): boolean {
  let at = 0;
  while (at + 4 <= extra.length) {
    if (!PLAIN_EXTRAS.has(extra.readUInt16LE(at))) return false;
    at += 4 + extra.readUInt16LE(at + 2);
  }
  return at === extra.length;
}

/** The same of an entry in the directory, and that no remark hangs on it. */
function directoryPlain({ extraFields, extraFieldLength, fileCommentLength }: DirectoryEntry) {
  if (fileCommentLength > 0) return false;
  return extraFieldLength === 0
    ? extraFields.length === 0
    : extraFields.length > 0 && extraFields.every(({ id }) => PLAIN_EXTRAS.has(id));
}

/** Where the directory begins, when it reaches exactly to the end of the file; nothing otherwise. */
async function directoryStart({ size, read }: Bytes): Promise<number | undefined> {
  if (size < END_BYTES) return undefined;
  const end = await read(size - END_BYTES, END_BYTES);
  // A remark at the end moves this; a remark of an archive is no file of a packet.
  if (end.readUInt32LE(0) !== END || end.readUInt16LE(20) !== 0) return undefined;
  const [length, start] = [end.readUInt32LE(12), end.readUInt32LE(16)];
  if (start !== LARGE && length !== LARGE && end.readUInt16LE(10) !== 0xffff)
    return start + length === size - END_BYTES ? start : undefined;
  const at = size - END_BYTES - LOCATOR_BYTES;
  const locator = at < 0 ? Buffer.alloc(4) : await read(at, LOCATOR_BYTES);
  if (locator.readUInt32LE(0) !== LOCATOR) return undefined;
  const record = Number(locator.readBigUInt64LE(8));
  const long = await read(record, 56);
  if (long.length < 56) return undefined;
  const [longLength, longStart] = [
    Number(long.readBigUInt64LE(40)),
    Number(long.readBigUInt64LE(48)),
  ];
  const fits = longStart + longLength === record && record + 56 === at;
  return fits ? longStart : undefined;
}

type Local = {
  readonly fault: Reason | null;
  readonly plain: boolean;
  readonly dataEnd: number;
};

async function localHeader({ read }: Bytes, entry: DirectoryEntry): Promise<Local> {
  const at = entry.relativeOffsetOfLocalHeader;
  const head = await read(at, LOCAL_BYTES);
  if (head.length < LOCAL_BYTES || head.readUInt32LE(0) !== LOCAL)
    return { fault: "archive-names-differ", plain: true, dataEnd: at };
  const [nameLength, extraLength] = [head.readUInt16LE(26), head.readUInt16LE(28)];
  const dataEnd = at + LOCAL_BYTES + nameLength + extraLength + entry.compressedSize;
  const name = await read(at + LOCAL_BYTES, nameLength);
  const extra = await read(at + LOCAL_BYTES + nameLength, extraLength);
  const streamed = (head.readUInt16LE(6) & STREAMED) !== 0;
  const stated = [head.readUInt32LE(18), head.readUInt32LE(22)];
  const sizes = [entry.compressedSize, entry.uncompressedSize];
  const sized = streamed || stated.every((size, i) => size === LARGE || size === sizes[i]);
  const same =
    name.equals(entry.fileNameRaw) &&
    name.equals(Buffer.from(entry.fileName, "utf8")) &&
    head.readUInt16LE(8) === entry.compressionMethod &&
    head.readUInt16LE(6) === entry.generalPurposeBitFlag &&
    sized;
  const plain = extrasPlain(extra) && directoryPlain(entry);
  return { fault: same ? null : "archive-names-differ", plain, dataEnd };
}

async function faultsIn(bytes: Bytes, entries: readonly DirectoryEntry[]): Promise<Difference[]> {
  const faults: Difference[] = [];
  const note = (path: string, reason: Reason) => faults.push({ kind: "malformed", path, reason });
  const start = await directoryStart(bytes);
  if (start === undefined) note("", "archive-hidden");
  const order = entries.toSorted(
    (a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader,
  );
  let ends = [0];
  for (const entry of order) {
    const local = await localHeader(bytes, entry);
    if (local.fault !== null) note(entry.fileName, local.fault);
    if (!local.plain) note(entry.fileName, "archive-hidden");
    // Between the end of one entry and the beginning of the next there is room for nothing.
    if (!ends.includes(entry.relativeOffsetOfLocalHeader)) note(entry.fileName, "archive-hidden");
    if (entry.fileName.endsWith("/") && entry.uncompressedSize > 0)
      note(entry.fileName, "archive-hidden");
    const streamed = (entry.generalPurposeBitFlag & STREAMED) !== 0;
    ends = (streamed ? AFTER_DATA : [0]).map((more) => local.dataEnd + more);
  }
  if (start !== undefined && !ends.includes(start)) note("", "archive-hidden");
  return faults;
}

/**
 * What one program would unpack from an archive and another would not: entries that the directory does not name, other names or
 * sizes before the data than in the directory, a second name or a remark beside the first, data that lie over each other, and
 * anything before, between or after.
 */
export async function layoutFaults(
  place: string | Uint8Array,
  entries: readonly DirectoryEntry[],
): Promise<readonly Difference[]> {
  const bytes = await openBytes(place);
  try {
    return await faultsIn(bytes, entries);
  } finally {
    await bytes.close();
  }
}
