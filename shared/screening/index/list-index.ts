import type { ListEntry, ListSnapshot } from "#shared/lists";
import { readName } from "../tokens/name.ts";
import { variantsOf } from "../tokens/variants.ts";
import { keysOfEntry, pairsNeeded } from "./keys.ts";
import { mayErr, type NearWords, nearWords } from "./near-words.ts";
import { personKeys } from "./person-keys.ts";
import { layOut, type Postings } from "./postings.ts";
import { subjectKindOf } from "./subject-kind.ts";

/** One name under which an entry is known. */
type IndexedName = {
  readonly entry: number;
  readonly text: string;
  readonly alias: boolean;
};

/** A list made ready for looking up: built once per file and never changed. */
export type ListIndex = {
  readonly id: string;
  readonly title: string;
  readonly date: string;
  readonly sha256: string;
  /** Short ids of the lists inside. */
  readonly lists: readonly string[];
  readonly size: number;
  readonly entries: readonly ListEntry[];
  readonly byCode: ReadonlyMap<string, readonly ListEntry[]>;
  readonly names: readonly IndexedName[];
  readonly single: Postings;
  readonly pairs: Postings;
  /** How many pairs a name without a brand must share to be looked at. */
  readonly needed: Uint16Array;
  readonly near: NearWords;
};

/** A code without what people put between its characters. */
export function normalCode(code: string): string {
  return code
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, "");
}

function add<T>(map: Map<string, T[]>, key: string, value: T): void {
  const group = map.get(key);
  if (group === undefined) map.set(key, [value]);
  else group.push(value);
}

/** Every name of the entries, in their order; a line of a list may hold several. */
function namesOf(entries: readonly ListEntry[]): readonly IndexedName[] {
  return entries.flatMap((entry, at) => {
    const seen = new Set<string>();
    const found: IndexedName[] = [];
    for (const [place, line] of [entry.name, ...entry.aliases].entries())
      for (const [part, text] of variantsOf(line).entries()) {
        if (seen.has(text)) continue;
        seen.add(text);
        found.push({ entry: at, text, alias: place > 0 || part > 0 });
      }
    return found;
  });
}

/** Entries by registration number. */
function codesOf(entries: readonly ListEntry[]): ReadonlyMap<string, readonly ListEntry[]> {
  const byCode = new Map<string, ListEntry[]>();
  for (const entry of entries)
    for (const { value } of entry.codes) {
      const code = normalCode(value);
      if (code.length >= 6) add(byCode, code, entry);
    }
  return byCode;
}

/**
 * Indexes a snapshot by registration number and by everything that may lead to a name. No key is ever passed over for standing in
 * many names: whether an entry is found depends on that entry alone.
 */
export function buildListIndex(snapshot: ListSnapshot): ListIndex {
  const { id, title, date, sha256, lists, entries } = snapshot;
  const names = namesOf(entries);
  const single = new Map<string, number[]>();
  const pairs = new Map<string, number[]>();
  const needed = new Uint16Array(names.length);
  for (const [at, name] of names.entries()) {
    const entry = entries[name.entry];
    if (entry === undefined) continue;
    const kind = subjectKindOf(entry, name.text);
    if (kind !== "body") for (const key of personKeys(name.text)) add(single, key, at);
    if (kind === "person") continue;
    const keys = keysOfEntry(readName(name.text));
    for (const key of keys.single) add(single, key, at);
    for (const key of keys.pairs) add(pairs, key, at);
    needed[at] = pairsNeeded(keys.words);
  }
  const laid = layOut(single);
  const near = nearWords([...laid.keys.keys()].filter(mayErr));
  return {
    id,
    title,
    date,
    sha256,
    lists,
    size: entries.length,
    entries,
    byCode: codesOf(entries),
    names,
    single: laid,
    pairs: layOut(pairs),
    needed,
    near,
  };
}
