import { createHash } from "node:crypto";
import { join } from "node:path";
import { DeskFailure, type FileSystem, type Writer, writeAll } from "#node/files";
import {
  type ChainHead,
  type ChainLine,
  emptyHead,
  type JournalEntry,
  journalEntrySchema,
  makeLine,
} from "#shared/journal";
import { type AppError, appError } from "#shared/kernel";
import { againstCounter, type Counter, type FoundCounter } from "./counter.ts";
import { createSegmentFile, type SegmentState } from "./segment-file.ts";
import {
  type JournalBreak,
  listSegments,
  type PlacedLine,
  readSegment,
  type Scan,
  scanBytes,
  segmentName,
} from "./segments.ts";

/** Closes a journal entry against readers without the key; bound to its number in the chain. */
export interface LineSeal {
  seal(plain: string, seq: number): string;
  /** The entry's text, or undefined when the key is wrong or the line was changed. */
  open(sealed: string, seq: number): string | undefined;
}

/** A line with its entry opened. `entry` is undefined when it cannot be opened with this key. */
export type JournalRecord = {
  readonly seq: number;
  readonly hash: string;
  readonly entry: JournalEntry | undefined;
};

/** A durable place in the journal, kept by the index so that an opening reads only what came later. */
export type JournalPointer = {
  readonly segment: number;
  readonly start: number;
  readonly end: number;
  readonly seq: number;
  readonly hash: string;
};

/** What a caller records; time and safe point are added by the journal. */
export type JournalDraft = Omit<JournalEntry, "at" | "settled">;

/** A complete verification: number of lines, head, and every break with its file and line. */
export type JournalReport = {
  readonly lines: number;
  readonly head: ChainHead;
  readonly breaks: readonly JournalBreak[];
  readonly sealedUnread: number;
};

/** An entry whose change is not in place yet. */
export type Unsettled = { readonly head: ChainHead; settle(): void };

/** The append-only, hash-chained record of a workspace. */
export interface Journal {
  head(): ChainHead;
  /** Where the last line stands; undefined while the journal is empty. */
  pointer(): JournalPointer | undefined;
  /** Appends one entry; resolves when it is durable. Entries of concurrent callers share one sync. Throws DeskFailure. */
  append(draft: JournalDraft): Promise<ChainHead>;
  /** As `append`, for a change that is still on its way to its place; `settle` is called once it has arrived. */
  appendUnsettled(draft: JournalDraft): Promise<Unsettled>;
  /**
   * Appends entries that belong together, in one step. After an interruption either all are there or the ones that are
   * count as not having happened (`part` in their detail tells how many there were).
   */
  appendTogether(drafts: readonly JournalDraft[]): Promise<readonly Unsettled[]>;
  /** Whether every change the journal tells of has reached its place. */
  isSettled(): boolean;
  /** All records in order; damaged lines are skipped here and reported by `verify`. */
  records(): AsyncGenerator<JournalRecord>;
  /** Verifies the whole chain from its first line. */
  verify(): Promise<JournalReport>;
  /** For a reader: takes in what the writer appended since; returns the new records. */
  refresh(): Promise<readonly JournalRecord[]>;
  close(): Promise<void>;
}

/** How a journal is opened. Without a writer it is read only. */
export type JournalOptions = {
  readonly fs: FileSystem;
  readonly dir: string;
  readonly writer?: Writer;
  readonly seal?: LineSeal;
  readonly now: () => string;
  readonly since?: JournalPointer | undefined;
  readonly segmentBytes?: number;
  readonly keepTorn?: (segment: number, offset: number, bytes: Uint8Array) => Promise<void>;
  /** The head kept outside the journal; noted after each step. */
  readonly counter?: Counter | undefined;
  /** What the counter says now, for a verification. */
  readonly inspectCounter?: () => Promise<FoundCounter>;
  /** Whether the workspace says that it has a counter: then a missing one is a fault. */
  readonly isCounted?: () => boolean;
  /** Where a foreign file is put that took a segment's name while it was written to. */
  readonly aside?: string;
  /** Called when somebody touched the journal while it is written to. */
  readonly onIssue?: (error: AppError) => void;
};

/** What opening found: the records after `since` (or all), and what was wrong. */
export type OpenedJournal = {
  readonly journal: Journal;
  readonly records: readonly JournalRecord[];
  /** The last line there is, also when it is not among `records`. */
  readonly last: JournalRecord | undefined;
  /** Whether `records` continue `since`; false when the pointer no longer fits and everything was read. */
  readonly continued: boolean;
  readonly breaks: readonly JournalBreak[];
  readonly repaired: number;
  /** What the counter outside the journal says against it. */
  readonly disputed: AppError | undefined;
};

/** SHA-256 of a text by Node, the same digits as the shared one and faster. */
export function digestText(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

const SEGMENT_BYTES = 4 * 1024 * 1024;

type Waiting = {
  readonly drafts: readonly JournalDraft[];
  readonly unsettled: boolean;
  readonly done: (heads: readonly ChainHead[]) => void;
  readonly failed: (error: unknown) => void;
};

function openLine(line: ChainLine, seal: LineSeal | undefined): JournalEntry | undefined {
  // In an encrypted workspace a readable line was written by somebody without the key.
  if (line.entry) return seal ? undefined : line.entry;
  if (line.sealed === undefined || !seal) return undefined;
  const plain = seal.open(line.sealed, line.seq);
  if (plain === undefined) return undefined;
  const parsed = journalEntrySchema.safeParse(JSON.parse(plain));
  return parsed.success ? parsed.data : undefined;
}

function toRecord(line: ChainLine, seal: LineSeal | undefined): JournalRecord {
  return { seq: line.seq, hash: line.hash, entry: openLine(line, seal) };
}

async function scanFrom(
  options: JournalOptions,
  segments: readonly number[],
  start: { segment: number; offset: number; head: ChainHead },
): Promise<Scan & { segment: number }> {
  const lines: PlacedLine[] = [];
  const breaks: JournalBreak[] = [];
  let head = start.head;
  let end = start.offset;
  let segment = start.segment;
  let torn: Scan["torn"];
  const todo = segments.filter((number) => number >= start.segment);
  for (const number of todo) {
    const offset = number === start.segment ? start.offset : 0;
    const bytes = await readSegment(options.fs, options.dir, number, offset);
    const place = { segment: number, offset, isLast: number === segments.at(-1) };
    const scan = scanBytes(bytes, place, head, digestText);
    for (const line of scan.lines) lines.push(line);
    breaks.push(...scan.breaks);
    ({ head, end, torn } = scan);
    segment = number;
  }
  return { lines, breaks, head, torn, end, segment };
}

/** The line that the pointer names, if it is still there, unchanged. */
async function lineAt(
  options: JournalOptions,
  pointer: JournalPointer,
): Promise<ChainLine | undefined> {
  try {
    const bytes = await readSegment(options.fs, options.dir, pointer.segment, pointer.start);
    const line = bytes.subarray(0, pointer.end - pointer.start);
    const place = { segment: pointer.segment, offset: 0, isLast: false };
    const scan = scanBytes(line, place, emptyHead, digestText);
    const found = scan.lines[0]?.line;
    return found?.hash === pointer.hash && found.seq === pointer.seq ? found : undefined;
  } catch {
    return undefined;
  }
}

/** Opens a journal folder; in write mode an interrupted last step is cut off (its bytes are kept by `keepTorn`). */
export async function openJournal(options: JournalOptions): Promise<OpenedJournal> {
  const segments = await listSegments(options.fs, options.dir);
  const since = options.since;
  const lineSince = since ? await lineAt(options, since) : undefined;
  const continued = lineSince !== undefined;
  const start =
    continued && since
      ? { segment: since.segment, offset: since.end, head: { seq: since.seq, hash: since.hash } }
      : { segment: segments[0] ?? 1, offset: 0, head: emptyHead };
  const scan = await scanFrom(options, segments, start);
  const lastLine: PlacedLine | undefined = scan.lines.at(-1);
  const state: SegmentState = {
    segment: scan.segment,
    size: scan.end,
    head: scan.head,
    file: undefined,
    dirty: false,
  };
  let pointer = continued ? since : undefined;
  if (lastLine) pointer = pointerOf(lastLine);
  if (scan.torn && options.writer) await repairTail(options, state, scan.torn);
  const last = lastLine?.line ?? lineSince;
  return {
    journal: createJournal(options, state, pointer),
    last: last ? toRecord(last, options.seal) : undefined,
    records: scan.lines.map(({ line }) => toRecord(line, options.seal)),
    continued,
    breaks: scan.breaks,
    repaired: scan.torn && options.writer ? scan.torn.bytes : 0,
    disputed: disputeOf(options, scan, continued ? since : undefined),
  };
}

function disputeOf(
  options: JournalOptions,
  scan: Scan,
  since: JournalPointer | undefined,
): AppError | undefined {
  const found = options.counter?.found;
  if (!found) return undefined;
  const hashes = new Map(scan.lines.map(({ line }) => [line.seq, line.hash]));
  if (since) hashes.set(since.seq, since.hash);
  const counted = options.isCounted?.() ?? false;
  return againstCounter(found, scan.head, (seq) => hashes.get(seq), counted);
}

function pointerOf({ line, segment, start, end }: PlacedLine): JournalPointer {
  return { segment, start, end, seq: line.seq, hash: line.hash };
}

async function repairTail(
  options: JournalOptions,
  state: SegmentState,
  torn: { readonly from: number; readonly bytes: number },
): Promise<void> {
  await options.writer?.assertWritable();
  const bytes = await readSegment(options.fs, options.dir, state.segment, torn.from);
  await options.keepTorn?.(state.segment, torn.from, bytes);
  const file = await options.fs.open(join(options.dir, segmentName(state.segment)), "r+");
  try {
    await file.truncate(torn.from);
    await file.sync();
  } finally {
    await file.close();
  }
}

// biome-ignore lint/complexity/noExcessiveLinesPerFunction: its closures are one object's methods and share its queue and state
function createJournal(
  options: JournalOptions,
  state: SegmentState,
  first: JournalPointer | undefined,
): Journal {
  const { fs, dir, writer, seal } = options;
  const limit = options.segmentBytes ?? SEGMENT_BYTES;
  const queue: Waiting[] = [];
  const unsettled = new Set<number>();
  const isCounted = options.isCounted ?? (() => false);
  let pointer = first;
  let running: Promise<void> | undefined;

  const place = createSegmentFile(options, state);

  const writeStep = async (step: readonly Waiting[]) => {
    if (!writer) throw new DeskFailure(appError("journal.read-only"));
    await writer.assertWritable();
    if (state.size >= limit && !state.dirty) {
      await place.next();
    }
    await options.counter?.prepare();
    const file = await place.ready();
    const settled = unsettled.size > 0 ? Math.min(...unsettled) - 1 : state.head.seq;
    let head = state.head;
    const heads: ChainHead[] = [];
    let text = "";
    let lastStart = 0;
    for (const draft of step.flatMap(({ drafts }) => drafts)) {
      const entry: JournalEntry = { at: options.now(), ...draft, settled };
      const content = seal ? { sealed: seal.seal(JSON.stringify(entry), head.seq + 1) } : { entry };
      const line = makeLine(head, content, heads.length, digestText);
      lastStart = Buffer.byteLength(text);
      text += `${line.text}\n`;
      head = line.head;
      heads.push(head);
    }
    const bytes = Buffer.from(text);
    state.dirty = true;
    await writeAll(file, bytes, state.size);
    await file.datasync();
    state.dirty = false;
    pointer = {
      segment: state.segment,
      start: state.size + lastStart,
      end: state.size + bytes.length,
      seq: head.seq,
      hash: head.hash,
    };
    state.size += bytes.length;
    state.head = head;
    options.counter?.note(head);
    for (const waiting of step) {
      const own = heads.splice(0, waiting.drafts.length);
      if (waiting.unsettled) for (const { seq } of own) unsettled.add(seq);
      waiting.done(own);
    }
  };

  const drain = async () => {
    while (queue.length > 0) {
      const step = queue.splice(0, 256);
      try {
        await writeStep(step);
      } catch (error) {
        for (const waiting of step) waiting.failed(error);
      }
    }
    running = undefined;
  };

  const enqueue = (drafts: readonly JournalDraft[], pending: boolean) =>
    new Promise<readonly ChainHead[]>((done, failed) => {
      queue.push({ drafts, unsettled: pending, done, failed });
      running ??= drain();
    });

  const only = (heads: readonly ChainHead[]): ChainHead => heads[0] ?? state.head;
  const openEnded = (head: ChainHead): Unsettled => ({
    head,
    settle: () => unsettled.delete(head.seq),
  });

  async function* records(): AsyncGenerator<JournalRecord> {
    for (const segment of await listSegments(fs, dir)) {
      const bytes = await readSegment(fs, dir, segment, 0);
      const scan = scanBytes(bytes, { segment, offset: 0, isLast: true }, emptyHead, digestText);
      for (const { line } of scan.lines) yield toRecord(line, seal);
    }
  }

  const verify = async (): Promise<JournalReport> => {
    await running;
    // Before the lines: a writer may add some meanwhile, and is then ahead of its counter, never behind.
    await options.counter?.settled();
    const counted = await options.inspectCounter?.();
    const known = state.head;
    const segments = await listSegments(fs, dir);
    const start = { segment: segments[0] ?? 1, offset: 0, head: emptyHead };
    const scan = await scanFrom(options, segments, start);
    const breaks = [...scan.breaks, ...gapsOf(segments)];
    const hashes = new Map(scan.lines.map(({ line }) => [line.seq, line.hash]));
    const held = [
      counted && againstCounter(counted, scan.head, (seq) => hashes.get(seq), isCounted()),
      againstCounter({ kind: "head", head: known }, scan.head, (seq) => hashes.get(seq), false),
    ].find((error) => error !== undefined);
    if (held) breaks.push(brokenAt(scan, held));
    breaks.push(...recordedCuts(scan, seal));
    const unread = scan.lines.filter(({ line }) => !openLine(line, seal));
    const tornNow = tornBreak(scan);
    if (seal) breaks.push(...unread.map(foreignLine));
    return {
      lines: scan.lines.length,
      head: scan.head,
      breaks: tornNow ? [...breaks, tornNow] : breaks,
      sealedUnread: unread.length,
    };
  };

  const refresh = async () => {
    const segments = await listSegments(fs, dir);
    const from = { segment: state.segment, offset: state.size, head: state.head };
    if (segments.length === 0) return [];
    const scan = await scanFrom(options, segments, from);
    state.segment = scan.segment;
    state.size = scan.end;
    state.head = scan.head;
    const last = scan.lines.at(-1);
    if (last) pointer = pointerOf(last);
    return scan.lines.map(({ line }) => toRecord(line, seal));
  };

  return {
    head: () => state.head,
    pointer: () => pointer,
    append: async (draft) => only(await enqueue([draft], false)),
    appendUnsettled: async (draft) => openEnded(only(await enqueue([draft], true))),
    appendTogether: async (drafts) => (await enqueue(drafts, true)).map(openEnded),
    isSettled: () => unsettled.size === 0 && queue.length === 0,
    records,
    verify,
    refresh,
    close: async () => {
      await running;
      await place.close();
      await options.counter?.close();
    },
  };
}

function foreignLine({ line, segment }: PlacedLine): JournalBreak {
  const error = appError("journal.line-foreign", { seq: line.seq });
  return { file: segmentName(segment), line: 0, afterSeq: line.seq - 1, error };
}

function gapsOf(segments: readonly number[]): JournalBreak[] {
  return segments.flatMap((number, index) => {
    const error: AppError = appError("journal.segment-missing", { file: segmentName(index + 1) });
    return number === index + 1
      ? []
      : [{ file: segmentName(index + 1), line: 0, afterSeq: 0, error }];
  });
}

function brokenAt(scan: Scan & { segment: number }, error: AppError): JournalBreak {
  return { file: segmentName(scan.segment), line: 0, afterSeq: scan.head.seq, error };
}

/** A cut that an opening found and wrote down stays a break for ever, whatever was appended since. */
function recordedCuts(scan: Scan, seal: LineSeal | undefined): JournalBreak[] {
  return scan.lines.flatMap((placed) => {
    const entry = openLine(placed.line, seal);
    const lost = entry?.verb === "workspace.recover" ? entry.detail?.["journal"] : undefined;
    if (typeof lost !== "string") return [];
    const error = appError("journal.cut-recorded", { at: entry?.at ?? "", what: lost });
    const { line, segment } = placed;
    return [{ file: segmentName(segment), line: 0, afterSeq: line.seq - 1, error }];
  });
}

function tornBreak(scan: Scan & { segment: number }): JournalBreak | undefined {
  if (!scan.torn) return undefined;
  const error = appError("journal.torn-end", { bytes: scan.torn.bytes });
  return { file: segmentName(scan.segment), line: 0, afterSeq: scan.head.seq, error };
}
