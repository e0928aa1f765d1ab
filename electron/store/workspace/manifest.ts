import { join } from "node:path";
import { z } from "zod";
import { attempt, type FileSystem, readIfThere, type Writer } from "#node/files";
import { appError, canonicalJson, err, ok, type Result } from "#shared/kernel";
import { sha256Of } from "../documents/document-file.ts";

/** The version of the folder layout this program writes. */
export const WORKSPACE_VERSION = 1;

/** Base64 of a length between two bounds, in bytes; anything else is damage or somebody's trap. */
const base64 = (least: number, most: number) =>
  z
    .string()
    .max(Math.ceil(most / 3) * 4)
    .regex(/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/)
    .refine((text) => {
      const bytes = Buffer.byteLength(text, "base64");
      return bytes >= least && bytes <= most;
    });

/** Twice what this program asks for: about a second and 256 MB, whatever a file says. */
const MOST_WORK = 262_144 * 8;

const kdfSchema = z
  .strictObject({
    name: z.literal("scrypt"),
    n: z.number().int().min(1024).max(262_144),
    r: z.number().int().min(1).max(8),
    p: z.number().int().min(1).max(4),
    salt: base64(8, 64),
  })
  .refine(({ n, r, p }) => (n & (n - 1)) === 0 && n * r * p <= MOST_WORK);

const secretWrapSchema = z.strictObject({
  kind: z.enum(["passphrase", "recovery"]),
  kdf: kdfSchema,
  nonce: base64(12, 12),
  wrapped: base64(48, 48),
});
const storeWrapSchema = z.strictObject({
  kind: z.literal("key-store"),
  kdf: z.undefined().optional(),
  nonce: z.literal(""),
  /** As the system's key store gave it; that protects it by itself. */
  wrapped: z.string().max(4000),
});
const wrapSchema = z.union([secretWrapSchema, storeWrapSchema]);
/** The data key, closed under one secret. */
export type KeyWrap = z.infer<typeof wrapSchema>;

const encryptionSchema = z.strictObject({
  cipher: z.literal("aes-256-gcm"),
  keyId: z.string().max(80),
  /** One for each way in: more would only multiply what a guess costs. */
  wraps: z
    .array(wrapSchema)
    .min(1)
    .max(3)
    .refine((wraps) => new Set(wraps.map(({ kind }) => kind)).size === wraps.length),
});
/** How a workspace is encrypted. */
export type EncryptionSettings = z.infer<typeof encryptionSchema>;

const manifestSchema = z.strictObject({
  format: z.literal("h200-desk/workspace@1"),
  id: z.string().min(1).max(80),
  version: z.number().int().positive(),
  createdAt: z.string().max(40),
  /** The newest version each collection was written with. */
  collections: z.record(z.string().max(40), z.number().int().positive()),
  encryption: encryptionSchema.optional(),
  /** Set once the journal's head is also kept outside the journal; absent in workspaces of earlier programs. */
  counted: z.literal(true).optional(),
  /** SHA-256 of everything else, in canonical form; absent in workspaces of earlier programs. */
  sum: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
});
/** The file that makes a folder a workspace. */
export type Manifest = z.infer<typeof manifestSchema>;

const LIMIT = 200_000;

function copyPath(root: string): string {
  return join(root, "workspace-copy.json");
}

function sumOf(manifest: Manifest): string {
  const { sum: _, ...rest } = manifest;
  return sha256Of(canonicalJson(rest));
}

/** A sum that does not fit is damage; a manifest that counts its journal always has one. */
function isSound(manifest: Manifest): boolean {
  return manifest.sum === undefined ? !manifest.counted : manifest.sum === sumOf(manifest);
}

function parseManifest(bytes: Uint8Array, path: string): Result<Manifest> {
  try {
    const value: unknown = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
    const loose = z.object({ version: z.number() }).safeParse(value);
    const parsed = manifestSchema.safeParse(value);
    if (parsed.success && isSound(parsed.data)) return ok(parsed.data);
    if (loose.success && loose.data.version > WORKSPACE_VERSION) {
      return err(appError("store.workspace-newer-format", { path, version: loose.data.version }));
    }
  } catch {
    // Falls through: unreadable text and a wrong shape get the same answer.
  }
  return err(appError("store.manifest-damaged", { path }));
}

/** What reading the manifest gave; `fromCopy` when the file itself was damaged or missing. */
export type ReadManifest = { readonly manifest: Manifest; readonly fromCopy: boolean };

/** Reads a workspace's manifest, from its second copy where the first is damaged. Undefined: no workspace here. */
export async function readManifest(
  fs: FileSystem,
  root: string,
): Promise<Result<ReadManifest | undefined>> {
  const path = join(root, "workspace.json");
  const first = await attempt(path, () => readIfThere(fs, path, LIMIT));
  if (!first.ok && first.error.code !== "files.too-large") return first;
  const main =
    first.ok && first.value
      ? parseManifest(first.value, path)
      : err(appError("store.manifest-damaged", { path }));
  if (main.ok) return ok({ manifest: main.value, fromCopy: false });
  const second = await attempt(path, () => readIfThere(fs, copyPath(root), LIMIT));
  if (second.ok && second.value) {
    const copy = parseManifest(second.value, copyPath(root));
    if (copy.ok) return ok({ manifest: copy.value, fromCopy: true });
  }
  return first.ok && !first.value ? ok(undefined) : main;
}

/** The second copy alone, where it can be read. */
export async function readManifestCopy(
  fs: FileSystem,
  root: string,
): Promise<Manifest | undefined> {
  const path = copyPath(root);
  const read = await attempt(path, () => readIfThere(fs, path, LIMIT));
  const copy = read.ok && read.value ? parseManifest(read.value, path) : undefined;
  return copy?.ok ? copy.value : undefined;
}

/** Writes the manifest and its copy, each whole or not at all. */
export async function writeManifest(
  writer: Writer,
  root: string,
  manifest: Manifest,
): Promise<void> {
  const summed = { ...manifest, sum: sumOf(manifest) };
  const bytes = Buffer.from(`${JSON.stringify(summed, null, 2)}\n`);
  await writer.replace(join(root, "workspace.json"), bytes);
  await writer.replace(copyPath(root), bytes);
}
