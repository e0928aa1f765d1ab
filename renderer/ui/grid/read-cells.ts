import { isCivilDate } from "#shared/kernel";
import { readDay } from "../fields/date-input.tsx";
import { readNumber } from "../fields/read-number.ts";

/** What a column of a grid takes. */
type CellKind = "text" | "amount" | "integer" | "date" | "percent" | "choice" | "book";

/** One thing that a cell may hold: the value that is kept, and the words for it. */
type CellOption = { readonly value: string; readonly label: string };

/** A column: the path of its value in a row, its heading, what it takes. */
export type GridColumn = {
  readonly name: string;
  readonly label: string;
  readonly kind: CellKind;
  readonly options?: readonly CellOption[];
};

/** A pasted cell as it would be taken over: its value, or the reason why it is left out. */
export type CellRead =
  | { readonly kind: "value"; readonly value: string }
  | { readonly kind: "empty" }
  | { readonly kind: "unread"; readonly text: string };

/** Cells of a table as Excel and WPS put them on the clipboard: tabs and line ends, quotes around what holds either. */
export function cellsOf(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]];
  let cell = "";
  let quoted = false;
  const endCell = () => {
    rows.at(-1)?.push(cell);
    cell = "";
  };
  const plain = text.replace(/\r\n?/g, "\n").replace(/\n$/, "");
  for (let at = 0; at < plain.length; at += 1) {
    const mark = plain[at] ?? "";
    if (quoted) {
      if (mark !== '"') cell += mark;
      else if (plain[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else quoted = false;
    } else if (mark === '"' && cell === "") quoted = true;
    else if (mark === "\t") endCell();
    else if (mark === "\n") {
      endCell();
      rows.push([]);
    } else cell += mark;
  }
  endCell();
  return rows.filter((row) => row.some((one) => one.trim() !== ""));
}

/** Whether pasted text is a table: more than one cell. */
export function isTable(text: string): boolean {
  return /[\t\n\r]/.test(text.replace(/[\r\n]+$/, ""));
}

const same = (a: string, b: string) =>
  a.normalize("NFKC").trim().toLowerCase() === b.normalize("NFKC").trim().toLowerCase();

/** Reads one pasted cell for a column. What cannot be read safely is left out and told; nothing is joined or rounded. */
export function readCell(column: GridColumn, text: string): CellRead {
  const trimmed = text.trim();
  if (trimmed === "") return { kind: "empty" };
  const unread: CellRead = { kind: "unread", text: trimmed };
  switch (column.kind) {
    case "text":
      return /[\n\t]/.test(trimmed) ? unread : { kind: "value", value: trimmed };
    case "date": {
      const day = readDay(trimmed.replace(/\s+0{1,2}:00(?::00)?$/, ""));
      return isCivilDate(day) ? { kind: "value", value: day } : unread;
    }
    case "amount":
    case "integer":
    case "percent": {
      const read = readNumber(column.kind === "percent" ? trimmed.replace(/[%％]$/, "") : trimmed);
      if (read.kind !== "number") return unread;
      return column.kind === "integer" && !/^\d+$/.test(read.value)
        ? unread
        : { kind: "value", value: read.value };
    }
    case "choice":
    case "book": {
      const fits = (column.options ?? []).filter(
        ({ value, label }) => same(label, trimmed) || same(value, trimmed),
      );
      const [only] = fits;
      return fits.length === 1 && only !== undefined
        ? { kind: "value", value: only.value }
        : unread;
    }
  }
}

/** How many columns of a first row name columns of the grid; a heading row is one in which most do. */
function headingOf(
  columns: readonly GridColumn[],
  row: readonly string[],
): readonly (number | undefined)[] | undefined {
  const found = row.map((text) => {
    const at = columns.findIndex(({ label, name }) => same(label, text) || same(name, text));
    return at < 0 ? undefined : at;
  });
  const named = found.filter((at) => at !== undefined).length;
  return named > 0 && named * 2 >= row.filter((text) => text.trim() !== "").length
    ? found
    : undefined;
}

/** A pasted table against the columns of a grid: which column each pasted one goes to, by its heading or by place. */
export type PasteRead = {
  readonly rows: readonly (readonly string[])[];
  readonly mapping: readonly (number | undefined)[];
  readonly byHeading: boolean;
};

/** Reads a pasted table that begins at a column; a row of headings is taken for what it is and gives no data. */
export function readPaste(
  columns: readonly GridColumn[],
  text: string,
  startColumn: number,
): PasteRead {
  const cells = cellsOf(text);
  const width = Math.max(0, ...cells.map((row) => row.length));
  const heading = headingOf(columns, cells[0] ?? []);
  if (heading !== undefined) return { rows: cells.slice(1), mapping: heading, byHeading: true };
  const mapping = Array.from({ length: width }, (_, at) =>
    startColumn + at < columns.length ? startColumn + at : undefined,
  );
  return { rows: cells, mapping, byHeading: false };
}
