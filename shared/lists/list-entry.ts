/** A registration number that an entry carries, with the words of the list that say what it is. */
export type EntryCode = { readonly value: string; readonly label: string };

/** One name of a list, with all it says of the one it names. */
export type ListEntry = {
  /** Stable within a snapshot: list and the list's own number, or the name where it has none. */
  readonly id: string;
  /** Short id of the list it stands on: `entity-list`, `sdn`, … */
  readonly list: string;
  readonly kind: "entity" | "person" | "vessel" | "aircraft" | "not-said";
  readonly name: string;
  readonly aliases: readonly string[];
  readonly countries: readonly string[];
  /** Addresses as the list writes them; absent where the file has none. */
  readonly addresses?: readonly string[];
  readonly codes: readonly EntryCode[];
  readonly programs: readonly string[];
  readonly licenceRequirement?: string;
  /** The entry's own licence policy; absent where the entry is silent. */
  readonly licencePolicy?: string;
  readonly citation?: string;
  readonly from?: string;
  readonly to?: string;
};

/** One imported file: which lists it covers, of what day, and its bytes' hash. */
export type ListSnapshot = {
  readonly id: string;
  readonly title: string;
  /** Calendar day, or `unknown` where neither the file nor its name says. */
  readonly date: string;
  readonly sha256: string;
  readonly format: string;
  /** Short ids of the lists it contains; a check has looked at these and no others. */
  readonly lists: readonly string[];
  readonly entries: readonly ListEntry[];
  /** Rows of a kind that a person should know of; nothing of them was lost. */
  readonly notes?: readonly ListNote[];
};

/** Why a row of a list deserves a look: an alias or a name that is a legal form alone, a row or a number that stands twice. */
export const listNoteKinds = [
  "name-form-only",
  "alias-form-only",
  "row-repeated",
  "number-repeated",
] as const;

/** One such row; `line` is that of the file, or the place in it counted from 1 where it has no lines. */
export type ListNote = {
  readonly kind: (typeof listNoteKinds)[number];
  readonly line: number;
  readonly what: string;
};

/** A row read: the entry under the id that it has if nothing else claims it, and the line that it came from. */
export type EntryDraft = { readonly entry: ListEntry; readonly line: number };

/** What a row says, as an entry under its list and number, or its list and name where it has no number. */
export function draftOf(
  line: number,
  number: string | undefined,
  said: Omit<ListEntry, "id">,
): EntryDraft {
  const key = number === undefined || number === "" ? slug(said.name) : number;
  return { line, entry: { id: `${said.list}:${key}`, ...said } };
}

const shortIds: readonly (readonly [RegExp, string])[] = [
  [/^entity list\b|\(EL\)/i, "entity-list"],
  [/military[- ]intelligence end[- ]user|\(MIEU\)/i, "mieu"],
  [/military end[- ]user|\(MEU\)/i, "meu"],
  [/unverified list|\(UVL\)/i, "uvl"],
  [/denied persons|\(DPL\)/i, "dpl"],
  [/chinese military[- ]industrial complex|\(CMIC\)/i, "cmic"],
  [/1260H/i, "1260h"],
  [/sectoral sanctions|\(SSI\)/i, "ssi"],
  [/menu-based|\(NS-MBS/i, "mbs"],
  [/palestinian legislative|\(PLC\)/i, "plc"],
  [/\(CAP\)|capta/i, "capta"],
  [/itar debarred|\(DTC\)/i, "dtc"],
  [/nonproliferation|\(ISN\)/i, "isn"],
  [/specially designated nationals|\(SDN\)/i, "sdn"],
];

const idsBySource = new Map<string, string>();

/** The short id of a list from its published name; an unknown list keeps a plain form of its own name. */
export function listIdOf(source: string): string {
  const before = idsBySource.get(source);
  if (before !== undefined) return before;
  const id = shortIds.find(([pattern]) => pattern.test(source))?.[1] ?? slug(source);
  // Published lists name a few dozen sources; a file that names thousands is not remembered.
  if (idsBySource.size < 200) idsBySource.set(source, id);
  return id;
}

/** Lower-case letters, digits and `-` only, at most 60 characters; never empty. */
export function slug(text: string): string {
  const plain = text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-+|-+$/g, "");
  return plain === "" ? "entry" : Array.from(plain).slice(0, 60).join("");
}

/** What kind of subject an entry names, from the list's own word. */
export function entryKind(text: string): ListEntry["kind"] {
  const word = text.trim().toLowerCase();
  if (word === "entity") return "entity";
  if (word === "individual" || word === "person") return "person";
  if (word === "vessel") return "vessel";
  if (word === "aircraft") return "aircraft";
  return "not-said";
}
