import { createPrivateKey, createPublicKey, sign } from "node:crypto";
import { appError, err, ok, type Result } from "#shared/kernel";
import { hashOfPack, type PackFiles, type PackSignature, packSigningBytes } from "./read-pack.ts";

/**
 * Signs a pack's hash with an Ed25519 private key in PEM form. `pack-key` when the text is no such key. The mark says who vouches
 * for these bytes; it is no statutory electronic signature.
 */
export function signPackFiles(files: PackFiles, pem: string): Result<PackSignature> {
  try {
    const key = createPrivateKey(pem);
    if (key.asymmetricKeyType !== "ed25519")
      return err(appError("pack-key", { found: key.asymmetricKeyType ?? "-" }));
    const sha256 = hashOfPack(files.input);
    const raw = createPublicKey(key).export({ format: "jwk" }).x ?? "";
    return ok({
      schema: "h200-desk/pack-signature@1",
      sha256,
      publicKey: Buffer.from(raw, "base64url").toString("hex"),
      signature: sign(null, packSigningBytes(sha256), key).toString("hex"),
    });
  } catch {
    return err(appError("pack-key", { found: "-" }));
  }
}
