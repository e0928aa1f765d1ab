import { isRomanised } from "../sound/romanised.ts";
import { syllablesOf } from "../sound/syllables.ts";
import { wadeGiles } from "../sound/wade-giles.ts";
import { otherSpellings, sameMeaning } from "../tables/lexicon.ts";
import { isForm } from "../tokens/legal-forms.ts";
import type { Token } from "../tokens/token.ts";
import { errorsAllowed, typingErrors } from "./distance.ts";
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
  const whole =
    left.cls === "brand" && right.cls === "brand" ? bits : Math.max(left.bits, right.bits, bits);
  const lost = length >= 8 ? 1.8 : 2.5;
  return { kind: "typing-error", bits: Math.max(1, Math.min(whole, bits + 3) - lost * errors) };
}

type Joined = { readonly text: string; readonly at: readonly number[]; readonly bits: number };

function joins(tokens: readonly Token[]): readonly Joined[] {
  const found: Joined[] = [];
  for (let from = 0; from < tokens.length; from += 1) {
    let text = "";
    let bits = 0;
    const at: number[] = [];
    for (let to = from; to < Math.min(tokens.length, from + 5); to += 1) {
      const token = tokens[to];
      if (token === undefined || token.han || token.cls === "number") break;
      text += token.text;
      bits += token.bits;
      at.push(token.from);
      found.push({ text, at: [...at], bits });
    }
  }
  return found;
}

function initialsOf(tokens: readonly Token[]): readonly Joined[] {
  const plain = tokens.filter((token) => !token.han && token.cls !== "number");
  const found: Joined[] = [];
  for (let size = 3; size <= Math.min(8, plain.length); size += 1)
    for (let from = 0; from + size <= plain.length; from += 1) {
      const part = plain.slice(from, from + size);
      found.push({
        text: part.map((token) => token.text[0] ?? "").join(""),
        at: part.map((token) => token.from),
        bits: 0,
      });
    }
  return found;
}

const wades = new Map<string, string>();
function loose(text: string): string | undefined {
  const held = wades.get(text);
  if (held !== undefined) return held === "" ? undefined : held;
  const syllables = syllablesOf(text);
  const found = syllables === undefined ? "" : wadeGiles(syllables);
  if (wades.size < 50_000) wades.set(text, found);
  return found === "" ? undefined : found;
}

/** Everything that pieces of two names in Latin letters have in common. */
export function latinLinks(left: readonly Token[], right: readonly Token[]): readonly Link[] {
  const links: Link[] = [];
  for (const one of left)
    for (const other of right) {
      if (one.han || other.han) continue;
      const found = pair(one, other);
      if (found !== undefined)
        links.push({
          ...found,
          left: places(one.from, one.to),
          right: places(other.from, other.to),
        });
    }
  const ours = joins(left);
  const theirs = joins(right);
  const byText = new Map<string, Joined[]>();
  for (const one of theirs) byText.set(one.text, [...(byText.get(one.text) ?? []), one]);
  for (const one of ours) {
    if (one.text.length < 3) continue;
    for (const other of byText.get(one.text) ?? []) {
      if (one.at.length === 1 && other.at.length === 1) continue;
      // The longer word tells more than the sum of the syllables that it is cut into, and less than both.
      links.push({
        kind: "joined",
        bits: Math.min(13, Math.max(one.bits, other.bits)),
        left: one.at,
        right: other.at,
      });
    }
  }
  const heard = new Map<string, Joined[]>();
  for (const other of theirs) {
    const key = loose(other.text);
    if (key !== undefined && key !== other.text) heard.set(key, [...(heard.get(key) ?? []), other]);
  }
  for (const one of ours)
    for (const other of heard.get(one.text) ?? [])
      if (one.text.length >= 4 && one.text !== other.text)
        links.push({
          kind: "wade-giles",
          bits: Math.min(other.bits, 9),
          left: one.at,
          right: other.at,
        });
  const mirrored = new Map<string, Joined[]>();
  for (const one of ours) {
    const key = loose(one.text);
    if (key !== undefined && key !== one.text)
      mirrored.set(key, [...(mirrored.get(key) ?? []), one]);
  }
  for (const other of theirs)
    for (const one of mirrored.get(other.text) ?? [])
      if (other.text.length >= 4 && one.text !== other.text)
        links.push({
          kind: "wade-giles",
          bits: Math.min(one.bits, 9),
          left: one.at,
          right: other.at,
        });
  links.push(...spellings(left, right, false), ...spellings(right, left, true));
  links.push(...acronyms(left, right, false), ...acronyms(right, left, true));
  return links;
}

/** A brand or acronym beside another way in which the brand table writes it. */
function spellings(
  brands: readonly Token[],
  others: readonly Token[],
  mirrored: boolean,
): readonly Link[] {
  const links: Link[] = [];
  for (const brand of brands) {
    if (brand.han || brand.cls !== "brand") continue;
    for (const stems of otherSpellings(brand.stem)) {
      const at = stems.map(
        (one) => others.find((token) => !token.han && token.stem === one)?.from ?? -1,
      );
      if (at.includes(-1) || new Set(at).size < at.length) continue;
      const own = [brand.from];
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
  const initials = initialsOf(long);
  return words.flatMap((word) =>
    initials
      .filter((one) => one.text === word.text)
      .map((one): Link => {
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
