import { soundOf } from "../sound/pinyin.ts";
import { syllablesOf } from "../sound/syllables.ts";
import { wadeGiles } from "../sound/wade-giles.ts";
import { stem } from "../tokens/stem.ts";
import type { TokenClass } from "../tokens/token.ts";
import brands from "./brands.json" with { type: "json" };
import countries from "./countries.json" with { type: "json" };
import groups from "./groups.json" with { type: "json" };
import kinds from "./kinds.json" with { type: "json" };
import places from "./places.json" with { type: "json" };
import state from "./state.json" with { type: "json" };
import trades from "./trades.json" with { type: "json" };
import words from "./words.json" with { type: "json" };

/** A Chinese word with the stems that a list may have written for it. */
export type Gloss = {
  readonly cls: TokenClass;
  readonly brand: boolean;
  readonly alternatives: readonly (readonly string[])[];
};

/** Phrases that are one word to a comparison, in normal spelling. */
export const joinedPhrases: ReadonlyMap<string, string> = new Map();
const phrases = joinedPhrases as Map<string, string>;
const joining: readonly (readonly [Readonly<Record<string, string>>, boolean])[] = [
  [places.rows, true],
  [countries.rows, true],
];
for (const [rows] of joining)
  for (const row of Object.values(rows))
    for (const one of row.split(";"))
      if (one.includes(" ")) phrases.set(one, one.replaceAll(" ", ""));

const joinedWords = new Set(phrases.values());

/** Whether a word is a phrase of places written as one: `unitedstates`. */
export function isJoined(word: string): boolean {
  return joinedWords.has(word);
}

const small = new Set([
  "of",
  "and",
  "the",
  "for",
  "in",
  "on",
  "at",
  "a",
  "an",
  "de",
  "la",
  "to",
  "by",
  "with",
  "und",
  "et",
  "y",
]);

/** Whether a word carries nothing of its own: `of`, `and`, `the`. */
export function isSmallWord(word: string): boolean {
  return small.has(word);
}

const placesByStem = new Map<string, string>();
for (const row of Object.values(places.rows)) {
  const [first = "", ...others] = row.split(";");
  for (const other of others)
    if (other.length >= 4 && !other.includes(" ") && !first.includes(" "))
      // What spells two places (shanxi) stands for neither.
      placesByStem.set(
        other,
        placesByStem.has(other) && placesByStem.get(other) !== first ? other : first,
      );
}
for (const row of Object.values(places.rows)) {
  const [first = ""] = row.split(";");
  const wade = wadeGiles(syllablesOf(first) ?? []);
  if (wade.length >= 5 && wade !== first)
    placesByStem.set(
      wade,
      placesByStem.has(wade) && placesByStem.get(wade) !== first ? wade : first,
    );
}
for (const row of Object.values(places.rows)) placesByStem.delete(row.split(";")[0] ?? "");

/** A place under an older or foreign spelling (Peking, Tientsin, Canton) as it is spelled first in the table; any other word as it is. */
export function spelledFirst(one: string): string {
  return placesByStem.get(one) ?? one;
}

/** Words of a phrase in normal spelling, phrases that are one word joined, small words left out, each as its stem. */
export function stemsOf(phrase: string): readonly string[] {
  const found: string[] = [];
  const parts = phrase.split(" ");
  for (let at = 0; at < parts.length; at += 1) {
    const three = parts.slice(at, at + 3).join(" ");
    const two = parts.slice(at, at + 2).join(" ");
    const joined = phrases.get(three) ?? phrases.get(two);
    if (joined !== undefined) {
      found.push(joined);
      at += phrases.has(three) && parts.length >= at + 3 ? 2 : 1;
      continue;
    }
    const word = parts[at] ?? "";
    if (!small.has(word)) found.push(spelledFirst(stem(word)));
  }
  return found;
}

/** A later table keeps what an earlier one said of the same word and adds to it; the class of the first one stands. */
const tables: readonly (readonly [Readonly<Record<string, string>>, TokenClass, boolean])[] = [
  [brands.rows, "brand", true],
  [state.rows, "state", false],
  [kinds.rows, "kind", false],
  [groups.rows, "group", false],
  [places.rows, "place", false],
  [countries.rows, "country", false],
  [trades.rows, "trade", false],
  [words.rows, "word", false],
];

/** Every Chinese word of the tables, under its simplified spelling. */
export const glosses: ReadonlyMap<string, Gloss> = new Map();
const rows = glosses as Map<string, Gloss>;

/** Class of every English stem that the tables know, by the table that says most about it. */
export const latinClasses: ReadonlyMap<string, TokenClass> = new Map();
const classes = latinClasses as Map<string, TokenClass>;

/** Which rows of the tables write a stem as their whole translation: two stems of one row mean the same. */
const meanings: ReadonlyMap<string, ReadonlySet<number>> = new Map();
const senses = meanings as Map<string, Set<number>>;

/** Brands and acronyms of the brand table, in Latin letters. */
export const brandStems: ReadonlySet<string> = new Set();
const known = brandStems as Set<string>;

const precedence: readonly TokenClass[] = [
  "place",
  "country",
  "group",
  "kind",
  "state",
  "trade",
  "word",
  "brand",
];
let sense = 0;

function learn(one: string, cls: TokenClass): void {
  const held = classes.get(one);
  if (held === undefined || precedence.indexOf(cls) < precedence.indexOf(held))
    classes.set(one, cls);
}

for (const [table, cls, brand] of tables)
  for (const [zh, row] of Object.entries(table)) {
    const alternatives = row
      .split(";")
      .map(stemsOf)
      .filter((stems) => stems.length > 0);
    const held = rows.get(zh);
    rows.set(zh, {
      cls: held?.cls ?? cls,
      brand: held?.brand ?? brand,
      alternatives: [...(held?.alternatives ?? []), ...alternatives],
    });
    sense += 1;
    for (const stems of alternatives) {
      const [first] = stems;
      if (brand) {
        if (stems.length === 1 && first !== undefined) known.add(first);
        continue;
      }
      // A word that only helps to say something is a trade's word at most: `technology` in `institute of technology`.
      for (const one of stems) learn(one, stems.length === 1 || cls === "word" ? cls : "trade");
      if (stems.length !== 1 || first === undefined || cls === "word") continue;
      const group = senses.get(first);
      if (group === undefined) senses.set(first, new Set([sense]));
      else group.add(sense);
    }
  }
/** Ways of writing one brand or body that the brand table has side by side: an acronym and what it stands for. */
const sameBrand = new Map<string, (readonly string[])[]>();
for (const row of Object.values(brands.rows)) {
  const alternatives = row
    .split(";")
    .map(stemsOf)
    .filter((stems) => stems.length > 0);
  for (const one of alternatives) {
    if (one.length !== 1) continue;
    const own = one[0] ?? "";
    const others = alternatives.filter(
      (other) => other !== one && (other.length > 1 || other[0] !== own),
    );
    sameBrand.set(own, [...(sameBrand.get(own) ?? []), ...others]);
  }
}

const chinese = new Map<string, Set<string>>();
for (const [zh, row] of Object.entries(brands.rows))
  for (const stems of row.split(";").map(stemsOf)) {
    const [first] = stems;
    if (stems.length !== 1 || first === undefined) continue;
    const held = chinese.get(first);
    if (held === undefined) chinese.set(first, new Set([zh]));
    else held.add(zh);
  }

for (const zh of Object.keys(brands.rows)) {
  // Of two characters there are too many by one sound.
  if (zh.length < 3 || zh.length > 4 || !/^\p{Script=Han}+$/u.test(zh)) continue;
  const sound = soundOf(zh);
  const held = chinese.get(sound);
  if (held === undefined) chinese.set(sound, new Set([zh]));
  else held.add(zh);
}

/** The Chinese that the brand table has for a brand in Latin letters: what only sounds like it is another. */
export function chineseOf(own: string): ReadonlySet<string> | undefined {
  return chinese.get(own);
}

/** How else the brand table writes a brand or acronym, each in stems. */
export function otherSpellings(own: string): readonly (readonly string[])[] {
  return sameBrand.get(own) ?? [];
}

/** Words of the tables that are more than the tables' word for something. */
for (const one of ["china", "state", "national"]) classes.set(one, "state");

/** The longest Chinese word of the tables. */
export const LONGEST_GLOSS = [...rows.keys()].reduce(
  (most, word) => Math.max(most, word.length),
  0,
);

/** Whether two stems stand for the same Chinese word. */
export function sameMeaning(one: string, other: string): boolean {
  const first = meanings.get(one);
  const second = meanings.get(other);
  if (first === undefined || second === undefined) return false;
  for (const each of first) if (second.has(each)) return true;
  return false;
}
