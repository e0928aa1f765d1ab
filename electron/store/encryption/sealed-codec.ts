import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from "node:crypto";
import type { FrameCipher } from "../evidence/frames.ts";
import type { LineSeal } from "../journal/journal-file.ts";
import type { Codec } from "../workspace/layout.ts";

/** Everything that closes and opens an encrypted workspace's bytes. */
export type Seals = {
  readonly codec: Codec;
  readonly line: LineSeal;
  readonly frames: FrameCipher;
  /** Overwrites the keys; nothing opens afterwards. */
  forget(): void;
};

const NONCE = 12;
const TAG = 16;
const MAGIC = Buffer.from("H2S1");

function close(key: Uint8Array, bound: string, plain: Uint8Array): Buffer {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv("aes-256-gcm", key, nonce);
  cipher.setAAD(Buffer.from(bound));
  const sealed = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
}

function reopen(key: Uint8Array, bound: string, sealed: Uint8Array): Buffer | undefined {
  if (sealed.length < NONCE + TAG) return undefined;
  try {
    const decipher = createDecipheriv("aes-256-gcm", key, sealed.subarray(0, NONCE));
    decipher.setAAD(Buffer.from(bound));
    decipher.setAuthTag(sealed.subarray(NONCE, NONCE + TAG));
    const plain = decipher.update(sealed.subarray(NONCE + TAG));
    return Buffer.concat([plain, decipher.final()]);
  } catch {
    return undefined;
  }
}

/**
 * The seals of one workspace. Each use has its own key, derived from the data key; each sealed piece is bound to the
 * workspace and to its place, so that pieces exchanged within or between workspaces do not open.
 */
export function createSeals(dataKey: Uint8Array, workspace: string): Seals {
  const keyFor = (use: string) =>
    Buffer.from(hkdfSync("sha256", dataKey, Buffer.from(workspace), `h200-desk/${use}`, 32));
  const keys = {
    documents: keyFor("documents"),
    names: keyFor("names"),
    journal: keyFor("journal"),
    evidence: keyFor("evidence"),
  };
  const nameOf = (text: string) => createHmac("sha256", keys.names).update(text).digest("hex");
  const bound = (...parts: readonly (string | number | boolean)[]) =>
    JSON.stringify([workspace, ...parts]);

  const codec: Codec = {
    encrypted: true,
    place: (collection, id) => {
      const stem = nameOf(`${collection}/${id}`).slice(0, 40);
      return { folder: "vault", file: `${stem}.sealed`, stem };
    },
    seal: (name, plain) =>
      Buffer.concat([MAGIC, close(keys.documents, bound("document", name), plain)]),
    open: (name, stored) =>
      MAGIC.equals(stored.subarray(0, MAGIC.length))
        ? reopen(keys.documents, bound("document", name), stored.subarray(MAGIC.length))
        : undefined,
  };
  const line: LineSeal = {
    seal: (plain, seq) =>
      close(keys.journal, bound("journal", seq), Buffer.from(plain)).toString("base64"),
    open: (sealed, seq) =>
      reopen(keys.journal, bound("journal", seq), Buffer.from(sealed, "base64"))?.toString("utf8"),
  };
  const frames: FrameCipher = {
    overhead: NONCE + TAG,
    fileName: (sha256) => nameOf(`evidence/${sha256}`),
    seal: (name, index, last, plain) =>
      close(keys.evidence, bound("frame", name, index, last), plain),
    open: (name, index, last, sealed) =>
      reopen(keys.evidence, bound("frame", name, index, last), sealed),
  };
  return {
    codec,
    line,
    frames,
    forget: () => {
      for (const key of Object.values(keys)) key.fill(0);
      dataKey.fill(0);
    },
  };
}
