import { createPrivateKey, createPublicKey, sign, verify } from "node:crypto";
import { z } from "zod";
import { appError, canonicalJson, err, ok, type Result } from "#shared/kernel";

const version = z.string().regex(/^\d{1,5}\.\d{1,5}\.\d{1,5}$/);
/** A name and no path: what an update names lies beside it. */
const plainName = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,119}$/);

const contentSchema = z.strictObject({
  schema: z.literal("h200-desk/update@1"),
  version,
  issued: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
  notes: z.strictObject({ zh: z.string().max(4_000), en: z.string().max(4_000) }),
  files: z
    .array(
      z.strictObject({
        name: plainName,
        system: z.enum(["win32", "darwin", "linux"]),
        arch: z.enum(["x64", "arm64"]),
        bytes: z.number().int().positive(),
        sha256: z.string().regex(/^[0-9a-f]{64}$/),
      }),
    )
    .min(1)
    .max(20),
});

/** What an update file says: a version, and the installers that lie beside it. */
export type UpdateContent = z.infer<typeof contentSchema>;

const signedSchema = contentSchema.extend({
  signature: z
    .strictObject({
      publicKey: z.string().regex(/^[0-9a-f]{64}$/),
      value: z.string().regex(/^[0-9a-f]{128}$/),
    })
    .optional(),
});

/** What a file came to: genuine and by whom, or why it is not believed. */
export type UpdateTrust =
  | { readonly kind: "genuine"; readonly signer: string }
  | { readonly kind: "unsigned" | "stranger" | "forged" };

/** The words before what is signed keep a signature for one purpose from serving another. */
const signedBytes = (content: UpdateContent) =>
  Buffer.from(`h200-desk/update@1\n${canonicalJson(content)}`, "utf8");

function publicKeyOf(hex: string) {
  const x = Buffer.from(hex, "hex").toString("base64url");
  return createPublicKey({ key: { kty: "OKP", crv: "Ed25519", x }, format: "jwk" });
}

type TrustedKey = { readonly name: string; readonly publicKey: string };

/** Reads an update file and says whether one of these keys vouches for it; never throws. */
export function readUpdate(
  text: string,
  trusted: readonly TrustedKey[],
): Result<{ readonly content: UpdateContent; readonly trust: UpdateTrust }> {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    return err(appError("update-unreadable"));
  }
  const parsed = signedSchema.safeParse(raw);
  if (!parsed.success) return err(appError("update-unreadable"));
  const { signature, ...content } = parsed.data;
  if (signature === undefined) return ok({ content, trust: { kind: "unsigned" } });
  const holds = verify(
    null,
    signedBytes(content),
    publicKeyOf(signature.publicKey),
    Buffer.from(signature.value, "hex"),
  );
  if (!holds) return ok({ content, trust: { kind: "forged" } });
  const signer = trusted.find(({ publicKey }) => publicKey === signature.publicKey);
  return ok({
    content,
    trust: signer === undefined ? { kind: "stranger" } : { kind: "genuine", signer: signer.name },
  });
}

/** The file's text, signed with an Ed25519 private key in PEM form; throws on any other key. */
export function signUpdate(content: UpdateContent, pem: string): string {
  const key = createPrivateKey(pem);
  const checked = contentSchema.parse(content);
  const raw = createPublicKey(key).export({ format: "jwk" }).x ?? "";
  const signature = {
    publicKey: Buffer.from(raw, "base64url").toString("hex"),
    value: sign(null, signedBytes(checked), key).toString("hex"),
  };
  return `${JSON.stringify({ ...checked, signature }, null, 2)}\n`;
}

/** Below 0 when `a` is the older version, 0 when they are the same. */
export function compareVersions(a: string, b: string): number {
  const parts = (text: string) => (text.split("-")[0] ?? "").split(".").map(Number);
  const [left, right] = [parts(a), parts(b)];
  for (let at = 0; at < 3; at += 1) {
    const difference = (left[at] ?? 0) - (right[at] ?? 0);
    if (difference !== 0) return difference;
  }
  // A version with a tail comes before the one without: 1.0.0-beta is older than 1.0.0.
  return Number(b.includes("-")) - Number(a.includes("-"));
}
