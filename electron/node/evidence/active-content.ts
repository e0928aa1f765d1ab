import { inflateSync } from "node:zlib";

// Names are compared after their `#41` escapes are undone: a PDF may spell /JavaScript in many ways.
const ACTIVE = /\/(JavaScript|JS|Launch|RichMedia|SubmitForm|ImportData|GoToE|XFA)(?![A-Za-z0-9])/;
const LARGEST_STREAM = 16 * 1024 ** 2;
const MOST_STREAMS = 2_000;

function acts(text: string): boolean {
  const plain = text.replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return ACTIVE.test(plain);
}

// Since PDF 1.5 objects may hide inside compressed streams of objects.
function hidden(bytes: Buffer, text: string): boolean {
  let streams = 0;
  for (const match of text.matchAll(/\/ObjStm[\s\S]{0,400}?stream\r?\n/g)) {
    streams += 1;
    if (streams > MOST_STREAMS) return true;
    const from = match.index + match[0].length;
    const end = bytes.indexOf("endstream", from);
    try {
      const inner = inflateSync(bytes.subarray(from, end < 0 ? undefined : end), {
        maxOutputLength: LARGEST_STREAM,
      });
      if (acts(inner.toString("latin1"))) return true;
    } catch {
      // What cannot be unpacked here cannot be vouched for either.
      return true;
    }
  }
  return false;
}

/** Whether a PDF holds scripts, starts programs or sends forms when it is opened; other files do not count. */
export function actsWhenOpened(file: Uint8Array): boolean {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  if (bytes.subarray(0, 1024).indexOf("%PDF-") < 0) return false;
  const text = bytes.toString("latin1");
  return acts(text) || hidden(bytes, text);
}
