import { createPublicKey } from "node:crypto";
import { decodeText, LARGEST_JSON, readInput } from "#node/input";
import { keyFingerprint } from "#node/packets";
import { appError, err, ok, type Result } from "#shared/kernel";
import { type KnownKeys, knownKeysFileSchema, readFingerprint } from "#shared/packet";
import type { Arguments, Io } from "../command.ts";
import { withDesk } from "../desk/with-desk.ts";
import { placeOf } from "../inputs.ts";

const RAW_KEY = /^[0-9a-f]{64}$/i;

function fromPem(text: string): string | undefined {
  try {
    const { x, crv } = createPublicKey(text).export({ format: "jwk" });
    return crv === "Ed25519"
      ? keyFingerprint(Buffer.from(x ?? "", "base64url").toString("hex"))
      : undefined;
  } catch {
    return undefined;
  }
}

/** Known keys in a text: a file of them, a public key as PEM, or a fingerprint or key written out. */
function keysIn(text: string): KnownKeys | undefined {
  try {
    const parsed = knownKeysFileSchema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data.keys : undefined;
  } catch {
    // No JSON: one key, however it is written.
  }
  const plain = text.trim();
  const fingerprint = RAW_KEY.test(plain)
    ? keyFingerprint(plain.toLowerCase())
    : (fromPem(text) ?? readFingerprint(plain));
  return fingerprint === undefined ? undefined : [{ fingerprint }];
}

async function named(io: Io, value: string): Promise<Result<KnownKeys>> {
  const plain = readFingerprint(value) ?? (RAW_KEY.test(value) ? value : undefined);
  if (plain !== undefined) return ok(keysIn(plain) ?? []);
  const bytes = await readInput(placeOf(io, value), LARGEST_JSON);
  const text = bytes.ok ? decodeText(bytes.value, value, { mark: "drop" }) : bytes;
  const keys = text.ok ? keysIn(text.value) : undefined;
  return keys === undefined ? err(appError("known-key", { value: value.slice(0, 200) })) : ok(keys);
}

/** The keys that are known to whoever asks: those of `--known-key`, and those that the register of `--workspace` knows by signed acts. */
export async function knownKeysOf(args: Arguments, io: Io): Promise<Result<KnownKeys>> {
  const known: KnownKeys[number][] = [];
  for (const value of args.all("known-key")) {
    const keys = await named(io, value);
    if (!keys.ok) return keys;
    known.push(...keys.value);
  }
  if (args.text("workspace") === undefined) return ok(known);
  return await withDesk({ args, io, mode: "read" }, async ({ group }) => {
    const packets = await group("packets");
    const registered = packets.ok ? await packets.value.knownKeys({}) : packets;
    return registered.ok ? ok([...known, ...registered.value.keys]) : registered;
  });
}
