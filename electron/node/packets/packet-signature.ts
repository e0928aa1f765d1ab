import { createHash, createPublicKey, verify } from "node:crypto";
import { z } from "zod";
import { canonicalJson } from "#shared/kernel";
import type { Reason } from "./reasons.ts";

/** Where the signature of a sealed packet lies, beside the manifests it signs. */
export const SIGNATURE_FILE = "signature.json";

/** The file that a signature covers; through its hashes it covers every other file of the packet. */
export const SIGNED_FILE = "tagmanifest-sha256.txt";

const hex = (digits: number) => z.string().regex(new RegExp(`^[0-9a-f]{${digits}}$`));

const statementSchema = z.strictObject({
  schema: z.literal("h200-desk/packet-signature@1"),
  algorithm: z.literal("Ed25519"),
  signs: z.literal(SIGNED_FILE),
  sha256: hex(64),
  signer: z.string().min(1).max(300),
  date: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
  publicKey: hex(64),
});
const signatureSchema = statementSchema.extend({ signature: hex(128) });
type Statement = z.infer<typeof statementSchema>;

/**
 * Who seals: a name as it is to be shown, the raw Ed25519 public key as 64 hexadecimal digits, and a function that
 * signs bytes and answers 128 hexadecimal digits. An integrity mark of this program, not a statutory electronic
 * signature (LY-07).
 */
export type PacketSigner = {
  readonly name: string;
  readonly date: string;
  readonly publicKey: string;
  readonly sign: (bytes: Uint8Array) => string;
};

/** What a signature turned out to be. `fingerprint` is how a person compares keys by telephone. */
export type SignatureCheck =
  | { readonly state: "none" }
  | { readonly state: "invalid"; readonly reason: Reason }
  | {
      readonly state: "valid";
      readonly signer: string;
      readonly date: string;
      readonly publicKey: string;
      readonly fingerprint: string;
    };

const SPKI_ED25519 = Buffer.from("302a300506032b6570032100", "hex");

/** SHA-256 of a raw public key in eight groups of four digits: short enough to read aloud. */
export function keyFingerprint(publicKey: string): string {
  const digest = createHash("sha256").update(Buffer.from(publicKey, "hex")).digest("hex");
  return (digest.slice(0, 32).match(/.{4}/g) ?? []).join(" ");
}

function signedBytes(statement: Statement): Buffer {
  return Buffer.from(canonicalJson(statement), "utf8");
}

/** Signs the bytes of `tagmanifest-sha256.txt`; the text of `signature.json`. */
export function writeSignature(signedFile: Uint8Array, signer: PacketSigner): string {
  const statement: Statement = {
    schema: "h200-desk/packet-signature@1",
    algorithm: "Ed25519",
    signs: SIGNED_FILE,
    sha256: createHash("sha256").update(signedFile).digest("hex"),
    signer: signer.name,
    date: signer.date,
    publicKey: signer.publicKey,
  };
  return `${canonicalJson({ ...statement, signature: signer.sign(signedBytes(statement)) })}\n`;
}

function verifies(statement: Statement, signature: string): boolean {
  try {
    const der = Buffer.concat([SPKI_ED25519, Buffer.from(statement.publicKey, "hex")]);
    const key = createPublicKey({ key: der, format: "der", type: "spki" });
    return verify(null, signedBytes(statement), key, Buffer.from(signature, "hex"));
  } catch {
    return false;
  }
}

/** Checks a signature file against the file it signs. Any other spelling of the same JSON counts as changed. */
export function checkSignature(signature: Uint8Array, signedFile: Uint8Array): SignatureCheck {
  const invalid = (reason: Reason): SignatureCheck => ({ state: "invalid", reason });
  const text = Buffer.from(signature).toString("utf8");
  try {
    const parsed = signatureSchema.safeParse(JSON.parse(text));
    if (!parsed.success) return invalid("signature-foreign");
    if (text !== `${canonicalJson(parsed.data)}\n`) return invalid("other-writing");
    const { signature: value, ...statement } = parsed.data;
    const digest = createHash("sha256").update(signedFile).digest("hex");
    if (statement.sha256 !== digest) return invalid("changed-after-signing");
    if (!verifies(statement, value)) return invalid("wrong-key");
    const { signer, date, publicKey } = statement;
    return { state: "valid", signer, date, publicKey, fingerprint: keyFingerprint(publicKey) };
  } catch {
    return invalid("signature-foreign");
  }
}
