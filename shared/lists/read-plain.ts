import { appError, err, isCivilDate, ok, type Result } from "#shared/kernel";
import { optional, parts } from "./cells.ts";
import type { CsvRecord } from "./csv-record.ts";
import { draftOf, entryKind, type ListEntry } from "./list-entry.ts";
import { guessPlainColumns, type PlainField, type PlainMapping } from "./plain-columns.ts";
import type { RowReader } from "./read-csl.ts";
import { checkHeader, isFormula, nameFault } from "./row-rules.ts";

/** Columns as a person named them: by header, or by number counted from 1. */
export type NamedColumns = Partial<Record<PlainField, string>>;

const MOST_HEADERS = 30;
const MOST_CELL = 20_000;

function columnsOf(
  header: readonly string[],
  named: NamedColumns,
  file: string,
  line: number,
): Result<PlainMapping> {
  const mapping: PlainMapping = guessPlainColumns(header);
  for (const [field, said] of Object.entries(named) as [PlainField, string][]) {
    const byName = header.findIndex((one) => one === said.trim());
    const byNumber = /^\d{1,3}$/.test(said) ? Number(said) - 1 : -1;
    const at = byName >= 0 ? byName : byNumber;
    if (at < 0 || at >= header.length)
      return err(
        appError("list-no-column", {
          file,
          line,
          column: said.slice(0, 80),
          known: header.slice(0, MOST_HEADERS),
        }),
      );
    for (const other of Object.keys(mapping) as PlainField[])
      if (mapping[other] === at && named[other] === undefined) delete mapping[other];
    mapping[field] = at;
  }
  if (mapping.name === undefined)
    return err(
      appError("list-no-name-column", { file, line, known: header.slice(0, MOST_HEADERS) }),
    );
  return ok(mapping);
}

const KINDS: Readonly<Record<string, ListEntry["kind"]>> = {
  企业: "entity",
  公司: "entity",
  单位: "entity",
  实体: "entity",
  机构: "entity",
  组织: "entity",
  个人: "person",
  自然人: "person",
  船舶: "vessel",
  航空器: "aircraft",
};

/** `2026/6/3`, `2026年6月3日` and `20260603` as a day; anything else is left as it is. */
function dayOf(text: string): string {
  const found =
    /^(\d{4})(?:[-/.年])(\d{1,2})(?:[-/.月])(\d{1,2})日?$/.exec(text) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (found === null) return text;
  const day = `${found[1]}-${found[2]?.padStart(2, "0")}-${found[3]?.padStart(2, "0")}`;
  return isCivilDate(day) ? day : text;
}

/** Reads rows of a plain table of names: a notice, or the firm's own list. `list` is the id that its entries stand under. */
export function plainReader(
  header: CsvRecord,
  about: {
    readonly file: string;
    readonly list: string;
    readonly columns?: NamedColumns | undefined;
  },
): Result<RowReader> {
  const { file, list, columns = {} } = about;
  const names = checkHeader(header.fields, file, header.line);
  if (!names.ok) return names;
  const mapping = columnsOf(names.value, columns, file, header.line);
  if (!mapping.ok) return mapping;
  const places = mapping.value;
  const headerOf = (field: PlainField) => names.value[places[field] ?? -1] ?? field;
  return ok(({ line, fields }) => {
    const at = (field: PlainField) => (fields[places[field] ?? -1] ?? "").trim();
    const long = fields.findIndex((cell) => cell.length > MOST_CELL);
    if (long >= 0)
      return err(
        appError("list-name-long", {
          file,
          line,
          column: names.value[long] ?? String(long + 1),
          limit: MOST_CELL,
        }),
      );
    // A notice may name somebody in one of the two languages only.
    const first: PlainField = at("name") === "" && at("english") !== "" ? "english" : "name";
    const name = at(first);
    const fault = nameFault(name, { file, line, column: headerOf(first) });
    if (fault !== undefined) return err(fault);
    const formula = (["english", "aliases", "code"] as const).find((field) => isFormula(at(field)));
    if (formula !== undefined)
      return err(
        appError("list-formula", {
          file,
          line,
          column: headerOf(formula),
          value: at(formula).slice(0, 40),
        }),
      );
    const english = first === "name" ? at("english") : "";
    const aliases = [english, ...parts(at("aliases"), /[;；|\n]/)].filter((one) => one !== "");
    const kind = KINDS[at("kind")] ?? entryKind(at("kind"));
    const said = {
      list,
      kind,
      name,
      aliases: [...new Set(aliases)],
      countries: parts(at("country"), /[;；,，、]/),
      codes: parts(at("code"), /[;；]/).map((value) => ({ value, label: headerOf("code") })),
      programs: [],
      ...optional("addresses", parts(at("address"), /[;；\n]/)),
      ...optional("licencePolicy", at("effect")),
      ...optional("citation", at("citation")),
      ...optional("from", dayOf(at("from"))),
      ...optional("to", dayOf(at("to"))),
    };
    return ok(draftOf(line, at("number"), said));
  });
}
