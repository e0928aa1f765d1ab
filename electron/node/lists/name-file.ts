import { csvRecords, decodeText } from "#node/input";
import { readXlsx } from "#node/workbooks";
import { appError, err, ok, type Result } from "#shared/kernel";

/** Headings under which files keep the names of firms; without one of them the first column is taken. */
const HEADINGS =
  /^(name|names|company|company name|名称|企业名称|单位名称|公司名称|客户名称|姓名)$/i;

type Row = { readonly line: number; readonly fields: readonly string[] };

async function rowsOf(bytes: Uint8Array, file: string): Promise<Result<readonly Row[]>> {
  if (/\.xlsx$/i.test(file)) {
    const sheet = await readXlsx(bytes, file);
    return sheet.ok ? ok(sheet.value.rows) : sheet;
  }
  const text = decodeText(bytes, file, { mark: "drop" });
  if (!text.ok) return text;
  // A text file holds one name to a line, commas of "Co., Ltd." included.
  if (/\.txt$/i.test(file))
    return ok(
      text.value.split(/\r\n|[\r\n]/).map((line, at) => ({ line: at + 1, fields: [line] })),
    );
  return csvRecords(text.value, file);
}

/**
 * The names of a file: one a line (.txt), or a column of a table (.csv, .xlsx), the one headed as names are, else the first. A file
 * without any name, or one that cannot be read whole, is refused.
 */
export async function readNameFile(
  bytes: Uint8Array,
  file: string,
): Promise<Result<readonly string[]>> {
  const rows = await rowsOf(bytes, file);
  if (!rows.ok) return rows;
  const [head, ...rest] = rows.value;
  const headed = head?.fields.findIndex((field) => HEADINGS.test(field.trim())) ?? -1;
  const body = headed < 0 ? rows.value : rest;
  const names = body
    .map(({ fields }) => (fields[Math.max(0, headed)] ?? "").trim())
    .filter((name) => name !== "");
  return names.length === 0 ? err(appError("csv-empty", { file })) : ok(names);
}
