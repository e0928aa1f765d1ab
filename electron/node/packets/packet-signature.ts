import { createHash, createPublicKey, verify } from "node:crypto";
import { z } from "zod";
import { canonicalJson } from "#shared/kernel";
import type { Reason } from "./reasons.ts";

/** Where the signature of a sealed packet lies, beside the manifests it signs. */
export const SIGNATURE_FILE = "signature.json";

/** The file that a signature covers; through its hashes it covers every other file of the packet. */
export const SIGNED_FILE = "tagmanifest-sha256.txt";

const hex = (digits: number) => z.string().regex(new RegExp(`^[0-9a-f]{${digits}}$`));
const name = z.string().min(1).max(300);
const publicKey = hex(64);

/** A moment in UTC to the second or finer, as a signature states it. */
const moment = z.iso.datetime({ offset: false, local: false });

const common = {
  algorithm: z.literal("Ed25519"),
  signs: z.literal(SIGNED_FILE),
  sha256: hex(64),
  publicKey,
};

/** The first format: a name and the day of the packet's facts, which is no time of signing. */
const firstSchema = z.strictObject({
  schema: z.literal("h200-desk/packet-signature@1"),
  ...common,
  signer: name,
  date: z.iso.date(),
});

/** The second binds the manifests to what the packet is and to who signed it when, in one signed statement. */
const secondSchema = z.strictObject({
  schema: z.literal("h200-desk/packet-signature@2"),
  ...common,
  set: z.string().min(1).max(40),
  state: z.literal("sealed"),
  content: hex(64),
  signer: z.strictObject({ name, role: z.string().min(1).max(40), fingerprint: z.string() }),
  signedAt: moment,
});

const signature = { signature: hex(128) };
const fileSchema = z.discriminatedUnion("schema", [
  firstSchema.extend(signature),
  secondSchema.extend(signature),
]);
type Statement = z.infer<typeof firstSchema> | z.infer<typeof secondSchema>;

/**
 * Who seals what: a name as it is to be shown, the role, the moment of signing, the set and the SHA-256 of its content, the raw
 * Ed25519 public key as 64 hexadecimal digits, and a function that signs bytes and answers 128 hexadecimal digits. An integrity
 * mark of this program, not a statutory electronic signature (LY-07).
 */
export type PacketSigner = {
  readonly name: string;
  readonly role: string;
  readonly signedAt: string;
  readonly set: string;
  readonly content: string;
  readonly publicKey: string;
  readonly sign: (bytes: Uint8Array) => string;
};

/** What a signature says of itself. `binds` is what only the second format ties to the manifests. */
type SignatureClaim = {
  readonly format: 1 | 2;
  readonly name: string;
  readonly publicKey: string;
  /** How a person compares keys by telephone. */
  readonly fingerprint: string;
  readonly binds?: {
    readonly role: string;
    readonly signedAt: string;
    readonly set: string;
    readonly content: string;
  };
};

/** What a signature turned out to be. */
export type SignatureCheck =
  | { readonly state: "none" }
  | { readonly state: "invalid"; readonly reason: Reason }
  | ({ readonly state: "valid" } & SignatureClaim);

const SPKI_ED25519 = Buffer.from("302a300506032b6570032100", "hex");

/** SHA-256 of a raw public key in eight groups of four digits: short enough to read aloud. */
export function keyFingerprint(key: string): string {
  const digest = createHash("sha256").update(Buffer.from(key, "hex")).digest("hex");
  return (digest.slice(0, 32).match(/.{4}/g) ?? []).join(" ");
}

function signedBytes(statement: Statement): Buffer {
  return Buffer.from(canonicalJson(statement), "utf8");
}

/** Signs the bytes of `tagmanifest-sha256.txt`; the text of `signature.json`. */
export function writeSignature(signedFile: Uint8Array, signer: PacketSigner): string {
  const statement: Statement = {
    schema: "h200-desk/packet-signature@2",
    algorithm: "Ed25519",
    signs: SIGNED_FILE,
    sha256: createHash("sha256").update(signedFile).digest("hex"),
    set: signer.set,
    state: "sealed",
    content: signer.content,
    signer: {
      name: signer.name,
      role: signer.role,
      fingerprint: keyFingerprint(signer.publicKey),
    },
    signedAt: signer.signedAt,
    publicKey: signer.publicKey,
  };
  return `${canonicalJson({ ...statement, signature: signer.sign(signedBytes(statement)) })}\n`;
}

function verifies(statement: Statement, value: string): boolean {
  try {
    const der = Buffer.concat([SPKI_ED25519, Buffer.from(statement.publicKey, "hex")]);
    const key = createPublicKey({ key: der, format: "der", type: "spki" });
    return verify(null, signedBytes(statement), key, Buffer.from(value, "hex"));
  } catch {
    return false;
  }
}

function claimOf(statement: Statement): SignatureClaim {
  const fingerprint = keyFingerprint(statement.publicKey);
  if (statement.schema === "h200-desk/packet-signature@1")
    return { format: 1, name: statement.signer, publicKey: statement.publicKey, fingerprint };
  const { signer, signedAt, set, content } = statement;
  const binds = { role: signer.role, signedAt, set, content };
  return { format: 2, name: signer.name, publicKey: statement.publicKey, fingerprint, binds };
}

// A key of small order verifies any signature of its own making; none of these is ever anybody's key.
const SMALL_ORDER: ReadonlySet<string> = new Set([
  "0100000000000000000000000000000000000000000000000000000000000000",
  "0000000000000000000000000000000000000000000000000000000000000000",
  "0000000000000000000000000000000000000000000000000000000000000080",
  "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
  "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85",
  "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
  "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa",
  "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
  "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
  "0100000000000000000000000000000000000000000000000000000000000080",
]);

/** Checks a signature file against the file it signs. Any other spelling of the same JSON counts as changed. */
export function checkSignature(file: Uint8Array, signedFile: Uint8Array): SignatureCheck {
  const invalid = (reason: Reason): SignatureCheck => ({ state: "invalid", reason });
  const text = Buffer.from(file).toString("utf8");
  try {
    const parsed = fileSchema.safeParse(JSON.parse(text));
    if (!parsed.success) return invalid("signature-foreign");
    if (text !== `${canonicalJson(parsed.data)}\n`) return invalid("other-writing");
    const { signature: value, ...statement } = parsed.data;
    const digest = createHash("sha256").update(signedFile).digest("hex");
    if (statement.sha256 !== digest) return invalid("changed-after-signing");
    if (SMALL_ORDER.has(statement.publicKey) || !verifies(statement, value))
      return invalid("wrong-key");
    const claim = claimOf(statement);
    const stated = "signedAt" in statement ? statement.signer.fingerprint : claim.fingerprint;
    return stated === claim.fingerprint ? { state: "valid", ...claim } : invalid("wrong-key");
  } catch {
    return invalid("signature-foreign");
  }
}
