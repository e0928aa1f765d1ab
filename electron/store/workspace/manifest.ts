import { join } from "node:path";
import { z } from "zod";
import { attempt, type FileSystem, readIfThere, type Writer } from "#node/files";
import { appError, err, ok, type Result } from "#shared/kernel";

/** The version of the folder layout this program writes. */
export const WORKSPACE_VERSION = 1;

const wrapSchema = z.strictObject({
  kind: z.enum(["passphrase", "recovery", "key-store"]),
  /** Parameters of scrypt; absent for the key store, which has its own protection. */
  kdf: z
    .strictObject({
      name: z.literal("scrypt"),
      n: z.number().int().min(1024).max(1_048_576),
      r: z.number().int().min(1).max(8),
      p: z.number().int().min(1).max(4),
      salt: z.string().max(200),
    })
    .optional(),
  nonce: z.string().max(100),
  wrapped: z.string().max(4000),
});
/** The data key, closed under one secret. */
export type KeyWrap = z.infer<typeof wrapSchema>;

const encryptionSchema = z.strictObject({
  cipher: z.literal("aes-256-gcm"),
  keyId: z.string().max(80),
  wraps: z.array(wrapSchema).min(1).max(8),
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
});
/** The file that makes a folder a workspace. */
export type Manifest = z.infer<typeof manifestSchema>;

const LIMIT = 200_000;

function copyPath(root: string): string {
  return join(root, "workspace-copy.json");
}

function parseManifest(bytes: Uint8Array, path: string): Result<Manifest> {
  try {
    const value: unknown = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
    const loose = z.object({ version: z.number() }).safeParse(value);
    const parsed = manifestSchema.safeParse(value);
    if (parsed.success) return ok(parsed.data);
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

/** Writes the manifest and its copy, each whole or not at all. */
export async function writeManifest(
  writer: Writer,
  root: string,
  manifest: Manifest,
): Promise<void> {
  const bytes = Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`);
  await writer.replace(join(root, "workspace.json"), bytes);
  await writer.replace(copyPath(root), bytes);
}
