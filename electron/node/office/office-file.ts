import { Readable } from "node:stream";
import { zipStream } from "#node/packets";
import { XML_HEAD } from "./xml.ts";

/** A part of an office file: its path, its content type (absent for relationship parts) and its XML without the head. */
export type Part = { readonly path: string; readonly type?: string; readonly xml: string };

/** A relationship of a part: `id` is what the XML refers to. */
export type Relation = {
  readonly id: string;
  readonly type: string;
  readonly target: string;
  readonly external?: boolean;
};

const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
export const OFFICE_RELATIONS =
  "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** What stands at the head of every page of an office draft, in both languages. */
export const DRAFT_NOTE =
  "草稿，供修改；以 PDF 为准 / Draft for editing; the PDF is the text that counts";

/** What stands at the foot of every page. */
export const LICENCE_NOTE = "申请材料，不构成许可 / Application material, not a licence";

/** The relationships of a part as a part of its own. */
export function relationsPart(path: string, relations: readonly Relation[]): Part {
  const items = relations.map(
    ({ id, type, target, external }) =>
      `<Relationship Id="${id}" Type="${type}" Target="${target}"${external ? ' TargetMode="External"' : ""}/>`,
  );
  return {
    path,
    xml: `<Relationships xmlns="${PACKAGE}/relationships">${items.join("")}</Relationships>`,
  };
}

function contentTypes(parts: readonly Part[]): Part {
  const overrides = parts.flatMap((part) =>
    part.type ? [`<Override PartName="/${part.path}" ContentType="${part.type}"/>`] : [],
  );
  return {
    path: "[Content_Types].xml",
    xml: `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides.join("")}</Types>`,
  };
}

/** Puts the parts of an office file together; the same parts give the same bytes. */
export async function officeFile(parts: readonly Part[]): Promise<Uint8Array> {
  const members = [contentTypes(parts), ...parts].map((part) => {
    const bytes = Buffer.from(`${XML_HEAD}${part.xml}`, "utf8");
    return {
      path: part.path,
      bytes: bytes.length,
      read: () => Promise.resolve(Readable.from([bytes])),
    };
  });
  const chunks: Uint8Array[] = [];
  for await (const chunk of zipStream(members)) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks);
}
