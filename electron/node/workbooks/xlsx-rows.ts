import type { CsvRecord } from "#shared/lists";
import { XmlReader } from "./read-xml.ts";
import { cellText, type Styles } from "./xlsx-cells.ts";

/** One row of a sheet with its number as the spreadsheet shows it; empty cells are empty text. */
export type SheetRow = CsvRecord;

/** More rows or columns than are read. */
export class SheetTooLarge extends Error {}

const MOST_COLUMNS = 256;
const LONGEST_FORMULA = 200;

/** `C12` → 2; undefined for what is no reference. */
function columnOf(reference: string | undefined): number | undefined {
  const letters = /^([A-Z]{1,3})\d+$/.exec(reference ?? "")?.[1];
  if (letters === undefined) return undefined;
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

/** What is needed to tell what a cell shows. */
export type Reading = { readonly strings: readonly string[]; readonly styles: Styles };

/** Takes the XML of a sheet piece by piece and gives the rows that each piece completed; rows without text are left out. */
export class SheetRows {
  /** The sheet is at its end; a broken one is a fault. */
  readonly end: () => void;
  readonly #reading: Reading;
  readonly #mostRows: number;
  readonly #reader: XmlReader;
  #rows: SheetRow[] = [];
  #count = 0;
  #line = 0;
  #fields: string[] = [];
  #column = -1;
  #cell = { type: "n", style: 0 };
  #raw = "";
  #formula = "";
  #within: "value" | "formula" | undefined;
  #aside = 0;

  constructor(reading: Reading, mostRows: number) {
    this.#reading = reading;
    this.#mostRows = mostRows;
    this.#reader = new XmlReader({
      open: this.#open.bind(this),
      close: this.#close.bind(this),
      text: this.#text.bind(this),
    });
    this.end = this.#reader.end.bind(this.#reader);
  }

  /** The rows that end in this piece. */
  write(piece: string): readonly SheetRow[] {
    this.#reader.write(piece);
    const rows = this.#rows;
    this.#rows = [];
    return rows;
  }

  #text(text: string): void {
    if (this.#within === "value" && this.#aside === 0) this.#raw += text;
    if (this.#within === "formula" && this.#formula.length < LONGEST_FORMULA) this.#formula += text;
  }

  #open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === "row") {
      const said = Number(attributes["r"]);
      this.#line = Number.isSafeInteger(said) && said > 0 ? said : this.#line + 1;
      this.#fields = [];
      this.#column = -1;
    } else if (name === "c") {
      this.#column = columnOf(attributes["r"]) ?? this.#column + 1;
      if (this.#column >= MOST_COLUMNS) throw new SheetTooLarge();
      this.#cell = { type: attributes["t"] ?? "n", style: Number(attributes["s"] ?? 0) };
      this.#raw = "";
      this.#formula = "";
    } else if (name === "rPh") this.#aside += 1;
    else if (name === "v" || name === "t") this.#within = "value";
    else if (name === "f") this.#within = "formula";
  }

  #close(name: string): void {
    if (name === "row") {
      if (!this.#fields.some((field) => field.trim() !== "")) return;
      this.#count += 1;
      if (this.#count > this.#mostRows) throw new SheetTooLarge();
      this.#rows.push({ line: this.#line, fields: this.#fields });
    } else if (name === "c") {
      while (this.#fields.length < this.#column) this.#fields.push("");
      // The value that the spreadsheet kept counts; a formula without one is shown, so that nobody takes it for empty.
      const unreckoned = this.#raw === "" && this.#formula !== "";
      this.#fields[this.#column] = unreckoned
        ? `=${this.#formula}`
        : cellText(this.#raw, this.#cell, this.#reading);
    } else if (name === "rPh") this.#aside -= 1;
    else if (name === "v" || name === "t" || name === "f") this.#within = undefined;
  }
}
