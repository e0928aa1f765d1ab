export { builtInPacks } from "./built-in.ts";
export {
  hashOfPack,
  type PackFiles,
  type PackSignature,
  packBundleBytes,
  packSignatureHolds,
  packSignatureSchema,
  packSigningBytes,
  readPackBundle,
  readPackFolder,
} from "./read-pack.ts";
