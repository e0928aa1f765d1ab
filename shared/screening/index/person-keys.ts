import { personSpellings, personWords, skeleton } from "../score/person.ts";
import { syllablesOf } from "../sound/syllables.ts";
import { wadeGiles } from "../sound/wade-giles.ts";

/** The keys under which a person's name is kept: each of its words by its consonants, and all letters together. */
export function personKeys(text: string): readonly string[] {
  const words = personWords(text);
  const keys = new Set<string>();
  for (const word of words) {
    if (word.length >= 2) keys.add(`@${skeleton(word)}`);
    // The word itself, beside those of firms, so that a typing error in it is found in the same way.
    if (word.length >= 4) keys.add(word);
  }
  keys.add(`@=${words.toSorted().join("").slice(0, 4)}`);
  keys.add(`@${skeleton(words.join(""))}`);
  const all = words.join("");
  const turned = [...words.slice(1), words[0] ?? ""].join("");
  for (const one of [all, turned]) {
    keys.add(`@~${one}`);
    const syllables = syllablesOf(one);
    if (syllables !== undefined) keys.add(`@~${wadeGiles(syllables)}`);
  }
  for (const spelled of personSpellings(text)) {
    keys.add(`@${skeleton(spelled.join(""))}`);
    for (const word of spelled) keys.add(`@${skeleton(word)}`);
  }
  return [...keys];
}
