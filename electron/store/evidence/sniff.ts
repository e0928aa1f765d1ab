/** What a file is by its bytes, whatever its name says. */
export type Sniffed = { readonly mediaType: string; readonly extension: string };

type Signature = {
  readonly at: number;
  readonly bytes: readonly number[];
  readonly is: Sniffed;
};

const ascii = (text: string): readonly number[] => [...text].map((char) => char.charCodeAt(0));

const signatures: readonly Signature[] = [
  { at: 0, bytes: ascii("%PDF-"), is: { mediaType: "application/pdf", extension: "pdf" } },
  { at: 0, bytes: [0x89, ...ascii("PNG\r\n")], is: { mediaType: "image/png", extension: "png" } },
  { at: 0, bytes: [0xff, 0xd8, 0xff], is: { mediaType: "image/jpeg", extension: "jpg" } },
  { at: 0, bytes: ascii("GIF8"), is: { mediaType: "image/gif", extension: "gif" } },
  { at: 8, bytes: ascii("WEBP"), is: { mediaType: "image/webp", extension: "webp" } },
  { at: 0, bytes: ascii("BM"), is: { mediaType: "image/bmp", extension: "bmp" } },
  { at: 0, bytes: [0x49, 0x49, 0x2a, 0], is: { mediaType: "image/tiff", extension: "tif" } },
  { at: 0, bytes: [0x4d, 0x4d, 0, 0x2a], is: { mediaType: "image/tiff", extension: "tif" } },
  { at: 4, bytes: ascii("ftypheic"), is: { mediaType: "image/heic", extension: "heic" } },
  { at: 4, bytes: ascii("ftyp"), is: { mediaType: "video/mp4", extension: "mp4" } },
  {
    at: 0,
    bytes: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
    is: { mediaType: "application/x-ole-storage", extension: "doc" },
  },
  { at: 0, bytes: ascii("{\\rtf"), is: { mediaType: "application/rtf", extension: "rtf" } },
  { at: 0, bytes: ascii("Rar!"), is: { mediaType: "application/vnd.rar", extension: "rar" } },
  {
    at: 0,
    bytes: [0x37, 0x7a, 0xbc, 0xaf],
    is: { mediaType: "application/x-7z-compressed", extension: "7z" },
  },
  { at: 0, bytes: [0x1f, 0x8b], is: { mediaType: "application/gzip", extension: "gz" } },
  {
    at: 0,
    bytes: ascii("MZ"),
    is: { mediaType: "application/vnd.microsoft.portable-executable", extension: "exe" },
  },
  { at: 0, bytes: [0x7f, ...ascii("ELF")], is: { mediaType: "application/x-elf", extension: "" } },
];

const zipParts: readonly (readonly [string, Sniffed])[] = [
  [
    "word/",
    {
      mediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
      extension: "docx",
    },
  ],
  [
    "xl/",
    {
      mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      extension: "xlsx",
    },
  ],
  [
    "ppt/",
    {
      mediaType: "application/vnd.openxmlformats-officedocument.presentationml.presentation",
      extension: "pptx",
    },
  ],
  ["OFD.xml", { mediaType: "application/ofd", extension: "ofd" }],
];

function hasAt(bytes: Uint8Array, at: number, wanted: readonly number[]): boolean {
  return wanted.every((byte, index) => bytes[at + index] === byte);
}

/** The names in a zip's local headers tell an office document from a plain archive. */
function sniffZip(bytes: Uint8Array): Sniffed {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
  const found = zipParts.find(([part]) => text.includes(part));
  return found ? found[1] : { mediaType: "application/zip", extension: "zip" };
}

function isText(bytes: Uint8Array, complete: boolean): boolean {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: !complete });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters tell binary data from text
    return !/[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/.test(text);
  } catch {
    return false;
  }
}

function sniffText(bytes: Uint8Array): Sniffed {
  const start = Buffer.from(bytes.subarray(0, 512)).toString("utf8").trimStart().toLowerCase();
  if (start.startsWith("<!doctype html") || start.startsWith("<html")) {
    return { mediaType: "text/html", extension: "html" };
  }
  if (start.startsWith("<svg")) return { mediaType: "image/svg+xml", extension: "svg" };
  if (start.startsWith("<?xml")) return { mediaType: "application/xml", extension: "xml" };
  if (start.startsWith("{") || start.startsWith("[")) {
    return { mediaType: "application/json", extension: "json" };
  }
  return { mediaType: "text/plain", extension: "txt" };
}

/** How many bytes from the start are enough to tell. */
export const SNIFF_BYTES = 16_384;

/** Tells a file's type from its first bytes; unknown bytes are `application/octet-stream`. */
export function sniff(start: Uint8Array, complete: boolean): Sniffed {
  if (hasAt(start, 0, [0x50, 0x4b, 3, 4])) return sniffZip(start);
  const found = signatures.find(({ at, bytes }) => hasAt(start, at, bytes));
  if (found) return found.is;
  if (start.length > 0 && isText(start, complete)) return sniffText(start);
  return { mediaType: "application/octet-stream", extension: "bin" };
}
