import { appError, err, ok, type Result } from "#shared/kernel";
import { type CsvRecord, csvRecords } from "./csv.ts";
import { type EntryCode, entryKind, type ListEntry, withIds } from "./list-entry.ts";
import type { ReadList } from "./read-csl.ts";

/** OFAC writes `-0-` for "nothing here" and ends its files with a control-Z. */
const clean = (text: string | undefined) => {
  const trimmed = (text ?? "").replaceAll("\u001a", "").trim();
  return trimmed === "-0-" ? "" : trimmed;
};

/** Texts of the three files that OFAC publishes side by side; aliases and addresses are optional. */
export type OfacTexts = { readonly sdn: string; readonly alt?: string; readonly add?: string };

const SDN_FIELDS = 12;

/** Whether a first line is a row of OFAC's `sdn.csv`: a number and twelve fields, no header. */
export function isOfacSdnLine(line: string): boolean {
  const first = csvRecords(`${line}\n`).next().value as CsvRecord | undefined;
  return first?.fields.length === SDN_FIELDS && /^\d+$/.test(clean(first.fields[0]));
}

function grouped(text: string | undefined, column: number): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const { fields } of csvRecords(text ?? "")) {
    const value = clean(fields[column]);
    const key = clean(fields[0]);
    if (value === "" || key === "") continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [value]);
    else group.push(value);
  }
  return groups;
}

function codesOf(remarks: string): EntryCode[] {
  const found = remarks.matchAll(
    /(?:^|;\s*)((?:Unified Social Credit Code \(USCC\)|Registration (?:ID|Number)|Company Number|Tax ID No\.|Organization Code|C\.R\. No\.|Enterprise Number)[^\d;]*)([A-Z0-9][A-Z0-9.\-/]*\d[A-Z0-9.\-/]*)/g,
  );
  return [...found].map((match) => ({
    label: (match[1] ?? "").trim(),
    value: match[2] ?? "",
  }));
}

/** Reads OFAC's own CSV layout of the SDN list. */
export function readOfac(texts: OfacTexts, file: string): Result<ReadList> {
  const aliases = grouped(texts.alt, 3);
  const countries = grouped(texts.add, 4);
  const rows: (Omit<ListEntry, "id"> & { number: string })[] = [];
  for (const { line, fields } of csvRecords(texts.sdn)) {
    const number = clean(fields[0]);
    if (number === "" && fields.length < 3) continue;
    const name = clean(fields[1]);
    if (!/^\d+$/.test(number) || name === "" || fields.length !== SDN_FIELDS)
      return err(appError("list-row", { file, line, column: name === "" ? "name" : "ent_num" }));
    rows.push({
      number,
      list: "sdn",
      kind: clean(fields[2]) === "" ? "entity" : entryKind(clean(fields[2])),
      name,
      aliases: aliases.get(number) ?? [],
      countries: [...new Set(countries.get(number) ?? [])],
      codes: codesOf(clean(fields[11])),
      programs: clean(fields[3])
        .split(/\]\s*\[|;/)
        .map((program) => program.replace(/[[\]]/g, "").trim())
        .filter((program) => program !== ""),
    });
  }
  if (rows.length === 0) return err(appError("list-empty", { file }));
  return ok({ entries: withIds(rows) });
}
