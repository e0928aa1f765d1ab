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
};

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

/** The short id of a list from its published name; an unknown list keeps a plain form of its own name. */
export function listIdOf(source: string): string {
  const known = shortIds.find(([pattern]) => pattern.test(source));
  return known?.[1] ?? slug(source);
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

/** Gives each entry its id; a name that stands twice on one list without a number is told apart by its place. */
export function withIds(
  entries: readonly (Omit<ListEntry, "id"> & { readonly number?: string | undefined })[],
): ListEntry[] {
  const seen = new Map<string, number>();
  return entries.map(({ number, ...entry }) => {
    const base = `${entry.list}:${number === undefined || number === "" ? slug(entry.name) : number}`;
    const count = (seen.get(base) ?? 0) + 1;
    seen.set(base, count);
    return { id: count === 1 ? base : `${base}~${count}`, ...entry };
  });
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
