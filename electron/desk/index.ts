export { inspectFolder, type Unlock, verifyJournal } from "#store";
export { type ActDraft, type ActStore, createActStore } from "./acts/act-store.ts";
export { answerTask } from "./check/answer-task.ts";
export { hitRow, screenNames } from "./lists/hits.ts";
export { createListRegistry, type ListRegistry } from "./lists/list-registry.ts";
export { gatherDossier } from "./orders/dossier.ts";
export { readDossier, readDossierBytes } from "./orders/dossier-import.ts";
export {
  type OwnershipView,
  ownershipHoldings,
  ownershipView,
} from "./ownership/ownership-view.ts";
export { createPacketBuilder } from "./packet-builder/packet-builder.ts";
export { officeFile } from "./packet-builder/packet-office.ts";
export type {
  BuiltPacket,
  EvidenceSource,
  PacketBuilder,
  PacketRequest,
} from "./packet-builder/packet-request.ts";
export type { GivenCopy } from "./packet-verify/copies-found.ts";
export { keysOfPersons } from "./packets/known-keys.ts";
export { annexesReady } from "./packets/packet-extras.ts";
export { comparePacks } from "./packs/handlers.ts";
export {
  builtInPrograms,
  compilePack,
  createPackRegistry,
  earlierPrograms,
  type PackRegistry,
  packErrorLine,
} from "./packs/pack-registry.ts";
export { keysTrustedByActs } from "./packs/trusted-keys.ts";
export { looksLikeBods, looksLikeBodsLines, readBods } from "./parties/bods.ts";
export { screenRecord } from "./parties/party-hits.ts";
export { reviewHolds } from "./reviews/earlier-reviews.ts";
export { type Signer, verifySignature } from "./reviews/person-keys.ts";
export type { CheckOptions, Desk, DeskAdapters, HostPort, OpenDesk } from "./session/adapters.ts";
export { createDesk } from "./session/desk-groups.ts";
export { createGrants, type Grants, safeFileName, type TakenFile } from "./session/grants.ts";
export { createJobs, type JobContext, type Jobs } from "./session/jobs.ts";
export {
  localDay,
  machineClockAndIds,
  type OpenDeskOptions,
  openDeskOver,
  openStore,
} from "./session/open-desk.ts";
export type { ProgramPort } from "./session/program.ts";
export { restoreSnapshot } from "./session/restore-snapshot.ts";
export {
  createWorkspaceSession,
  openDesk,
  type WorkspaceSession,
} from "./session/workspace-session.ts";
export { importBook } from "./tenants/import-book.ts";
export { createTenantRegistry, type TenantRegistry } from "./tenants/tenant-registry.ts";
export { collections, type Store } from "./workspace/collections.ts";
export type { ClockAndIds, DeskWorkspace, OfferedFile } from "./workspace/desk-workspace.ts";
export { workspaceOf } from "./workspace/workspace-books.ts";
