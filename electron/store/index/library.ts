import { z } from "zod";
import type { FileFacts } from "#node/files";
import type { AppError } from "#shared/kernel";
import { sha256Of } from "../documents/document-file.ts";
import type { CollectionSpecs } from "../documents/types.ts";
import type { JournalPointer } from "../journal/journal-file.ts";

/** What the workspace knows of one document without reading its file. */
export type Entry = {
  readonly state: "live" | "bin";
  readonly revision: number;
  readonly sha256: string;
  readonly savedAt: string;
  readonly savedBy: string;
  /** As of our last look; another value on disk means somebody else wrote. */
  readonly facts: FileFacts | undefined;
  readonly summary: unknown;
  /** Set while the file is damaged, missing or not the one the journal tells of. */
  readonly issue?: AppError;
};

/** The documents of one collection by id; counts its changes, so that what is derived from it can be kept. */
export class Entries extends Map<string, Entry> {
  #changes = 0;

  get changes(): number {
    return this.#changes;
  }

  override set(id: string, entry: Entry): this {
    this.#changes += 1;
    return super.set(id, entry);
  }

  override delete(id: string): boolean {
    this.#changes += 1;
    return super.delete(id);
  }
}

/** All documents by collection and id. */
export type Library = Map<string, Entries>;

/** An empty library with the given collections. */
export function emptyLibrary(specs: CollectionSpecs): Library {
  return new Map(Object.keys(specs).map((name) => [name, new Entries()]));
}

const INDEX_FORMAT = "h200-desk/index@1";

const pointerSchema = z.strictObject({
  segment: z.number().int().positive(),
  start: z.number().int().nonnegative(),
  end: z.number().int().positive(),
  seq: z.number().int().positive(),
  hash: z.string().length(64),
});

const headerSchema = z.strictObject({
  format: z.literal(INDEX_FORMAT),
  workspace: z.string(),
  pointer: pointerSchema,
  summaries: z.record(z.string(), z.number()),
  sha256: z.string().length(64),
});

type Row = readonly [...row: BareRow, issue?: AppError];

type BareRow = readonly [
  id: string,
  state: 0 | 1,
  revision: number,
  sha256: string,
  savedAt: string,
  savedBy: string,
  facts: readonly [size: number, mtimeMs: number, inode: number] | null,
  summary: unknown,
];

function toRow(id: string, entry: Entry): Row {
  const facts = entry.facts;
  const row: BareRow = [
    id,
    entry.state === "live" ? 0 : 1,
    entry.revision,
    entry.sha256,
    entry.savedAt,
    entry.savedBy,
    facts ? [facts.size, facts.mtimeMs, facts.inode] : null,
    entry.summary ?? null,
  ];
  return entry.issue ? [...row, entry.issue] : row;
}

function fromRow(row: Row): readonly [string, Entry] {
  const [id, state, revision, sha256, savedAt, savedBy, facts, summary, issue] = row;
  const entry: Entry = {
    state: state === 0 ? "live" : "bin",
    revision,
    sha256,
    savedAt,
    savedBy,
    facts: facts ? { kind: "file", size: facts[0], mtimeMs: facts[1], inode: facts[2] } : undefined,
    summary: summary ?? undefined,
    ...(issue ? { issue } : {}),
  };
  return [id, entry];
}

function summaryVersions(specs: CollectionSpecs): Record<string, number> {
  return Object.fromEntries(
    Object.entries(specs).map(([name, spec]) => [name, spec.summaryVersion]),
  );
}

/** The index as bytes: a header line that names the journal line it was derived at, then one row per document. */
export function encodeIndex(
  workspace: string,
  library: Library,
  pointer: JournalPointer,
  specs: CollectionSpecs,
): Uint8Array {
  const rows = Object.fromEntries(
    [...library].map(([name, entries]) => [
      name,
      [...entries].map(([id, entry]) => toRow(id, entry)),
    ]),
  );
  const body = JSON.stringify(rows);
  const sha256 = sha256Of(body);
  const summaries = summaryVersions(specs);
  const header = { format: INDEX_FORMAT, workspace, pointer, summaries, sha256 };
  return Buffer.from(`${JSON.stringify(header)}\n${body}`);
}

/** An index that can be used: the rows, and the journal line from which to go on. */
export type ReadIndex = { readonly library: Library; readonly pointer: JournalPointer };

/**
 * Reads an index; undefined when it is damaged, of another workspace, or derived by other summaries: then it is rebuilt.
 * The rows are covered by a hash, so they are not validated one by one.
 */
export function decodeIndex(
  workspace: string,
  bytes: Uint8Array,
  specs: CollectionSpecs,
): ReadIndex | undefined {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const cut = buffer.indexOf(0x0a);
  if (cut < 0) return undefined;
  try {
    const header = headerSchema.parse(JSON.parse(buffer.toString("utf8", 0, cut)));
    const same = JSON.stringify(header.summaries) === JSON.stringify(summaryVersions(specs));
    const rest = buffer.subarray(cut + 1);
    if (header.workspace !== workspace || !same || sha256Of(rest) !== header.sha256) {
      return undefined;
    }
    const rows = JSON.parse(rest.toString("utf8")) as Record<string, readonly Row[]>;
    const library: Library = new Map();
    for (const name of Object.keys(specs)) {
      const entries = new Entries();
      for (const row of (Object.hasOwn(rows, name) ? rows[name] : undefined) ?? [])
        entries.set(...fromRow(row));
      library.set(name, entries);
    }
    return { library, pointer: header.pointer };
  } catch {
    return undefined;
  }
}

/** The journal line an index was derived at; undefined when it is damaged or of another workspace. */
export function readIndexPointer(workspace: string, bytes: Uint8Array): JournalPointer | undefined {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const cut = buffer.indexOf(0x0a);
    const header = headerSchema.parse(JSON.parse(buffer.toString("utf8", 0, Math.max(0, cut))));
    const whole = sha256Of(buffer.subarray(cut + 1)) === header.sha256;
    return whole && header.workspace === workspace ? header.pointer : undefined;
  } catch {
    return undefined;
  }
}
