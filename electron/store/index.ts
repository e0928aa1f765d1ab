export {
  type BackupInfo,
  type BackupOptions,
  type BackupReport,
  type Backups,
  listSnapshots,
  restoreSnapshotTo,
} from "./backup/backups.ts";
export type { BackedUpDocument, RestoreReport } from "./backup/restore.ts";
export type {
  BundleChoice,
  BundleEntry,
  BundlePreview,
  BundleReport,
  BundleSelection,
  Bundles,
} from "./bundle/bundle.ts";
export { type NamedFiles, type NamedFolder, namedFolders } from "./documents/named-files.ts";
export type { Change } from "./documents/transaction.ts";
export type {
  Collection,
  CollectionSpec,
  CollectionSpecs,
  DataOf,
  Issue,
  KeptVersion,
  ListedDocument,
  Migration,
  PutOptions,
  Saved,
  StoredDocument,
  StoreEvent,
  SummaryOf,
  UnsavedEdit,
} from "./documents/types.ts";
export type { UndoItem } from "./documents/undo.ts";
export type { ConversionReport } from "./encryption/convert-copy.ts";
export type { EncryptOptions } from "./encryption/encryption.ts";
export type { KdfStrength, KeyStore, Unlock } from "./encryption/keys.ts";
export { ActiveContent } from "./evidence/active-content.ts";
export {
  createEvidenceStore,
  type EvidenceInput,
  type EvidenceItem,
  type EvidenceOptions,
  type EvidenceStore,
  type GcReport,
  type StoredEvidence,
} from "./evidence/evidence-store.ts";
export { FRAME, type FrameCipher } from "./evidence/frames.ts";
export { type Sniffed, sniff } from "./evidence/sniff.ts";
export type { Thumbnails } from "./evidence/thumbnails.ts";
export {
  exportJournal,
  type JournalReading,
  type ShownLine,
  showJournal,
  verifyJournal,
} from "./journal/journal-report.ts";
export { createIdleLock, type IdleLock, type IdleOptions } from "./workspace/idle-lock.ts";
export { type FolderInspection, inspectFolder } from "./workspace/inspect.ts";
export type { HeldLock, LockHolder, ProcessTable } from "./workspace/lock.ts";
export { whoHolds, workspaceHolder } from "./workspace/lock.ts";
export type { Manifest } from "./workspace/manifest.ts";
export { openWorkspace } from "./workspace/open-workspace.ts";
export type { OpenOptions } from "./workspace/prepare.ts";
export type { Workspace } from "./workspace/types.ts";
