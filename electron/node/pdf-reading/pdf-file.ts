/** A PDF with a classic cross-reference table, taken apart into its objects; offsets are those of the original bytes. */
export type PdfFile = {
  readonly bytes: Buffer;
  readonly head: Buffer;
  /** Byte range of each object by number, from `n 0 obj` to the next object. */
  readonly objects: ReadonlyMap<number, { readonly from: number; readonly to: number }>;
  readonly trailer: string;
};

/** Takes a PDF apart. Throws on a file without a classic table: the compiler that ships writes nothing else. */
export function readPdf(pdf: Uint8Array): PdfFile {
  const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength);
  const tail = bytes.lastIndexOf("startxref");
  const table = Number(/startxref\s+(\d+)/.exec(bytes.toString("latin1", tail))?.[1]);
  if (tail < 0 || bytes.toString("latin1", table, table + 4) !== "xref")
    throw new RangeError("PDF has no cross-reference table");
  const text = bytes.toString("latin1", table, tail);
  const starts = [...text.matchAll(/^(\d{10}) \d{5} ([nf])/gm)].flatMap((match, number) =>
    match[2] === "n" ? [{ number, from: Number(match[1]) }] : [],
  );
  starts.sort((a, b) => a.from - b.from);
  const objects = new Map(
    starts.map(({ number, from }, i) => [number, { from, to: starts[i + 1]?.from ?? table }]),
  );
  return {
    bytes,
    head: bytes.subarray(0, starts[0]?.from ?? 0),
    objects,
    trailer: text.slice(text.indexOf("trailer")),
  };
}

/** The text of one object, byte for byte as Latin-1; empty when there is none of that number. */
export function objectText(file: PdfFile, number: number): string {
  const range = file.objects.get(number);
  return range ? file.bytes.toString("latin1", range.from, range.to) : "";
}

/** The number in `/Key 12 0 R`; throws when the key is absent. */
export function reference(text: string, key: string): number {
  const match = new RegExp(`/${key} (\\d+) 0 R`).exec(text);
  if (!match) throw new RangeError(`PDF lacks ${key}`);
  return Number(match[1]);
}

/** Puts objects together with a new table. `changed` replaces or adds; numbers run without gaps. */
export function writePdf(
  file: PdfFile,
  changed: ReadonlyMap<number, Buffer>,
  trailer: (size: number, body: readonly Buffer[]) => string,
): Buffer {
  const numbers = [...new Set([...file.objects.keys(), ...changed.keys()])].sort((a, b) => a - b);
  const parts: Buffer[] = [file.head];
  const offsets = new Map<number, number>();
  let at = file.head.length;
  for (const number of numbers) {
    const range = file.objects.get(number);
    const body = changed.get(number) ?? file.bytes.subarray(range?.from ?? 0, range?.to ?? 0);
    offsets.set(number, at);
    parts.push(body);
    at += body.length;
  }
  const size = (numbers.at(-1) ?? 0) + 1;
  const rows = Array.from({ length: size }, (_, number) => {
    const offset = offsets.get(number);
    return offset === undefined
      ? "0000000000 65535 f\r\n"
      : `${String(offset).padStart(10, "0")} 00000 n\r\n`;
  });
  const end = `xref\n0 ${size}\n${rows.join("")}${trailer(size, parts)}\nstartxref\n${at}\n%%EOF\n`;
  return Buffer.concat([...parts, Buffer.from(end, "latin1")]);
}
