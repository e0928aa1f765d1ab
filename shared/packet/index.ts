export { type Change, changeSchema, dossierChanges, fieldLabel } from "./changes.ts";
export {
  documentSchema,
  type Letterhead,
  letterheadSchema,
  type PacketDocument,
} from "./document.ts";
export type {
  Block,
  FlowBlock,
} from "./document-block.ts";
export { type Inline, plainText, type Run } from "./document-inline.ts";
export type {
  Cell,
  Column,
  Table,
} from "./document-table.ts";
export { type KeyCard, keyCardDocument, keyCardText } from "./key-card.ts";
export {
  type KnownKey,
  type KnownKeys,
  keyStanding,
  knownKeySchema,
  knownKeysFileSchema,
  readFingerprint,
} from "./known-keys.ts";
export {
  type CarriedText,
  evidenceFor,
  type OutgoingSet,
  projectDossier,
  textsCarried,
  textsIn,
} from "./projection.ts";
export {
  type Consistency,
  isAccepted,
  type VerifiedSigner,
  type VerifyAnswer,
  type Vouched,
  verdictOf,
  verdicts,
} from "./verdict.ts";
export {
  copyLines,
  roleText,
  signedAtText,
  verdictText,
} from "./verdict-words.ts";
