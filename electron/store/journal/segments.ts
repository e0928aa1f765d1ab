import { join } from "node:path";
import { type FileSystem, readSpan } from "#node/files";
import {
  type ChainHead,
  type ChainLine,
  type Digest,
  followsHead,
  readLine,
} from "#shared/journal";
import { type AppError, appError } from "#shared/kernel";

/** One line with its place in the segment file. */
export type PlacedLine = {
  readonly line: ChainLine;
  readonly segment: number;
  readonly start: number;
  readonly end: number;
};

/** A place in the journal where the chain does not hold. */
export type JournalBreak = {
  readonly file: string;
  readonly line: number;
  readonly afterSeq: number;
  readonly error: AppError;
};

/** What reading a stretch of the journal gave. */
export type Scan = {
  readonly lines: readonly PlacedLine[];
  readonly breaks: readonly JournalBreak[];
  readonly head: ChainHead;
  /** Bytes at the end that an interrupted append left; not part of the chain. */
  readonly torn: { readonly from: number; readonly bytes: number } | undefined;
  /** Where the next line goes in the last segment read. */
  readonly end: number;
};

const SEGMENT = /^(\d{6})\.ndjson$/;

/** The file name of a segment. */
export function segmentName(segment: number): string {
  return `${String(segment).padStart(6, "0")}.ndjson`;
}

/** The numbers of the segments in a journal folder, in order. */
export async function listSegments(fs: FileSystem, dir: string): Promise<number[]> {
  if (!(await fs.facts(dir))) return [];
  const entries = await fs.list(dir);
  const numbers = entries.flatMap((entry) => {
    const match = SEGMENT.exec(entry.name);
    return match ? [Number(match[1])] : [];
  });
  return numbers.sort((a, b) => a - b);
}

/** Reads a segment file from an offset to its end. */
export async function readSegment(
  fs: FileSystem,
  dir: string,
  segment: number,
  from: number,
): Promise<Uint8Array> {
  const path = join(dir, segmentName(segment));
  if (from === 0) return fs.readFile(path);
  const file = await fs.open(path, "r");
  try {
    const { size } = await file.facts();
    return size > from ? await readSpan(file, from, size - from) : new Uint8Array();
  } finally {
    await file.close();
  }
}

type Raw = { readonly text: string; readonly start: number; readonly end: number };

const NEWLINE = 0x0a;

function splitLines(bytes: Uint8Array, offset: number): { lines: Raw[]; rest: number } {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const lines: Raw[] = [];
  let at = 0;
  for (;;) {
    const next = buffer.indexOf(NEWLINE, at);
    if (next < 0) return { lines, rest: at };
    const text = buffer.toString("utf8", at, next);
    lines.push({ text, start: offset + at, end: offset + next + 1 });
    at = next + 1;
  }
}

/**
 * A damaged end counts as torn when nothing after it was written in a later step: the step it belongs to was never
 * confirmed to anyone. Anything else is a break.
 */
function tornFrom(raws: readonly Raw[], parsed: readonly (ChainLine | undefined)[]) {
  let last = parsed.length;
  for (let index = parsed.length - 1; index >= 0; index -= 1) {
    const line = parsed[index];
    if (!line) last = index;
    else if (line.step === 0) break;
  }
  return last < parsed.length ? raws[last]?.start : undefined;
}

/** Reads the lines of one segment's bytes (which begin at `offset`) and checks that they continue `head`. */
export function scanBytes(
  bytes: Uint8Array,
  place: { readonly segment: number; readonly offset: number; readonly isLast: boolean },
  head: ChainHead,
  digest: Digest,
): Scan {
  const { lines: raws, rest } = splitLines(bytes, place.offset);
  const parsed = raws.map((raw) => readLine(raw.text, digest));
  const readable = parsed.map((line) => (line.ok ? line.value : undefined));
  const tornAt = place.isLast ? tornFrom(raws, readable) : undefined;
  const lines: PlacedLine[] = [];
  const breaks: JournalBreak[] = [];
  const file = segmentName(place.segment);
  let at = head;
  let end = place.offset;
  for (const [index, raw] of raws.entries()) {
    if (tornAt !== undefined && raw.start >= tornAt) break;
    const line = parsed[index];
    if (!line) break;
    const error = line.ok ? followsHead(at, line.value) : line.error;
    if (error) breaks.push({ file, line: index + 1, afterSeq: at.seq, error });
    if (line.ok) {
      lines.push({ line: line.value, segment: place.segment, start: raw.start, end: raw.end });
      at = { seq: line.value.seq, hash: line.value.hash };
    }
    end = raw.end;
  }
  const total = place.offset + bytes.length;
  const torn = total > end ? { from: end, bytes: total - end } : undefined;
  if (torn && !place.isLast && rest < bytes.length) {
    const error = appError("journal.line-unreadable");
    breaks.push({ file, line: raws.length + 1, afterSeq: at.seq, error });
  }
  return { lines, breaks, head: at, torn, end };
}
