import type { PacketDocument } from "#shared/packet";
import { blockXml } from "./docx-block.ts";
import { DocxNotes, paragraph, textRuns } from "./docx-text.ts";
import {
  DRAFT_NOTE,
  LICENCE_NOTE,
  OFFICE_RELATIONS,
  officeFile,
  type Part,
  relationsPart,
} from "./office-file.ts";
import { xmlText } from "./xml.ts";

const W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml";
const NAMES = `xmlns:w="${W}" xmlns:r="${OFFICE_RELATIONS}"`;

function style(id: string, name: string, look: string, type: string, base = true): string {
  return `<w:style w:type="paragraph" w:styleId="${id}"${id === "Normal" ? ' w:default="1"' : ""}><w:name w:val="${name}"/>${base ? '<w:basedOn w:val="Normal"/>' : ""}<w:pPr>${look}</w:pPr><w:rPr>${type}</w:rPr></w:style>`;
}

function font(chinese: string, halfPoints: number, more = ""): string {
  return `<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="${chinese}"/>${more}<w:sz w:val="${halfPoints}"/>`;
}

// Names of fonts that Chinese office programs have; the PDF does not depend on them.
function styles(zh: boolean): string {
  const indent = zh ? '<w:ind w:firstLineChars="200" w:firstLine="640"/>' : "";
  const body = zh ? 32 : 22;
  const exact = zh
    ? '<w:spacing w:line="580" w:lineRule="exact"/>'
    : '<w:spacing w:after="100" w:line="310" w:lineRule="auto"/>';
  return `<w:styles ${NAMES}>${[
    style("Normal", "Normal", "", font("仿宋", body), false),
    style(
      "Title",
      "Title",
      '<w:spacing w:before="240" w:after="240"/><w:jc w:val="center"/>',
      font("宋体", zh ? 44 : 40, "<w:b/>"),
    ),
    style("Body", "Body Text", `${exact}${indent}`, ""),
    style("Cell", "Table Text", "", font("仿宋", 21)),
    style(
      "Caption",
      "caption",
      '<w:keepNext/><w:spacing w:before="120" w:after="60"/><w:jc w:val="center"/>',
      font("黑体", 21),
    ),
    style("FootnoteText", "footnote text", "", font("仿宋", 18)),
    ...[1, 2, 3, 4].map((level) =>
      style(
        `Heading${level}`,
        `heading ${level}`,
        `<w:keepNext/>${exact}${indent}<w:outlineLvl w:val="${level - 1}"/>`,
        font(
          ["黑体", "楷体", "仿宋", "仿宋"][level - 1] ?? "仿宋",
          body,
          level === 4 ? "" : "<w:b/>",
        ),
      ),
    ),
  ].join("")}</w:styles>`;
}

function footnotes(notes: DocxNotes): string {
  const special = ["separator", "continuationSeparator"].map(
    (type, id) =>
      `<w:footnote w:type="${type}" w:id="${id}"><w:p><w:r><w:${type}/></w:r></w:p></w:footnote>`,
  );
  const own = notes.footnotes.map((text, i) => {
    const mark = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteRef/></w:r>';
    return `<w:footnote w:id="${i + 2}">${paragraph(`${mark}${textRuns(` ${text}`)}`, "FootnoteText")}</w:footnote>`;
  });
  return `<w:footnotes ${NAMES}>${[...special, ...own].join("")}</w:footnotes>`;
}

function documentXml(document: PacketDocument, notes: DocxNotes): string {
  const facts = (document.facts ?? []).map((fact) =>
    paragraph(textRuns(`${fact.label}：${fact.value}`), "Cell"),
  );
  const blocks = document.blocks.map((block) => blockXml(block, notes));
  const margins = document.lang === "en" ? "1701 1474 1701 1587" : "2098 1474 1984 1587";
  const [top, right, bottom, left] = margins.split(" ");
  const section = `<w:sectPr><w:headerReference w:type="default" r:id="rHeader"/><w:footerReference w:type="default" r:id="rFooter"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="${top}" w:right="${right}" w:bottom="${bottom}" w:left="${left}" w:header="850" w:footer="850" w:gutter="0"/></w:sectPr>`;
  const subtitle = document.subtitle ? paragraph(textRuns(document.subtitle), "Caption") : "";
  return `<w:document ${NAMES}><w:body>${paragraph(textRuns(document.title), "Title")}${subtitle}${facts.join("")}${blocks.join("")}${section}</w:body></w:document>`;
}

function core(document: PacketDocument): string {
  const day = `${document.date}T00:00:00Z`;
  return `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${xmlText(document.title)}</dc:title><dc:description>${xmlText(LICENCE_NOTE)}</dc:description><dcterms:created xsi:type="dcterms:W3CDTF">${day}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${day}</dcterms:modified></cp:coreProperties>`;
}

/**
 * A paper as a Word file for lawyers to edit. It is marked as a draft on every page, whatever the paper's state, and
 * belongs beside a packet, never into it: only the PDF is hashed and sealed.
 */
export async function docxDraft(document: PacketDocument): Promise<Uint8Array> {
  const notes = new DocxNotes();
  const body = documentXml(document, notes);
  const parts: Part[] = [
    relationsPart("_rels/.rels", [
      { id: "rId1", type: `${OFFICE_RELATIONS}/officeDocument`, target: "word/document.xml" },
      {
        id: "rId2",
        type: "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
        target: "docProps/core.xml",
      },
    ]),
    {
      path: "docProps/core.xml",
      type: "application/vnd.openxmlformats-package.core-properties+xml",
      xml: core(document),
    },
    { path: "word/document.xml", type: `${TYPE}.document.main+xml`, xml: body },
    { path: "word/styles.xml", type: `${TYPE}.styles+xml`, xml: styles(document.lang !== "en") },
    { path: "word/footnotes.xml", type: `${TYPE}.footnotes+xml`, xml: footnotes(notes) },
    {
      path: "word/header1.xml",
      type: `${TYPE}.header+xml`,
      xml: `<w:hdr ${NAMES}>${paragraph(textRuns(DRAFT_NOTE, true), "Cell", "right")}</w:hdr>`,
    },
    {
      path: "word/footer1.xml",
      type: `${TYPE}.footer+xml`,
      xml: `<w:ftr ${NAMES}>${paragraph(textRuns(LICENCE_NOTE), "Cell", "center")}</w:ftr>`,
    },
    relationsPart("word/_rels/document.xml.rels", [
      { id: "rStyles", type: `${OFFICE_RELATIONS}/styles`, target: "styles.xml" },
      { id: "rNotes", type: `${OFFICE_RELATIONS}/footnotes`, target: "footnotes.xml" },
      { id: "rHeader", type: `${OFFICE_RELATIONS}/header`, target: "header1.xml" },
      { id: "rFooter", type: `${OFFICE_RELATIONS}/footer`, target: "footer1.xml" },
      ...notes.links,
    ]),
  ];
  return await officeFile(parts);
}
