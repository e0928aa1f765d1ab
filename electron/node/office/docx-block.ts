import type { Block, Cell, Table } from "#shared/packet";
import { type DocxNotes, inlineRuns, paragraph, textRuns } from "./docx-text.ts";

const GRID =
  '<w:tblBorders><w:top w:val="single" w:sz="4"/><w:left w:val="single" w:sz="4"/><w:bottom w:val="single" w:sz="4"/><w:right w:val="single" w:sz="4"/><w:insideH w:val="single" w:sz="4"/><w:insideV w:val="single" w:sz="4"/></w:tblBorders>';
// Twentieths of a point: the 156 mm of the type area.
const TEXT_WIDTH = 8845;

function tableXml(widths: readonly number[], rows: readonly string[]): string {
  const total = widths.reduce((sum, width) => sum + width, 0);
  const scaled = widths.map((width) => Math.floor((width / total) * TEXT_WIDTH));
  const grid = scaled.map((width) => `<w:gridCol w:w="${width}"/>`).join("");
  return `<w:tbl><w:tblPr><w:tblW w:w="5000" w:type="pct"/>${GRID}<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${rows.join("")}</w:tbl>${paragraph("")}`;
}

function widthOf(width: Table["columns"][number]["width"]): number {
  if (width === "auto") return 20;
  return "fr" in width ? width.fr * 25 : width.mm;
}

function cellXml(
  cell: Cell,
  fallback: "left" | "center" | "right",
  header: boolean,
  notes: DocxNotes,
): string {
  const given = typeof cell === "string" ? { content: cell } : cell;
  const span = (given.colspan ?? 1) > 1 ? `<w:gridSpan w:val="${given.colspan}"/>` : "";
  const shade = header ? '<w:shd w:val="clear" w:fill="F0F0F0"/>' : "";
  const runs = inlineRuns(given.content, notes, header || (given.strong ?? false));
  return `<w:tc><w:tcPr>${span}${shade}<w:vAlign w:val="center"/></w:tcPr>${paragraph(runs, "Cell", header ? "center" : (given.align ?? fallback))}</w:tc>`;
}

function rowXml(cells: readonly Cell[], table: Table, header: boolean, notes: DocxNotes): string {
  let column = 0;
  const out = cells.map((cell) => {
    const xml = cellXml(cell, table.columns[column]?.align ?? "left", header, notes);
    column += typeof cell === "string" ? 1 : (cell.colspan ?? 1);
    return xml;
  });
  return `<w:tr><w:trPr><w:cantSplit/>${header ? "<w:tblHeader/>" : ""}</w:trPr>${out.join("")}</w:tr>`;
}

function tableBlock(table: Table, notes: DocxNotes): string {
  const rows = [
    ...table.header.map((cells) => rowXml(cells, table, true, notes)),
    ...[...table.rows, ...(table.totals ?? [])].map((cells) => rowXml(cells, table, false, notes)),
  ];
  const caption = table.caption ? paragraph(textRuns(table.caption), "Caption") : "";
  const note = table.note ? paragraph(inlineRuns(table.note, notes), "Cell") : "";
  return `${caption}${tableXml(
    table.columns.map((column) => widthOf(column.width)),
    rows,
  )}${note}`;
}

function keyValues(block: Extract<Block, { kind: "keyValue" }>, notes: DocxNotes): string {
  const columns = [{ width: { fr: 1 } }, { width: { fr: 2 } }];
  const rows = block.rows.map((row): Cell[] => [
    { content: row.labelEn ? `${row.label}\n${row.labelEn}` : row.label, strong: true },
    { content: row.value },
  ]);
  return tableBlock(
    {
      kind: "table",
      columns,
      header: [],
      rows,
      ...(block.caption ? { caption: block.caption } : {}),
    },
    notes,
  );
}

function signatures(block: Extract<Block, { kind: "signature" }>): string {
  return block.parties
    .map((party) => {
      const lines = party.lines.map((line) =>
        paragraph(textRuns(`${line.label}：${line.value ?? "________________"}`), "Cell"),
      );
      const seal = party.sealSpace ? paragraph(textRuns(party.sealSpace), "Cell") : "";
      return `${paragraph(textRuns(party.role, true), "Cell")}${paragraph(textRuns(party.name), "Cell")}${lines.join("")}${seal}${paragraph("")}`;
    })
    .join("");
}

/** One block of a paper as WordprocessingML. Drawings and codes are named in words: the PDF shows them. */
export function blockXml(block: Block, notes: DocxNotes): string {
  switch (block.kind) {
    case "heading":
      return paragraph(textRuns(block.text), `Heading${block.level}`);
    case "paragraph":
      return paragraph(inlineRuns(block.text, notes), "Body", block.align);
    case "list":
      return block.items
        .map((item, i) =>
          paragraph(
            `${textRuns(block.ordered ? `${i + 1}. ` : "– ")}${inlineRuns(item, notes)}`,
            "Body",
          ),
        )
        .join("");
    case "table":
      return tableBlock(block, notes);
    case "keyValue":
      return keyValues(block, notes);
    case "checklist":
      return block.items
        .map((item) =>
          paragraph(
            `${textRuns(item.checked ? "■ " : "□ ")}${inlineRuns(item.text, notes)}`,
            "Body",
          ),
        )
        .join("");
    case "figure":
      return `${paragraph(textRuns(`[${block.alt}]`), "Body")}${paragraph(textRuns(block.caption), "Caption")}`;
    case "notice":
      return `${block.title ? paragraph(textRuns(block.title, true), "Body") : ""}${paragraph(inlineRuns(block.text, notes), "Body")}`;
    case "signature":
      return signatures(block);
    case "qr":
      return paragraph(textRuns(`[QR: ${block.text}]`), "Cell");
    case "contents":
      return "";
    case "pageBreak":
      return '<w:p><w:r><w:br w:type="page"/></w:r></w:p>';
    case "landscape":
      return block.blocks.map((inner) => blockXml(inner, notes)).join("");
  }
}
