export {
  type BackupInfo,
  type BackupOptions,
  type BackupReport,
  type Backups,
  listSnapshots,
  restoreSnapshotTo,
} from "./backups.ts";
export type {
  BundleChoice,
  BundleEntry,
  BundlePreview,
  BundleReport,
  BundleSelection,
  Bundles,
} from "./bundle.ts";
export type { EncryptOptions } from "./encryption.ts";
export { createIdleLock, type IdleLock, type IdleOptions } from "./idle-lock.ts";
export {
  exportJournal,
  type JournalReading,
  type ShownLine,
  showJournal,
  verifyJournal,
} from "./journal-report.ts";
export type { KdfStrength, KeyStore, Unlock } from "./keys.ts";
export type { HeldLock, LockHolder, ProcessTable } from "./lock.ts";
export { whoHolds, workspaceHolder } from "./lock.ts";
export { type FolderLook, lookAt } from "./look.ts";
export type { Manifest } from "./manifest.ts";
export { type NamedFiles, type NamedFolder, namedFolders } from "./named-files.ts";
export { openWorkspace } from "./open-workspace.ts";
export type { OpenOptions } from "./prepare.ts";
export type { RecodeReport } from "./recode.ts";
export type { BackedUpDocument, RestoreReport } from "./restore.ts";
export type { Thumbnails } from "./thumbnails.ts";
export type { Change } from "./together.ts";
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
} from "./types.ts";
export type { UndoItem } from "./undo.ts";
export type { Workspace } from "./workspace.ts";
