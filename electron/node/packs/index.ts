export { builtInPacks, earlierPacks } from "./built-in.ts";
export {
  hashOfPack,
  LARGEST_PACK_FILE,
  type PackFiles,
  type PackSignature,
  packBundleBytes,
  packSignatureHolds,
  packSignatureSchema,
  packSigningBytes,
  readPackBundle,
  readPackFolder,
} from "./read-pack.ts";
export {
  comparePackAge,
  type PackRefusal,
  type PackReview,
  type PackWarning,
  packWarnings,
  refusalLine,
  reviewPack,
  type TrustedPackKey,
} from "./review-pack.ts";
export { signPackFiles } from "./sign-pack.ts";
