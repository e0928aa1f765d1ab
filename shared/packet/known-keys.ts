import { z } from "zod";
import { addDays, isCivilDate } from "#shared/kernel";

const day = z.string().refine(isCivilDate);
const moment = z.string().regex(/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}:\d{2}(\.\d{1,3})?Z)?$/);

/** Eight groups of four hexadecimal digits: the first half of the SHA-256 of a raw public key. */
const FINGERPRINT = /^[0-9a-f]{4}( [0-9a-f]{4}){7}$/;

/**
 * A key that somebody here knows. `fingerprint` alone says only that the key is known; a name and a role say whose it is and in
 * what capacity it signs, and a signature under another name or role is then not vouched for. Days are days of signing.
 */
export const knownKeySchema = z.strictObject({
  fingerprint: z.string().regex(FINGERPRINT),
  name: z.string().min(1).max(300).optional(),
  role: z.string().min(1).max(40).optional(),
  validFrom: day.optional(),
  validTo: day.optional(),
  revokedAt: moment.optional(),
});
export type KnownKey = z.infer<typeof knownKeySchema>;

/** Keys that are known where a packet is verified. One person may have several entries: one for each name or role. */
export type KnownKeys = readonly KnownKey[];

/** A file that carries known keys from one desk to another, or for `--known-key`. */
export const knownKeysFileSchema = z.strictObject({
  schema: z.literal("h200-desk/known-keys@1"),
  keys: z.array(knownKeySchema).min(1).max(10_000),
});

/** Reads a fingerprint however a person wrote it: in groups, with colons, in capitals. Nothing where it is none. */
export function readFingerprint(text: string): string | undefined {
  const digits = text.toLowerCase().replace(/[\s:-]/g, "");
  return /^[0-9a-f]{32}$/.test(digits) ? digits.match(/.{4}/g)?.join(" ") : undefined;
}

/** What a signature says of itself. An older one names neither role nor time. */
export type SignerClaim = {
  readonly fingerprint: string;
  readonly name: string;
  readonly role: string | null;
  readonly signedAt: string | null;
};

/** Why a key that signed does not vouch; `known` when it does. */
export type KeyStanding =
  | "known"
  | "key-unknown"
  | "key-other-name"
  | "key-other-role"
  | "key-not-valid-then"
  | "signed-in-future"
  | "key-revoked";

// The more an entry has in common with the signature, the better its answer explains what is wrong.
const nearness: readonly KeyStanding[] = [
  "known",
  "key-not-valid-then",
  "key-other-role",
  "key-other-name",
  "key-unknown",
];

function standingBy(key: KnownKey, claim: SignerClaim, today: string): KeyStanding {
  if (key.name !== undefined && key.name !== claim.name) return "key-other-name";
  // A signature of the first format names no role and no time: it was made before today, whenever that was.
  if (key.role !== undefined && claim.role !== null && key.role !== claim.role)
    return "key-other-role";
  const signedOn = (claim.signedAt ?? today).slice(0, 10);
  const early = key.validFrom !== undefined && signedOn < key.validFrom;
  const late = key.validTo !== undefined && signedOn > key.validTo;
  return early || late ? "key-not-valid-then" : "known";
}

/** Whether a signature's key, under the name, role and time it states, is one that is known; otherwise the nearest reason. */
export function keyStanding(keys: KnownKeys, claim: SignerClaim, today: string): KeyStanding {
  const own = keys.filter(({ fingerprint }) => fingerprint === claim.fingerprint);
  // The time of signing is the signer's own word: whoever took the key can put an earlier one. A revoked key vouches for nothing,
  // whatever an older entry says of it.
  if (own.some(({ revokedAt }) => revokedAt !== undefined)) return "key-revoked";
  // A day more: where it is today may not be where it was signed.
  if (own.length > 0 && (claim.signedAt ?? today).slice(0, 10) > addDays(today, 1))
    return "signed-in-future";
  const found = new Set(own.map((key) => standingBy(key, claim, today)));
  return nearness.find((standing) => found.has(standing)) ?? "key-unknown";
}
