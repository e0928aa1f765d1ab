import {
  createCipheriv,
  createDecipheriv,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  randomBytes,
  scrypt,
  sign,
  verify,
} from "node:crypto";
import { z } from "zod";
import { type AppError, appError, err, ok, type Result, sha256Hex } from "#shared/kernel";
import type { DeskFiles } from "../workspace/desk-workspace.ts";
import { createGuesses, type Guesses } from "./guesses.ts";

/** About 128 MB and a third of a second for each guess; keys of earlier programs keep the quarter they were made with. */
const SCRYPT = { N: 131_072, r: 8, p: 1 } as const;
const EARLIER_N = 32_768;
/** What one guess at a passphrase costs: scrypt's N. */
export type KeyCost = typeof SCRYPT.N | typeof EARLIER_N;

const keyFileSchema = z.strictObject({
  schema: z.literal("h200-desk/key@1"),
  person: z.string().max(80),
  publicKey: z.string().regex(/^[0-9a-f]{64}$/),
  kdf: z.strictObject({
    name: z.literal("scrypt"),
    N: z.union([z.literal(SCRYPT.N), z.literal(EARLIER_N)]),
    r: z.literal(8),
    p: z.literal(1),
    salt: z.string().max(100),
  }),
  cipher: z.literal("aes-256-gcm"),
  iv: z.string().max(100),
  tag: z.string().max(100),
  sealed: z.string().max(400),
});
const guessesOfProgram = createGuesses(() => performance.now());

type KeyFile = z.infer<typeof keyFileSchema>;

/** Signs bytes with Ed25519; answers 128 hexadecimal digits. */
export type Signer = {
  readonly person: string;
  readonly publicKey: string;
  readonly sign: (bytes: Uint8Array) => string;
};

const ED25519_SPKI = Buffer.from("302a300506032b6570032100", "hex");

function rawPublicKey(key: KeyObject): string {
  return Buffer.from(key.export({ format: "jwk" }).x ?? "", "base64url").toString("hex");
}

/** Whether a signature by a raw Ed25519 key (hexadecimal) fits the bytes. Never throws. */
export function verifySignature(publicKey: string, bytes: Uint8Array, signature: string): boolean {
  try {
    const der = Buffer.concat([ED25519_SPKI, Buffer.from(publicKey, "hex")]);
    const key = createPublicKey({ key: der, format: "der", type: "spki" });
    return verify(null, bytes, key, Buffer.from(signature, "hex"));
  } catch {
    return false;
  }
}

function derive(passphrase: string, salt: Buffer, N: number = SCRYPT.N): Promise<Buffer> {
  const bytes = Buffer.from(passphrase.normalize("NFC"));
  const options = { ...SCRYPT, N, maxmem: 256 * N * SCRYPT.r };
  const derived = new Promise<Buffer>((resolve, reject) => {
    scrypt(bytes, salt, 32, options, (fault, key) => (fault ? reject(fault) : resolve(key)));
  });
  return derived.finally(() => bytes.fill(0));
}

/** Named by a hash: a person's id may hold capitals, and a file name that differs only in case would be another's. */
export function keyFileName(person: string): string {
  return `${sha256Hex(person).slice(0, 24)}.json`;
}

/** A fresh key pair of a person: what signs, and the file that keeps the secret half under the passphrase. */
export type FreshKey = { readonly signer: Signer; readonly bytes: Uint8Array };

/** Makes a key pair for a person; nothing is filed yet. */
export async function freshPersonKey(
  person: string,
  passphrase: string,
  cost: KeyCost = SCRYPT.N,
): Promise<FreshKey> {
  const pair = generateKeyPairSync("ed25519");
  const publicKey = rawPublicKey(pair.publicKey);
  const salt = randomBytes(16);
  const iv = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", await derive(passphrase, salt, cost), iv);
  cipher.setAAD(Buffer.from(`${person}:${publicKey}`));
  const secret = Buffer.from(pair.privateKey.export({ format: "der", type: "pkcs8" }));
  const sealed = Buffer.concat([cipher.update(secret), cipher.final()]);
  const file: KeyFile = {
    schema: "h200-desk/key@1",
    person,
    publicKey,
    kdf: { name: "scrypt", N: cost, r: 8, p: 1, salt: salt.toString("base64") },
    cipher: "aes-256-gcm",
    iv: iv.toString("base64"),
    tag: cipher.getAuthTag().toString("base64"),
    sealed: sealed.toString("base64"),
  };
  const { privateKey } = pair;
  const signOne = (bytes: Uint8Array) => sign(null, bytes, privateKey).toString("hex");
  return {
    signer: { person, publicKey, sign: signOne },
    bytes: Buffer.from(`${JSON.stringify(file, null, 2)}\n`),
  };
}

/** Makes a key pair for a person and keeps the secret half under the passphrase; refuses when one is there already. */
export async function createPersonKey(
  files: DeskFiles,
  person: string,
  passphrase: string,
  cost?: KeyCost,
): Promise<Result<{ readonly publicKey: string }>> {
  const existing = await files.list("keys");
  if (!existing.ok) return existing;
  if (existing.value.includes(keyFileName(person))) return err(appError("key-exists", { person }));
  const { signer, bytes } = await freshPersonKey(person, passphrase, cost);
  const written = await files.write("keys", keyFileName(person), bytes);
  return written.ok ? ok({ publicKey: signer.publicKey }) : written;
}

async function readKeyFile(files: DeskFiles, person: string): Promise<Result<KeyFile>> {
  const names = await files.list("keys");
  if (!names.ok) return names;
  if (!names.value.includes(keyFileName(person))) return err(appError("key-none", { person }));
  const bytes = await files.read("keys", keyFileName(person));
  if (!bytes.ok) return bytes;
  try {
    const parsed = keyFileSchema.safeParse(JSON.parse(Buffer.from(bytes.value).toString("utf8")));
    if (parsed.success && parsed.data.person === person) return ok(parsed.data);
  } catch {
    // Falls through to the same answer as a wrong shape.
  }
  return err(appError("key-damaged", { person, file: keyFileName(person) }));
}

/**
 * Opens a person's key; a wrong passphrase and a changed file answer alike, `key-wrong-passphrase`. After some wrong ones
 * the next is not looked at for a while, `key-wait`.
 */
export async function openPersonKey(
  files: DeskFiles,
  person: string,
  passphrase: string,
  guesses: Guesses = guessesOfProgram,
): Promise<Result<Signer>> {
  return await guesses.take(person, () => openWith(files, person, passphrase));
}

async function openWith(
  files: DeskFiles,
  person: string,
  passphrase: string,
): Promise<Result<Signer>> {
  const file = await readKeyFile(files, person);
  if (!file.ok) return file;
  const { kdf, iv, tag, sealed, publicKey } = file.value;
  const wrong: AppError = appError("key-wrong-passphrase", { person });
  const key = await derive(passphrase, Buffer.from(kdf.salt, "base64"), kdf.N);
  try {
    const opener = createDecipheriv("aes-256-gcm", key, Buffer.from(iv, "base64"));
    opener.setAAD(Buffer.from(`${person}:${publicKey}`));
    opener.setAuthTag(Buffer.from(tag, "base64"));
    const secret = Buffer.concat([opener.update(Buffer.from(sealed, "base64")), opener.final()]);
    const privateKey = createPrivateKey({ key: secret, format: "der", type: "pkcs8" });
    secret.fill(0);
    if (rawPublicKey(createPublicKey(privateKey)) !== publicKey) return err(wrong);
    return ok({
      person,
      publicKey,
      sign: (bytes) => sign(null, bytes, privateKey).toString("hex"),
    });
  } catch {
    return err(wrong);
  } finally {
    key.fill(0);
  }
}
