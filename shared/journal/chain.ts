import { type AppError, appError, err, ok, type Result, sha256Hex } from "#shared/kernel";
import { type JournalEntry, journalEntrySchema } from "./entry.ts";

/** Where a chain stands: the number and hash of its last line. */
export type ChainHead = { readonly seq: number; readonly hash: string };

/** The head of an empty chain. */
export const emptyHead: ChainHead = { seq: 0, hash: "0".repeat(64) };

/** One line as read: its place in the chain and either the entry or, in an encrypted workspace, its sealed form. */
export type ChainLine = {
  readonly seq: number;
  readonly prev: string;
  readonly hash: string;
  /** How many lines before this one were written with it in one step; only such a step can be torn. */
  readonly step: number;
  readonly entry?: JournalEntry;
  readonly sealed?: string;
};

/** Computes SHA-256; hosts pass a faster one than the portable default. */
export type Digest = (text: string) => string;

const PREFIX = '{"body":';
const HASH_AT = 75;
const SUFFIX = /^,"hash":"([0-9a-f]{64})"\}$/;

/** What a line is made from. */
export type LineContent = { readonly entry: JournalEntry } | { readonly sealed: string };

/** Makes the next line of a chain; the hash covers the body's exact characters, which include the previous hash. */
export function makeLine(
  head: ChainHead,
  content: LineContent,
  step: number,
  digest: Digest = sha256Hex,
): { readonly text: string; readonly head: ChainHead } {
  const seq = head.seq + 1;
  const body = JSON.stringify({ seq, prev: head.hash, ...(step > 0 ? { step } : {}), ...content });
  const hash = digest(body);
  return { text: `${PREFIX}${body},"hash":"${hash}"}`, head: { seq, hash } };
}

function bodyOf(text: string): { readonly body: string; readonly hash: string } | undefined {
  if (!text.startsWith(PREFIX) || text.length < PREFIX.length + HASH_AT) return undefined;
  const hash = SUFFIX.exec(text.slice(-HASH_AT))?.[1];
  return hash ? { body: text.slice(PREFIX.length, -HASH_AT), hash } : undefined;
}

function contentOf(fields: Record<string, unknown>): LineContent | undefined {
  if (typeof fields["sealed"] === "string") return { sealed: fields["sealed"] };
  const entry = journalEntrySchema.safeParse(fields["entry"]);
  return entry.success ? { entry: entry.data } : undefined;
}

function parseBody(body: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === "object" && value !== null
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}

/** Reads one line by itself; its own hash is checked, its place in the chain is not. */
export function readLine(text: string, digest: Digest = sha256Hex): Result<ChainLine> {
  const split = bodyOf(text);
  if (!split) return err(appError("journal.line-unreadable"));
  if (digest(split.body) !== split.hash) return err(appError("journal.line-changed"));
  const fields = parseBody(split.body);
  const content = fields && contentOf(fields);
  if (!fields || !content) return err(appError("journal.line-unknown"));
  const { seq, prev, step } = fields;
  if (typeof seq !== "number" || typeof prev !== "string") {
    return err(appError("journal.line-unknown"));
  }
  const place = { seq, prev, hash: split.hash, step: typeof step === "number" ? step : 0 };
  return ok({ ...place, ...content });
}

/** A place where the chain does not hold, and why. */
type ChainBreak = {
  readonly line: number;
  readonly afterSeq: number;
  readonly error: AppError;
};

/** Checks that a line follows the head; gives the reason when it does not. */
export function followsHead(head: ChainHead, line: ChainLine): AppError | undefined {
  if (line.seq !== head.seq + 1) {
    return appError("journal.number-broken", { expected: head.seq + 1, found: line.seq });
  }
  if (line.prev !== head.hash) return appError("journal.link-broken", { seq: line.seq });
  return undefined;
}

/** The outcome of verifying a chain: how far it holds, its head, and every break found. */
export type ChainReport = {
  readonly lines: number;
  readonly head: ChainHead;
  readonly breaks: readonly ChainBreak[];
};

/**
 * Verifies a chain of lines from its start (or from `from`). After a break it goes on from the next readable line, so
 * that one damaged place does not hide another.
 */
export function verifyChain(
  lines: Iterable<string>,
  options: { readonly from?: ChainHead; readonly digest?: Digest } = {},
): ChainReport {
  let head = options.from ?? emptyHead;
  let count = 0;
  const breaks: ChainBreak[] = [];
  for (const text of lines) {
    count += 1;
    const line = readLine(text, options.digest);
    const error = line.ok ? followsHead(head, line.value) : line.error;
    if (error) breaks.push({ line: count, afterSeq: head.seq, error });
    if (line.ok) head = { seq: line.value.seq, hash: line.value.hash };
  }
  return { lines: count, head, breaks };
}
