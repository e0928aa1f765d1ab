export { type ChannelName, type Channels, channels, type GroupName } from "./channels.ts";
export {
  type Contract,
  type CopyFound,
  contract,
  copyFoundSchema,
  type DraftMovesValue,
  draftMovesSchema,
  type ListedPacket,
  listHitSchema,
  MOST_DROPPED,
  type PacketSummary,
  type PaperOfSeal,
  packetSummarySchema,
  type Verification,
  verificationSchema,
} from "./contract.ts";
export type { TrackGlance } from "./glance-names.ts";
export { type ListChanges, listChangesSchema } from "./list-changes.ts";
export { loadContract } from "./load-contract.ts";
export {
  type ClientOf,
  type ContractShape,
  errorSchema,
  type HandlersOf,
  type Procedure,
  type Reply,
  replySchema,
} from "./procedure.ts";
export type { ManagedView, UpdateFindingView } from "./program-group.ts";
export {
  createRouter,
  type DeskClient,
  type DeskHandlers,
  type FaultReporter,
  type Router,
} from "./router.ts";
export { startContract } from "./start-contract.ts";
export { bookNames, type VersionedBook } from "./workspace-groups.ts";
