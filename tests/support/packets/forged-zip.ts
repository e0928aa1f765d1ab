import { crc32 } from "node:zlib";

/** One entry of a forged archive; what the directory says may differ from what stands before the data. */
export type ForgedEntry = {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Name before the data, where it is another than in the directory. */
  readonly localName?: string;
  readonly mode?: number;
  readonly flags?: number;
  /** What stands beside the name before the data. */
  readonly extra?: Uint8Array;
  readonly hidden?: boolean;
  /** Bytes laid between this entry and the next. */
  readonly after?: Uint8Array;
  /** The directory sends readers to the data of the entry before. */
  readonly overPrevious?: boolean;
  readonly method?: number;
};

type Extras = { readonly before?: Uint8Array; readonly remark?: string };

const UTF8 = 0x0800;

function localHeader(entry: ForgedEntry): Buffer {
  const name = Buffer.from(entry.localName ?? entry.name);
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x04034b50, 0);
  head.writeUInt16LE(20, 4);
  head.writeUInt16LE(entry.flags ?? UTF8, 6);
  head.writeUInt16LE(entry.method ?? 0, 8);
  head.writeUInt16LE(0x21, 12);
  head.writeUInt32LE(crc32(entry.bytes), 14);
  head.writeUInt32LE(entry.bytes.length, 18);
  head.writeUInt32LE(entry.bytes.length, 22);
  head.writeUInt16LE(name.length, 26);
  const extra = Buffer.from(entry.extra ?? []);
  head.writeUInt16LE(extra.length, 28);
  return Buffer.concat([head, name, extra]);
}

function directoryHeader(entry: ForgedEntry, at: number): Buffer {
  const name = Buffer.from(entry.name);
  const head = Buffer.alloc(46);
  head.writeUInt32LE(0x02014b50, 0);
  head.writeUInt16LE(0x0314, 4);
  head.writeUInt16LE(20, 6);
  head.writeUInt16LE(entry.flags ?? UTF8, 8);
  head.writeUInt16LE(entry.method ?? 0, 10);
  head.writeUInt16LE(0x21, 14);
  head.writeUInt32LE(crc32(entry.bytes), 16);
  head.writeUInt32LE(entry.bytes.length, 20);
  head.writeUInt32LE(entry.bytes.length, 24);
  head.writeUInt16LE(name.length, 28);
  head.writeUInt32LE((entry.mode ?? 0o100644) * 0x10000, 38);
  head.writeUInt32LE(at, 42);
  return Buffer.concat([head, name]);
}

/** Writes an archive byte by byte, with whatever is wrong that an entry asks for. */
export function forgedZip(entries: readonly ForgedEntry[], extras: Extras = {}): Buffer {
  const parts: Buffer[] = [Buffer.from(extras.before ?? [])];
  const directory: Buffer[] = [];
  let at = parts[0]?.length ?? 0;
  let previous = at;
  let count = 0;
  for (const entry of entries) {
    const local = Buffer.concat([
      localHeader(entry),
      Buffer.from(entry.bytes),
      Buffer.from(entry.after ?? []),
    ]);
    if (entry.hidden !== true) {
      directory.push(directoryHeader(entry, entry.overPrevious === true ? previous : at));
      count += 1;
    }
    previous = at;
    if (entry.overPrevious === true) continue;
    parts.push(local);
    at += local.length;
  }
  const listing = Buffer.concat(directory);
  const remark = Buffer.from(extras.remark ?? "");
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(listing.length, 12);
  end.writeUInt32LE(at, 16);
  end.writeUInt16LE(remark.length, 20);
  return Buffer.concat([...parts, listing, end, remark]);
}
