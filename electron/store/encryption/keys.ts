import { createCipheriv, createDecipheriv, createHash, randomBytes, scrypt } from "node:crypto";
import { type AppError, appError, err, ok, type Result } from "#shared/kernel";
import type { EncryptionSettings, KeyWrap } from "../workspace/manifest.ts";

/** The work that guessing a passphrase costs; recorded with each wrapped key. */
export type KdfStrength = { readonly n: number; readonly r: number; readonly p: number };

/** About 128 MB and a third of a second for each guess on a desk computer of today. */
const defaultStrength: KdfStrength = { n: 131_072, r: 8, p: 1 };

/** A key store of the operating system, as Electron's safeStorage offers it. */
export interface KeyStore {
  protect(secret: Uint8Array): Promise<Uint8Array>;
  reveal(protectedSecret: Uint8Array): Promise<Uint8Array>;
}

/** What opens an encrypted workspace. */
export type Unlock =
  | { readonly passphrase: string }
  | { readonly recoveryCode: string }
  | { readonly keyStore: KeyStore };

const KEY_BYTES = 32;
const SHORTEST = 8;

/** A fresh data key; it never leaves memory unwrapped. */
export function createDataKey(): Buffer {
  return randomBytes(KEY_BYTES);
}

/** Why a passphrase is not taken; undefined when it is. Length in characters counts, Chinese ones as one. */
export function checkPassphrase(passphrase: string): AppError | undefined {
  return [...passphrase].length < SHORTEST
    ? appError("store.passphrase-too-short", { least: SHORTEST })
    : undefined;
}

function derive(secret: string, salt: Uint8Array, { n, r, p }: KdfStrength): Promise<Buffer> {
  // The same words typed on another system may come in another Unicode form.
  const bytes = Buffer.from(secret.normalize("NFKC"));
  const options = { N: n, r, p, maxmem: 256 * n * r };
  const derived = new Promise<Buffer>((resolve, reject) => {
    scrypt(bytes, salt, KEY_BYTES, options, (error, key) => (error ? reject(error) : resolve(key)));
  });
  return derived.finally(() => bytes.fill(0));
}

function boundTo(workspace: string, keyId: string, wrap: Pick<KeyWrap, "kind" | "kdf">): Buffer {
  return Buffer.from(
    JSON.stringify(["h200-desk/key-wrap@1", workspace, keyId, wrap.kind, wrap.kdf]),
  );
}

/** Closes the data key under a passphrase or recovery code. */
export async function wrapKey(
  dataKey: Uint8Array,
  kind: "passphrase" | "recovery",
  secret: string,
  place: { readonly workspace: string; readonly keyId: string },
  strength: KdfStrength = defaultStrength,
): Promise<KeyWrap> {
  const salt = randomBytes(16);
  const kdf = { name: "scrypt" as const, ...strength, salt: salt.toString("base64") };
  const key = await derive(secret, salt, strength);
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", key, nonce);
  cipher.setAAD(boundTo(place.workspace, place.keyId, { kind, kdf }));
  const sealed = Buffer.concat([cipher.update(dataKey), cipher.final(), cipher.getAuthTag()]);
  key.fill(0);
  return { kind, kdf, nonce: nonce.toString("base64"), wrapped: sealed.toString("base64") };
}

async function unwrapKey(
  wrap: KeyWrap,
  secret: string,
  place: { readonly workspace: string; readonly keyId: string },
): Promise<Buffer | undefined> {
  if (!wrap.kdf) return undefined;
  const key = await derive(secret, Buffer.from(wrap.kdf.salt, "base64"), wrap.kdf);
  try {
    const sealed = Buffer.from(wrap.wrapped, "base64");
    const decipher = createDecipheriv("aes-256-gcm", key, Buffer.from(wrap.nonce, "base64"));
    decipher.setAAD(boundTo(place.workspace, place.keyId, wrap));
    decipher.setAuthTag(sealed.subarray(-16));
    return Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()]);
  } catch {
    return undefined;
  } finally {
    key.fill(0);
  }
}

/** Closes the data key with the system's key store, so that this user on this machine need not type. */
export async function wrapWithKeyStore(dataKey: Uint8Array, store: KeyStore): Promise<KeyWrap> {
  const wrapped = Buffer.from(await store.protect(dataKey)).toString("base64");
  return { kind: "key-store", nonce: "", wrapped };
}

const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

function toLetters(bytes: Uint8Array): string {
  let bits = "";
  for (const byte of bytes) bits += byte.toString(2).padStart(8, "0");
  const groups = bits.match(/.{5}/g) ?? [];
  return groups.map((group) => ALPHABET[Number.parseInt(group, 2)] ?? "").join("");
}

function checkLetters(letters: string): string {
  return toLetters(createHash("sha256").update(letters).digest()).slice(0, 4);
}

/** A recovery code of 160 bits with check letters, in groups of four to be written on paper. */
export function createRecoveryCode(): string {
  const letters = toLetters(randomBytes(20));
  return (`${letters}${checkLetters(letters)}`.match(/.{4}/g) ?? []).join("-");
}

/** The code as it is used: without hyphens and blanks, look-alike letters set right. Undefined when mistyped. */
function readRecoveryCode(typed: string): string | undefined {
  const plain = typed.toUpperCase().replace(/[\s-]/g, "").replace(/O/g, "0").replace(/[IL]/g, "1");
  const letters = plain.slice(0, 32);
  return plain.length === 36 && checkLetters(letters) === plain.slice(32) ? letters : undefined;
}

/** The secret of a recovery code that is wrapped, from the code as printed. */
export function recoverySecret(code: string): string {
  return readRecoveryCode(code) ?? "";
}

async function tryWraps(
  settings: EncryptionSettings,
  workspace: string,
  kind: KeyWrap["kind"],
  secret: string,
): Promise<Buffer | undefined> {
  for (const wrap of settings.wraps) {
    if (wrap.kind !== kind) continue;
    const key = await unwrapKey(wrap, secret, { workspace, keyId: settings.keyId });
    if (key) return key;
  }
  return undefined;
}

/** Opens the data key of an encrypted workspace, or says which secret was wrong. */
export async function unlockKey(
  settings: EncryptionSettings,
  workspace: string,
  unlock: Unlock | undefined,
): Promise<Result<Buffer>> {
  if (!unlock) {
    const ways = settings.wraps.map(({ kind }) => kind);
    return err(appError("store.locked", { ways }));
  }
  if ("passphrase" in unlock) {
    const key = await tryWraps(settings, workspace, "passphrase", unlock.passphrase);
    return key ? ok(key) : err(appError("store.wrong-passphrase"));
  }
  if ("recoveryCode" in unlock) {
    const secret = readRecoveryCode(unlock.recoveryCode);
    if (!secret) return err(appError("store.recovery-code-mistyped"));
    const key = await tryWraps(settings, workspace, "recovery", secret);
    return key ? ok(key) : err(appError("store.wrong-recovery-code"));
  }
  const wrap = settings.wraps.find(({ kind }) => kind === "key-store");
  if (!wrap) return err(appError("store.no-key-store"));
  try {
    const revealed = await unlock.keyStore.reveal(Buffer.from(wrap.wrapped, "base64"));
    const key = Buffer.from(revealed);
    revealed.fill(0);
    return ok(key);
  } catch {
    return err(appError("store.key-store-refused"));
  }
}
