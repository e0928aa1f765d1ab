export { alternativesNamedBy } from "./cn/published-alternatives.ts";
export { contentAgain } from "./content-again.ts";
export { documentsOf, type PlacedDocument } from "./documents-of.ts";
export { papersFingerprint } from "./papers-fingerprint.ts";
export { type ClassRow, classRowsOf } from "./parts/class-statement.ts";
export {
  type AnnexName,
  annexNames,
  contentFormat,
  contentText,
  type EnclosedFile,
  evidenceOf,
  type JournalExtractLine,
  PAPERS_EDITION,
  readContent,
  type SetContent,
  type SetName,
  setContentOf,
  setNames,
  usualLanguage,
} from "./set-content.ts";
