import type { FileSystem, OpenFile } from "#node/files";
import { readSpan, writeAll } from "#node/files";

/** Closes a stream in frames, each bound to the file's name, its place in the stream and whether it is the last. */
export interface FrameCipher {
  /** How many bytes a sealed frame is longer than its content. */
  readonly overhead: number;
  fileName(sha256: string): string;
  seal(name: string, index: number, last: boolean, plain: Uint8Array): Uint8Array;
  open(name: string, index: number, last: boolean, sealed: Uint8Array): Uint8Array | undefined;
}

/** Plain bytes per frame. */
export const FRAME = 65_536;

/** Writes a stream of chunks as frames. The name must be known beforehand: it is bound into each frame. */
export function createFrameWriter(file: OpenFile, cipher: FrameCipher | undefined, name: string) {
  let held = Buffer.alloc(0);
  let index = 0;
  const put = async (bytes: Uint8Array, last: boolean) => {
    await writeAll(file, cipher ? cipher.seal(name, index, last, bytes) : bytes);
    index += 1;
  };
  return {
    write: async (chunk: Uint8Array) => {
      held = held.length === 0 ? Buffer.from(chunk) : Buffer.concat([held, chunk]);
      // The last frame is sealed as such, so a full frame waits until more bytes come.
      while (held.length > FRAME) {
        await put(held.subarray(0, FRAME), false);
        held = held.subarray(FRAME);
      }
    },
    end: () => put(held, true),
  };
}

/** Reads a framed file; throws `RangeError` where a frame does not open. */
export async function* readFrames(
  fs: FileSystem,
  path: string,
  cipher: FrameCipher | undefined,
  name: string,
): AsyncGenerator<Uint8Array> {
  const file = await fs.open(path, "r");
  try {
    const { size } = await file.facts();
    const step = FRAME + (cipher?.overhead ?? 0);
    for (let at = 0, index = 0; at < size || index === 0; at += step, index += 1) {
      const bytes = await readSpan(file, at, Math.min(step, size - at));
      const last = at + step >= size;
      const plain = cipher ? cipher.open(name, index, last, bytes) : bytes;
      if (!plain) throw new RangeError(`frame ${index} does not open`);
      yield plain;
    }
  } finally {
    await file.close();
  }
}
