export { lookAt, type Unlock, verifyJournal } from "#node/store";
export type { CheckOptions, Desk, DeskAdapters, HostPort } from "./adapters.ts";
export { looksLikeBods, looksLikeBodsLines, readBods } from "./bods.ts";
export { orderBundle } from "./bundles.ts";
export { collections } from "./collections.ts";
export { createDesk } from "./create-desk.ts";
export { gatherDossier } from "./dossier.ts";
export { readDossier, readDossierBytes } from "./dossier-import.ts";
export { createGate, type Gate, openDesk } from "./gate.ts";
export { createGrants, type Grants, safeFileName, type TakenFile } from "./grants.ts";
export { createJobs, type JobContext, type Jobs } from "./jobs.ts";
export { createListShelf, type ListShelf } from "./list-shelf.ts";
export { hitRow, screenNames } from "./lists.ts";
export {
  localDay,
  machineAmbient,
  type OpenDeskOptions,
  type OpenedStore,
  openStore,
  openWorkspacePort,
} from "./open-desk.ts";
export { type OwnershipView, ownershipHoldings, ownershipView } from "./ownership-view.ts";
export {
  builtInPrograms,
  compilePack,
  createPackShelf,
  type PackShelf,
  packErrorLine,
} from "./pack-shelf.ts";
export { annexesReady } from "./packet-extras.ts";
export { createPacketWorks } from "./packet-maker.ts";
export type { BuiltPacket, EvidenceSource, PacketRequest, PacketWorks } from "./packet-works.ts";
export { comparePacks } from "./packs.ts";
export { screenRecord } from "./party-hits.ts";
export { type Signer, verifySignature } from "./person-keys.ts";
export type { Ambient, OfferedFile, WorkspacePort } from "./ports.ts";
export type { ProgramPort } from "./program.ts";
export { restoreSnapshot } from "./restore-snapshot.ts";
export { reviewHolds } from "./reviews.ts";
