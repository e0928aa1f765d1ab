import brands from "./brands.json" with { type: "json" };
import { stemsOf } from "./lexicon.ts";

/** A name of several words that the brand table has for a body, and the body's place in the table. */
export type BrandPhrase = {
  readonly row: number;
  readonly zh: string;
  readonly stems: readonly string[];
};

/** The phrases of the brand table by their first words: two phrases of one row are two names of one body. */
const phrases = new Map<string, BrandPhrase[]>();
for (const [row, [zh, text]] of Object.entries(brands.rows).entries())
  for (const stems of text.split(";").map(stemsOf)) {
    const [first = ""] = stems;
    if (stems.length < 2) continue;
    const held = phrases.get(first);
    if (held === undefined) phrases.set(first, [{ row, zh, stems }]);
    else held.push({ row, zh, stems });
  }

/** The bodies of the brand table whose English names stand in these words, in the table's order of words. */
export function phrasesIn(words: readonly string[]): readonly BrandPhrase[] {
  const found: BrandPhrase[] = [];
  for (const [at, word] of words.entries())
    for (const phrase of phrases.get(word) ?? [])
      if (phrase.stems.every((one, place) => words[at + place] === one)) found.push(phrase);
  return found;
}
