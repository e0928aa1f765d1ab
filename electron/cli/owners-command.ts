import {
  looksLikeBods,
  looksLikeBodsLines,
  type OwnershipView,
  ownershipView,
  readBods,
  readDossier,
  screenRecord,
} from "#desk";
import { decodeText, LARGEST_JSON, parseStrictJson, readInput } from "#node/input";
import { readXlsx } from "#node/office";
import { type Lang, translate, translateData } from "#shared/i18n";
import { normaliseCode } from "#shared/identity";
import { appError, err, ok, type Result } from "#shared/kernel";
import { csvRecords } from "#shared/lists";
import type { Dossier, Link, Party } from "#shared/model";
import { type CsvProblem, importTable } from "#shared/ownership";
import { type Command, type Io, writeJson } from "./command.ts";
import { placeOf, readDay, readLists, readPrograms, renamed } from "./inputs.ts";
import { writeView } from "./owners-page.ts";

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

function fromText(text: string, file: string): Result<Record> {
  if (looksLikeBodsLines(text)) return readBods(text, file);
  const json = parseStrictJson(text, file);
  if (!json.ok) return json;
  if (looksLikeBods(json.value)) return readBods(text, file);
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
  if (isTable) return ok(fromTable(csvRecords(text.value.replace(/^\uFEFF/, ""))));
  return fromText(text.value, file);
}

/** The party that a person means: by id, by code, or by its full name where only one bears it. */
function findSubject(parties: readonly Party[], said: string): Party | undefined {
  const byId = parties.find(({ id }) => id === said);
  if (byId !== undefined) return byId;
  const code = normaliseCode(said);
  const byCode = parties.find(({ uscc }) => uscc !== undefined && normaliseCode(uscc) === code);
  if (byCode !== undefined) return byCode;
  const named = parties.filter(({ names: { zh, en, aliases = [] } }) =>
    [zh, en, ...aliases].includes(said),
  );
  return named.length === 1 ? named[0] : undefined;
}

function leftOut(io: Io, lang: Lang, left: readonly CsvProblem[]): void {
  for (const { kind, line, value } of left) {
    const text = translateData(lang, `ownership.csv.${kind}`, { line, value });
    io.err(`${translate(lang, "cli.owners.left", { text })}\n`);
  }
}

async function makeView(
  args: Parameters<Command["run"]>[0],
  io: Io,
  record: Record,
  subject: string,
): Promise<Result<{ readonly asOf: string; readonly view: OwnershipView }>> {
  const asOf = readDay(args, io);
  if (!asOf.ok) return asOf;
  const programs = await readPrograms(io, args.all("pack"));
  if (!programs.ok) return programs;
  const lists = await readLists(io, args.all("list"));
  if (!lists.ok) return lists;
  const { parties, links, decisions } = record;
  const view = ownershipView({
    parties,
    links,
    ...screenRecord(lists.value, { parties, links, decisions }),
    subject,
    asOf: asOf.value,
    programs: programs.value,
  });
  return ok({ asOf: asOf.value, view });
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
    json: { type: "boolean" },
  },
  run: async (args, io) => {
    const words = args.words(1);
    if (!words.ok) return words;
    const said = args.needed("subject");
    if (!said.ok) return said;
    const file = words.value[0] ?? "";
    const record = await readRecord(io, file);
    if (!record.ok) return record;
    const { parties, left = [] } = record.value;
    const subject = findSubject(parties, said.value);
    if (subject === undefined) {
      const known = parties.slice(0, 8).map((party) => party.id);
      return err(appError("cli-no-such-party", { file, id: said.value.slice(0, 80), known }));
    }
    const made = await makeView(args, io, record.value, subject.id);
    if (!made.ok) return made;
    const { asOf, view } = made.value;
    if (args.has("json")) writeJson(io, { asOf, subject: subject.id, ...view });
    else {
      io.out(`${translate(args.lang, "cli.check.asOf")}  ${asOf}\n\n`);
      writeView(io, args.lang, view);
    }
    leftOut(io, args.lang, left);
    return ok(0);
  },
};
