import type { ListSnapshot } from "#shared/lists";
import { codesOf, type IndexedName, type ListIndex } from "./list-index.ts";
import type { NearWords } from "./near-words.ts";
import type { Postings } from "./postings.ts";

/** Changes whenever the same list would be indexed or scored in another way; stands beside every result that is kept. */
export const ENGINE = "names-3";

type PackedPostings = {
  readonly keys: string;
  readonly starts: Uint32Array;
  readonly values: Uint32Array;
};

/** An index in few large pieces, for keeping beside its list. It holds nothing that the list itself does not say. */
export type PackedIndex = {
  readonly engine: string;
  readonly sha256: string;
  readonly texts: string;
  /** Entry of each name, and whether it is an alias in the lowest bit. */
  readonly owners: Uint32Array;
  readonly single: PackedPostings;
  readonly pairs: PackedPostings;
  readonly needed: Uint16Array;
  readonly near: {
    readonly words: string;
    readonly hashes: Uint32Array;
    readonly owners: Uint32Array;
  };
};

const packPostings = ({ keys, starts, values }: Postings): PackedPostings => ({
  keys: [...keys.keys()].join("\n"),
  starts,
  values,
});

function unpackPostings({ keys, starts, values }: PackedPostings): Postings {
  const map = new Map<string, number>();
  if (keys !== "") for (const key of keys.split("\n")) map.set(key, map.size);
  return { keys: map, starts, values };
}

/** Packs an index for keeping. Unpacked with the same list it answers exactly as before. */
export function packIndex(index: ListIndex): PackedIndex {
  const { names, near, needed, sha256 } = index;
  return {
    engine: ENGINE,
    sha256,
    texts: names.map(({ text }) => text.replaceAll("\n", " ")).join("\n"),
    owners: Uint32Array.from(names, ({ entry, alias }) => entry * 2 + (alias ? 1 : 0)),
    single: packPostings(index.single),
    pairs: packPostings(index.pairs),
    needed,
    near: { words: near.words.join("\n"), hashes: near.hashes, owners: near.owners },
  };
}

const isNumbers = (value: unknown): value is Uint32Array => value instanceof Uint32Array;

function isPostings(value: unknown): value is PackedPostings {
  if (typeof value !== "object" || value === null) return false;
  const { keys, starts, values } = value as Partial<PackedPostings>;
  return typeof keys === "string" && isNumbers(starts) && isNumbers(values);
}

/** Whether something read from a disk has the shape of a packed index of this engine for this list. */
function isPackedIndex(value: unknown, sha256: string): value is PackedIndex {
  if (typeof value !== "object" || value === null) return false;
  const {
    engine,
    sha256: own,
    texts,
    owners,
    single,
    pairs,
    needed,
    near,
  } = value as Partial<PackedIndex>;
  if (engine !== ENGINE || own !== sha256 || typeof texts !== "string" || !isNumbers(owners))
    return false;
  if (!isPostings(single) || !isPostings(pairs) || !(needed instanceof Uint16Array)) return false;
  return typeof near?.words === "string" && isNumbers(near.hashes) && isNumbers(near.owners);
}

/** Opens a packed index over the list that it was made of; undefined where it is of another engine or another list. */
export function openIndex(snapshot: ListSnapshot, packed: unknown): ListIndex | undefined {
  if (!isPackedIndex(packed, snapshot.sha256)) return undefined;
  const { id, title, date, sha256, lists, entries } = snapshot;
  const texts = packed.texts === "" ? [] : packed.texts.split("\n");
  if (texts.length !== packed.owners.length) return undefined;
  const names: IndexedName[] = texts.map((text, at) => {
    const owner = packed.owners[at] ?? 0;
    return { entry: owner >>> 1, text, alias: owner % 2 === 1 };
  });
  const near: NearWords = {
    words: packed.near.words === "" ? [] : packed.near.words.split("\n"),
    hashes: packed.near.hashes,
    owners: packed.near.owners,
  };
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
    single: unpackPostings(packed.single),
    pairs: unpackPostings(packed.pairs),
    needed: packed.needed,
    near,
  };
}
