import { isFigure } from "#node/pdf-preparation";
import { type Cell, plainText, type Table } from "#shared/packet";
import {
  DRAFT_NOTE,
  LICENCE_NOTE,
  OFFICE_RELATIONS,
  officeFile,
  type Part,
  relationsPart,
} from "./office-file.ts";
import { xmlAttribute, xmlText } from "./xml.ts";

/** One sheet: a table under a name. */
export type Sheet = { readonly name: string; readonly table: Table };

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";

// Style numbers below: 0 text, 1 header, 2 whole number, 3 amount, 4 text that is strong, 5 other decimal.
const STYLES = `<styleSheet xmlns="${MAIN}"><numFmts count="2"><numFmt numFmtId="164" formatCode="#,##0.00"/><numFmt numFmtId="165" formatCode="#,##0.0######"/></numFmts><fonts count="2"><font><sz val="10.5"/><name val="SimSun"/></font><font><b/><sz val="10.5"/><name val="SimSun"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFF0F0F0"/></patternFill></fill></fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border><left style="thin"/><right style="thin"/><top style="thin"/><bottom style="thin"/><diagonal/></border></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="6"><xf numFmtId="49" borderId="1" applyNumberFormat="1" applyBorder="1" applyAlignment="1"><alignment vertical="center" wrapText="1"/></xf><xf numFmtId="49" fontId="1" fillId="2" borderId="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment horizontal="center" vertical="center" wrapText="1"/></xf><xf numFmtId="3" borderId="1" applyNumberFormat="1" applyBorder="1" applyAlignment="1"><alignment vertical="center"/></xf><xf numFmtId="164" borderId="1" applyNumberFormat="1" applyBorder="1" applyAlignment="1"><alignment vertical="center"/></xf><xf numFmtId="49" fontId="1" borderId="1" applyFont="1" applyBorder="1" applyAlignment="1"><alignment vertical="center" wrapText="1"/></xf><xf numFmtId="165" borderId="1" applyNumberFormat="1" applyBorder="1" applyAlignment="1"><alignment vertical="center"/></xf></cellXfs></styleSheet>`;

/** `A`, `B`, … `Z`, `AA`: a column of a sheet. */
function columnName(index: number): string {
  const rest = Math.floor(index / 26);
  return `${rest > 0 ? columnName(rest - 1) : ""}${String.fromCharCode(65 + (index % 26))}`;
}

/** The number in a figure, where a spreadsheet can hold it exactly: it keeps fifteen digits. */
function exactNumber(text: string): string | null {
  if (!isFigure(text) || text.includes("%")) return null;
  const plain = text.replaceAll(",", "").replace("−", "-");
  const digits = plain.replace(/[^\d]/g, "").replace(/^0+/, "");
  return digits.length <= 15 && /^-?\d+(\.\d+)?$/.test(plain) ? plain : null;
}

// A published figure keeps the decimals it has; only two of them make an amount.
function numberStyle(number: string): number {
  const decimals = number.split(".")[1]?.length ?? 0;
  if (decimals === 0) return 2;
  return decimals === 2 ? 3 : 5;
}

type Place = { readonly row: number; readonly column: number };

// Inline strings are never read as formulas, whatever they begin with.
function cellXml(cell: Cell, place: Place, figure: boolean, style: number): string {
  const text = typeof cell === "string" ? cell : plainText(cell.content);
  const at = `${columnName(place.column)}${place.row}`;
  const number = figure ? exactNumber(text) : null;
  if (number !== null) return `<c r="${at}" s="${numberStyle(number)}"><v>${number}</v></c>`;
  return `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${xmlText(text)}</t></is></c>`;
}

type Laid = {
  readonly xml: string[];
  readonly merges: string[];
  readonly widths: readonly number[];
};

// Points that one line of the base font takes.
const LINE_HEIGHT = 15;

/** How many lines a text takes in a cell so many characters wide; what is not Latin takes two places. */
function linesOf(text: string, width: number): number {
  return text.split("\n").reduce((lines, line) => {
    const places = [...line].reduce((sum, char) => sum + (char > "\u02ff" ? 2 : 1), 0);
    return lines + Math.max(1, Math.ceil(places / (width - 1)));
  }, 0);
}

function layRow(
  cells: readonly Cell[],
  row: number,
  table: Table,
  style: number,
  laid: Laid,
): void {
  let column = 0;
  let lines = 1;
  const out = cells.map((cell) => {
    const span = typeof cell === "string" ? 1 : (cell.colspan ?? 1);
    const figure = style !== 1 && table.columns[column]?.align === "right";
    const xml = [cellXml(cell, { row, column }, figure, style)];
    // The cells under a merged one carry its border.
    for (let next = column + 1; next < column + span; next += 1)
      xml.push(`<c r="${columnName(next)}${row}" s="${style}"/>`);
    if (span > 1)
      laid.merges.push(`${columnName(column)}${row}:${columnName(column + span - 1)}${row}`);
    const room = laid.widths.slice(column, column + span).reduce((sum, width) => sum + width, 0);
    const text = typeof cell === "string" ? cell : plainText(cell.content);
    lines = Math.max(lines, linesOf(text, room));
    column += span;
    return xml.join("");
  });
  // Not every program grows a row with its text, so the height is said.
  const height = `ht="${lines * LINE_HEIGHT}" customHeight="1"`;
  laid.xml.push(`<row r="${row}" ${height}>${out.join("")}</row>`);
}

// Characters of the base font that fill A4 across.
const PAGE_WIDTH = 130;

/** The columns' widths in characters: the paper's own proportions on one printed page, none too thin to read. */
function columnWidths(columns: Table["columns"]): number[] {
  const weights = columns.map(({ width }) => {
    if (width === "auto") return 1;
    return "fr" in width ? width.fr : width.mm / 20;
  });
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) =>
    Math.min(60, Math.max(8, Math.round((weight / total) * PAGE_WIDTH))),
  );
}

// A4 across, all columns on one page and as many pages down as the rows need; `&` begins a code in these two lines.
const PRINTED = `<pageMargins left="0.5" right="0.5" top="0.8" bottom="0.8" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/><headerFooter><oddHeader>${xmlText(`&L&A&R${DRAFT_NOTE}`)}</oddHeader><oddFooter>${xmlText(`&L${LICENCE_NOTE}&R&P / &N`)}</oddFooter></headerFooter>`;

/** The rows that every printed page of a sheet begins with. */
function printTitles(sheets: readonly Sheet[], names: readonly string[]): string {
  const titles = sheets.flatMap(({ table }, i) =>
    table.header.length === 0
      ? []
      : [
          `<definedName name="_xlnm.Print_Titles" localSheetId="${i}">'${xmlText(names[i] ?? "")}'!$1:$${table.header.length}</definedName>`,
        ],
  );
  return titles.length === 0 ? "" : `<definedNames>${titles.join("")}</definedNames>`;
}

function sheetXml({ table }: Sheet): string {
  const widths = columnWidths(table.columns);
  const laid: Laid = { xml: [], merges: [], widths };
  let row = 0;
  for (const [rows, style] of [
    [table.header, 1],
    [table.rows, 0],
    [table.totals ?? [], 4],
  ] as const)
    for (const cells of rows) {
      row += 1;
      layRow(cells, row, table, style, laid);
    }
  const frozen = table.header.length;
  const pane = `<sheetViews><sheetView workbookViewId="0"><pane ySplit="${frozen}" topLeftCell="A${frozen + 1}" state="frozen"/></sheetView></sheetViews>`;
  const columns = widths
    .map((width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`)
    .join("");
  const merges = laid.merges.map((ref) => `<mergeCell ref="${ref}"/>`).join("");
  return `<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>${frozen > 0 ? pane : ""}<cols>${columns}</cols><sheetData>${laid.xml.join("")}</sheetData>${merges === "" ? "" : `<mergeCells count="${laid.merges.length}">${merges}</mergeCells>`}${PRINTED}</worksheet>`;
}

/** A name that every spreadsheet program takes: 31 characters, none of `[]:*?/\`, no two alike. */
function sheetNames(sheets: readonly Sheet[]): string[] {
  const used = new Set<string>();
  return sheets.map(({ name }, i) => {
    const base = [...name.replace(/[[\]:*?/\\']/g, " ").trim()].slice(0, 26).join("") || "Sheet";
    const chosen = used.has(base.toLowerCase()) ? `${base} (${i + 1})` : base;
    used.add(chosen.toLowerCase());
    return chosen;
  });
}

/**
 * Tables as a workbook, one sheet each. Figures in columns that are aligned to the right become numbers where a
 * spreadsheet can hold them exactly; everything else, codes above all, stays text. Nothing becomes a formula.
 */
export async function xlsxOf(sheets: readonly Sheet[]): Promise<Uint8Array> {
  const names = sheetNames(sheets);
  const list = names
    .map((name, i) => `<sheet name="${xmlAttribute(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`)
    .join("");
  const parts: Part[] = [
    relationsPart("_rels/.rels", [
      { id: "rId1", type: `${OFFICE_RELATIONS}/officeDocument`, target: "xl/workbook.xml" },
    ]),
    {
      path: "xl/workbook.xml",
      type: `${TYPE}.sheet.main+xml`,
      xml: `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE_RELATIONS}"><sheets>${list}</sheets>${printTitles(sheets, names)}</workbook>`,
    },
    relationsPart("xl/_rels/workbook.xml.rels", [
      ...sheets.map((_, i) => ({
        id: `rId${i + 1}`,
        type: `${OFFICE_RELATIONS}/worksheet`,
        target: `worksheets/sheet${i + 1}.xml`,
      })),
      { id: `rId${sheets.length + 1}`, type: `${OFFICE_RELATIONS}/styles`, target: "styles.xml" },
    ]),
    { path: "xl/styles.xml", type: `${TYPE}.styles+xml`, xml: STYLES },
    ...sheets.map((sheet, i) => ({
      path: `xl/worksheets/sheet${i + 1}.xml`,
      type: `${TYPE}.worksheet+xml`,
      xml: sheetXml(sheet),
    })),
  ];
  return await officeFile(parts);
}
