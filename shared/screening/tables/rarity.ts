import { syllableBits, syllablesOf } from "../sound/syllables.ts";
import type { TokenClass } from "../tokens/token.ts";
import { brandStems } from "./lexicon.ts";
import frequency from "./word-frequency.json" with { type: "json" };

const counts: ReadonlyMap<string, number> = new Map(Object.entries(frequency.rows));
const BODIES = 16_462;

const cache = new Map<string, number>();

function brandBits(word: string): number {
  const counted = counts.get(word);
  const heard = counted === undefined ? 14 : Math.log2(BODIES / counted) + 1;
  if (brandStems.has(word)) return [0, 3, 7, 10][word.length] ?? 13;
  const byLength = [0, 3, 6, 9, 11, 12][word.length] ?? 13;
  const syllables = word.length >= 3 ? syllablesOf(word) : undefined;
  const bySound =
    syllables === undefined ? 14 : syllables.reduce((sum, one) => sum + syllableBits(one), 0);
  return Math.min(heard, byLength, bySound);
}

const most: Readonly<Record<TokenClass, number>> = {
  brand: 13,
  word: 9,
  place: 4.5,
  country: 5,
  trade: 5,
  kind: 4,
  group: 1,
  state: 3,
  number: 6,
  form: 0,
};

/**
 * How much a word tells when both names have it, in bits. Fixed by tables, never by the list at hand: what a name is worth must
 * not change because others are added to a list.
 */
export function bitsOf(stem: string, cls: TokenClass): number {
  const key = `${cls}:${stem}`;
  const held = cache.get(key);
  if (held !== undefined) return held;
  let bits = most[cls];
  if (cls === "brand") bits = brandBits(stem);
  else if (cls === "number") bits = stem.length === 3 ? 9 : most.number;
  else if (cls !== "form") {
    const counted = counts.get(stem);
    if (counted !== undefined)
      bits = Math.min(bits, Math.max(0.7, Math.log2(BODIES / counted) - (cls === "word" ? 0 : 2)));
  }
  if (cache.size < 200_000) cache.set(key, bits);
  return bits;
}

/** Whether the published lists have the word so often that it is an ordinary one. */
export function isCommon(stem: string): boolean {
  return (counts.get(stem) ?? 0) >= 25;
}
