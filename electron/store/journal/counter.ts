import { join } from "node:path";
import {
  type FileSystem,
  type OpenFile,
  readIfThere,
  renamePatiently,
  stageFile,
  TEMP_SUFFIX,
  writeAll,
} from "#node/files";
import { type ChainHead, emptyHead } from "#shared/journal";
import { type AppError, appError } from "#shared/kernel";
import { sha256Of } from "../documents/document-file.ts";
import type { Codec } from "../workspace/layout.ts";

/**
 * The journal's number and hash, kept in a file outside the journal's folder: a chain whose end is gone still holds
 * together, and only a second place can tell. It is written after the journal is durable, so that it is never ahead by
 * itself.
 */
export type Counter = {
  /** What the file said when the workspace was opened. */
  readonly found: FoundCounter;
  /** Makes the file durable before the first line is; nothing to do where it is there. */
  prepare(): Promise<void>;
  /**
   * Notes the head of a durable line in place, by and by; nobody waits for it. Costs no sync: a head that a power cut takes
   * leaves an older one, which holds as well.
   */
  note(head: ChainHead): void;
  /** Resolves when the newest head is noted. */
  settled(): Promise<void>;
  close(): Promise<void>;
};

/** What a counter file says: nothing there, not to be believed, or a head. */
export type FoundCounter =
  | { readonly kind: "missing" }
  | { readonly kind: "unreadable" }
  | { readonly kind: "head"; readonly head: ChainHead };

/** The counter's file name, in the workspace's folder. */
export const COUNTER_FILE = "journal-head";
const LINE = /^(\d{15}) ([0-9a-f]{64}) ([A-Za-z0-9+/=]{44})\n$/;
const LIMIT = 1000;

function placeOf(workspace: string, head: string): string {
  return `journal-head/${workspace}/${head}`;
}

function tagOf(codec: Codec, place: string): string {
  if (codec.encrypted) return Buffer.from(codec.seal(place, new Uint8Array())).toString("base64");
  return sha256Of(place).slice(0, 44);
}

/** Always of one length, so that a new head takes exactly the place of the old one. */
export function counterText(codec: Codec, workspace: string, { seq, hash }: ChainHead): string {
  const head = `${String(seq).padStart(15, "0")} ${hash}`;
  return `${head} ${tagOf(codec, placeOf(workspace, head))}\n`;
}

/** Reads the counter. Without the key of an encrypted workspace its tag cannot be checked; its head is taken as it stands. */
export async function readCounter(
  fs: FileSystem,
  root: string,
  workspace: string,
  codec: Codec | undefined,
): Promise<FoundCounter> {
  const bytes = await readIfThere(fs, join(root, COUNTER_FILE), LIMIT).catch(() => null);
  if (bytes === undefined) return { kind: "missing" };
  const match = bytes && LINE.exec(Buffer.from(bytes).toString("latin1"));
  if (!match) return { kind: "unreadable" };
  const [, seq = "", hash = "", tag = ""] = match;
  const place = placeOf(workspace, `${seq} ${hash}`);
  const fits = codec?.encrypted
    ? codec.open(place, Buffer.from(tag, "base64")) !== undefined
    : codec === undefined || tag === tagOf(codec, place);
  return fits ? { kind: "head", head: { seq: Number(seq), hash } } : { kind: "unreadable" };
}

/** Why the journal does not reach to where the counter says it did. `hashAt` gives the hash of a line where it is known. */
export function againstCounter(
  found: FoundCounter,
  head: ChainHead,
  hashAt: (seq: number) => string | undefined,
  expected: boolean,
): AppError | undefined {
  if (found.kind === "unreadable") return appError("journal.counter-unreadable");
  // Before the first line a stopped creation leaves none; an emptied journal is told by index and documents.
  const isMissed = expected && head.seq > 0;
  if (found.kind === "missing") return isMissed ? appError("journal.counter-missing") : undefined;
  const { seq, hash } = found.head;
  if (seq > head.seq) return appError("journal.cut", { expected: seq, found: head.seq });
  const there = seq === 0 ? hash : hashAt(seq);
  return there === undefined || there === hash ? undefined : appError("journal.replaced", { seq });
}

/** The counter of a workspace that is written to. */
export function createCounter(
  fs: FileSystem,
  root: string,
  make: (head: ChainHead) => string,
  found: FoundCounter,
): Counter {
  const path = join(root, COUNTER_FILE);
  let file: OpenFile | undefined;
  let isThere = found.kind === "head";
  const renew = async (text: string) => {
    // Whole under another name first: a stop in between leaves what was there.
    const temp = join(root, `.${COUNTER_FILE}${TEMP_SUFFIX}`);
    await fs.unlink(temp).catch(() => undefined);
    await stageFile(fs, temp, Buffer.from(text));
    await renamePatiently(fs, temp, path);
    await fs.syncFolder(root);
  };
  const drop = async () => {
    const open = file;
    file = undefined;
    await open?.close().catch(() => undefined);
  };
  let newest: ChainHead | undefined;
  let writing: Promise<void> | undefined;
  const writeNewest = async () => {
    while (newest) {
      const bytes = Buffer.from(make(newest));
      newest = undefined;
      try {
        if (!file) {
          file = await fs.open(path, "r+");
          await file.truncate(bytes.length);
        }
        await writeAll(file, bytes, 0);
      } catch {
        // An older head holds as well; the next line tries anew.
        await drop();
        isThere = false;
      }
    }
  };
  return {
    found,
    prepare: async () => {
      if (isThere) return;
      await renew(make(emptyHead));
      isThere = true;
    },
    note: (head) => {
      newest = head;
      writing ??= writeNewest().finally(() => {
        writing = undefined;
      });
    },
    settled: async () => await writing,
    close: async () => {
      await writing;
      await drop();
    },
  };
}
