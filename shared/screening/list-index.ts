import type { ListEntry, ListSnapshot } from "#shared/lists";
import { bareName, coreName } from "./normal-name.ts";
import { isSpelled, soundsOf } from "./sound.ts";

/** How an entry is known under one key. */
export type IndexedName = {
  readonly entry: ListEntry;
  readonly name: string;
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
  readonly byCode: ReadonlyMap<string, readonly ListEntry[]>;
  readonly byName: ReadonlyMap<string, readonly IndexedName[]>;
  readonly byCore: ReadonlyMap<string, readonly IndexedName[]>;
  /** Names by each word that reads like spelled Chinese, and Chinese names by their whole sound. */
  readonly bySound: ReadonlyMap<string, readonly IndexedName[]>;
};

function add<T>(map: Map<string, T[]>, key: string, value: T): void {
  const group = map.get(key);
  if (group === undefined) map.set(key, [value]);
  else group.push(value);
}

const HAN = /\p{Script=Han}/u;

/** A code without what people put between its characters. */
export function normalCode(code: string): string {
  return code
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, "");
}

/** Indexes a snapshot by registration number, by exact normal name, by the core of the name and by its sound. */
export function buildListIndex(snapshot: ListSnapshot): ListIndex {
  const byCode = new Map<string, ListEntry[]>();
  const byName = new Map<string, IndexedName[]>();
  const byCore = new Map<string, IndexedName[]>();
  const bySound = new Map<string, IndexedName[]>();
  const spelled = new Map<string, boolean>();
  const isSound = (word: string) => {
    let known = spelled.get(word);
    if (known === undefined) {
      known = isSpelled(word);
      spelled.set(word, known);
    }
    return known;
  };
  for (const entry of snapshot.entries) {
    for (const { value } of entry.codes) {
      const code = normalCode(value);
      if (code.length >= 6) add(byCode, code, entry);
    }
    const seen = new Set<string>();
    for (const [position, name] of [entry.name, ...entry.aliases].entries()) {
      const bare = bareName(name);
      if (bare === "" || seen.has(bare)) continue;
      seen.add(bare);
      const indexed: IndexedName = { entry, name, alias: position > 0 };
      add(byName, bare, indexed);
      const core = coreName(name);
      if (core !== undefined) add(byCore, core, indexed);
      const words = HAN.test(bare) ? soundsOf(name) : bare.split(" ").filter(isSound);
      for (const word of new Set(words)) add(bySound, word, indexed);
    }
  }
  const { id, title, date, sha256, lists, entries } = snapshot;
  return { id, title, date, sha256, lists, size: entries.length, byCode, byName, byCore, bySound };
}
