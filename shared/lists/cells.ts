import type { EntryCode } from "./list-entry.ts";

/** Most cells are empty: one array stands for all of them. */
const NONE: string[] = [];

/** The pieces of a cell, without blanks around them and without empty ones. */
export function parts(text: string, separator: string | RegExp): readonly string[] {
  if (text === "") return NONE;
  if (typeof separator === "string" && !text.includes(separator)) {
    const only = text.trim();
    return only === "" ? NONE : [only];
  }
  const pieces = text.split(separator);
  let kept = 0;
  for (const piece of pieces) {
    const part = piece.trim();
    if (part === "") continue;
    pieces[kept] = part;
    kept += 1;
  }
  // `split` makes an array of exactly its size; one that grew would hold room for more in each of a list's entries.
  return kept === pieces.length ? pieces : pieces.slice(0, kept);
}

/** An object with one key, or none where there is nothing to say. */
export function optional<K extends string, V>(key: K, value: V | undefined): { [P in K]?: V } {
  const empty = value === undefined || value === "" || (Array.isArray(value) && value.length === 0);
  return (empty ? {} : { [key]: value }) as { [P in K]?: V };
}

const NO_CODES: EntryCode[] = [];
const MOST_LABELS = 500;
const labels = new Map<string, string>();

/** Lists use a few dozen words for their numbers: one copy of each is enough. */
function labelOf(text: string): string {
  const known = labels.get(text);
  if (known !== undefined) return known;
  if (labels.size < MOST_LABELS) labels.set(text, text);
  return text;
}

function codeOf(item: string): EntryCode | undefined {
  const pieces = parts(item, ",");
  const value = pieces.length >= 3 ? pieces.at(-2) : pieces[0];
  const label = pieces.length >= 2 ? (pieces.at(-1) ?? "") : "";
  return value !== undefined && /\d/.test(value) ? { value, label: labelOf(label) } : undefined;
}

/** The codes that the Consolidated Screening List writes into one cell: `CN, 9111…, Unified Social Credit Code; …`. */
export function codesOfCell(ids: string): readonly EntryCode[] {
  if (ids === "") return NO_CODES;
  const found = parts(ids, ";").map(codeOf);
  const codes = found.filter((code) => code !== undefined);
  return codes.length === 0 ? NO_CODES : codes.slice();
}

/** The countries with which addresses end, as two letters, each once. */
export function countriesOf(addresses: readonly string[]): readonly string[] {
  if (addresses.length === 0) return NONE;
  const found = new Set<string>();
  for (const address of addresses) {
    const last = address.slice(address.lastIndexOf(",") + 1).trim();
    if (/^[A-Z]{2}$/.test(last)) found.add(last);
  }
  return [...found];
}
