import { InputFault, type Watch } from "#node/input";
import { appError, err, ok, type Result } from "#shared/kernel";
import { XmlFault } from "./read-xml.ts";
import { readStyles } from "./xlsx-cells.ts";
import { type Reading, type SheetRow, SheetRows, SheetTooLarge } from "./xlsx-rows.ts";
import { readStrings, readWorkbook } from "./xlsx-workbook.ts";
import { type PartLimits, withOfficeParts, workbookLimits, type ZipInput } from "./zip-parts.ts";

/** A sheet of a workbook as a plain table of texts. */
export type SheetTable = {
  readonly name: string;
  /** Names of all sheets, in the order of the workbook. */
  readonly sheets: readonly string[];
  readonly rows: readonly SheetRow[];
};

/** An open workbook: its sheets by name, and the rows of one of them, piece by piece. */
export type OpenWorkbook = {
  readonly sheets: readonly string[];
  readonly rows: (sheet: number, watch?: Watch) => AsyncGenerator<readonly SheetRow[]>;
};

/** How much of a workbook is read. */
type WorkbookLimits = { readonly parts: PartLimits; readonly rows: number };

const usual: WorkbookLimits = { parts: workbookLimits, rows: 300_001 };

/**
 * Opens a workbook (.xlsx) and hands it to `use`. Sizes are bounded before anything is unpacked; what is broken, locked, or
 * larger than the limits is one refusal.
 */
export async function withWorkbook<T>(
  input: ZipInput,
  file: string,
  use: (book: OpenWorkbook) => Promise<Result<T>>,
  limits = usual,
): Promise<Result<T>> {
  return await withOfficeParts(input, file, limits.parts, async (parts) => {
    try {
      const book = await readWorkbook(parts);
      if (book === undefined || book.sheets.length === 0)
        return err(appError("workbook-not-a-workbook", { file }));
      const styled = book.styles === undefined ? undefined : await parts.text(book.styles);
      const reading: Reading = {
        strings: await readStrings(parts, book.strings),
        styles: readStyles(styled, book.date1904),
      };
      return await use({
        sheets: book.sheets.map(({ name }) => name),
        rows: async function* (sheet, watch = {}) {
          const path = book.sheets[sheet]?.path ?? "";
          if (!parts.has(path)) return;
          const total = parts.size(path);
          const rows = new SheetRows(reading, limits.rows);
          let done = 0;
          for await (const piece of parts.pieces(path)) {
            if (watch.signal?.aborted) throw new InputFault("input-stopped", { file });
            yield rows.write(piece);
            done += piece.length;
            watch.progress?.(Math.min(done, total), total);
          }
          rows.end();
        },
      });
    } catch (fault) {
      if (fault instanceof XmlFault)
        return err(appError("workbook-not-readable", { file, at: fault.at }));
      if (fault instanceof SheetTooLarge) return err(appError("workbook-too-large", { file }));
      if (fault instanceof InputFault) return err(fault.error);
      throw fault;
    }
  });
}

/**
 * Reads one sheet of a workbook (.xlsx) as texts: dates as `YYYY-MM-DD`, percentages as they show (`51%`), formulas by the
 * value that was kept. Without a number the first sheet that has rows is read.
 */
export async function readXlsx(
  bytes: Uint8Array,
  file: string,
  sheet?: number,
): Promise<Result<SheetTable>> {
  return await withWorkbook(bytes, file, async ({ sheets, rows }): Promise<Result<SheetTable>> => {
    const asked = sheet === undefined ? [...sheets.keys()] : [sheet];
    let found: SheetTable | undefined;
    for (const at of asked) {
      const name = sheets[at];
      if (name === undefined) continue;
      const all: SheetRow[] = [];
      for await (const some of rows(at)) for (const row of some) all.push(row);
      found ??= { name, sheets, rows: all };
      if (all.length > 0) return ok({ name, sheets, rows: all });
    }
    return found === undefined ? err(appError("workbook-no-sheet", { file })) : ok(found);
  });
}
