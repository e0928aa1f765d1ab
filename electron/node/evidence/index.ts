export { ActiveContent } from "./active-content.ts";
export {
  createEvidenceStore,
  type EvidenceInput,
  type EvidenceItem,
  type EvidenceOptions,
  type EvidenceStore,
  type GcReport,
  type StoredEvidence,
} from "./evidence-store.ts";
export { FRAME, type FrameCipher } from "./frames.ts";
export { type Sniffed, sniff } from "./sniff.ts";
