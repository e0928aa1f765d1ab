import { createHash } from "node:crypto";
import { objectText, readPdf, reference, writePdf } from "#node/pdf-reading";
import { srgbProfile } from "./srgb-profile.ts";

/** What the file says about itself; must agree with what the compiler wrote into the document information. */
export type PdfFacts = {
  readonly title: string;
  readonly author: string | null;
  readonly description: string;
  readonly lang: string;
  readonly date: string;
  readonly creator: string;
};

function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

function alternative(name: string, text: string): string {
  return `<dc:${name}><rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(text)}</rdf:li></rdf:Alt></dc:${name}>`;
}

// Only properties that PDF/A knows beforehand: others would need an extension schema.
function xmp(facts: PdfFacts): Buffer {
  const when = `${facts.date}T00:00:00Z`;
  const author = facts.author
    ? `<dc:creator><rdf:Seq><rdf:li>${escapeXml(facts.author)}</rdf:li></rdf:Seq></dc:creator>`
    : "";
  return Buffer.from(
    [
      `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>`,
      `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">`,
      `<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">`,
      "<dc:format>application/pdf</dc:format>",
      alternative("title", facts.title),
      alternative("description", facts.description),
      author,
      `<dc:language><rdf:Bag><rdf:li>${facts.lang}</rdf:li></rdf:Bag></dc:language>`,
      `<xmp:CreatorTool>${escapeXml(facts.creator)}</xmp:CreatorTool>`,
      `<xmp:CreateDate>${when}</xmp:CreateDate><xmp:ModifyDate>${when}</xmp:ModifyDate>`,
      "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>",
      `</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="r"?>`,
    ].join(""),
    "utf8",
  );
}

function stream(number: number, entries: string, body: Uint8Array): Buffer {
  const head = `${number} 0 obj\n<<\n  ${entries}\n  /Length ${body.length}\n>>\nstream\n`;
  return Buffer.concat([
    Buffer.from(head, "latin1"),
    body,
    Buffer.from("\nendstream\nendobj\n\n", "latin1"),
  ]);
}

// False is what its absence means; some readers complain about the word itself.
const SUSPECTS = /\s*\/Suspects false/;

function replaced(text: string, from: RegExp, to: string): string {
  if (!from.test(text)) throw new RangeError(`PDF catalogue lacks ${from.source}`);
  return text.replace(from, to);
}

/**
 * Makes the compiler's PDF a PDF/A-2b: adds the output intent and the identification that the WASM build has no switch
 * for, lets readers show the title instead of the file name, and derives the file's id from its bytes. Everything else
 * that the standard asks (embedded subset fonts, calibrated colours, printable links, no scripts) the compiler already
 * does; the test beside this file checks it on every sample.
 */
export function archival(pdf: Uint8Array, facts: PdfFacts): Uint8Array {
  const file = readPdf(pdf);
  const root = reference(file.trailer, "Root");
  const info = reference(file.trailer, "Info");
  const catalogue = objectText(file, root);
  const metadata = reference(catalogue, "Metadata");
  const profile = Math.max(...file.objects.keys()) + 1;
  const intent = `/OutputIntents [<< /Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB) /RegistryName (http://www.color.org) /Info (sRGB IEC61966-2.1) /DestOutputProfile ${profile} 0 R >>]`;
  const viewer = "/ViewerPreferences <<\n    /DisplayDocTitle true";
  const changed = new Map([
    [
      root,
      Buffer.from(
        replaced(
          replaced(catalogue.replace(SUSPECTS, ""), /\/ViewerPreferences <</, viewer),
          /\/Metadata \d+ 0 R/,
          `/Metadata ${metadata} 0 R\n  ${intent}`,
        ),
        "latin1",
      ),
    ],
    [metadata, stream(metadata, "/Type /Metadata\n  /Subtype /XML", xmp(facts))],
    [profile, stream(profile, "/N 3", srgbProfile())],
  ]);
  return writePdf(file, changed, (size, body) => {
    const hash = createHash("sha256");
    for (const part of body) hash.update(part);
    const id = hash.digest("hex").slice(0, 32).toUpperCase();
    return `trailer\n<<\n  /Size ${size}\n  /Root ${root} 0 R\n  /Info ${info} 0 R\n  /ID [<${id}> <${id}>]\n>>`;
  });
}

/** How many pages a PDF of the compiler has. */
export function pageCount(pdf: Uint8Array): number {
  const file = readPdf(pdf);
  const pages = reference(objectText(file, reference(file.trailer, "Root")), "Pages");
  return Number(/\/Count (\d+)/.exec(objectText(file, pages))?.[1] ?? 0);
}
