export {
  entryFingerprint,
  type PartyHit,
  partyFingerprint,
  type ReopenedBy,
  screenDossier,
  screenedLists,
  subjectOf,
  toListHits,
} from "./dossier.ts";
export { buildListIndex, type ListIndex } from "./index/list-index.ts";
export { ENGINE, openIndex, type PackedIndex, packIndex } from "./index/packed.ts";
export { type Accuracy, knownAccuracy, type MeasuredKind } from "./score/accuracy.ts";
export { type PieceKind, pieceKinds } from "./score/link.ts";
export type { Alignment, Piece } from "./score/pieces.ts";
export { type Strength, strengthOf, strengths, thresholds } from "./score/thresholds.ts";
export {
  type MatchKind,
  matchKinds,
  type ScreenHit,
  type ScreenSubject,
  screen,
} from "./screen.ts";
export { normalName } from "./tokens/normal.ts";
