import { csvRecords } from "#node/input";
import { readXlsx } from "#node/workbooks";
import type { DeskHandlers } from "#shared/ipc";
import { appError, err, ok, type Result } from "#shared/kernel";
import type { Link, Party } from "#shared/model";
import { type CsvField, type CsvMapping, importTable, type KnownParty } from "#shared/ownership";
import { readBods } from "./bods.ts";

/** One thing that a file says and that could not be used as it stands; `code` names the message in the catalogue. */
export type SourceProblem = {
  readonly at: string;
  readonly code: string;
  readonly field?: string;
  readonly value: string;
  /** The row is left out; without this the row is taken and a person should look at it. */
  readonly refused: boolean;
};

/** What a file of holdings says, before it is compared with the party book. */
export type PartySource = {
  readonly parties: readonly Party[];
  readonly links: readonly Link[];
  readonly problems: readonly SourceProblem[];
  readonly table?: {
    readonly headers: string[];
    readonly mapping: CsvMapping;
    readonly rows: number;
    readonly sample: string[][];
    readonly sheets: string[];
    readonly sheet: number;
  };
};

type Input = Parameters<DeskHandlers["parties"]["import"]>[0];
type Records = {
  readonly records: readonly { readonly line: number; readonly fields: readonly string[] }[];
  readonly sheets: readonly string[];
  readonly sheet: number;
};

const SAMPLE_ROWS = 5;
const MOST_COLUMNS = 256;

async function recordsOf(input: Input): Promise<Result<Records>> {
  const { fileName: file, format, text, base64, sheet } = input;
  if (format === "csv") {
    const records = csvRecords(text ?? "", file);
    return records.ok ? ok({ records: records.value, sheets: [], sheet: 0 }) : records;
  }
  const read = await readXlsx(Buffer.from(base64 ?? "", "base64"), file, sheet);
  if (!read.ok) return read;
  const { rows, sheets, name } = read.value;
  return ok({ records: rows, sheets, sheet: sheet ?? Math.max(0, sheets.indexOf(name)) });
}

function chosen(mapping: Input["mapping"]): CsvMapping | undefined {
  if (mapping === undefined) return undefined;
  const given = Object.entries(mapping).filter(([, column]) => column !== undefined);
  return Object.fromEntries(given) as Partial<Record<CsvField, number>>;
}

async function readTable(input: Input, known: readonly KnownParty[]): Promise<Result<PartySource>> {
  const { fileName: file } = input;
  const found = await recordsOf(input);
  if (!found.ok) return found;
  const { records, sheets, sheet } = found.value;
  if (records.length === 0) return err(appError("csv-empty", { file }));
  const mapping = chosen(input.mapping);
  const read = importTable(records, { known, ...(mapping === undefined ? {} : { mapping }) });
  // Where a row does not say whence it comes, the file itself is the source.
  const links = read.links.map((link) =>
    link.source === undefined ? { ...link, source: file } : link,
  );
  return ok({
    parties: read.parties,
    links,
    problems: read.problems.map(({ line, field, kind, value, refused }) => ({
      at: String(line),
      code: `ownership.csv.${kind}`,
      field,
      value,
      refused,
    })),
    table: {
      headers: read.headers.slice(0, MOST_COLUMNS),
      mapping: read.mapping,
      rows: read.rows,
      sample: records.slice(1, 1 + SAMPLE_ROWS).map(({ fields }) => fields.slice(0, MOST_COLUMNS)),
      sheets: [...sheets],
      sheet,
    },
  });
}

const codeOf = (code: string) => code.toUpperCase().replace(/[\s-]/g, "");

/** The same statements naming parties of the book wherever the file gives their code; names alone prove nothing there. */
function metByCode(source: PartySource, known: readonly KnownParty[]): PartySource {
  const byCode = new Map(
    known.flatMap(({ id, uscc }) => (uscc === undefined ? [] : [[codeOf(uscc), id] as const])),
  );
  const here = new Set(known.map(({ id }) => id));
  const instead = new Map(
    source.parties.flatMap(({ id, uscc }) => {
      const found = uscc === undefined || here.has(id) ? undefined : byCode.get(codeOf(uscc));
      return found === undefined ? [] : [[id, found] as const];
    }),
  );
  const idOf = (id: string) => instead.get(id) ?? id;
  return {
    ...source,
    parties: source.parties.filter(({ id }) => !here.has(id) && !instead.has(id)),
    links: source.links.map((link) => ({
      ...link,
      owner: idOf(link.owner),
      target: idOf(link.target),
      ...(link.nomineeFor === undefined ? {} : { nomineeFor: idOf(link.nomineeFor) }),
    })),
  };
}

/** Reads a file of holdings: BODS, CSV or a workbook. Parties of the book are found again. */
export async function readPartySource(
  input: Input,
  known: readonly KnownParty[],
): Promise<Result<PartySource>> {
  if (input.format !== "bods") return await readTable(input, known);
  const read = readBods(input.text ?? "", input.fileName);
  if (!read.ok) return read;
  const { parties, links, notes } = read.value;
  const told = notes.map(({ kind, recordId, detail = "" }) => ({
    at: recordId,
    code: `ownership.note.${kind}`,
    value: detail,
    refused: false,
  }));
  return ok(metByCode({ parties, links, problems: told }, known));
}
