import {
  type ByteSource,
  csvBatches,
  delimiterOf,
  type Encoding,
  firstLine,
  InputFault,
  type Watch,
} from "#node/input";
import { withWorkbook } from "#node/workbooks";
import { ok } from "#shared/kernel";
import {
  type CsvRecord,
  cslReader,
  isPlainHeader,
  type NamedColumns,
  plainReader,
  type RowReader,
} from "#shared/lists";
import { DraftList } from "./draft-list.ts";

/** What a person may say of a plain table. */
export type TableOptions = Watch & {
  readonly columns?: NamedColumns | undefined;
  readonly encoding?: Encoding | undefined;
  /** Sheet of a workbook, counted from 0; the first otherwise. */
  readonly sheet?: number | undefined;
};

/** Reads the official CSV of the Consolidated Screening List. */
export async function readCslTable(source: ByteSource, watch: TextWatch): Promise<DraftList> {
  const list = new DraftList(source.name);
  let reader: RowReader | undefined;
  for await (const batch of csvBatches(source, watch))
    for (const record of batch) {
      if (reader !== undefined) {
        list.take(reader(record));
        continue;
      }
      const read = cslReader(record, source.name);
      if (!read.ok) throw new InputFault(read.error.code, read.error.params);
      reader = read.value;
    }
  return list;
}

type TextWatch = Watch & { readonly encoding?: Encoding | undefined };

const MOST_TITLES = 20;
const filled = (fields: readonly string[]) => fields.filter((field) => field.trim() !== "").length;

/** Finds the header of a plain table, below lines of title; then reads its rows. */
class PlainTable {
  readonly list: DraftList;
  readonly #file: string;
  readonly #id: string;
  readonly #options: TableOptions;
  readonly #above: CsvRecord[] = [];
  #reader: RowReader | undefined;
  #width = 0;
  #headed = 0;

  constructor(file: string, id: string, options: TableOptions) {
    this.list = new DraftList(file);
    this.#file = file;
    this.#id = id;
    this.#options = options;
  }

  #isHeader({ fields }: CsvRecord): boolean {
    const named = Object.values(this.#options.columns ?? {});
    const texts = named.filter((said) => !/^\d{1,3}$/.test(said)).map((said) => said.trim());
    if (texts.length > 0)
      return texts.every((said) => fields.some((field) => field.trim() === said));
    return isPlainHeader(fields);
  }

  #open(record: CsvRecord): void {
    const { columns } = this.#options;
    const fields = record.fields.map((field) => field.trim());
    const header = { line: record.line, fields };
    const read = plainReader(header, { file: this.#file, list: this.#id, columns });
    if (!read.ok) throw new InputFault(read.error.code, read.error.params);
    this.#reader = read.value;
    this.#width = fields.length;
    this.#headed = record.line;
  }

  /** A title fills one cell of a table that has several; anything else above the header would be a lost row. */
  take(record: CsvRecord): void {
    if (this.#reader === undefined) {
      const first = this.#above[0] ?? record;
      if (this.#isHeader(record) && (first === record || filled(record.fields) > 1))
        this.#open(record);
      else if (filled(record.fields) > 1 || this.#above.length >= MOST_TITLES) this.#open(first);
      else this.#above.push(record);
      return;
    }
    const { line, fields } = record;
    if (filled(fields.slice(this.#width)) > 0)
      throw new InputFault("csv-columns", {
        file: this.#file,
        line,
        found: fields.length,
        expected: this.#width,
        first: this.#headed,
      });
    this.list.take(this.#reader(record));
  }

  finish(): DraftList {
    const [first] = this.#above;
    // Titles alone: the first of them is told to be no header that is known.
    if (this.#reader === undefined && first !== undefined) this.#open(first);
    return this.list;
  }
}

/** Reads a plain CSV file whose entries stand under the list `id`. */
export async function readPlainCsv(
  source: ByteSource,
  id: string,
  options: TableOptions,
): Promise<DraftList> {
  const table = new PlainTable(source.name, id, options);
  const delimiter = delimiterOf(await firstLine(source, { encoding: options.encoding }));
  for await (const batch of csvBatches(source, { ...options, delimiter }))
    for (const record of batch) table.take(record);
  return table.finish();
}

/** Reads a sheet of a workbook in the same way. */
export async function readPlainXlsx(
  source: ByteSource,
  id: string,
  options: TableOptions,
): Promise<DraftList> {
  const table = new PlainTable(source.name, id, options);
  const read = await withWorkbook(source.input, source.name, async ({ sheets, rows }) => {
    const sheet = options.sheet ?? 0;
    if (sheets[sheet] === undefined)
      throw new InputFault("workbook-no-sheet", { file: source.name });
    for await (const some of rows(sheet, options)) for (const row of some) table.take(row);
    return ok(undefined);
  });
  if (!read.ok) throw new InputFault(read.error.code, read.error.params);
  return table.finish();
}
