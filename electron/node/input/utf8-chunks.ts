import { isUtf8 } from "node:buffer";
import { appError } from "#shared/kernel";
import { type ByteSource, type Watch, watched } from "./byte-source.ts";
import {
  type Encoding,
  firstForeignByte,
  likelyEncoding,
  looksLikeUtf16,
  markOf,
} from "./encoding.ts";
import { faultFrom, InputFault } from "./input-fault.ts";

/** How a table's bytes are to be taken. */
export type TextOptions = Watch & { readonly encoding?: Encoding | undefined };

/** How many bytes at the end begin a character that the next piece goes on with. */
function openBytes(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if ((byte & 0xc0) === 0x80) continue;
    const length = [0xc0, 0xe0, 0xf0].filter((lead) => byte >= lead).length + 1;
    return length > back ? back : 0;
  }
  return 0;
}

async function* decoded(
  chunks: AsyncIterable<Uint8Array>,
  encoding: Encoding,
  file: string,
): AsyncGenerator<Uint8Array> {
  const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
  let before = 0;
  const take = (chunk: Uint8Array | undefined) => {
    try {
      return Buffer.from(
        chunk === undefined ? decoder.decode() : decoder.decode(chunk, { stream: true }),
      );
    } catch (fault) {
      throw faultFrom(fault, appError("input-not-encoding", { file, encoding, byte: before + 1 }));
    }
  };
  for await (const chunk of chunks) {
    yield take(chunk);
    before += chunk.length;
  }
  yield take(undefined);
}

async function* checked(
  chunks: AsyncIterable<Uint8Array>,
  file: string,
  mark: number,
): AsyncGenerator<Uint8Array> {
  let carried: Uint8Array = new Uint8Array(0);
  let before = mark;
  const refuse = (bytes: Uint8Array): never => {
    const foreign = firstForeignByte(bytes);
    const found = likelyEncoding(bytes, foreign);
    throw new InputFault("input-encoding", { file, found, byte: before + foreign + 1 });
  };
  for await (const chunk of chunks) {
    const bytes = carried.length === 0 ? chunk : Buffer.concat([carried, chunk]);
    const open = openBytes(bytes);
    const whole = bytes.subarray(0, bytes.length - open);
    if (!isUtf8(whole)) refuse(bytes);
    yield whole;
    before += whole.length;
    carried = bytes.slice(bytes.length - open);
  }
  if (carried.length > 0) refuse(carried);
}

/** The chunks with the mark at the head taken off, and what the head says of the encoding. */
async function opened(source: ByteSource, watch: Watch) {
  const chunks = watched(source, watch);
  let head = Buffer.alloc(0);
  let ended = false;
  while (head.length < 400 && !ended) {
    const next = await chunks.next();
    if (next.done) ended = true;
    else head = Buffer.concat([head, next.value]);
  }
  const mark = markOf(head);
  async function* rest() {
    yield head.subarray(mark?.length ?? 0);
    if (!ended) yield* chunks;
  }
  return { mark, head, rest: rest() };
}

/**
 * The bytes of a text as UTF-8 without a mark, in pieces that never split a character. UTF-16 is taken where its mark
 * stands before it, GB 18030 where a person said so; anything else that is no UTF-8 is refused with the place of the first
 * foreign byte and with what it looks like.
 */
export async function* utf8Chunks(
  source: ByteSource,
  options: TextOptions = {},
): AsyncGenerator<Uint8Array> {
  const file = source.name;
  const { mark, head, rest } = await opened(source, options);
  const encoding = mark?.encoding ?? options.encoding ?? "utf-8";
  if (encoding !== "utf-8") {
    yield* decoded(rest, encoding, file);
    return;
  }
  if (mark === undefined && looksLikeUtf16(head))
    throw new InputFault("input-encoding", { file, found: "UTF-16", byte: 1 });
  yield* checked(rest, file, mark?.length ?? 0);
}
