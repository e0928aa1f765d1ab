import type { IncomingMessage } from "node:http";
import { type AppError, appError, err, ok, type Result } from "#shared/kernel";

/** Reads a JSON body of at most `limit` bytes; what is longer is refused before it is held in memory. */
export async function readJsonBody(
  request: IncomingMessage,
  limit: number,
): Promise<Result<unknown, AppError>> {
  const type = String(request.headers["content-type"] ?? "");
  if (!/^application\/json\b/i.test(type)) return err(appError("body-not-json", { type }));
  const tooLarge = err(appError("body-too-large", { limit }));
  if (Number(request.headers["content-length"] ?? 0) > limit) return tooLarge;
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of request) {
    const bytes: Buffer = piece;
    size += bytes.length;
    if (size > limit) return tooLarge;
    pieces.push(bytes);
  }
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(pieces));
    return ok(JSON.parse(text));
  } catch {
    return err(appError("body-not-json", { type }));
  }
}
