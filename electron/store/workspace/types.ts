import type { FileSystem } from "#node/files";
import type { ChainHead } from "#shared/journal";
import type { AppError, Result } from "#shared/kernel";
import type { BackupOptions, Backups } from "../backup/backups.ts";
import type { BackedUpDocument, RestoreReport } from "../backup/restore.ts";
import type { Bundles } from "../bundle/bundle.ts";
import type { DocumentQueue } from "../documents/document-queue.ts";
import type { NamedFiles } from "../documents/named-files.ts";
import type { Change } from "../documents/transaction.ts";
import type {
  Collection,
  CollectionSpecs,
  DataOf,
  Issue,
  Saved,
  StoreEvent,
  SummaryOf,
  UnsavedEdit,
} from "../documents/types.ts";
import type { UndoItem } from "../documents/undo.ts";
import type { ConversionReport } from "../encryption/convert-copy.ts";
import type { EncryptOptions } from "../encryption/encryption.ts";
import type { KdfStrength, KeyStore, Unlock } from "../encryption/keys.ts";
import type { Seals } from "../encryption/sealed-codec.ts";
import type { EvidenceStore, GcReport } from "../evidence/evidence-store.ts";
import type { Thumbnails } from "../evidence/thumbnails.ts";
import type { Journal, JournalDraft } from "../journal/journal-file.ts";
import type { QuarantinedFile } from "../recovery/quarantine.ts";
import type { Core } from "./core.ts";
import type { HeldLock, LockHolder } from "./lock.ts";
import type { KeyWrap, Manifest } from "./manifest.ts";

/** One opened workspace: documents, journal and evidence behind one writer. */
export interface Workspace<C extends CollectionSpecs> {
  readonly id: string;
  readonly dir: string;
  readonly mode: "write" | "read";
  readonly encrypted: boolean;
  /** Why a workspace that was to be opened for writing was opened read-only. */
  readonly readOnlyReason: AppError | undefined;
  /** Set when the lock of a process that had gone was taken over. */
  readonly tookOver: LockHolder | undefined;
  collection<K extends keyof C & string>(name: K): Collection<DataOf<C[K]>, SummaryOf<C[K]>>;
  readonly evidence: EvidenceStore;
  readonly thumbnails: Thumbnails;
  /**
   * Moves evidence that nothing names any more to the trash: no document, version, packet, backup or quarantined file.
   * Does nothing while anything is unreadable that might name it. Can be undone in this session.
   */
  collectEvidence(options: {
    readonly by: string;
    readonly minAgeMs?: number;
    /** Only says what would go. */
    readonly dryRun?: boolean;
  }): Promise<Result<GcReport>>;
  /** Imported packs and lists, packets and keys, by name. */
  readonly files: NamedFiles;
  /** Saves several documents: all of them or none, also across a power cut. Receipts in the order of the changes. */
  saveAll(
    changes: readonly Change[],
    options: { readonly by: string },
  ): Promise<Result<readonly Saved[]>>;
  /** Documents and evidence handed to a colleague as one file, and taken in. */
  readonly bundles: Bundles;
  readonly backups: Backups;
  /**
   * Brings everything, or one document, back to a snapshot: as new revisions, with the present kept in history and bin.
   * A snapshot of the present is taken first.
   */
  restoreBackup(
    id: string,
    options: { readonly by: string; readonly document?: string },
  ): Promise<Result<RestoreReport>>;
  /** The documents of a snapshot, each with how it stands to the present one. */
  backupDocuments(id: string): Promise<Result<readonly BackedUpDocument[]>>;
  readonly journal: Pick<Journal, "head" | "records" | "verify">;
  /** Records an event that is not a change of a document: a check, a decision, an export. Durable when it resolves. */
  record(draft: JournalDraft): Promise<Result<ChainHead>>;
  /** What the user should know: damaged, missing, rolled-back or unknown files, a journal that does not hold. */
  issues(): readonly Issue[];
  /** Every file that was ever set aside and still lies in quarantine, with both places. */
  quarantined(): Promise<Result<readonly QuarantinedFile[]>>;
  /** Takes an issue off the list once a person has dealt with it. */
  dismiss(issue: Issue): void;
  /** Edits that could not be saved yet; they are tried again by themselves. */
  unsaved(): readonly UnsavedEdit[];
  /** Tries the unsaved edits again now. */
  retryUnsaved(): Promise<readonly UnsavedEdit[]>;
  /** Looks whether files changed under us or appeared; reloads or reports. */
  scanChanges(): Promise<readonly Issue[]>;
  /** Reads all documents through, a few with each call, until that says that there are no more. */
  examination(): () => Promise<boolean>;
  /** For a reader: takes in what the writing process did since. */
  refresh(): Promise<void>;
  subscribe(listener: (event: StoreEvent) => void): () => void;
  undoable(): readonly UndoItem[];
  /** Takes back the newest destructive act of this session, or the one with this number. */
  undo(number?: number): Promise<Result<UndoItem>>;
  /** Writes the derived index now. It is otherwise written in quiet moments and on closing. */
  saveIndex(): Promise<Result<void>>;
  /** Copies the whole workspace, encrypted, into a new folder; the present one stays until a person removes it. */
  copyEncrypted(
    options: EncryptOptions & { readonly dir: string; readonly by: string },
  ): Promise<Result<ConversionReport>>;
  /** Copies an encrypted workspace in the clear into a new folder: the plain export, on request only. */
  copyPlain(options: {
    readonly dir: string;
    readonly by: string;
  }): Promise<Result<ConversionReport>>;
  /** Shown once, after the workspace was created encrypted by this opening. */
  readonly recoveryCode: string | undefined;
  /** Whether this secret opens the workspace; asked before a passphrase is changed. */
  opensWith(unlock: Unlock): Promise<Result<void>>;
  /** How an encrypted workspace may be opened. */
  ways(): Promise<Result<readonly KeyWrap["kind"][]>>;
  /** Sets another passphrase; documents need not be written anew. */
  changePassphrase(
    passphrase: string,
    options: { readonly by: string; readonly strength?: KdfStrength },
  ): Promise<Result<void>>;
  /** Makes a new recovery code, to be shown once; the old one no longer opens the workspace. */
  renewRecoveryCode(options: {
    readonly by: string;
    readonly strength?: KdfStrength;
  }): Promise<Result<string>>;
  /** Lets the system's key store open the workspace for this user, or no longer. */
  setKeyStore(store: KeyStore | undefined, options: { readonly by: string }): Promise<Result<void>>;
  /** Finishes all saves and gives the lock back. Refuses while edits are unsaved, unless `force`. */
  close(options?: { readonly force?: boolean }): Promise<Result<void>>;
}

/** What a workspace is made of, once opened. Internal. */
export type Parts<C extends CollectionSpecs> = {
  readonly core: Core;
  readonly queue: DocumentQueue;
  readonly specs: C;
  readonly dir: string;
  readonly fs: FileSystem;
  readonly lock: HeldLock | undefined;
  readonly readOnlyReason: AppError | undefined;
  readonly issues: Issue[];
  readonly listeners: Set<(event: StoreEvent) => void>;
  readonly stopTimers: () => void;
  readonly owner: string;
  readonly backup: BackupOptions;
  readonly keys: OpenKeys | undefined;
  readonly manifest: Manifest;
  readonly newId: (prefix: string) => string;
  /** The chain, held against counter, index and documents. */
  readonly verify: Journal["verify"];
};

/** The keys of an encrypted workspace while it is open. */
export type OpenKeys = {
  readonly dataKey: Uint8Array;
  readonly seals: Seals;
  readonly recoveryCode: string | undefined;
};
