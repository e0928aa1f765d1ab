import table from "../tables/syllables.json" with { type: "json" };
import { hongKongSyllables } from "./cantonese.ts";
import { syllablesOf } from "./syllables.ts";
import { wadeGiles } from "./wade-giles.ts";

let known: ReadonlySet<string> | undefined;

function single(): ReadonlySet<string> {
  if (known === undefined) {
    const all = new Set(hongKongSyllables());
    for (const syllable of Object.keys(table.rows)) all.add(wadeGiles([syllable]));
    known = all;
  }
  return known;
}

/** Whether a word may be spelled Chinese: Hanyu Pinyin, or one syllable of Wade-Giles or of Hong Kong's spelling. */
export function isRomanised(word: string): boolean {
  return syllablesOf(word) !== undefined || single().has(word);
}
