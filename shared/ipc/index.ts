export { type GroupName, mapNames } from "./channels.ts";
export {
  type CopyFound,
  copyFoundSchema,
  type ListedPacket,
  MOST_DROPPED,
  type PacketSummary,
  type PaperOfSeal,
  packetSummarySchema,
  type Verification,
} from "./contract.ts";
export type { TrackGlance } from "./glance-names.ts";
export { type ListChanges, listChangesSchema } from "./list-changes.ts";
export { listHitSchema } from "./list-hit.ts";
export { loadContract } from "./load-contract.ts";
export {
  type DraftMovesValue,
  draftMovesSchema,
  foundSchema,
  type LookupPreview,
  type LookupRow,
} from "./lookups-group.ts";
export type { CalendarEntryValue, TotalsValue } from "./overview-groups.ts";
export {
  type Procedure,
  type Reply,
  replySchema,
} from "./procedure.ts";
export type { ManagedView, UpdateFindingView } from "./program-group.ts";
export {
  createRouter,
  type DeskClient,
  type DeskHandlers,
  type GroupOf,
  type Router,
} from "./router.ts";
export {
  BATCH_SHOWN,
  type Batch,
  batchSchema,
  type Matches,
  matchesSchema,
} from "./screening-names.ts";
export { startContract } from "./start-contract.ts";
export type { TenantBookValue, TenantValue } from "./tenants-group.ts";
export type { VersionedBook } from "./workspace-groups.ts";
