export { type Change, changeSchema, dossierChanges, fieldLabel } from "./changes.ts";
export {
  documentSchema,
  type Fingerprint,
  fingerprintSchema,
  type Letterhead,
  letterheadSchema,
  type PacketDocument,
} from "./document.ts";
export {
  type Block,
  type BlockKind,
  blockSchema,
  type FlowBlock,
  flowBlockSchema,
} from "./document-block.ts";
export { type Inline, inlineSchema, plainText, type Run, runSchema } from "./document-inline.ts";
export {
  type Cell,
  type Column,
  type ColumnWidth,
  cellSchema,
  type Table,
  tableSchema,
} from "./document-table.ts";
export { type KeyCard, keyCardDocument, keyCardText } from "./key-card.ts";
export {
  type KeyStanding,
  type KnownKey,
  type KnownKeys,
  keyStanding,
  knownKeySchema,
  knownKeysFileSchema,
  readFingerprint,
  type SignerClaim,
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
  type PacketState,
  type Problem,
  type Verdict,
  type VerifiedSigner,
  type VerifyAnswer,
  type Vouched,
  verdictOf,
  verdicts,
} from "./verdict.ts";
export {
  copyLines,
  roleText,
  type SignedCopyFound,
  signedAtText,
  verdictText,
} from "./verdict-words.ts";
