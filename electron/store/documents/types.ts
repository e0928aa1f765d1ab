import type { ZodType } from "zod";
import type { AppError, Result } from "#shared/kernel";

/** A pure step from one version of a document to the next. Shipped migrations are never edited or reordered. */
export type Migration = {
  readonly from: number;
  readonly to: number;
  /** What changed, for the person who reads the code later. */
  readonly note: string;
  readonly migrate: (data: unknown) => unknown;
};

/** What the store needs to know of one kind of document. */
export type CollectionSpec<T = unknown, S = unknown> = {
  readonly schema: ZodType<T>;
  /** The version of the schema, 1 or more; raised together with a migration. */
  readonly version: number;
  readonly migrations: readonly Migration[];
  /** What lists show; pure. Raise `summaryVersion` when it changes, so that the index is derived anew. */
  summary(data: T): S;
  readonly summaryVersion: number;
  /** The id by which the data names itself: a document whose own id is another is refused wherever it is read or saved. */
  idOf?(data: T): string;
  /** False: neither leaves nor enters with a bundle. */
  readonly travels?: boolean;
  /** What is taken of a document that comes from outside, given what is here; all of it where this is absent. */
  fromOutside?(theirs: T, mine: T | undefined): T;
};

/** The collections of a workspace by name. */
export type CollectionSpecs = Readonly<Record<string, CollectionSpec>>;

/** The document type of a collection spec. */
export type DataOf<C> = C extends { readonly schema: ZodType<infer T> } ? T : never;
/** The list-row type of a collection spec. */
export type SummaryOf<C> = C extends { summary(data: infer _T): infer S } ? S : never;

/** A document as read. */
export type StoredDocument<T> = {
  readonly id: string;
  readonly data: T;
  /** Grows by one with each save; pass it back as `expectedRevision`. */
  readonly revision: number;
  readonly savedAt: string;
  readonly savedBy: string;
  /** SHA-256 of the stored data's bytes. */
  readonly sha256: string;
  /** Set when this content is in memory only because saving failed; it is saved as soon as that works again. */
  readonly unsaved?: AppError;
  /** Set when the file was damaged and this is the last good version; it cannot be saved over until recovered. */
  readonly damaged?: AppError;
};

/** One row of a list. */
export type ListedDocument<S> = {
  readonly id: string;
  readonly revision: number;
  readonly savedAt: string;
  readonly savedBy: string;
  readonly summary: S;
  /** Set while the file is damaged, missing or not the one the journal tells of. */
  readonly issue?: AppError;
};

/** What an acknowledged save gives back; durable when the promise resolves. */
export type Saved = {
  readonly revision: number;
  readonly savedAt: string;
  readonly sha256: string;
};

/** Who saves and on what footing. */
export type PutOptions = {
  /** Person id or name; goes into the journal. */
  readonly by: string;
  /** The revision the edit was based on (0: must be new). Absent: the last writer wins and waiting saves coalesce. */
  readonly expectedRevision?: number;
};

/** A version of a document that was kept. */
export type KeptVersion = {
  readonly revision: number;
  readonly savedAt: string;
  readonly savedBy: string;
  readonly sha256: string;
  readonly current: boolean;
};

/** A collection of documents of one type. */
export interface Collection<T, S> {
  readonly name: string;
  /** Reads one document from disk: verified, migrated, validated. */
  get(id: string): Promise<Result<StoredDocument<T>>>;
  /** All live documents from the index, without touching the disk; sorted by id. */
  list(): readonly ListedDocument<S>[];
  /** Documents in the trash. */
  trash(): readonly ListedDocument<S>[];
  has(id: string): boolean;
  /** Saves; resolves when durable. On failure the edit stays in memory and is retried (see `Workspace.unsaved`). */
  put(id: string, data: T, options: PutOptions): Promise<Result<Saved>>;
  /** Moves a document to the trash. */
  remove(id: string, options: PutOptions): Promise<Result<void>>;
  /** Takes a document out of the trash. */
  restore(id: string, options: PutOptions): Promise<Result<void>>;
  /** Removes a document from the trash for good (it can be undone until the workspace is closed). */
  purge(id: string, options: PutOptions): Promise<Result<void>>;
  /** The kept versions, newest first. */
  versions(id: string): Promise<Result<readonly KeptVersion[]>>;
  /** Reads a kept version. */
  version(id: string, revision: number): Promise<Result<StoredDocument<T>>>;
  /** Makes a kept version the current one, as a new revision. */
  revert(id: string, revision: number, options: PutOptions): Promise<Result<Saved>>;
  /** Accepts what lies on disk after a change from outside, or the last good version of a damaged file. */
  adopt(id: string, options: PutOptions): Promise<Result<Saved>>;
}

/** Something the user should know about the workspace; it stays until dealt with. */
export type Issue = {
  readonly error: AppError;
  readonly collection?: string;
  readonly id?: string;
};

/** What the workspace tells its listeners. */
export type StoreEvent =
  | {
      readonly kind: "changed" | "removed";
      readonly collection: string;
      readonly id: string;
      readonly revision: number;
      /** `outside`: another program or the writing process did it. */
      readonly cause: "here" | "outside";
    }
  | { readonly kind: "issue"; readonly issue: Issue }
  | {
      readonly kind: "unsaved";
      readonly collection: string;
      readonly id: string;
      readonly error: AppError;
    }
  | { readonly kind: "saved-again"; readonly collection: string; readonly id: string }
  | { readonly kind: "lost-lock"; readonly error: AppError };

/** An edit that could not be saved yet and is kept in memory. */
export type UnsavedEdit = {
  readonly collection: string;
  readonly id: string;
  readonly error: AppError;
};
