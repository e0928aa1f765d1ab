import {
  type ByteSource,
  csvBatches,
  delimiterOf,
  firstLine,
  InputFault,
  type TextOptions,
} from "#node/input";
import { largeWorkbookLimits, withWorkbook } from "#node/workbooks";
import { ok } from "#shared/kernel";
import type { CsvRecord } from "#shared/lists";

/** Rows of the largest sheet that spreadsheets write. */
const MOST_ROWS = 1_048_576;

/** Hands the rows of a CSV file or of the first sheet of a workbook to `take`, some at a time; a refusal is thrown. */
export async function eachBatch(
  source: ByteSource,
  options: TextOptions,
  take: (records: readonly CsvRecord[]) => Promise<void>,
): Promise<void> {
  if (!/\.xlsx$/i.test(source.name)) {
    const delimiter = delimiterOf(await firstLine(source, { encoding: options.encoding }));
    for await (const batch of csvBatches(source, { ...options, delimiter })) await take(batch);
    return;
  }
  const limits = { parts: largeWorkbookLimits, rows: MOST_ROWS };
  const read = await withWorkbook(
    source.input,
    source.name,
    async ({ rows }) => {
      let width: number | undefined;
      for await (const some of rows(0, options)) {
        width ??= some[0]?.fields.length;
        const beyond = some.find(({ fields }) => fields.slice(width).some((field) => field !== ""));
        if (beyond !== undefined)
          throw new InputFault("csv-columns", {
            file: source.name,
            line: beyond.line,
            found: beyond.fields.length,
            expected: width ?? 0,
            first: 1,
          });
        await take(some);
      }
      return ok(undefined);
    },
    limits,
  );
  if (!read.ok) throw new InputFault(read.error.code, read.error.params);
}
