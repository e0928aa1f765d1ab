import { canonicalJson, sha256Hex } from "#shared/kernel";
import { type ListEntry, type ListNote, slug } from "./list-entry.ts";

/** What tells the one named apart, whatever else the list corrects later. */
const identityOf = ({ name, kind, countries, codes, from }: ListEntry) =>
  canonicalJson({ name, kind, countries: [...countries].sort(), codes, from: from ?? "" });

const mark = (text: string) => sha256Hex(text).slice(0, 8);

/** Ids of entries that claim the same one: told apart by what they say, never by where they stand. */
function apart(id: string, contents: readonly string[], group: readonly ListEntry[]): string[] {
  const distinct = new Set(contents).size;
  const identities = distinct === 1 ? contents : group.map(identityOf);
  const keys = new Set(identities).size === distinct ? identities : contents;
  const marks = new Map<string, string>();
  const counts = new Map<string, number>();
  return keys.map((key) => {
    let stem = marks.get(key);
    if (stem === undefined) {
      stem = distinct === 1 ? id : `${id}~${mark(key)}`;
      marks.set(key, stem);
    }
    // Rows that say the very same are interchangeable, so their count may tell them apart.
    const count = (counts.get(stem) ?? 0) + 1;
    counts.set(stem, count);
    return count === 1 ? stem : `${stem}~${count}`;
  });
}

/** How many rows of one kind are noted one by one. */
export const MOST_NOTES = 100;

/** Places by the id that their entries claim, as far as more than one claims it. Sorted, because a map of all would be large. */
function claims(entries: readonly ListEntry[]): ReadonlyMap<string, number[]> {
  const idAt = (at: number) => entries[at]?.id ?? "";
  const order = Uint32Array.from(entries.keys()).sort((a, b) => {
    const [one, other] = [idAt(a), idAt(b)];
    if (one === other) return a - b;
    return one < other ? -1 : 1;
  });
  const found = new Map<string, number[]>();
  for (let at = 1; at < order.length; at += 1) {
    const [before = 0, now = 0] = [order[at - 1], order[at]];
    const id = idAt(now);
    if (id !== idAt(before)) continue;
    const group = found.get(id);
    if (group === undefined) found.set(id, [before, now]);
    else group.push(now);
  }
  return found;
}

/**
 * Gives entries that claim one id each its own: what the entry says is added, the order of the rows never matters. Changes
 * the array that it is given; answers which rows were concerned.
 */
export function settleIds(entries: ListEntry[], lines: readonly number[]): readonly ListNote[] {
  const notes: ListNote[] = [];
  for (const [id, places] of claims(entries)) {
    const group = places.flatMap((at) => entries[at] ?? []);
    const contents = group.map((entry) => canonicalJson(entry));
    const numbered = group.some(({ list, name }) => id !== `${list}:${slug(name)}`);
    const seen = new Set<string>();
    for (const [index, own] of apart(id, contents, group).entries()) {
      const at = places[index] ?? 0;
      const entry = entries[at];
      const content = contents[index] ?? "";
      if (entry === undefined) continue;
      if (own !== id) entries[at] = { ...entry, id: own };
      const kind = seen.has(content) ? "row-repeated" : "number-repeated";
      const concerns = seen.has(content) || (numbered && seen.size > 0);
      if (concerns && notes.length < MOST_NOTES)
        notes.push({ kind, line: lines[at] ?? 0, what: numbered ? id : entry.name });
      seen.add(content);
    }
  }
  return notes;
}
