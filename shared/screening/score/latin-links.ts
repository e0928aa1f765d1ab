import { isRomanised } from "../sound/romanised.ts";
import { syllablesOf } from "../sound/syllables.ts";
import { type BrandPhrase, phrasesIn } from "../tables/brand-phrases.ts";
import { otherSpellings, sameMeaning } from "../tables/lexicon.ts";
import { isForm } from "../tokens/legal-forms.ts";
import type { Token } from "../tokens/token.ts";
import { errorsAllowed, typingErrors } from "./distance.ts";
import { type Joined, type Joins, joinsOf } from "./joins.ts";
import { type Link, places } from "./link.ts";

const named = (token: Token) => token.cls === "brand" || token.cls === "word";

/** Two spelled Chinese words that differ in a letter are two words (Lixing is not Lixin), unless they are long. */
function areTwoWords(one: string, other: string): boolean {
  const letters = (word: string) => [...word].toSorted().join("");
  if (letters(one) === letters(other)) return false;
  if (!isRomanised(one) || !isRomanised(other)) return false;
  return (syllablesOf(one)?.length ?? 1) < 4;
}

/** `SiemensAG`: a form written onto the name. */
function hasFormOn(long: string, short: string): boolean {
  return short.length >= 4 && long.startsWith(short) && isForm(long.slice(short.length));
}

function pair(left: Token, right: Token): Pick<Link, "kind" | "bits"> | undefined {
  if (left.stem === right.stem) {
    const short =
      left.text.length !== right.text.length && Math.min(left.text.length, right.text.length) < 5;
    if (left.cls === "number") return { kind: "number", bits: Math.min(left.bits, right.bits) };
    const kind = short ? "abbreviation" : "same";
    return { kind, bits: Math.min(left.bits, right.bits) };
  }
  if (left.cls === "number" || right.cls === "number") return undefined;
  const bits = Math.min(left.bits, right.bits);
  if (sameMeaning(left.stem, right.stem)) return { kind: "translation", bits: bits * 0.8 };
  const [short, long] =
    left.stem.length <= right.stem.length ? [left.stem, right.stem] : [right.stem, left.stem];
  const whole = left.cls === right.cls || (named(left) && named(right));
  if (short.length >= 3 && long.startsWith(short) && !named(left) && !named(right))
    return { kind: "abbreviation", bits: bits * 0.7 };
  if (short.length >= 6 && long.startsWith(short) && long.length - short.length <= 3 && whole)
    return { kind: "abbreviation", bits: bits * 0.8 };
  if (short.length >= 6 && long.startsWith(short) && named(left) !== named(right))
    return { kind: "abbreviation", bits: bits * 0.7 };
  if (hasFormOn(long, short)) return { kind: "joined", bits };
  return typingError(left, right, bits);
}

function typingError(
  left: Token,
  right: Token,
  bits: number,
): Pick<Link, "kind" | "bits"> | undefined {
  const length = Math.min(left.stem.length, right.stem.length);
  const allowed = errorsAllowed(length);
  if (allowed === 0 || (left.cls !== "brand" && right.cls !== "brand")) return undefined;
  const errors = Math.min(
    typingErrors(left.stem, right.stem, allowed),
    typingErrors(left.text, right.text, allowed),
  );
  if (errors > allowed || areTwoWords(left.stem, right.stem)) return undefined;
  const whole = Math.max(left.bits, right.bits);
  const lost = length >= 8 ? 1.8 : 2.5;
  return { kind: "typing-error", bits: Math.max(1, Math.min(whole, bits + 3) - lost * errors) };
}

/** Everything that pieces of two names in Latin letters have in common. */
export function latinLinks(left: readonly Token[], right: readonly Token[]): readonly Link[] {
  return [
    ...wordLinks(left, right),
    ...joinedLinks(joinsOf(left), joinsOf(right)),
    ...wadeLinks(joinsOf(left), joinsOf(right), false),
    ...wadeLinks(joinsOf(right), joinsOf(left), true),
    ...phraseLinks(left, right),
    ...spellings(left, right, false),
    ...spellings(right, left, true),
    ...acronyms(left, right, false),
    ...acronyms(right, left, true),
  ];
}

function wordLinks(left: readonly Token[], right: readonly Token[]): readonly Link[] {
  const links: Link[] = [];
  for (const one of left)
    for (const other of right) {
      if (one.han || other.han) continue;
      const found = pair(one, other);
      if (found === undefined) continue;
      links.push({ ...found, left: places(one.from, one.to), right: places(other.from, other.to) });
    }
  return links;
}

function joinedLinks(ours: Joins, theirs: Joins): readonly Link[] {
  const links: Link[] = [];
  for (const one of ours.all) {
    if (one.text.length < 3) continue;
    for (const other of theirs.byText.get(one.text) ?? []) {
      if (one.at.length === other.at.length) continue;
      // The longer word tells more than the sum of the syllables that it is cut into, and less than both.
      const bits = Math.min(13, Math.max(one.bits, other.bits));
      links.push({ kind: "joined", bits, left: one.at, right: other.at });
    }
  }
  return links;
}

/** Wade-Giles on the one side, Hanyu Pinyin on the other. */
function wadeLinks(wade: Joins, pinyin: Joins, mirrored: boolean): readonly Link[] {
  if (pinyin.byWade.size === 0) return [];
  const links: Link[] = [];
  for (const one of wade.all) {
    if (one.text.length < 4) continue;
    for (const other of pinyin.byWade.get(one.text) ?? []) {
      const bits = Math.min(other.bits, 9);
      links.push({
        kind: "wade-giles",
        bits,
        left: mirrored ? other.at : one.at,
        right: mirrored ? one.at : other.at,
      });
    }
  }
  return links;
}

const PHRASE = 13;
const heldPhrases = new WeakMap<readonly Token[], readonly BrandPhrase[]>();

function phrasesOf(tokens: readonly Token[]): readonly BrandPhrase[] {
  const known = heldPhrases.get(tokens);
  if (known !== undefined) return known;
  const found = tokens.some(({ han }) => han) ? [] : phrasesIn(tokens.map(({ stem }) => stem));
  heldPhrases.set(tokens, found);
  return found;
}

function placesOf(tokens: readonly Token[], stems: readonly string[]): readonly number[] {
  const words = tokens.map(({ stem }) => stem);
  const at = words.findIndex((_, from) => stems.every((one, place) => words[from + place] === one));
  return stems.map((_, place) => tokens[at + place]?.from ?? -1);
}

/** Two English names that the brand table has for one body: Harbin Polytechnic University, Harbin Institute of Technology. */
function phraseLinks(left: readonly Token[], right: readonly Token[]): readonly Link[] {
  const ours = phrasesOf(left);
  if (ours.length === 0) return [];
  const theirs = phrasesOf(right);
  const links: Link[] = [];
  for (const one of ours)
    for (const other of theirs)
      if (one.row === other.row && one !== other)
        links.push({
          kind: "brand-table",
          bits: PHRASE,
          left: placesOf(left, one.stems),
          right: placesOf(right, other.stems),
        });
  return links;
}

/** A brand or acronym beside another way in which the brand table writes it. */
function spelledBrands(tokens: readonly Token[]): readonly Joined[] {
  return [
    ...tokens
      .filter(({ han, cls }) => !han && cls === "brand")
      .map(({ stem, from, bits }) => ({ text: stem, at: [from], bits })),
    ...joinsOf(tokens).all.filter(({ at, text }) => at.length > 1 && text.length >= 6),
  ];
}

function spellings(
  brands: readonly Token[],
  others: readonly Token[],
  mirrored: boolean,
): readonly Link[] {
  const links: Link[] = [];
  for (const brand of spelledBrands(brands)) {
    for (const stems of otherSpellings(brand.text)) {
      const at = stems.map(
        (one) => others.find((token) => !token.han && token.stem === one)?.from ?? -1,
      );
      if (at.includes(-1) || new Set(at).size < at.length) continue;
      const own = brand.at;
      const bits = stems.length > 1 ? 12 : Math.min(12, brand.bits);
      links.push({
        kind: "brand-table",
        bits,
        left: mirrored ? at : own,
        right: mirrored ? own : at,
      });
    }
  }
  return links;
}

/** A short word of the one name that the first letters of words of the other make up. */
function acronyms(
  short: readonly Token[],
  long: readonly Token[],
  mirrored: boolean,
): readonly Link[] {
  const words = short.filter(
    (token) =>
      !token.han && token.cls === "brand" && token.text.length >= 3 && token.text.length <= 8,
  );
  if (words.length === 0 || long.length < 3) return [];
  const { initials } = joinsOf(long);
  return words.flatMap((word) =>
    (initials.get(word.text) ?? []).map((one): Link => {
      const bits = Math.min(13, 2.6 * word.text.length + (one.at.length === long.length ? 2 : 0));
      const own = [word.from];
      return {
        kind: "initials",
        bits,
        left: mirrored ? one.at : own,
        right: mirrored ? own : one.at,
      };
    }),
  );
}
