import type { FileSystem, Writer } from "#node/files";
import type { AppError } from "#shared/kernel";
import type { Issue, StoreEvent, UnsavedEdit } from "../documents/types.ts";
import type { UndoStack } from "../documents/undo.ts";
import type { Entries, Library } from "../index/library.ts";
import type { Journal } from "../journal/journal-file.ts";
import type { Codec, Layout } from "./layout.ts";

/** An unsaved edit with the way to try again. */
export type KeptEdit = UnsavedEdit & {
  readonly tries: number;
  readonly retry: () => Promise<void>;
};

/** What the parts of one opened workspace share. Internal to the store. */
export type Core = {
  readonly workspaceId: string;
  readonly fs: FileSystem;
  readonly layout: Layout;
  readonly codec: Codec;
  readonly writer: Writer;
  readonly journal: Journal;
  readonly library: Library;
  readonly undo: UndoStack;
  readonly now: () => string;
  /** Calls back later and gives a way to cancel; the process may end meanwhile. */
  readonly later: (ms: number, task: () => void) => () => void;
  readonly canWrite: boolean;
  /** Set while the workspace is being closed: what goes on by itself begins nothing new then. */
  readonly closing: { now: boolean };
  readonly emit: (event: StoreEvent) => void;
  readonly report: (issue: Issue) => void;
  readonly settleIssue: (collection: string, id: string) => void;
  readonly unsaved: Map<string, KeptEdit>;
  /** For a reader: takes in what the writer did since. */
  readonly catchUp: () => Promise<void>;
  /** Called after each change, so that the index is written in a quiet moment. */
  readonly touched: () => void;
};

/** The documents of one collection. */
export function entriesOf(core: Core, collection: string): Entries {
  const entries = core.library.get(collection);
  if (!entries) throw new Error(`no collection ${collection}`);
  return entries;
}

/** Reports what is wrong with a document and keeps it in the library, so that it stays visible until dealt with. */
export function markIssue(core: Core, collection: string, id: string, error: AppError): void {
  const entries = entriesOf(core, collection);
  const entry = entries.get(id);
  if (entry) entries.set(id, { ...entry, issue: error });
  core.report({ error, collection, id });
}
