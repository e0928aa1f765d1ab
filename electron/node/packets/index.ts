export { type Difference, defaultLimits, type ReadLimits } from "./bag-source.ts";
export type { BagCheck } from "./check-bag.ts";
export { type Place, readBag } from "./open-bag.ts";
export {
  checkSignature,
  keyFingerprint,
  type PacketSigner,
  SIGNATURE_FILE,
  SIGNED_FILE,
  type SignatureCheck,
  type SignatureClaim,
  writeSignature,
} from "./packet-signature.ts";
export { type ZipMember, zipPacket, zipStream } from "./packet-zip.ts";
export type { Reason } from "./reasons.ts";
export { collisions, pathFault, safeName } from "./safe-path.ts";
export {
  listPacketFiles,
  type PacketVerification,
  readPacketFile,
  tidy,
  verifyPacket,
} from "./verify-packet.ts";
export {
  type PackedPacket,
  type PacketFile,
  type PacketInput,
  packPacket,
  type WrittenPacket,
  writePacket,
} from "./write-packet.ts";
