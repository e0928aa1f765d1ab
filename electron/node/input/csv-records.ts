import { type Parser, parse as parser } from "csv-parse";
import { parse } from "csv-parse/sync";
import { err, ok, type Result } from "#shared/kernel";
import type { CsvRecord } from "#shared/lists";
import type { ByteSource } from "./byte-source.ts";
import { CsvLayout, csvOptions } from "./csv-layout.ts";
import { InputFault } from "./input-fault.ts";
import { type TextOptions, utf8Chunks } from "./utf8-chunks.ts";

/** What stands between the cells of a row. */
const delimiters = [",", ";", "\t"] as const;
export type Delimiter = (typeof delimiters)[number];

/** The separator that a first line uses most, quoted text left out; a comma where none is there. */
export function delimiterOf(line: string): Delimiter {
  const bare = line.replace(/"[^"]*"/g, "");
  const counts = delimiters.map((one) => bare.split(one).length - 1);
  const most = Math.max(...counts);
  return delimiters[counts.indexOf(most)] ?? ",";
}

function takeAll(rows: Iterable<readonly string[]>, layout: CsvLayout): CsvRecord[] {
  const records: CsvRecord[] = [];
  for (const fields of rows) {
    const record = layout.take(fields);
    if (record !== undefined) records.push(record);
  }
  return records;
}

/** Rows that are held at once; larger tables are read piece by piece, where that is of use. */
const MOST_RECORDS = 1_000_000;

/**
 * Reads the text of a CSV file whole. Rows that hold nothing are left out; a row whose cells are not as many as the first
 * row's, a quote that is not closed or stands where none may, and a record that swallowed others refuse the file.
 */
export function csvRecords(text: string, file: string): Result<readonly CsvRecord[]> {
  const plain = text.replace(/^\uFEFF/, "");
  const delimiter = delimiterOf(plain.slice(0, 4_000).split(/[\r\n]/, 1)[0] ?? "");
  const layout = new CsvLayout(file, delimiter);
  const records: CsvRecord[] = [];
  try {
    parse(plain, {
      ...csvOptions,
      record_delimiter: [...csvOptions.record_delimiter],
      delimiter,
      on_record: (fields: string[]) => {
        const record = layout.take(fields);
        if (record !== undefined) records.push(record);
        if (records.length > MOST_RECORDS)
          throw new InputFault("csv-too-many-rows", { file, limit: MOST_RECORDS });
        return null;
      },
    });
    return ok(records);
  } catch (fault) {
    return err((fault instanceof InputFault ? fault : layout.refused(fault)).error);
  }
}

type Made = { readonly rows: readonly string[][]; readonly fault?: unknown };

/** Puts a piece into the parser and takes out what it made of it, up to where it could not go on. */
async function through(
  stream: Parser,
  put: (done: (fault?: Error | null) => void) => void,
): Promise<Made> {
  const rows: string[][] = [];
  const drain = () => {
    for (let row = stream.read(); row !== null; row = stream.read()) rows.push(row);
  };
  const fault = await new Promise<unknown>((resolve) => {
    stream.on("readable", drain);
    stream.once("error", resolve);
    put((refused) => resolve(refused ?? undefined));
  });
  stream.removeAllListeners("readable");
  stream.removeAllListeners("error");
  stream.on("error", () => undefined);
  drain();
  return fault === undefined ? { rows } : { rows, fault };
}

/** Where a source begins: its first line, for telling layouts apart before it is read. */
export async function firstLine(source: ByteSource, options: TextOptions = {}): Promise<string> {
  let text = "";
  for await (const chunk of utf8Chunks(source, { encoding: options.encoding })) {
    text += Buffer.from(chunk).toString("utf8");
    const line = text.trimStart().split(/[\r\n]/, 1)[0] ?? "";
    if (text.length > 16_000 || line.length < text.trimStart().length) return line.slice(0, 16_000);
  }
  return text.trimStart().slice(0, 16_000);
}

/** Reads a CSV file piece by piece: the records of each piece together, with the refusals of `csvRecords`. */
export async function* csvBatches(
  source: ByteSource,
  options: TextOptions & { readonly delimiter?: Delimiter } = {},
): AsyncGenerator<readonly CsvRecord[]> {
  const delimiter = options.delimiter ?? ",";
  const layout = new CsvLayout(source.name, delimiter);
  const stream = parser({
    ...csvOptions,
    record_delimiter: [...csvOptions.record_delimiter],
    delimiter,
  });
  const taken = ({ rows, fault }: Made): readonly CsvRecord[] => {
    const records = takeAll(rows, layout);
    if (fault !== undefined) throw layout.refused(fault);
    return records;
  };
  try {
    for await (const chunk of utf8Chunks(source, options))
      yield taken(await through(stream, (done) => void stream.write(chunk, done)));
    yield taken(await through(stream, (done) => void stream.end(done)));
  } finally {
    stream.destroy();
  }
}
