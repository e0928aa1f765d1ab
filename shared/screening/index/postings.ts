/** Numbers under keys, laid out flat: opened at once from bytes, never changed. */
export type Postings = {
  readonly keys: ReadonlyMap<string, number>;
  readonly starts: Uint32Array;
  readonly values: Uint32Array;
};

const EMPTY = new Uint32Array(0);

/** Lays out what was gathered under keys. */
export function layOut(gathered: ReadonlyMap<string, number[]>): Postings {
  const keys = new Map<string, number>();
  const starts = new Uint32Array(gathered.size + 1);
  let total = 0;
  for (const list of gathered.values()) total += list.length;
  const values = new Uint32Array(total);
  let at = 0;
  for (const [key, list] of gathered) {
    starts[keys.size] = at;
    keys.set(key, keys.size);
    values.set(list, at);
    at += list.length;
  }
  starts[gathered.size] = at;
  return { keys, starts, values };
}

/** What stands under a key. */
export function under(postings: Postings, key: string): Uint32Array {
  const at = postings.keys.get(key);
  if (at === undefined) return EMPTY;
  return postings.values.subarray(postings.starts[at], postings.starts[at + 1]);
}
