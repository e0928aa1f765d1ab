import table from "../tables/syllables.json" with { type: "json" };

const counts: ReadonlyMap<string, number> = new Map(Object.entries(table.rows));
const total = Object.values(table.rows).reduce((sum, count) => sum + count + 1, 0);
const LONGEST = 6;
const MOST_HELD = 100_000;
const cut = new Map<string, readonly string[]>();
/** No syllable tells more than this: what a table of some thousand has never seen is not therefore unique. */
const MOST = 7;

/** How much a syllable in a spelled brand tells, in bits. */
export function syllableBits(syllable: string): number {
  return Math.min(MOST, Math.log2(total / ((counts.get(syllable) ?? 0) + 1)));
}

/** A word as syllables of Hanyu Pinyin, the fewest that make it up; undefined where it is none. */
export function syllablesOf(word: string): readonly string[] | undefined {
  const known = cut.get(word);
  if (known !== undefined) return known.length === 0 ? undefined : known;
  const found = cutInto(word);
  if (cut.size < MOST_HELD) cut.set(word, found ?? []);
  return found;
}

function cutInto(word: string): readonly string[] | undefined {
  const length = word.length;
  if (length === 0 || length > 24) return undefined;
  const before: number[] = new Array(length + 1).fill(-1);
  const steps: number[] = new Array(length + 1).fill(99);
  steps[0] = 0;
  for (let end = 1; end <= length; end += 1)
    for (let size = Math.min(LONGEST, end); size >= 1; size -= 1) {
      const start = end - size;
      const count = (steps[start] ?? 99) + 1;
      if (count < (steps[end] ?? 99) && counts.has(word.slice(start, end))) {
        steps[end] = count;
        before[end] = start;
      }
    }
  if ((steps[length] ?? 99) >= 99) return undefined;
  const found: string[] = [];
  for (let end = length; end > 0; end = before[end] ?? 0)
    found.unshift(word.slice(before[end] ?? 0, end));
  return found;
}
