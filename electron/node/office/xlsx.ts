import { isFigure } from "#node/pdf";
import { type Cell, plainText, type Table } from "#shared/packet";
import { OFFICE_RELATIONS, officeFile, type Part, relationsPart } from "./office-file.ts";
import { xmlAttribute, xmlText } from "./xml.ts";

/** One sheet: a table under a name. */
export type Sheet = { readonly name: string; readonly table: Table };

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";

// Style numbers below: 0 text, 1 header, 2 whole number, 3 amount, 4 text that is strong.
const STYLES = `<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="#,##0.00"/></numFmts><fonts count="2"><font><sz val="10.5"/><name val="SimSun"/></font><font><b/><sz val="10.5"/><name val="SimSun"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFF0F0F0"/></patternFill></fill></fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border><left style="thin"/><right style="thin"/><top style="thin"/><bottom style="thin"/><diagonal/></border></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="5"><xf numFmtId="49" borderId="1" applyNumberFormat="1" applyBorder="1" applyAlignment="1"><alignment vertical="center" wrapText="1"/></xf><xf numFmtId="49" fontId="1" fillId="2" borderId="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment horizontal="center" vertical="center" wrapText="1"/></xf><xf numFmtId="3" borderId="1" applyNumberFormat="1" applyBorder="1" applyAlignment="1"><alignment vertical="center"/></xf><xf numFmtId="164" borderId="1" applyNumberFormat="1" applyBorder="1" applyAlignment="1"><alignment vertical="center"/></xf><xf numFmtId="49" fontId="1" borderId="1" applyFont="1" applyBorder="1" applyAlignment="1"><alignment vertical="center" wrapText="1"/></xf></cellXfs></styleSheet>`;

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

type Place = { readonly row: number; readonly column: number };

// Inline strings are never read as formulas, whatever they begin with.
function cellXml(cell: Cell, place: Place, figure: boolean, style: number): string {
  const text = typeof cell === "string" ? cell : plainText(cell.content);
  const at = `${columnName(place.column)}${place.row}`;
  const number = figure ? exactNumber(text) : null;
  if (number !== null)
    return `<c r="${at}" s="${number.includes(".") ? 3 : 2}"><v>${number}</v></c>`;
  return `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${xmlText(text)}</t></is></c>`;
}

type Laid = { readonly xml: string[]; readonly merges: string[] };

function layRow(
  cells: readonly Cell[],
  row: number,
  table: Table,
  style: number,
  laid: Laid,
): void {
  let column = 0;
  const out = cells.map((cell) => {
    const span = typeof cell === "string" ? 1 : (cell.colspan ?? 1);
    const figure = style !== 1 && table.columns[column]?.align === "right";
    const xml = cellXml(cell, { row, column }, figure, style);
    if (span > 1)
      laid.merges.push(`${columnName(column)}${row}:${columnName(column + span - 1)}${row}`);
    column += span;
    return xml;
  });
  laid.xml.push(`<row r="${row}">${out.join("")}</row>`);
}

function widthOf(width: Table["columns"][number]["width"]): number {
  if (width === "auto") return 14;
  return "fr" in width ? Math.min(60, 8 + width.fr * 10) : Math.max(8, width.mm / 2);
}

function sheetXml({ table }: Sheet): string {
  const laid: Laid = { xml: [], merges: [] };
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
  const columns = table.columns
    .map(
      ({ width }, i) =>
        `<col min="${i + 1}" max="${i + 1}" width="${widthOf(width)}" customWidth="1"/>`,
    )
    .join("");
  const merges = laid.merges.map((ref) => `<mergeCell ref="${ref}"/>`).join("");
  return `<worksheet xmlns="${MAIN}">${frozen > 0 ? pane : ""}<cols>${columns}</cols><sheetData>${laid.xml.join("")}</sheetData>${merges === "" ? "" : `<mergeCells count="${laid.merges.length}">${merges}</mergeCells>`}</worksheet>`;
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
      xml: `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE_RELATIONS}"><sheets>${list}</sheets></workbook>`,
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
