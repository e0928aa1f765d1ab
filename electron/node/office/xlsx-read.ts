import { appError, err, ok, type Result } from "#shared/kernel";
import { type OfficeParts, withOfficeParts, workbookLimits } from "./office-parts.ts";
import { XmlFault, xmlPieces } from "./read-xml.ts";
import { cellText, readStyles, type Styles } from "./xlsx-cells.ts";

/** One row of a sheet with its number as the spreadsheet shows it; empty cells are empty text. */
export type SheetRow = { readonly line: number; readonly fields: readonly string[] };

/** A sheet of a workbook as a plain table of texts. */
export type SheetTable = {
  readonly name: string;
  /** Names of all sheets, in the order of the workbook. */
  readonly sheets: readonly string[];
  readonly rows: readonly SheetRow[];
};

const MOST_ROWS = 300_001;
const MOST_COLUMNS = 256;
const OFFICE_DOCUMENT = /\/officeDocument$/;

type Relation = { readonly id: string; readonly type: string; readonly target: string };

function relationsOf(text: string | undefined): Relation[] {
  const found: Relation[] = [];
  for (const piece of xmlPieces(text ?? "")) {
    if (piece.kind !== "open" || piece.name !== "Relationship") continue;
    const { attributes } = piece;
    if (attributes.get("TargetMode") === "External") continue;
    found.push({
      id: attributes.get("Id") ?? "",
      type: attributes.get("Type") ?? "",
      target: attributes.get("Target") ?? "",
    });
  }
  return found;
}

/** A target as a path of the archive: absolute, or beside the part that names it. */
function pathFrom(folder: string, target: string): string {
  if (target.startsWith("/")) return target.slice(1);
  const steps = `${folder}${target}`.split("/");
  const path: string[] = [];
  for (const step of steps) {
    if (step === "..") path.pop();
    else if (step !== "." && step !== "") path.push(step);
  }
  return path.join("/");
}

const folderOf = (path: string) => path.slice(0, path.lastIndexOf("/") + 1);
const relationsPath = (path: string) =>
  `${folderOf(path)}_rels/${path.slice(folderOf(path).length)}.rels`;

type Workbook = {
  readonly sheets: readonly { readonly name: string; readonly path: string }[];
  readonly strings: string | undefined;
  readonly styles: string | undefined;
  readonly date1904: boolean;
};

async function readWorkbook(parts: OfficeParts): Promise<Workbook | undefined> {
  const top = relationsOf(await parts.text("_rels/.rels"));
  const main = top.find(({ type }) => OFFICE_DOCUMENT.test(type))?.target ?? "xl/workbook.xml";
  const path = pathFrom("", main);
  const text = await parts.text(path);
  if (text === undefined) return undefined;
  const relations = relationsOf(await parts.text(relationsPath(path)));
  const byId = new Map(relations.map((one) => [one.id, pathFrom(folderOf(path), one.target)]));
  const ofType = (name: string) => {
    const found = relations.find(({ type }) => type.endsWith(`/${name}`));
    return found === undefined ? undefined : pathFrom(folderOf(path), found.target);
  };
  const sheets: { name: string; path: string }[] = [];
  let date1904 = false;
  for (const piece of xmlPieces(text)) {
    if (piece.kind !== "open") continue;
    const { attributes } = piece;
    if (piece.name === "workbookPr") date1904 = /^(1|true)$/.test(attributes.get("date1904") ?? "");
    if (piece.name !== "sheet") continue;
    const relation = [...attributes].find(([name]) => name.endsWith(":id"))?.[1] ?? "";
    sheets.push({ name: attributes.get("name") ?? "", path: byId.get(relation) ?? "" });
  }
  return { sheets, strings: ofType("sharedStrings"), styles: ofType("styles"), date1904 };
}

/** The shared texts: runs of one text are joined, readings in other scripts (`rPh`) are left out. */
function readStrings(text: string | undefined): string[] {
  const found: string[] = [];
  let current = "";
  let inText = false;
  let aside = 0;
  for (const piece of text === undefined ? [] : xmlPieces(text)) {
    if (piece.kind === "text") {
      if (inText && aside === 0) current += piece.text;
      continue;
    }
    const opens = piece.kind === "open" && !piece.empty;
    if (piece.name === "t") inText = opens;
    else if (piece.name === "rPh") aside += opens ? 1 : -1;
    else if (piece.name === "si") {
      if (piece.kind === "open") current = "";
      if (!opens) found.push(current);
    }
  }
  return found;
}

/** `C12` → 2; undefined for what is no reference. */
function columnOf(reference: string | undefined): number | undefined {
  const letters = /^([A-Z]{1,3})\d+$/.exec(reference ?? "")?.[1];
  if (letters === undefined) return undefined;
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

type Reading = { readonly strings: readonly string[]; readonly styles: Styles };

/** Rows of a sheet; undefined when there are more rows or columns than are read. */
function readRows(text: string, reading: Reading): SheetRow[] | undefined {
  const rows: SheetRow[] = [];
  let line = 0;
  let fields: string[] = [];
  let column = -1;
  let cell = { type: "n", style: 0 };
  let raw = "";
  let inValue = false;
  let aside = false;
  for (const piece of xmlPieces(text)) {
    if (piece.kind === "text") {
      if (inValue && !aside) raw += piece.text;
      continue;
    }
    const opens = piece.kind === "open";
    switch (piece.name) {
      case "row":
        if (opens) {
          line = Number(piece.attributes.get("r") ?? line + 1);
          fields = [];
          column = -1;
        }
        if (!opens || piece.empty) {
          if (fields.some((field) => field.trim() !== "")) rows.push({ line, fields });
          if (rows.length > MOST_ROWS) return undefined;
        }
        break;
      case "c":
        if (opens) {
          column = columnOf(piece.attributes.get("r")) ?? column + 1;
          if (column >= MOST_COLUMNS) return undefined;
          cell = {
            type: piece.attributes.get("t") ?? "n",
            style: Number(piece.attributes.get("s") ?? 0),
          };
          raw = "";
        }
        if (!opens || piece.empty) {
          while (fields.length < column) fields.push("");
          fields[column] = cellText(raw, cell, reading);
        }
        break;
      case "rPh":
        aside = opens && !piece.empty;
        break;
      // A formula's text is never looked at; the value that the spreadsheet kept of it stands in `v`.
      case "v":
      case "t":
        inValue = opens && !piece.empty;
        break;
      default:
    }
  }
  return rows;
}

/**
 * Reads one sheet of a workbook (.xlsx) as texts: dates as `YYYY-MM-DD`, percentages as they show (`51%`), formulas by the
 * value that was kept. Without a number the first sheet that has rows is read. Sizes are bounded.
 */
export async function readXlsx(
  bytes: Uint8Array,
  file: string,
  sheet?: number,
): Promise<Result<SheetTable>> {
  return await withOfficeParts(bytes, file, workbookLimits, async (parts) => {
    try {
      const book = await readWorkbook(parts);
      if (book === undefined || book.sheets.length === 0)
        return err(appError("workbook-not-a-workbook", { file }));
      const strings = readStrings(
        book.strings === undefined ? undefined : await parts.text(book.strings),
      );
      const styled = book.styles === undefined ? undefined : await parts.text(book.styles);
      const reading = { strings, styles: readStyles(styled, book.date1904) };
      const sheets = book.sheets.map(({ name }) => name);
      const asked = sheet === undefined ? book.sheets : book.sheets.slice(sheet, sheet + 1);
      let found: SheetTable | undefined;
      for (const { name, path } of asked) {
        const text = await parts.text(path);
        const rows = text === undefined ? [] : readRows(text, reading);
        if (rows === undefined) return err(appError("workbook-too-large", { file }));
        found ??= { name, sheets, rows };
        if (rows.length > 0) return ok({ name, sheets, rows });
      }
      return found === undefined ? err(appError("workbook-no-sheet", { file })) : ok(found);
    } catch (fault) {
      if (fault instanceof XmlFault)
        return err(appError("workbook-not-readable", { file, at: fault.at }));
      throw fault;
    }
  });
}
