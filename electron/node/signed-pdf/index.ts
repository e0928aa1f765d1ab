export { type FoundSignature, type SignedCopy, signedCopyOf } from "./signed-copy.ts";
