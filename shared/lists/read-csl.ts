import { appError, err, ok, type Result } from "#shared/kernel";
import { codesOfCell, countriesOf, optional, parts } from "./cells.ts";
import type { CsvRecord } from "./csv-record.ts";
import { draftOf, type EntryDraft, entryKind, listIdOf } from "./list-entry.ts";
import { checkHeader, nameFault } from "./row-rules.ts";

/** Turns the rows of one file into entries; the header has been taken. */
export type RowReader = (record: CsvRecord) => Result<EntryDraft>;

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
/** Read where the file has them, to see cells that slipped. */
const webColumns = ["source_list_url", "source_information_url"] as const;
type Column = (typeof columns)[number] | (typeof webColumns)[number];

/** Whether the first line is the header of the Consolidated Screening List's own CSV layout. */
export function isCslHeader(line: string): boolean {
  const names = new Set(line.split(",").map((name) => name.trim().replaceAll('"', "")));
  return names.has("source") && names.has("alt_names") && names.has("license_policy");
}

/** The same answer for the same text, as far as there are not too many texts. */
function remembering<T>(make: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const made = make(text);
    if (known.size < 20_000) known.set(text, made);
    return made;
  };
}

const isWeb = (text: string) => /^https?:\/\//.test(text);

/** A column whose cell can only belong to its neighbour: an unquoted comma has moved the row. */
function slipped(at: (column: Column) => string): Column | undefined {
  const web = webColumns.find((column) => at(column) !== "" && !isWeb(at(column)));
  if (web !== undefined) return web;
  if (isWeb(at("alt_names"))) return "alt_names";
  if (isWeb(at("ids"))) return "ids";
  return at("type").length > 40 ? "type" : undefined;
}

/** Reads rows of the official CSV layout of the Consolidated Screening List, by the header that the file has. */
export function cslReader(header: CsvRecord, file: string): Result<RowReader> {
  const names = checkHeader(header.fields, file, header.line);
  if (!names.ok) return names;
  const missing = columns.find((column) => !names.value.includes(column));
  if (missing !== undefined)
    return err(appError("list-column", { file, line: header.line, column: missing }));
  const positions = new Map(
    [...columns, ...webColumns].map((column) => [column, names.value.indexOf(column)]),
  );
  // The same sentences, countries and programmes stand in thousands of rows; one copy of each is enough.
  const once = remembering((text: string) => text);
  const wordsOf = remembering((text: string) => parts(text, ";"));
  const countries = remembering((key: string) => (key === "" ? [] : key.split(" ")));
  return ok(({ line, fields }) => {
    const at = (column: Column) => (fields[positions.get(column) ?? -1] ?? "").trim();
    const name = at("name");
    if (at("source") === "") return err(appError("list-row", { file, line, column: "source" }));
    const fault = nameFault(name, { file, line, column: "name" });
    if (fault !== undefined) return err(fault);
    const moved = slipped(at);
    if (moved !== undefined)
      return err(appError("list-row-slipped", { file, line, column: moved }));
    const addresses = parts(at("addresses"), ";");
    const said = {
      list: listIdOf(at("source")),
      kind: entryKind(at("type")),
      name,
      aliases: parts(at("alt_names"), ";"),
      countries: countries(countriesOf(addresses).join(" ")),
      codes: codesOfCell(at("ids")),
      programs: wordsOf(at("programs")),
      ...optional("addresses", addresses),
      ...optional("licenceRequirement", once(at("license_requirement"))),
      ...optional("licencePolicy", once(at("license_policy"))),
      ...optional("citation", once(at("federal_register_notice"))),
      ...optional("from", once(at("start_date"))),
      ...optional("to", once(at("end_date"))),
    };
    return ok(draftOf(line, at("entity_number"), said));
  });
}
