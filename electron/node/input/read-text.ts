import { open } from "node:fs/promises";
import { type AppError, appError, err, ok, type Result } from "#shared/kernel";
import { firstForeignByte, likelyEncoding, looksLikeUtf16 } from "./encoding.ts";

/** Largest dossier, pack or statement file that is read; larger ones are refused by their size alone. */
export const LARGEST_JSON = 60_000_000;
/** Largest list file that is read. */
export const LARGEST_LIST = 150_000_000;

function startsWith(bytes: Uint8Array, ...start: number[]): boolean {
  return start.every((value, index) => bytes[index] === value);
}

/** Whether a byte-order mark may stand before the text: spreadsheets write one before CSV, JSON must not have one. */
export type TextRules = { readonly mark: "refuse" | "drop" };

/** The text of UTF-8 bytes; any other encoding is refused with its likely name and the place of the first foreign byte. */
export function decodeText(bytes: Uint8Array, file: string, rules: TextRules): Result<string> {
  const marked = startsWith(bytes, 0xef, 0xbb, 0xbf);
  if (marked && rules.mark === "refuse") return err(appError("input-byte-order-mark", { file }));
  const body = marked ? bytes.subarray(3) : bytes;
  if (
    body.length > 1 &&
    (startsWith(body, 0xff, 0xfe) || startsWith(body, 0xfe, 0xff) || looksLikeUtf16(body))
  )
    return err(appError("input-encoding", { file, found: "UTF-16", byte: 1 }));
  try {
    return ok(new TextDecoder("utf-8", { fatal: true }).decode(body));
  } catch {
    const foreign = firstForeignByte(body);
    const found = likelyEncoding(body, foreign);
    return err(appError("input-encoding", { file, found, byte: foreign + 1 }));
  }
}

/** What a failure to open or read a file is to the person who named it. */
export function openError(error: unknown, file: string): AppError {
  const code = (error as NodeJS.ErrnoException).code ?? "";
  if (code === "ENOENT" || code === "ENOTDIR") return appError("input-missing", { file });
  if (code === "EISDIR") return appError("input-is-folder", { file });
  return appError("input-unreadable", { file, reason: code });
}

/** Reads a file whole when it is no larger than `limit`; looks at the size before it reads a byte. */
export async function readInput(file: string, limit: number): Promise<Result<Uint8Array>> {
  try {
    const handle = await open(file, "r");
    try {
      const facts = await handle.stat();
      if (facts.isDirectory()) return err(appError("input-is-folder", { file }));
      if (!facts.isFile()) return err(appError("input-unreadable", { file, reason: "not a file" }));
      if (facts.size > limit)
        return err(appError("input-too-large", { file, bytes: facts.size, limit }));
      return ok(new Uint8Array(await handle.readFile()));
    } finally {
      await handle.close();
    }
  } catch (error) {
    return err(openError(error, file));
  }
}
