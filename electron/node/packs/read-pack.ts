import { createPublicKey, verify } from "node:crypto";
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { decodeText, parseStrictJson, readInput } from "#node/input";
import {
  type AppError,
  appError,
  canonicalJson,
  err,
  ok,
  type Result,
  shapeProblem,
} from "#shared/kernel";
import { type PackInput, packHash } from "#shared/rules";

/** A signature over a pack's hash; lies beside the pack as `signature.json`. */
const packSignatureSchema = z.strictObject({
  schema: z.literal("h200-desk/pack-signature@1"),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  publicKey: z.string().regex(/^[0-9a-f]{64}$/),
  signature: z.string().regex(/^[0-9a-f]{128}$/),
});
export type PackSignature = z.infer<typeof packSignatureSchema>;

/**
 * A pack as files: parsed JSON, not yet believed, with the dossiers that its cases start from, by name, and its signature where
 * there is one.
 */
export type PackFiles = {
  readonly input: PackInput;
  readonly dossiers?: Readonly<Record<string, unknown>>;
  readonly signature?: PackSignature;
};

/** Most files that one folder of cases or dossiers may hold. */
const MOST_FILES = 500;

/** Largest single file of a pack, in bytes; larger ones are refused by their size alone. */
const LARGEST_PACK_FILE = 16_000_000;

const bundleSchema = z.strictObject({
  schema: z.literal("h200-desk/pack-bundle@1"),
  pack: z.unknown(),
  sources: z.unknown(),
  cases: z.array(z.unknown()).max(1_000).optional(),
  dossiers: z.record(z.string().regex(/^[a-z0-9][a-z0-9-]{0,79}$/), z.unknown()).optional(),
  signature: packSignatureSchema.optional(),
});

async function readJson(path: string): Promise<Result<unknown>> {
  const bytes = await readInput(path, LARGEST_PACK_FILE);
  if (!bytes.ok) return bytes;
  const text = decodeText(bytes.value, path, { mark: "refuse" });
  return text.ok ? parseStrictJson(text.value, path) : text;
}

function readSignature(value: unknown, file: string): Result<PackSignature> {
  const parsed = packSignatureSchema.safeParse(value);
  if (parsed.success) return ok(parsed.data);
  const at = parsed.error.issues[0]?.path.map(String).join(".") ?? "";
  return err(appError("pack-signature-shape", { file, at }));
}

/** Why a folder could not be listed: it is not there, or it is a file. */
async function noFolder(dir: string): Promise<AppError> {
  const facts = await stat(dir).catch(() => undefined);
  return appError(facts?.isFile() === true ? "input-is-file" : "input-missing", { file: dir });
}

async function namesIn(dir: string): Promise<readonly string[] | undefined> {
  try {
    return (await readdir(dir)).toSorted();
  } catch {
    return undefined;
  }
}

type NamedJson = { readonly name: string; readonly value: unknown };

async function readFolderJson(dir: string): Promise<Result<readonly NamedJson[]>> {
  const names = ((await namesIn(dir)) ?? []).filter((item) => item.endsWith(".json"));
  if (names.length > MOST_FILES)
    return err(appError("pack-files", { file: dir, found: names.length, limit: MOST_FILES }));
  const found: NamedJson[] = [];
  for (const name of names) {
    const one = await readJson(join(dir, name));
    if (!one.ok) return one;
    found.push({ name: name.slice(0, -".json".length), value: one.value });
  }
  return ok(found);
}

/** Reads a pack's folder: pack.json and sources.json, and cases/*.json, dossiers/*.json and signature.json where they exist. */
export async function readPackFolder(dir: string): Promise<Result<PackFiles>> {
  const names = await namesIn(dir);
  if (names === undefined) return err(await noFolder(dir));
  const pack = await readJson(join(dir, "pack.json"));
  if (!pack.ok) return pack;
  const sources = await readJson(join(dir, "sources.json"));
  if (!sources.ok) return sources;
  const cases = await readFolderJson(join(dir, "cases"));
  if (!cases.ok) return cases;
  const bases = await readFolderJson(join(dir, "dossiers"));
  if (!bases.ok) return bases;
  const files: PackFiles = {
    input: {
      pack: pack.value,
      sources: sources.value,
      cases: cases.value.map((one) => one.value),
    },
    dossiers: Object.fromEntries(bases.value.map((one) => [one.name, one.value])),
  };
  if (!names.includes("signature.json")) return ok(files);
  const path = join(dir, "signature.json");
  const raw = await readJson(path);
  if (!raw.ok) return raw;
  const signature = readSignature(raw.value, path);
  return signature.ok ? ok({ ...files, signature: signature.value }) : signature;
}

/** Reads a pack that travels as one JSON file. */
export function readPackBundle(bytes: Uint8Array, file: string): Result<PackFiles> {
  if (bytes.byteLength > LARGEST_PACK_FILE)
    return err(
      appError("input-too-large", { file, bytes: bytes.byteLength, limit: LARGEST_PACK_FILE }),
    );
  const text = decodeText(bytes, file, { mark: "refuse" });
  if (!text.ok) return text;
  const json = parseStrictJson(text.value, file);
  if (!json.ok) return json;
  const parsed = bundleSchema.safeParse(json.value);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const at = issue?.path.map(String).join(".") || "(top)";
    return err(appError("pack-bundle-shape", { file, at, ...shapeProblem(issue) }));
  }
  const { pack, sources, cases, dossiers, signature } = parsed.data;
  const input = { pack, sources, ...(cases === undefined ? {} : { cases }) };
  return ok({
    input,
    ...(dossiers === undefined ? {} : { dossiers }),
    ...(signature === undefined ? {} : { signature }),
  });
}

/** The one-file form of a pack. */
export function packBundleBytes({ input, dossiers, signature }: PackFiles): Uint8Array {
  const bundle = { schema: "h200-desk/pack-bundle@1", ...input, dossiers, signature };
  return Buffer.from(`${canonicalJson(bundle)}\n`, "utf8");
}

/** The hash that a signature speaks of. */
export function hashOfPack(input: PackInput): string {
  return packHash(input.pack, Array.isArray(input.sources) ? input.sources : [input.sources]);
}

/** The bytes that a signer signs: they name their purpose, so that no other signature can be passed off as this one. */
export function packSigningBytes(sha256: string): Uint8Array {
  return Buffer.from(`h200-desk/pack@1\n${sha256}\n`, "utf8");
}

const ED25519_SPKI = Buffer.from("302a300506032b6570032100", "hex");

/** Whether a signature belongs to exactly this pack. */
export function packSignatureHolds({ input, signature }: PackFiles): boolean {
  if (signature === undefined || signature.sha256 !== hashOfPack(input)) return false;
  try {
    const der = Buffer.concat([ED25519_SPKI, Buffer.from(signature.publicKey, "hex")]);
    const key = createPublicKey({ key: der, format: "der", type: "spki" });
    const bytes = Buffer.from(signature.signature, "hex");
    return verify(null, packSigningBytes(signature.sha256), key, bytes);
  } catch {
    return false;
  }
}
