import type { DeskHandlers } from "#shared/ipc";
import { appError, DECIMAL_SHAPE, err, ok, type Result } from "#shared/kernel";
import { csvRecords } from "#shared/lists";
import type { Link, Party, PartyRecord } from "#shared/model";
import type { DeskContext } from "./adapters.ts";
import { readBods } from "./bods.ts";
import type { Change } from "./ports.ts";
import { checked, type ReadParties } from "./read-parties.ts";

/** Columns of the CSV form; the order of the columns is free, unknown ones are refused. */
export const partyColumns = [
  "name-zh",
  "name-en",
  "kind",
  "uscc",
  "country",
  "holder",
  "percent",
  "as-of",
  "source",
] as const;
type Column = (typeof partyColumns)[number];

type Row = { readonly line: number; readonly at: (column: Column) => string };

function readRows(text: string, file: string): Result<readonly Row[]> {
  let header: readonly string[] | undefined;
  const rows: Row[] = [];
  for (const { line, fields } of csvRecords(text.replace(/^\ufeff/, ""))) {
    if (header === undefined) {
      header = fields.map((field) => field.trim());
      const foreign = header.find((name) => !(partyColumns as readonly string[]).includes(name));
      if (foreign !== undefined)
        return err(
          appError("csv-column", { file, line, column: foreign, known: [...partyColumns] }),
        );
      continue;
    }
    const columns = header;
    rows.push({ line, at: (column) => (fields[columns.indexOf(column)] ?? "").trim() });
  }
  return header === undefined ? err(appError("csv-empty", { file })) : ok(rows);
}

const keyOf = (row: Row) => row.at("uscc") || row.at("name-zh") || row.at("name-en");

function partyOf(row: Row, id: string): unknown {
  const text = (column: Column) => row.at(column) || undefined;
  const names = Object.fromEntries(
    [
      ["zh", text("name-zh")],
      ["en", text("name-en")],
    ].filter(([, value]) => value !== undefined),
  ) as Party["names"];
  return Object.fromEntries(
    Object.entries({
      id,
      kind: text("kind") ?? "company",
      names,
      uscc: text("uscc"),
      country: text("country"),
    }).filter(([, value]) => value !== undefined),
  );
}

function shareOf(percent: string): Link["equity"] | undefined {
  const range = /^(\d[\d.]*)\s*[-–~]\s*(\d[\d.]*)$/.exec(percent);
  if (range !== null) return { kind: "range", min: range[1] ?? "", max: range[2] ?? "" };
  if (percent === "" || percent === "?") return { kind: "unknown" };
  return DECIMAL_SHAPE.test(percent) ? { kind: "exact", percent } : undefined;
}

/** Reads the CSV form: one line per party, or per holding of a party by `holder` (a code or name of another line). */
export function readPartiesCsv(
  text: string,
  file: string,
  newId: (prefix: string) => string,
): Result<ReadParties> {
  const rows = readRows(text, file);
  if (!rows.ok) return rows;
  const ids = new Map<string, string>();
  const parties = new Map<string, unknown>();
  const problems: { at: string; problem: string }[] = [];
  for (const row of rows.value) {
    const key = keyOf(row);
    if (key === "") problems.push({ at: `${row.line}`, problem: "no-name" });
    if (key === "" || ids.has(key)) continue;
    const id = newId("pty");
    ids.set(key, id);
    for (const alias of [row.at("name-zh"), row.at("name-en")])
      if (alias !== "" && !ids.has(alias)) ids.set(alias, id);
    parties.set(id, partyOf(row, id));
  }
  const links: unknown[] = [];
  for (const row of rows.value) {
    const holder = row.at("holder");
    const target = ids.get(keyOf(row));
    if (holder === "" || target === undefined) continue;
    const owner = ids.get(holder);
    const equity = shareOf(row.at("percent"));
    if (owner === undefined)
      problems.push({ at: `${row.line}`, problem: `no-such-holder:${holder}` });
    else if (equity === undefined) problems.push({ at: `${row.line}`, problem: "percent" });
    else
      links.push({
        id: newId("lnk"),
        owner,
        target,
        equity,
        ...(row.at("as-of") === "" ? {} : { asOf: row.at("as-of") }),
        source: row.at("source") || file,
      });
  }
  return checked([...parties.values()], links, problems);
}

type Input = Parameters<DeskHandlers["parties"]["import"]>[0];

/** Takes parties and holdings in from a register's file; with problems nothing is written. */
export async function importParties(context: DeskContext, input: Input) {
  const { ambient, workspace } = context;
  const { fileName, format, text, commit } = input;
  const read =
    format === "csv" ? readPartiesCsv(text, fileName, ambient.newId) : readBods(text, fileName);
  if (!read.ok) return read;
  const { parties, links, problems } = read.value;
  const counts = { parties: parties.length, links: links.length, problems };
  // What a register does not say is no fault of the file; what cannot be read keeps everything out.
  const faults = format === "csv" ? problems : [];
  if (!commit || faults.length > 0) return ok({ ...counts, committed: false });
  const holders = new Map<string, Link[]>(parties.map((party) => [party.id, []]));
  for (const link of links) holders.get(link.target)?.push(link);
  const changes: Change[] = parties.map((party) => {
    const value: PartyRecord = { party, holders: holders.get(party.id) ?? [] };
    return { book: "parties", value, revision: 0 };
  });
  const saved = await workspace.saveAll(changes);
  return saved.ok ? ok({ ...counts, committed: true }) : saved;
}
