import { legalFormOf, normaliseCode, readUscc, type UsccKind } from "#shared/identity";
import { sha256Hex } from "#shared/kernel";
import type { CsvRecord } from "#shared/lists";
import { type Link, type Party, partySchema } from "#shared/model";
import { lineOf } from "./bods-party.ts";
import { readAnswerCell, readDateCell, readKindCell, readShareCell } from "./csv-cells.ts";
import { type CsvField, type CsvMapping, guessMapping } from "./csv-columns.ts";

/** What is wrong with one row; `refused` rows give no link, the others do. */
export type CsvProblem = {
  readonly line: number;
  readonly field: CsvField;
  readonly kind:
    | "owner-not-named"
    | "target-not-named"
    | "share-not-read"
    | "date-not-read"
    | "kind-not-known"
    | "country-not-read"
    | "answer-not-read"
    | "owner-is-target"
    | "nothing-said"
    | "kind-guessed"
    | "code-not-valid";
  readonly value: string;
  readonly refused: boolean;
};

/** What a table of holdings gives, with the mapping that was used; nothing is stored. */
export type CsvImport = {
  readonly headers: readonly string[];
  readonly mapping: CsvMapping;
  readonly rows: number;
  /** Parties that the record does not have yet; known ones are only named by the links. */
  readonly parties: readonly Party[];
  readonly links: readonly Link[];
  readonly problems: readonly CsvProblem[];
};

export type CsvOptions = {
  /** Columns by field; guessed from the headers where it is left out. */
  readonly mapping?: CsvMapping;
  /** The party book, to find parties again by code and name. */
  readonly known?: readonly KnownParty[];
};

/** What it takes to find a party of the book again. */
export type KnownParty = Pick<Party, "id" | "names" | "uscc">;

type Row = {
  readonly line: number;
  readonly cell: (field: CsvField) => string;
  readonly complain: (
    kind: CsvProblem["kind"],
    field: CsvField,
    refused?: boolean,
    value?: string,
  ) => void;
};

const spelled = (name: string) => name.normalize("NFKC").replace(/\s+/g, "").toLowerCase();

/** Finds parties by code before name, and remembers those of the table. */
class Book {
  readonly added: Party[] = [];
  readonly #byKey = new Map<string, KnownParty>();

  constructor(known: readonly KnownParty[]) {
    for (const party of known) this.#remember(party);
  }

  #keys(party: Omit<KnownParty, "id">): string[] {
    const { zh, en, aliases = [] } = party.names;
    const code = party.uscc === undefined ? [] : [`code ${normaliseCode(party.uscc)}`];
    const names = [zh, en, ...aliases].filter((name) => name !== undefined);
    return [...code, ...names.map((name) => `name ${spelled(name)}`)];
  }

  #remember(party: KnownParty): void {
    for (const key of this.#keys(party)) if (!this.#byKey.has(key)) this.#byKey.set(key, party);
  }

  find(draft: Omit<Party, "id">): KnownParty {
    const keys = this.#keys(draft);
    const [code] = keys.filter((key) => key.startsWith("code "));
    const byCode = code === undefined ? undefined : this.#byKey.get(code);
    if (byCode) return byCode;
    for (const key of keys) {
      const party = this.#byKey.get(key);
      // The same name under another code is another party.
      const other = code !== undefined && party?.uscc !== undefined;
      if (party && !other) return party;
    }
    const id = `pty_c${sha256Hex(keys.join("\n")).slice(0, 20)}`;
    const party = partySchema.parse({ id, ...draft });
    this.added.push(party);
    this.#remember(party);
    return party;
  }
}

const HAN = /\p{Script=Han}/u;

const KINDS_OF_CODE: Partial<Record<UsccKind, Party["kind"]>> = {
  organ: "public-body",
  "public-institution": "public-body",
  military: "military-unit",
  "social-organisation": "social-organisation",
};

/** What a table that names no kinds lets one take a party for; the preview says that it was guessed. */
function guessKind(
  code: string,
  names: readonly (string | undefined)[],
): Party["kind"] | undefined {
  const category = code === "" ? undefined : readUscc(code).parts?.kind;
  const byCode = category && KINDS_OF_CODE[category];
  if (byCode) return byCode;
  for (const name of names) {
    const family = legalFormOf(name ?? "")?.family;
    if (family === "company" || family === "partnership") return family;
  }
  return category === "enterprise" ? "company" : undefined;
}

function readParty(row: Row, side: "owner" | "target", book: Book): KnownParty | undefined {
  const name = lineOf(row.cell(side));
  const english = lineOf(row.cell(`${side}En`));
  const code = row.cell(`${side}Code`).trim();
  if (name === undefined && english === undefined && code === "") {
    row.complain(`${side}-not-named`, side);
    return undefined;
  }
  const kind = readKindCell(row.cell(`${side}Kind`));
  if (kind === undefined) row.complain("kind-not-known", `${side}Kind`, false);
  const guessed = kind === null ? guessKind(code, [name, english]) : undefined;
  const country = row.cell(`${side}Country`).trim().toUpperCase();
  const isCountry = /^[A-Z]{2}$/.test(country);
  if (country !== "" && !isCountry) row.complain("country-not-read", `${side}Country`, false);
  if (code !== "" && !readUscc(code).valid) row.complain("code-not-valid", `${side}Code`, false);
  const zh = name !== undefined && HAN.test(name) ? name : undefined;
  const en = english ?? (zh === undefined ? name : undefined);
  const before = book.added.length;
  const party = book.find({
    kind: kind ?? guessed ?? "other",
    names: { ...(zh === undefined ? {} : { zh }), ...(en === undefined ? {} : { en }) },
    ...(code === "" || code.length > 40 ? {} : { uscc: code }),
    ...(isCountry ? { country } : {}),
  });
  // Once per new party, not once per row that names it.
  if (guessed && book.added.length > before)
    row.complain("kind-guessed", `${side}Kind`, false, guessed);
  return party;
}

/** A cell read; complaints go to the row, and `undefined` then says that the row is refused. */
function read<T>(
  row: Row,
  field: CsvField,
  reader: (cell: string) => T | null | undefined,
  kind: CsvProblem["kind"],
): { readonly value?: T } | undefined {
  const value = reader(row.cell(field));
  if (value === null) return {};
  if (value !== undefined) return { value };
  row.complain(kind, field);
  return undefined;
}

function readContent(row: Row): Partial<Link> | undefined {
  const equity = read(row, "equity", readShareCell, "share-not-read");
  const voting = read(row, "voting", readShareCell, "share-not-read");
  const board = read(row, "boardMajority", readAnswerCell, "answer-not-read");
  const agreement = read(row, "agreement", readAnswerCell, "answer-not-read");
  const from = read(row, "from", readDateCell, "date-not-read");
  const to = read(row, "to", readDateCell, "date-not-read");
  const asOf = read(row, "asOf", readDateCell, "date-not-read");
  if (!(equity && voting && board && agreement && from && to && asOf)) return undefined;
  const source = lineOf(row.cell("source"));
  const controls = agreement.value;
  const content = {
    ...(equity.value ? { equity: equity.value } : {}),
    ...(voting.value ? { voting: voting.value } : {}),
    ...(board.value ? { boardMajority: { value: board.value } } : {}),
    ...(controls ? { agreement: { kind: "other" as const, controls: { value: controls } } } : {}),
  };
  // A row without a figure still says that there is a link; the graph reports it and asks for the share.
  if (Object.keys(content).length === 0) row.complain("nothing-said", "equity", false);
  return {
    ...content,
    ...(from.value ? { from: from.value } : {}),
    ...(to.value ? { to: to.value } : {}),
    ...(asOf.value ? { asOf: asOf.value } : {}),
    ...(source === undefined ? {} : { source }),
  };
}

function readLink(row: Row, book: Book): Link | undefined {
  const owner = readParty(row, "owner", book);
  const target = readParty(row, "target", book);
  const content = readContent(row);
  if (!owner || !target || !content) return undefined;
  if (owner.id === target.id) {
    row.complain("owner-is-target", "owner");
    return undefined;
  }
  const key = JSON.stringify([owner.id, target.id, content]);
  return {
    id: `lnk_c${sha256Hex(key).slice(0, 20)}`,
    owner: owner.id,
    target: target.id,
    ...content,
  };
}

/** Columns that say something of a holder or of a holding; a row that leaves them all empty only brings in a party. */
const OF_A_HOLDING: readonly CsvField[] = [
  "owner",
  "ownerEn",
  "ownerCode",
  "equity",
  "voting",
  "boardMajority",
  "agreement",
];

/**
 * Reads a table of holdings, one per row, whose first record is its header. Rows that cannot be read are refused one by
 * one, with line, column and reason; the others become parties and links. A row without any holder brings in its party
 * alone. The same table gives the same ids, and a row that is in the table twice gives one link.
 */
export function importTable(records: Iterable<CsvRecord>, options: CsvOptions = {}): CsvImport {
  const [head, ...body] = records;
  const headers = head?.fields ?? [];
  const mapping = options.mapping ?? guessMapping(headers);
  const book = new Book(options.known ?? []);
  const problems: CsvProblem[] = [];
  const links = new Map<string, Link>();
  const alone = new Set<string>();
  for (const { line, fields } of body) {
    const cell = (field: CsvField) => fields[mapping[field] ?? -1] ?? "";
    const complain: Row["complain"] = (kind, field, refused = true, value = cell(field)) =>
      problems.push({ line, field, kind, value: value.slice(0, 200), refused });
    const row: Row = { line, cell, complain };
    if (OF_A_HOLDING.every((field) => cell(field).trim() === "")) {
      const party = readParty(row, "target", book);
      if (party) alone.add(party.id);
      continue;
    }
    const link = readLink(row, book);
    if (link) links.set(link.id, link);
  }
  const named = new Set([...links.values()].flatMap((link) => [link.owner, link.target]));
  const parties = book.added.filter((party) => named.has(party.id) || alone.has(party.id));
  return { headers, mapping, rows: body.length, parties, links: [...links.values()], problems };
}
