/** Encodings that a table may be told to be in; UTF-8 is taken unless a mark or a person says otherwise. */
export const encodings = ["utf-8", "utf-16le", "utf-16be", "gb18030"] as const;
export type Encoding = (typeof encodings)[number];

/** The encoding that a byte-order mark names, and how long the mark is. */
export function markOf(
  head: Uint8Array,
): { readonly encoding: Encoding; readonly length: number } | undefined {
  const [a, b, c] = head;
  if (a === 0xef && b === 0xbb && c === 0xbf) return { encoding: "utf-8", length: 3 };
  if (a === 0xff && b === 0xfe) return { encoding: "utf-16le", length: 2 };
  if (a === 0xfe && b === 0xff) return { encoding: "utf-16be", length: 2 };
  return undefined;
}

/** UTF-16 without a mark shows itself by zeros on every other place. */
export function looksLikeUtf16(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 400);
  const zeros = head.filter((byte) => byte === 0).length;
  return head.length > 3 && zeros > head.length / 4;
}

/** GB 2312 characters are two bytes from A1 up; accented Latin letters stand alone among plain ones. */
function looksLikeGbk(bytes: Uint8Array): boolean {
  let pairs = 0;
  let others = 0;
  for (let at = 0; at < bytes.length - 1; at += 1) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x81) continue;
    const trail = bytes[at + 1] ?? 0;
    if (lead <= 0xfe && trail >= 0xa1 && trail <= 0xfe) {
      pairs += 1;
      at += 1;
    } else if (lead <= 0xfe && trail >= 0x40 && trail !== 0x7f) {
      others += 1;
      at += 1;
    } else others += 2;
  }
  return pairs > others;
}

/** What bytes that are no UTF-8 are most likely, judged from around the first foreign byte; `?` where nothing fits. */
export function likelyEncoding(bytes: Uint8Array, foreign: number): string {
  // A zero byte stands in no other text: half of every Latin letter, comma and line break of UTF-16 is one.
  const zero = bytes.subarray(0, foreign + 4_000).includes(0);
  if (zero || looksLikeUtf16(bytes) || markOf(bytes)?.encoding.startsWith("utf-16"))
    return "UTF-16";
  // A pair of bytes may begin like UTF-8 and fail at its second byte: look from where the plain letters end.
  let start = foreign;
  while (start > 0 && (bytes[start - 1] ?? 0) >= 0x80) start -= 1;
  const around = bytes.subarray(start, start + 4_000);
  return looksLikeGbk(around) ? "GBK / GB 18030" : "?";
}

/** Where the first byte stands that is no UTF-8; the length of the bytes when all are. */
export function firstForeignByte(bytes: Uint8Array): number {
  let low = 0;
  let high = bytes.length;
  const decodes = (end: number) => {
    try {
      new TextDecoder("utf-8", { fatal: true }).decode(bytes.subarray(0, end), { stream: true });
      return true;
    } catch {
      return false;
    }
  };
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (decodes(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}
