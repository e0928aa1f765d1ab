import {
  looksLikeBods,
  looksLikeBodsLines,
  type OwnershipView,
  ownershipHoldings,
  ownershipView,
  readBods,
  readDossier,
  screenRecord,
} from "#desk";
import { csvRecords, decodeText, LARGEST_JSON, parseStrictJson, readInput } from "#node/input";
import { readXlsx } from "#node/workbooks";
import { type Lang, translate, translateData } from "#shared/i18n";
import { normaliseCode } from "#shared/identity";
import { appError, err, ok, type Result } from "#shared/kernel";
import type { Dossier, Link, Party } from "#shared/model";
import { type CsvProblem, exportBods, importTable } from "#shared/ownership";
import { type Command, type Io, writeJson } from "../command.ts";
import { placeOf, readDay, readPrograms, renamed } from "../inputs.ts";
import { readLists } from "../lists/list-files.ts";
import { writeNewFile } from "../outputs.ts";
import { writeHoldings, writeView } from "./owners-page.ts";

/** So many parties are named to somebody who named none of them. */
const MOST_NAMED = 8;

type Record = {
  readonly parties: readonly Party[];
  readonly links: readonly Link[];
  readonly decisions?: Dossier["order"]["screening"];
  /** Rows of a table that could not be read. */
  readonly left?: readonly CsvProblem[];
};

function fromTable(records: Parameters<typeof importTable>[0]): Record {
  const { parties, links, problems } = importTable(records);
  return { parties, links, left: problems.filter(({ refused }) => refused) };
}

const noRecord = (file: string) => err(appError("cli-no-record", { file }));

/** Whether a parsed value says of itself that it is a dossier, of whatever version. */
function looksLikeDossier(value: unknown): boolean {
  return typeof value === "object" && value !== null && "schema" in value;
}

function fromText(text: string, file: string): Result<Record> {
  if (looksLikeBodsLines(text)) return readBods(text, file);
  const json = parseStrictJson(text, file);
  if (!json.ok) return /\.(json|jsonl|ndjson)$/i.test(file) ? json : noRecord(file);
  if (looksLikeBods(json.value)) return readBods(text, file);
  if (!looksLikeDossier(json.value)) return noRecord(file);
  const dossier = readDossier(text, file);
  if (!dossier.ok) return dossier;
  const { parties, links, order } = dossier.value;
  return ok({ parties, links, decisions: order.screening });
}

/** Parties and links of a dossier, a BODS file or a table, told apart by name and by what is in them. */
async function readRecord(io: Io, file: string): Promise<Result<Record>> {
  const bytes = await readInput(placeOf(io, file), LARGEST_JSON);
  if (!bytes.ok) return renamed(bytes.error, file);
  if (/\.xlsx$/i.test(file)) {
    const sheet = await readXlsx(bytes.value, file);
    return sheet.ok ? ok(fromTable(sheet.value.rows)) : sheet;
  }
  const isTable = /\.csv$/i.test(file);
  const text = decodeText(bytes.value, file, { mark: isTable ? "drop" : "refuse" });
  if (!text.ok) return text;
  if (isTable) {
    const records = csvRecords(text.value, file);
    return records.ok ? ok(fromTable(records.value)) : records;
  }
  return fromText(text.value, file);
}

const labelOf = ({ id, names: { zh, en } }: Party) => {
  const name = zh ?? en;
  return name === undefined ? id : `${name} [${id}]`;
};

/** The party that a person means: by id, by code, or by its full name where only one bears it. */
function findSubject(parties: readonly Party[], said: string, file: string): Result<Party> {
  const code = normaliseCode(said);
  const sure =
    parties.find(({ id }) => id === said) ??
    parties.find(({ uscc }) => uscc !== undefined && normaliseCode(uscc) === code);
  if (sure !== undefined) return ok(sure);
  const about = { file, id: said.slice(0, 80) };
  const allNames = ({ names: { zh, en, aliases = [] } }: Party) => [zh, en, ...aliases];
  const named = parties.filter((party) => allNames(party).includes(said));
  const [only] = named;
  if (only !== undefined && named.length === 1) return ok(only);
  const known = (list: readonly Party[]) => list.slice(0, MOST_NAMED).map(labelOf);
  if (named.length > 1)
    return err(appError("cli-party-ambiguous", { ...about, known: known(named) }));
  const near = parties.filter((party) => allNames(party).some((name) => name?.includes(said)));
  return err(
    appError("cli-no-such-party", { ...about, known: known(near.length > 0 ? near : parties) }),
  );
}

function problemText(lang: Lang, { kind, line, value }: CsvProblem): string {
  return translateData(lang, `ownership.csv.${kind}`, { line, value });
}

function leftOut(io: Io, lang: Lang, left: readonly CsvProblem[]): void {
  for (const problem of left)
    io.err(`${translate(lang, "cli.owners.left", { text: problemText(lang, problem) })}\n`);
}

type Shown =
  | { readonly down: true; readonly view: Pick<OwnershipView, "nodes" | "edges"> }
  | { readonly down: false; readonly view: OwnershipView };

async function makeView(
  args: Parameters<Command["run"]>[0],
  io: Io,
  record: Record,
  { subject, asOf }: { readonly subject: string; readonly asOf: string },
): Promise<Result<Shown>> {
  const programs = await readPrograms(io, args.all("pack"));
  if (!programs.ok) return programs;
  const lists = await readLists(io, args.all("list"));
  if (!lists.ok) return lists;
  const { parties, links, decisions } = record;
  const input = {
    parties,
    links,
    ...screenRecord(lists.value, { parties, links, decisions }),
    subject,
    asOf,
    programs: programs.value,
  };
  return args.has("down")
    ? ok({ down: true, view: ownershipHoldings(input) })
    : ok({ down: false, view: ownershipView(input) });
}

/** `owners FILE --subject PARTY`: who stands behind a party, and which classes of ownership it is in. */
export const ownersCommand: Command = {
  name: "owners",
  help: "cli.help.owners",
  options: {
    subject: { type: "string" },
    "as-of": { type: "string" },
    list: { type: "string", multiple: true },
    pack: { type: "string", multiple: true },
    down: { type: "boolean" },
    bods: { type: "string" },
    publisher: { type: "string" },
    json: { type: "boolean" },
  },
  run: async (args, io) => {
    const words = args.words(1);
    if (!words.ok) return words;
    const said = args.needed("subject");
    if (!said.ok) return said;
    if (said.value.trim() === "") return err(appError("cli-option-missing", { option: "subject" }));
    const day = readDay(args, io);
    if (!day.ok) return day;
    const file = words.value[0] ?? "";
    const record = await readRecord(io, file);
    if (!record.ok) return record;
    const { parties, left = [] } = record.value;
    if (parties.length === 0) {
      const [first] = left;
      const text = first === undefined ? "" : problemText(args.lang, first);
      return err(appError("cli-no-parties", { file, text }));
    }
    const found = findSubject(parties, said.value.trim(), file);
    if (!found.ok) return found;
    const subject = found.value;
    const asOf = day.value;
    const bods = args.text("bods");
    if (bods !== undefined) {
      const publisher =
        args.text("publisher") ?? subject.names.zh ?? subject.names.en ?? subject.id;
      const about = { publisher, publishedOn: asOf, subject: subject.id };
      const statements = exportBods(record.value, about);
      const written = await writeNewFile(io, bods, `${JSON.stringify(statements, null, 2)}\n`);
      if (!written.ok) return written;
      io.err(`${translate(args.lang, "cli.written", { file: written.value })}\n`);
    }
    const made = await makeView(args, io, record.value, { subject: subject.id, asOf });
    if (!made.ok) return made;
    const shown = made.value;
    if (args.has("json")) writeJson(io, { asOf, subject: subject.id, ...shown.view });
    else {
      io.out(`${translate(args.lang, "cli.check.asOf")}  ${asOf}\n\n`);
      if (shown.down) writeHoldings(io, args.lang, shown.view);
      else writeView(io, args.lang, shown.view);
    }
    leftOut(io, args.lang, left);
    return ok(0);
  },
};
