/**
 * What a PDF lacks of PDF/A-2b, as far as the file's objects tell: header, identification, output intent, embedded
 * fonts with Unicode maps, printable annotations, no scripts, no encryption, calibrated colours, structure and language.
 * A stand-in for a full validator, which no package source of this project has.
 */
export function archiveFaults(pdf: Uint8Array): string[] {
  const text = Buffer.from(pdf).toString("latin1");
  const objects = [...text.matchAll(/(\d+) 0 obj\n([\s\S]*?)\nendobj/g)].map((match) => {
    const body = match[2] ?? "";
    const at = body.indexOf("stream\n");
    return { number: Number(match[1]), head: at < 0 ? body : body.slice(0, at), body };
  });
  const heads = objects.map((object) => object.head);
  const some = (pattern: RegExp) => heads.some((head) => pattern.test(head));
  const catalogue = heads.find((head) => /\/Type \/Catalog\b/.test(head)) ?? "";
  const metadata = objects.find((object) => /\/Type \/Metadata/.test(object.head))?.body ?? "";
  const descriptors = heads.filter((head) => /\/Type \/FontDescriptor/.test(head));
  const fonts = heads.filter((head) => /\/Subtype \/Type0/.test(head));
  const annotations = heads.filter((head) => /\/Subtype \/Link/.test(head));
  const checks: [string, boolean][] = [
    ["header with a binary comment", /^%PDF-1\.[4-7]\n%[\x80-\xff]{4}/.test(text)],
    ["file id", /\/ID \[<[0-9A-F]{32}> <[0-9A-F]{32}>\]/.test(text)],
    ["no encryption", !/\/Encrypt\b/.test(text.slice(text.lastIndexOf("trailer")))],
    ["identification as 2b", /<pdfaid:part>2<.*<pdfaid:conformance>B</s.test(metadata)],
    [
      "metadata without a filter",
      !/\/Type \/Metadata[\s\S]*\/Filter/.test(metadata.slice(0, metadata.indexOf("stream"))),
    ],
    ["output intent", /\/OutputIntents \[<< \/Type \/OutputIntent \/S \/GTS_PDFA1/.test(catalogue)],
    ["language", /\/Lang \(/.test(catalogue)],
    ["structure", /\/StructTreeRoot/.test(catalogue) && /\/Marked true/.test(catalogue)],
    ["outline", /\/Outlines/.test(catalogue)],
    ["fonts", fonts.length > 0 && descriptors.length === fonts.length],
    ["embedded font files", descriptors.every((head) => /\/FontFile[23] /.test(head))],
    ["subset names", descriptors.every((head) => /\/FontName \/[A-Z]{6}\+/.test(head))],
    ["Unicode maps", fonts.every((head) => /\/ToUnicode /.test(head))],
    ["printable links", annotations.every((head) => /\/F 4\b/.test(head))],
    [
      "no scripts, forms, files or multimedia",
      !some(/\/(JavaScript|JS|Launch|EmbeddedFiles?|AcroForm|RichMedia|Movie|Sound|AA)\b/),
    ],
    ["no device colours", !some(/\/Device(RGB|CMYK)\b/)],
    ["no compressed objects", !some(/\/Type \/(ObjStm|XRef)/)],
  ];
  return checks.filter(([, holds]) => !holds).map(([name]) => name);
}
