import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { canonicalPieces } from "./canonical-json.ts";

/** SHA-256 of bytes, or of a text's UTF-8 bytes, as 64 lower-case hexadecimal digits. */
export function sha256Hex(input: Uint8Array | string): string {
  return bytesToHex(sha256(typeof input === "string" ? utf8ToBytes(input) : input));
}

/** So many characters are hashed at once; the whole text of a long report would fill the memory several times over. */
const ENOUGH = 65_536;

/** SHA-256 of a value's canonical JSON: equal values give equal hashes whatever the order of their keys. */
export function hashOf(value: unknown): string {
  const hash = sha256.create();
  let waiting = "";
  const flush = () => {
    hash.update(utf8ToBytes(waiting));
    waiting = "";
  };
  canonicalPieces(value, (text) => {
    waiting += text;
    if (waiting.length > ENOUGH) flush();
  });
  flush();
  return bytesToHex(hash.digest());
}
