import { appError, err, ok, type Result } from "#shared/kernel";
import type { CsvRecord } from "#shared/lists";
import type { TenantRow } from "./tenant.ts";
import { guessTenantColumns, type TenantField, tenantFields } from "./tenant-columns.ts";

/** Columns as a person named them: by header, or by number counted from 1. */
export type NamedTenantColumns = Partial<Record<TenantField, string>>;

/** A whole unit of capacity in the millionths that are reckoned with. */
export const WHOLE = 1_000_000;
const MOST_CAPACITY = 1_000_000_000;
const LONGEST = 500;

function capacityOf(text: string): number | undefined {
  const plain = text.normalize("NFKC").replace(/[,\s]/g, "").replace(/%$/, "");
  if (!/^\d{1,10}(?:\.\d{1,12})?$/.test(plain)) return undefined;
  const value = Number(plain);
  return value > MOST_CAPACITY ? undefined : Math.round(value * WHOLE);
}

/** Turns rows into tenants; `undefined` is a row whose capacity is no figure, so that the sum would be wrong. */
export type TenantReader = (record: CsvRecord) => Result<TenantRow>;

/** Reads the rows of a tenant book by its header; a book that names neither names nor codes is refused. */
export function tenantReader(
  header: CsvRecord,
  file: string,
  named: NamedTenantColumns = {},
): Result<TenantReader> {
  const headers = header.fields.map((field) => field.trim());
  const columns = guessTenantColumns(headers);
  for (const field of tenantFields) {
    const said = named[field];
    if (said === undefined) continue;
    const byName = headers.indexOf(said.trim());
    const at = byName < 0 && /^\d{1,3}$/.test(said) ? Number(said) - 1 : byName;
    if (at < 0 || at >= headers.length)
      return err(
        appError("list-no-column", {
          file,
          line: header.line,
          column: said.slice(0, 80),
          known: headers.slice(0, 30),
        }),
      );
    columns[field] = at;
  }
  if (columns.name === undefined && columns.code === undefined)
    return err(
      appError("list-no-name-column", { file, line: header.line, known: headers.slice(0, 30) }),
    );
  return ok(({ line, fields }) => {
    const at = (field: TenantField) =>
      (fields[columns[field] ?? -1] ?? "").trim().slice(0, LONGEST);
    const said = at("capacity");
    const capacity = columns.capacity === undefined ? WHOLE : capacityOf(said);
    if (capacity === undefined)
      return err(
        appError("tenants-capacity", {
          file,
          line,
          column: headers[columns.capacity ?? -1] ?? "",
          value: said.slice(0, 40),
        }),
      );
    return ok({
      line,
      name: at("name"),
      code: at("code"),
      sector: at("sector"),
      nature: at("nature"),
      country: at("country"),
      capacity,
    });
  });
}
