type Signature = { readonly type: string; readonly at: number; readonly bytes: readonly number[] };

const ascii = (text: string) => Array.from(text).map((char) => char.charCodeAt(0));

const signatures: readonly Signature[] = [
  { type: "application/pdf", at: 0, bytes: ascii("%PDF-") },
  { type: "image/png", at: 0, bytes: [0x89, ...ascii("PNG"), 0x0d, 0x0a] },
  { type: "image/jpeg", at: 0, bytes: [0xff, 0xd8, 0xff] },
  { type: "image/gif", at: 0, bytes: ascii("GIF8") },
  { type: "image/webp", at: 8, bytes: ascii("WEBP") },
  { type: "image/tiff", at: 0, bytes: [0x49, 0x49, 0x2a, 0x00] },
  { type: "image/tiff", at: 0, bytes: [0x4d, 0x4d, 0x00, 0x2a] },
  { type: "application/x-ole-storage", at: 0, bytes: [0xd0, 0xcf, 0x11, 0xe0] },
  { type: "application/x-7z-compressed", at: 0, bytes: [0x37, 0x7a, 0xbc, 0xaf] },
];

const officeParts: readonly (readonly [string, string])[] = [
  ["word/", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"],
  ["xl/", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"],
  ["ppt/", "application/vnd.openxmlformats-officedocument.presentationml.presentation"],
  ["OFD.xml", "application/ofd"],
];

function zipType(bytes: Uint8Array): string {
  const head = Buffer.from(bytes.subarray(0, 65_536)).toString("latin1");
  return officeParts.find(([part]) => head.includes(part))?.[1] ?? "application/zip";
}

function textType(bytes: Uint8Array): string {
  try {
    const head = bytes.subarray(0, 65_536);
    const text = new TextDecoder("utf-8", { fatal: true }).decode(head, { stream: true });
    if (text.includes("\u0000")) return "application/octet-stream";
    const start = text.trimStart().slice(0, 200);
    if (start.startsWith("{") || start.startsWith("[")) return "application/json";
    return /^<(!doctype|html|\?xml|svg)/i.test(start) ? "text/xml" : "text/plain";
  } catch {
    return "application/octet-stream";
  }
}

/** What a file is, read from its bytes; its name is not believed. */
export function mediaTypeOf(bytes: Uint8Array): string {
  const found = signatures.find((signature) =>
    signature.bytes.every((value, index) => bytes[signature.at + index] === value),
  );
  if (found !== undefined) return found.type;
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return zipType(bytes);
  return textType(bytes);
}
