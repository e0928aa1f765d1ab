import type { Reason } from "./reasons.ts";

// What Windows, and the archivers that run on it, cannot store or read as something else.
const RESERVED = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)/i;
const FORBIDDEN = /[<>:"/\\|?*]|\p{Cc}|\p{Cf}|\p{Zl}|\p{Zp}/u;
const FORBIDDEN_ALL = /[<>:"/\\|?*]|\p{Cc}|\p{Cf}|\p{Zl}|\p{Zp}|\p{Cs}/gu;
const MAX_NAME = 120;
const MAX_PATH = 200;

/** Why a part of a path is not safe everywhere; null when it is. */
function nameFault(name: string): Reason | null {
  if (name === "") return "name-empty";
  if (name === "." || name === "..") return "name-leads-out";
  if (FORBIDDEN.test(name)) return "name-character";
  if (RESERVED.test(name)) return "name-reserved";
  if (/[. ]$/.test(name) || name.startsWith(" ")) return "name-ending";
  if (name !== name.normalize("NFC")) return "name-composition";
  return new TextEncoder().encode(name).length > MAX_NAME ? "name-too-long" : null;
}

/** Why a relative path (with `/`) may not stand in a packet; null when every system can store it under this very name. */
export function pathFault(path: string): Reason | null {
  if (path.startsWith("/")) return "name-leads-out";
  if (new TextEncoder().encode(path).length > MAX_PATH) return "name-too-long";
  for (const name of path.split("/")) {
    const fault = nameFault(name);
    if (fault) return fault;
  }
  return null;
}

function cutTo(text: string, bytes: number): string {
  const encoder = new TextEncoder();
  let out = "";
  let size = 0;
  for (const char of text) {
    size += encoder.encode(char).length;
    if (size > bytes) break;
    out += char;
  }
  return out;
}

/**
 * A file name that every system can store, as near to the given one as possible: Chinese is kept, forbidden characters
 * become `_`, reserved names get a `_` in front, over-long ones lose their middle and keep the extension.
 */
export function safeName(wish: string, fallback = "file"): string {
  const cleaned = wish
    .normalize("NFC")
    .replace(FORBIDDEN_ALL, "_")
    .replace(/^[\s.]+|[\s.]+$/gu, "");
  const named = RESERVED.test(cleaned) ? `_${cleaned}` : cleaned;
  const dot = named.lastIndexOf(".");
  const extension = dot > 0 && named.length - dot <= 12 ? named.slice(dot) : "";
  const stem = extension === "" ? named : named.slice(0, dot);
  const room = MAX_NAME - new TextEncoder().encode(extension).length;
  const cut = cutTo(stem, room).replace(/[\s.]+$/u, "");
  return cut === "" ? `${fallback}${extension}` : `${cut}${extension}`;
}

/** How a disk that does not tell case or composition apart sees a path. */
export function foldedPath(path: string): string {
  return path.normalize("NFC").toLowerCase().normalize("NFC");
}

/** The folders above a path, as a disk blind to case sees them. */
function foldersOf(path: string): readonly string[] {
  const parts = foldedPath(path).split("/");
  return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join("/"));
}

/** Pairs of paths that one disk or another would store in the same place, a file in the place of a folder among them. */
export function collisions(paths: Iterable<string>): readonly (readonly [string, string])[] {
  const seen = new Map<string, string>();
  const folders = new Map<string, string>();
  const found: [string, string][] = [];
  for (const path of paths) {
    const key = foldedPath(path);
    const other = seen.get(key);
    if (other !== undefined) found.push([other, path]);
    else seen.set(key, path);
    for (const folder of foldersOf(path)) folders.set(folder, path);
  }
  for (const [key, path] of seen) {
    const inside = folders.get(key);
    if (inside !== undefined) found.push([inside, path]);
  }
  return found;
}
