import { join } from "node:path";
import { type FileFacts, type FileSystem, type OpenFile, readSpan, type Writer } from "#node/files";
import type { ChainHead } from "#shared/journal";
import { type AppError, appError } from "#shared/kernel";
import { bringBack, inspectPlace } from "./journal-place.ts";
import { listSegments, segmentName } from "./segments.ts";

/** Where the next line goes. `dirty`: an append failed, and nothing is known of the bytes past `size`. */
export type SegmentState = {
  segment: number;
  size: number;
  head: ChainHead;
  file: OpenFile | undefined;
  dirty: boolean;
};

/** What writing to the journal's last file needs. */
export type SegmentOptions = {
  readonly fs: FileSystem;
  readonly dir: string;
  readonly writer?: Writer;
  readonly keepTorn?: (segment: number, offset: number, bytes: Uint8Array) => Promise<void>;
  /** Where a foreign file is put that took the segment's name while it was written to. */
  readonly aside?: string;
  /** Called when somebody touched the journal while it is written to. */
  readonly onIssue?: (error: AppError) => void;
};

/** The last file of the journal, as it must be before each step. */
export interface SegmentFile {
  /** The open file, proved to be the one under its name and as it was left; what it takes to make it so is done and told. */
  ready(): Promise<OpenFile>;
  /** Goes on in a further file. */
  next(): Promise<void>;
  close(): Promise<void>;
}

/** Every line ends with its hash. */
const endOf = (head: ChainHead) => Buffer.from(`,"hash":"${head.hash}"}\n`);

/** Keeps the journal's last file in its place while it is written to. */
export function createSegmentFile(options: SegmentOptions, state: SegmentState): SegmentFile {
  const { fs, dir, writer } = options;
  const tell = options.onIssue ?? (() => undefined);
  let known: { readonly file: OpenFile; readonly facts: FileFacts } | undefined;
  const path = () => join(dir, segmentName(state.segment));
  const close = async () => {
    const file = state.file;
    state.file = undefined;
    await file?.close();
  };
  const next = async () => {
    await close();
    state.segment += 1;
    state.size = 0;
  };
  const create = async (): Promise<OpenFile> => {
    await fs.mkdir(dir);
    const made = await fs.open(path(), "wx");
    await made.sync();
    await made.close();
    await fs.syncFolder(dir);
    // Opened to be read too: what was written can then be put back should its name be taken away.
    const file = await fs.open(path(), "r+");
    state.file = file;
    return file;
  };
  /** Lines of ours are gone: what follows goes into a file of its own, and the gap stays to be seen. */
  const passGap = async (found: number): Promise<OpenFile> => {
    const file = segmentName(state.segment);
    tell(appError("journal.cut-in-use", { file, expected: state.size, found }));
    await close();
    state.segment = Math.max(state.segment, ...(await listSegments(fs, dir)));
    await next();
    state.dirty = false;
    return await create();
  };
  const open = async (): Promise<OpenFile> => {
    if (state.file) return state.file;
    await writer?.folder(dir);
    const there = await fs.facts(path());
    if (!there) return state.size > 0 ? await passGap(0) : await create();
    const file = await fs.open(path(), "r+");
    state.file = file;
    if (state.size === 0) return file;
    const end = endOf(state.head);
    const seen = await readSpan(file, Math.max(0, state.size - end.length), end.length);
    return end.equals(seen) ? file : await passGap(there.size);
  };
  const secure = async (file: OpenFile): Promise<OpenFile> => {
    const { segment, size } = state;
    if (known?.file !== file) known = { file, facts: await file.facts() };
    const found = await inspectPlace(fs, path(), file, size, known.facts);
    if (found.kind === "own") return file;
    if (found.kind === "cut") return await passGap(found.size);
    if (found.kind === "replaced") {
      const place = { fs, dir, aside: options.aside ?? dir, segment };
      const back = await bringBack(place, file, size, `journal-${segment}`);
      state.file = back.file;
      state.dirty = false;
      tell(back.problem);
      return back.file;
    }
    // After a failed append such bytes are our own.
    if (!state.dirty) {
      await options.keepTorn?.(segment, size, await readSpan(file, size, found.bytes));
      tell(appError("journal.foreign-bytes", { file: segmentName(segment), bytes: found.bytes }));
    }
    await file.truncate(size);
    await file.sync();
    state.dirty = false;
    return file;
  };
  return {
    ready: async () => {
      const file = await secure(await open());
      if (!state.dirty) return file;
      await file.truncate(state.size);
      await file.sync();
      state.dirty = false;
      return file;
    },
    next,
    close,
  };
}
