/** Words of a list by what is left of them when one letter is taken out: finds a word with a typing error without a look at all. */
export type NearWords = {
  readonly words: readonly string[];
  readonly hashes: Uint32Array;
  readonly owners: Uint32Array;
};

const SHORTEST = 4;
const LONGEST = 26;
const LONG = 9;

function hash(text: string, without: number): number {
  let value = 2_166_136_261;
  for (let at = 0; at < text.length; at += 1) {
    if (at === without) continue;
    value ^= text.charCodeAt(at);
    value = Math.imul(value, 16_777_619);
  }
  return value >>> 0;
}

/** Whether a word is long enough to be known in spite of a typing error. */
export function mayErr(word: string): boolean {
  return word.length >= SHORTEST && word.length <= LONGEST && /^[a-z]+$/.test(word);
}

/** Makes the table of the words. */
export function nearWords(words: readonly string[]): NearWords {
  let size = 0;
  for (const word of words) size += word.length + 1 + ends(word).length;
  // One number holds the hash and whose it is, so that sorting needs no second array.
  const pairs = new Float64Array(size);
  let at = 0;
  for (const [owner, word] of words.entries())
    for (let without = -1; without < word.length; without += 1) {
      pairs[at] = hash(word, without) * 1_048_576 + owner;
      at += 1;
    }
  for (const [owner, word] of words.entries())
    for (const end of ends(word)) {
      pairs[at] = hash(end, -1) * 1_048_576 + owner;
      at += 1;
    }
  pairs.sort();
  const hashes = new Uint32Array(size);
  const owners = new Uint32Array(size);
  for (let place = 0; place < size; place += 1) {
    const pair = pairs[place] ?? 0;
    hashes[place] = Math.floor(pair / 1_048_576);
    owners[place] = pair % 1_048_576;
  }
  return { words, hashes, owners };
}

/** Beginning and end of a word so long that it may hold two errors: one of them mostly stays whole. */
function ends(word: string): readonly string[] {
  return word.length < LONG ? [] : [`^${word.slice(0, 5)}`, `${word.slice(-5)}$`];
}

function firstAt(hashes: Uint32Array, value: number): number {
  let low = 0;
  let high = hashes.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((hashes[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Words that may be this one with a typing error in it; the caller counts the errors. */
export function wordsNear({ words, hashes, owners }: NearWords, word: string): ReadonlySet<string> {
  const found = new Set<string>();
  const values = ends(word).map((end) => hash(end, -1));
  for (let without = -1; without < word.length; without += 1) values.push(hash(word, without));
  for (const value of values)
    for (let at = firstAt(hashes, value); hashes[at] === value; at += 1) {
      const other = words[owners[at] ?? 0] ?? "";
      if (other !== word) found.add(other);
    }
  return found;
}
