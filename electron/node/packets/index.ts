export type { Difference } from "./bag-source.ts";

export type { Place } from "./open-bag.ts";
export {
  keyFingerprint,
  type PacketSigner,
  SIGNATURE_FILE,
  writeSignature,
} from "./packet-signature.ts";
export { type ZipMember, zipPacket, zipStream } from "./packet-zip.ts";
export type { Reason } from "./reasons.ts";
export { safeName } from "./safe-path.ts";
export {
  listPacketFiles,
  type PacketVerification,
  readPacketFile,
  tidy,
  verifyPacket,
} from "./verify-packet.ts";
export {
  type PacketFile,
  type PacketInput,
  packPacket,
  writePacket,
} from "./write-packet.ts";
