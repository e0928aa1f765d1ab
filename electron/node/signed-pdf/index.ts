export { type SignedCopy, signedCopyOf } from "./signed-copy.ts";
