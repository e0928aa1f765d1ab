export { builtInPacks, earlierPacks } from "./built-in.ts";
export {
  hashOfPack,
  type PackFiles,
  packBundleBytes,
  packSignatureHolds,
  readPackBundle,
  readPackFolder,
} from "./read-pack.ts";
export {
  comparePackAge,
  type PackRefusal,
  type PackWarning,
  reviewPack,
  type TrustedPackKey,
} from "./review-pack.ts";
export { signPackFiles } from "./sign-pack.ts";
