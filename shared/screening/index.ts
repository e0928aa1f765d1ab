export { buildListIndex, type ListIndex } from "./list-index.ts";
export { bareName, coreName, normalName } from "./normal-name.ts";
export {
  entryFingerprint,
  type MatchKind,
  matchKinds,
  type PartyHit,
  partyFingerprint,
  type ReopenedBy,
  type ScreenHit,
  type ScreenSubject,
  screen,
  screenDossier,
  screenedLists,
  subjectOf,
  toListHits,
} from "./screen.ts";
