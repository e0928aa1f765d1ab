import { createHash, type Hash, randomBytes } from "node:crypto";
import { appError, err, ok, type Result } from "#shared/kernel";
import type { OfferedFile } from "../workspace/desk-workspace.ts";

/** Most uploads and offers that may wait at once; older ones are dropped first. */
const MAX_WAITING = 200;
/** Bytes that all unfinished uploads may hold together. */
const MAX_HELD = 2_100_000_000;

type Upload = {
  readonly fileName: string;
  readonly expected: number;
  readonly hash: Hash;
  parts: Uint8Array[];
  received: number;
  finished: { readonly bytes: Uint8Array; readonly sha256: string } | undefined;
};

/** A finished upload as its taker sees it. */
export type TakenFile = {
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly sha256: string;
};

/**
 * One-use names for files that cross the border. An upload is begun, filled in pieces and finished, then taken once; an
 * offer is redeemed once by the host that writes or serves it.
 */
export type Grants = {
  begin(fileName: string, bytes: number): Result<{ readonly grant: string }>;
  append(grant: string, piece: Uint8Array): Result<{ readonly received: number }>;
  finish(grant: string): Result<{ readonly bytes: number; readonly sha256: string }>;
  /** The bytes of a finished upload; the grant is used up. */
  take(grant: string): Result<TakenFile>;
  /** A grant for a file that may be saved or fetched once. */
  offer(file: OfferedFile): { readonly grant: string; readonly fileName: string };
  /** The offered file; the grant is used up. */
  redeem(grant: string): OfferedFile | undefined;
  /** Forgets everything, as when the workspace is locked. */
  clear(): void;
};

/** Signs that no name may hold, and those that turn a name around so that its ending looks like another. */
function isUnsafe(char: string): boolean {
  const code = char.codePointAt(0) ?? 0;
  if (code < 32 || '<>:"|?*\u007f'.includes(char)) return true;
  return /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u.test(char);
}

/** A file name that is safe on every system: no path, no control characters, no reserved names, at most 120 characters. */
export function safeFileName(name: string): string {
  const last = name.normalize("NFC").split(/[\\/]/).at(-1) ?? "";
  const clean = Array.from(last)
    .map((char) => (isUnsafe(char) ? "_" : char))
    .join("")
    .replace(/^[.\s]+/, "")
    .replace(/[.\s]+$/, "");
  const reserved = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i.test(clean);
  const named = reserved ? `_${clean}` : clean;
  if (Array.from(named).length <= 120) return named === "" ? "file" : named;
  const dot = named.lastIndexOf(".");
  const ending = dot > 0 && named.length - dot <= 12 ? named.slice(dot) : "";
  return (
    Array.from(named.slice(0, named.length - ending.length))
      .slice(0, 108)
      .join("") + ending
  );
}

/** Starts with nothing granted. Grants live in memory only: a restart forgets them. */
export function createGrants(): Grants {
  const uploads = new Map<string, Upload>();
  const offers = new Map<string, OfferedFile>();
  const fresh = () => `grt_${randomBytes(24).toString("base64url")}`;
  const held = () => [...uploads.values()].reduce((total, upload) => total + upload.received, 0);
  const unknown = () => err(appError("grant-unknown"));

  function keep<T>(map: Map<string, T>, value: T): string {
    for (const oldest of map.keys()) {
      if (map.size < MAX_WAITING) break;
      map.delete(oldest);
    }
    const grant = fresh();
    map.set(grant, value);
    return grant;
  }

  return {
    begin: (fileName, bytes) => {
      if (held() + bytes > MAX_HELD) return err(appError("upload-too-much", { file: fileName }));
      const upload: Upload = {
        fileName: safeFileName(fileName),
        expected: bytes,
        hash: createHash("sha256"),
        parts: [],
        received: 0,
        finished: undefined,
      };
      return ok({ grant: keep(uploads, upload) });
    },
    append: (grant, piece) => {
      const upload = uploads.get(grant);
      if (upload === undefined || upload.finished !== undefined) return unknown();
      if (upload.received + piece.length > upload.expected) {
        uploads.delete(grant);
        return err(appError("upload-size", { file: upload.fileName, expected: upload.expected }));
      }
      upload.parts.push(piece);
      upload.hash.update(piece);
      upload.received += piece.length;
      return ok({ received: upload.received });
    },
    finish: (grant) => {
      const upload = uploads.get(grant);
      if (upload === undefined || upload.finished !== undefined) return unknown();
      if (upload.received !== upload.expected) {
        uploads.delete(grant);
        return err(appError("upload-size", { file: upload.fileName, expected: upload.expected }));
      }
      const bytes = Buffer.concat(upload.parts);
      upload.parts = [];
      upload.finished = { bytes, sha256: upload.hash.digest("hex") };
      return ok({ bytes: bytes.length, sha256: upload.finished.sha256 });
    },
    take: (grant) => {
      const upload = uploads.get(grant);
      if (upload?.finished === undefined) return unknown();
      uploads.delete(grant);
      return ok({ fileName: upload.fileName, ...upload.finished });
    },
    offer: (file) => {
      const safe = { ...file, fileName: safeFileName(file.fileName) };
      return { grant: keep(offers, safe), fileName: safe.fileName };
    },
    redeem: (grant) => {
      const file = offers.get(grant);
      offers.delete(grant);
      return file;
    },
    clear: () => {
      uploads.clear();
      offers.clear();
    },
  };
}
