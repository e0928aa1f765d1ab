export {
  entryFingerprint,
  type PartyHit,
  partyFingerprint,
  screenDossier,
  screenedLists,
  subjectOf,
  toListHits,
} from "./dossier.ts";
export { ENGINE } from "./engine.ts";
export { buildListIndex, type ListIndex } from "./index/list-index.ts";
export { knownAccuracy, knownFigures } from "./score/accuracy.ts";

export { thresholds } from "./score/thresholds.ts";
export {
  type ScreenHit,
  screen,
} from "./screen.ts";
export { normalName } from "./tokens/normal.ts";
