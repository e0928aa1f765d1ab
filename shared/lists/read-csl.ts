import { z } from "zod";
import { appError, err, isCivilDate, ok, type Result, shapeProblem } from "#shared/kernel";
import { csvRecords } from "./csv.ts";
import { type EntryCode, entryKind, type ListEntry, listIdOf, withIds } from "./list-entry.ts";

/** What a reader takes out of a file; the caller adds hash and title. */
export type ReadList = { readonly date?: string; readonly entries: readonly ListEntry[] };

const columns = [
  "source",
  "entity_number",
  "type",
  "programs",
  "name",
  "addresses",
  "federal_register_notice",
  "start_date",
  "end_date",
  "license_requirement",
  "license_policy",
  "alt_names",
  "ids",
] as const;
type Column = (typeof columns)[number];

/** Whether the first line is the header of the Consolidated Screening List's own CSV layout. */
export function isCslHeader(line: string): boolean {
  const names = new Set(line.split(",").map((name) => name.trim().replaceAll('"', "")));
  return names.has("source") && names.has("alt_names") && names.has("license_policy");
}

const parts = (text: string, separator: string) =>
  text
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => part !== "");

function codesOf(ids: string): EntryCode[] {
  return parts(ids, ";").flatMap((item) => {
    const pieces = parts(item, ",");
    const value = pieces.length >= 3 ? pieces.at(-2) : pieces[0];
    const label = pieces.length >= 2 ? pieces.at(-1) : "";
    return value !== undefined && /\d/.test(value) ? [{ value, label: label ?? "" }] : [];
  });
}

const countriesOf = (addresses: string) => [
  ...new Set(
    parts(addresses, ";").flatMap((address) => {
      const last = parts(address, ",").at(-1) ?? "";
      return /^[A-Z]{2}$/.test(last) ? [last] : [];
    }),
  ),
];

function optional<K extends string>(key: K, value: string | undefined): { [P in K]?: string } {
  return (value === undefined || value === "" ? {} : { [key]: value }) as { [P in K]?: string };
}

/** Reads the official CSV layout of the Consolidated Screening List. */
export function readCslCsv(text: string, file: string): Result<ReadList> {
  let positions: ReadonlyMap<Column, number> | undefined;
  const rows: (Omit<ListEntry, "id"> & { number?: string })[] = [];
  for (const { line, fields } of csvRecords(text)) {
    if (positions === undefined) {
      positions = new Map(columns.map((column) => [column, fields.indexOf(column)]));
      const missing = columns.find((column) => positions?.get(column) === -1);
      if (missing !== undefined)
        return err(appError("list-column", { file, line, column: missing }));
      continue;
    }
    const at = (column: Column) => (fields[positions?.get(column) ?? -1] ?? "").trim();
    const name = at("name");
    if (name === "" || at("source") === "")
      return err(appError("list-row", { file, line, column: name === "" ? "name" : "source" }));
    rows.push({
      number: at("entity_number"),
      list: listIdOf(at("source")),
      kind: entryKind(at("type")),
      name,
      aliases: parts(at("alt_names"), ";"),
      countries: countriesOf(at("addresses")),
      codes: codesOf(at("ids")),
      programs: parts(at("programs"), ";"),
      ...optional("licenceRequirement", at("license_requirement")),
      ...optional("licencePolicy", at("license_policy")),
      ...optional("citation", at("federal_register_notice")),
      ...optional("from", at("start_date")),
      ...optional("to", at("end_date")),
    });
  }
  if (rows.length === 0) return err(appError("list-empty", { file }));
  return ok({ entries: withIds(rows) });
}

const place = z.number().int().nonnegative();

/** The re-keyed form: short keys, long texts in tables. Further keys of a file's head are of no concern here. */
const rekeyedSchema = z.object({
  sourceGeneratedAt: z.string().optional(),
  fieldKey: z.record(z.string(), z.string()),
  tables: z.object({
    sources: z.array(z.string()),
    licenceRequirements: z.array(z.string()).optional(),
    licencePolicies: z.array(z.string()).optional(),
    programmes: z.array(z.unknown()).optional(),
  }),
  entries: z
    .array(
      z.object({
        n: z.string().min(1),
        a: z.array(z.string()).optional(),
        s: place,
        t: z.string().optional(),
        c: z.array(z.string()).optional(),
        e: z.string().optional(),
        lr: place.optional(),
        lp: place.optional(),
        pg: place.optional(),
        fr: z.string().optional(),
      }),
    )
    .max(500_000),
});

const textAt = (table: readonly unknown[] | undefined, index: number | undefined) => {
  const value = index === undefined ? undefined : table?.[index];
  if (value === undefined) return undefined;
  return Array.isArray(value) ? value.join("; ") : String(value);
};

/** Whether parsed JSON looks like the re-keyed form at all. */
export function isRekeyedCsl(value: unknown): boolean {
  return typeof value === "object" && value !== null && "fieldKey" in value && "tables" in value;
}

/** Reads the re-keyed JSON form of the Consolidated Screening List; its `fieldKey` explains the short keys. */
export function readRekeyedCsl(value: unknown, file: string): Result<ReadList> {
  const parsed = rekeyedSchema.safeParse(value);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    return err(
      appError("list-shape", {
        file,
        at: issue?.path.map(String).join(".") ?? "(top)",
        ...shapeProblem(issue),
      }),
    );
  }
  const { tables, entries, sourceGeneratedAt } = parsed.data;
  const bad = entries.findIndex((entry) => tables.sources[entry.s] === undefined);
  if (bad >= 0)
    return err(appError("list-shape", { file, at: `entries.${bad}.s`, problem: "no-such-source" }));
  if (entries.length === 0) return err(appError("list-empty", { file }));
  const day = sourceGeneratedAt?.slice(0, 10);
  const list = withIds(
    entries.map((entry) => ({
      number: entry.e,
      list: listIdOf(tables.sources[entry.s] ?? ""),
      kind: entryKind(entry.t ?? ""),
      name: entry.n,
      aliases: entry.a ?? [],
      countries: entry.c ?? [],
      codes: [],
      programs: parts(textAt(tables.programmes, entry.pg) ?? "", ";"),
      ...optional("licenceRequirement", textAt(tables.licenceRequirements, entry.lr)),
      ...optional("licencePolicy", textAt(tables.licencePolicies, entry.lp)),
      ...optional("citation", entry.fr),
    })),
  );
  return ok({ entries: list, ...(day !== undefined && isCivilDate(day) ? { date: day } : {}) });
}
