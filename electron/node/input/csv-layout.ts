import type { CsvRecord } from "#shared/lists";
import { InputFault } from "./input-fault.ts";

/** Options of every CSV reading: RFC 4180 as written, any line ending, and a bound on what one record may hold. */
export const csvOptions = {
  bom: false,
  cast: false,
  columns: false,
  record_delimiter: ["\r\n", "\n", "\r"],
  relax_column_count: true,
  trim: true,
  max_record_size: 1_000_000,
} as const;

const BREAKS = /\r\n|\n|\r/g;

/** What is wrong with quotes, by csv-parse's code. */
const faults: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: "csv-quote-open",
  CSV_MAX_RECORD_SIZE: "csv-record-long",
  CSV_INVALID_CLOSING_QUOTE: "csv-quote",
  CSV_NON_TRIMABLE_CHAR_AFTER_CLOSING_QUOTE: "csv-quote",
  INVALID_OPENING_QUOTE: "csv-quote",
};

/** Follows the records of one file: gives each its line and refuses a record whose cells cannot be right. */
export class CsvLayout {
  readonly #file: string;
  readonly #delimiter: string;
  #line = 1;
  #width: number | undefined;
  #headed = 0;

  constructor(file: string, delimiter: string) {
    this.#file = file;
    this.#delimiter = delimiter;
  }

  /** The line on which the next record begins. */
  get line(): number {
    return this.#line;
  }

  #breaks(fields: readonly string[]): number {
    let found = 0;
    for (const field of fields)
      if (field.includes("\n") || field.includes("\r")) found += field.match(BREAKS)?.length ?? 0;
    return found;
  }

  /** A lost quote that swallows whole rows hides as many separators as those rows have: the count of cells stays right. */
  #refuseSwallowed(fields: readonly string[], breaks: number): void {
    const width = this.#width ?? fields.length;
    const hidden = fields.reduce((sum, field) => sum + field.split(this.#delimiter).length - 1, 0);
    if (hidden >= breaks * (width - 1))
      throw new InputFault("csv-quote-swallows", {
        file: this.#file,
        line: this.#line,
        last: this.#line + breaks,
      });
  }

  /** The record with its line; undefined for one that holds nothing. */
  take(fields: readonly string[]): CsvRecord | undefined {
    const line = this.#line;
    const breaks = this.#breaks(fields);
    const empty = fields.every((field) => field === "" || field === "\u001a");
    if (empty) {
      this.#line += 1 + breaks;
      return undefined;
    }
    for (const field of fields)
      if (field.includes("\0")) throw new InputFault("csv-nul", { file: this.#file, line });
    if (breaks > 0) this.#refuseSwallowed(fields, breaks);
    if (this.#width === undefined) {
      this.#width = fields.length;
      this.#headed = line;
    } else if (fields.length !== this.#width)
      throw new InputFault("csv-columns", {
        file: this.#file,
        line,
        found: fields.length,
        expected: this.#width,
        first: this.#headed,
      });
    this.#line += 1 + breaks;
    return { line, fields };
  }

  /** What csv-parse refused, at the line where the record began that it could not read. */
  refused(fault: unknown): InputFault {
    const code = faults[String((fault as { code?: unknown }).code)];
    if (code === undefined) throw fault;
    return new InputFault(code, { file: this.#file, line: this.#line });
  }
}
