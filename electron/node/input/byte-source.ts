import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { appError, err, ok, type Result } from "#shared/kernel";
import { faultFrom, InputFault } from "./input-fault.ts";
import { openError } from "./read-text.ts";

/** A file that is read piece by piece, from disk or from memory, as often as is asked. */
export type ByteSource = {
  /** As the person named it: errors say it. */
  readonly name: string;
  readonly size: number;
  readonly chunks: () => AsyncIterable<Uint8Array>;
  /** The bytes, or the path of the file, for formats that are not read from front to back. */
  readonly input: Uint8Array | string;
};

/** How far reading has come, and a signal that says stop. */
export type Watch = {
  readonly signal?: AbortSignal | undefined;
  readonly progress?: ((done: number, total: number) => void) | undefined;
};

const PIECE = 65536;

/** Bytes that are already here. */
export function memorySource(name: string, bytes: Uint8Array): ByteSource {
  async function* chunks() {
    for (let at = 0; at < bytes.length; at += PIECE) {
      yield bytes.subarray(at, at + PIECE);
      // A page that follows the work, or stops it, is heard in between.
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
  return { name, size: bytes.length, chunks, input: bytes };
}

/** A file on disk, no larger than `limit`; its size is looked at before a byte is read. */
export async function fileSource(
  path: string,
  name: string,
  limit: number,
): Promise<Result<ByteSource>> {
  try {
    const facts = await stat(path);
    if (facts.isDirectory()) return err(appError("input-is-folder", { file: name }));
    if (!facts.isFile())
      return err(appError("input-unreadable", { file: name, reason: "not a file" }));
    if (facts.size > limit)
      return err(appError("input-too-large", { file: name, bytes: facts.size, limit }));
    async function* chunks() {
      try {
        yield* createReadStream(path, { highWaterMark: PIECE }) as AsyncIterable<Uint8Array>;
      } catch (fault) {
        throw faultFrom(fault, openError(fault, name));
      }
    }
    return ok({ name, size: facts.size, chunks, input: path });
  } catch (fault) {
    return err(openError(fault, name));
  }
}

/** The chunks of a source, telling how far it is and stopping when asked to. */
export async function* watched(source: ByteSource, watch: Watch): AsyncGenerator<Uint8Array> {
  let done = 0;
  for await (const chunk of source.chunks()) {
    if (watch.signal?.aborted) throw new InputFault("input-stopped", { file: source.name });
    yield chunk;
    done += chunk.length;
    watch.progress?.(done, source.size);
  }
}
