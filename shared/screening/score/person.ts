import { cantonese } from "../sound/cantonese.ts";
import { personReading } from "../sound/pinyin.ts";
import { syllableBits, syllablesOf } from "../sound/syllables.ts";
import { wadeGiles } from "../sound/wade-giles.ts";
import table from "../tables/persons.json" with { type: "json" };
import { hasHan, normalName } from "../tokens/normal.ts";
import { typingErrors } from "./distance.ts";

const surnames = new Set([...table.rows.surnames]);
const double = new Set(table.rows.double.split(" "));
const titles = new Set(table.rows.titles.split(" "));
const particles = new Set(table.rows.particles.split(" "));

/** Surname and given name of a person's name in Chinese characters; undefined where it begins with no surname. */
function chinese(normal: string): readonly string[] | undefined {
  const size = double.has(normal.slice(0, 2)) && normal.length > 2 ? 2 : 1;
  if (size === 1 && !surnames.has(normal[0] ?? "")) return undefined;
  if (normal.length < size + 1 || normal.length > size + 2) return undefined;
  const read = personReading(normal);
  return [read.slice(0, size).join(""), read.slice(size).join("")];
}

/** The words of a person's name that are compared: no titles, no particles; of a Chinese name surname and given name as they are read. */
export function personWords(text: string): readonly string[] {
  const known = wordsHeld.get(text);
  if (known !== undefined) return known;
  const found = readWords(text);
  if (wordsHeld.size < MOST_HELD) wordsHeld.set(text, found);
  return found;
}

function readWords(text: string): readonly string[] {
  const normal = normalName(text);
  if (hasHan(normal)) return /^\p{Script=Han}+$/u.test(normal) ? (chinese(normal) ?? []) : [];
  const words = normal.split(" ").filter((word) => !titles.has(word));
  const named = words
    .filter((word) => !particles.has(word))
    .map((word) =>
      word.replace(/^(?:al|el|abd|abu)(?=[a-z]{4})/, (head) => (head.length === 2 ? "" : head)),
    );
  const kept = named.length === 0 ? words : named;
  return kept.filter((word, at) => kept.indexOf(word) === at);
}

const sounds: readonly (readonly [RegExp, string])[] = [
  [/ph/g, "f"],
  [/(?:ck|kh|gh|[cqgx])/g, "k"],
  [/(?:sch|sh|ch|zh|[zj])/g, "s"],
  [/w/g, "v"],
  [/th/g, "t"],
  [/d/g, "t"],
  [/b/g, "p"],
];

/** What is left of a word when vowels and easily confused consonants no longer tell: leads to spellings that sound alike. */
export function skeleton(word: string): string {
  const known = bones.get(word);
  if (known !== undefined) return known;
  const found = boneOf(word);
  if (bones.size < MOST_HELD) bones.set(word, found);
  return found;
}

const bones = new Map<string, string>();
const wordsHeld = new Map<string, readonly string[]>();
const MOST_HELD = 60_000;

function boneOf(word: string): string {
  let text = word;
  for (const [pattern, other] of sounds) text = text.replace(pattern, other);
  return (
    (/^[aeiouy]/.test(text) ? "a" : "") + text.replace(/[aeiouyh]/g, "").replace(/(.)\1+/g, "$1")
  );
}

function allowedFor(length: number, one: number, two: number): number {
  if (length >= two) return 2;
  return length >= one ? 1 : 0;
}

/** Whether the one is the Wade-Giles spelling of the other, which is in Hanyu Pinyin. */
function soundsWade(one: string, other: string): boolean {
  const syllables = syllablesOf(other);
  return syllables !== undefined && wadeGiles(syllables) === one;
}

/** How alike two words of persons' names are, from 0 to 1. */
function alike(one: string, other: string): number {
  if (one === other) return 1;
  const short = Math.min(one.length, other.length);
  if (short === 1) return one[0] === other[0] ? 0.5 : 0;
  const allowed = allowedFor(short, 4, 8);
  if (short >= 3 && (one.startsWith(other) || other.startsWith(one))) return 0.75;
  if (soundsWade(one, other) || soundsWade(other, one)) return 0.85;
  const errors = allowed === 0 ? 9 : typingErrors(one, other, allowed);
  if (errors <= allowed) return 0.95 - 0.12 * errors;
  if (short >= 4 && skeleton(one) === skeleton(other) && typingErrors(one, other, 3) <= 3)
    return 0.72;
  return 0;
}

/** Two persons' names laid side by side. */
export type PersonMatch = {
  readonly bits: number;
  readonly pairs: readonly (readonly [string, string])[];
  readonly over: readonly string[];
  readonly same: boolean;
};

const WHOLE = 15;
const MOST_LOST = 0.52;
const SAME = 12;

const squeezed = (words: readonly string[]) => words.join("").replace(/(.)\1+/g, "$1");

/** The same letters in the same order, however they are parted and doubled. */
function sameLetters(ours: readonly string[], theirs: readonly string[]): boolean {
  const one = squeezed(ours);
  return (
    one.length >= 5 && (one === squeezed(theirs) || one === squeezed([...theirs].toReversed()))
  );
}

function joinedMatch(ours: readonly string[], theirs: readonly string[]): number | undefined {
  const one = ours.join("");
  const whole = theirs.join("");
  const turned = [...theirs.slice(1), theirs[0] ?? ""].join("");
  if ([whole, turned].some((other) => soundsWade(one, other) || soundsWade(other, one))) return 1;
  if (sameLetters(ours, theirs)) return 1;
  // Two names of as many short words each differ in a word, not in where they are parted.
  if (
    ours.length === theirs.length &&
    Math.max(...[...ours, ...theirs].map((word) => word.length)) <= 6
  )
    return undefined;
  const length = Math.max(one.length, whole.length);
  if (length < 7 && one.length < 5) return undefined;
  const allowed = allowedFor(length, 9, 16);
  const orders = [
    theirs,
    [...theirs].toReversed(),
    [...theirs.slice(1), theirs[0] ?? ""],
    [...theirs.slice(-1), ...theirs.slice(0, -1)],
  ];
  const errors = Math.min(...orders.map((order) => typingErrors(one, order.join(""), allowed)));
  return errors > allowed ? undefined : errors;
}

/** The ways in which surname and given name of a Chinese name may have been spelled. */
function spellings(normal: string, read: readonly string[]): readonly (readonly string[])[] {
  const [head = "", tail = ""] = read;
  const found = [read];
  const wade = [wadeGiles(syllablesOf(head) ?? []), wadeGiles(syllablesOf(tail) ?? [])];
  if (wade[0] !== "" && wade[1] !== "") found.push(wade);
  const hongKong = cantonese(normal);
  const size = double.has(normal.slice(0, 2)) && normal.length > 2 ? 2 : 1;
  if (hongKong !== undefined)
    found.push([hongKong.slice(0, size).join(""), hongKong.slice(size).join("")]);
  return found;
}

/** Whether some words side by side, with at most so many others about, spell surname and given name in either order. */
function spells(words: readonly string[], head: string, tail: string, others: number): boolean {
  for (const [at, word] of words.entries()) {
    if (word !== head) continue;
    const rest = words.filter((_, place) => place !== at);
    for (let from = 0; from < rest.length; from += 1)
      for (let to = from + 1; to <= rest.length; to += 1)
        if (rest.length - (to - from) <= others && rest.slice(from, to).join("") === tail)
          return true;
  }
  return false;
}

/** A name in Chinese characters beside a spelled one: surname and given name each by its whole sound. */
function spelledPerson(
  query: string,
  entry: string,
  ours: readonly string[],
  theirs: readonly string[],
): PersonMatch | undefined {
  const han = normalName(hasHan(query) ? query : entry);
  const [read, words] = hasHan(query) ? [ours, theirs] : [theirs, ours];
  const [head = "", tail = ""] = read;
  const syllables = syllablesOf(tail)?.length ?? 1;
  const found = spellings(han, read).some(([first = "", last = ""]) =>
    spells(words, first, last, syllables > 1 ? 1 : 0),
  );
  if (!found) return undefined;
  const bits = 2 + soundBitsOf(head, tail);
  return { bits, pairs: [[ours.join(" "), theirs.join(" ")]], over: [], same: false };
}

const soundBitsOf = (...words: readonly string[]) =>
  words.flatMap((word) => syllablesOf(word) ?? []).reduce((sum, one) => sum + syllableBits(one), 0);

/** Few letters tell little, except where two names are the same throughout. */
function worth(same: boolean, bits: number, letters: number): number {
  if (same && letters >= 6) return bits + 3;
  return Math.max(same ? SAME : 0, Math.min(bits, letters * 1.9));
}

/** Compares two persons' names; undefined where they are those of two people. */
// biome-ignore lint/complexity/noExcessiveCognitiveComplexity: the innermost loop of every screening, kept in one piece for speed
export function comparePersons(query: string, entry: string): PersonMatch | undefined {
  const ours = personWords(query);
  const theirs = personWords(entry);
  if (ours.length === 0 || theirs.length === 0) return undefined;
  // One word in Latin letters is no person's whole name to somebody who reads it from two characters.
  if (hasHan(query) !== hasHan(entry) && Math.min(ours.length, theirs.length) < 2) return undefined;
  if (ours.length !== theirs.length && sameLetters(ours, theirs))
    return { bits: WHOLE + 2, pairs: [[ours.join(" "), theirs.join(" ")]], over: [], same: false };
  if (hasHan(query) !== hasHan(entry)) return spelledPerson(query, entry, ours, theirs);
  const free = new Set(theirs.keys());
  const pairs: (readonly [string, string])[] = [];
  const left: string[] = [];
  let lost = 0;
  let initials = 0;
  for (const word of ours) {
    let best = 0;
    let place = -1;
    for (const at of free) {
      const value = alike(word, theirs[at] ?? "");
      if (value > best) {
        best = value;
        place = at;
      }
    }
    if (best < 0.5) {
      left.push(word);
      continue;
    }
    free.delete(place);
    if (best === 0.5) initials += 1;
    lost += 1 - best;
    pairs.push([word, theirs[place] ?? ""]);
  }
  const over = [...free].map((at) => theirs[at] ?? "");
  const letters = pairs.reduce((sum, [word]) => sum + word.length, 0);
  if (left.some((word) => word.length === 1) && over.some((word) => word.length === 1))
    return undefined;
  if (lost > MOST_LOST) return undefined;
  if (left.length > 0 && over.length > 0) {
    const errors = joinedMatch(ours, theirs);
    if (errors === undefined) return undefined;
    return {
      bits: WHOLE - 1.5 * errors,
      pairs: [[ours.join(" "), theirs.join(" ")]],
      over: [],
      same: false,
    };
  }
  const whole = pairs.length - initials;
  const extra = left.length + over.length;
  if (whole === 0 || (whole === 1 && extra > 0 && pairs.length < 2)) return undefined;
  if (
    whole === 1 &&
    pairs.length === 1 &&
    Math.min(ours.length, theirs.length) === 1 &&
    letters < 4
  )
    return undefined;
  const bits = WHOLE + 3 - 1.2 * extra - 8 * lost;
  const same = lost === 0 && extra === 0;
  return {
    bits: worth(same, bits, letters),
    pairs,
    over: [...left, ...over],
    same,
  };
}

/** The ways in which a Chinese name of a person may have been spelled, surname and given name; none for other names. */
export function personSpellings(text: string): readonly (readonly string[])[] {
  const normal = normalName(text);
  const read = hasHan(normal) ? personWords(text) : [];
  return read.length === 0 ? [] : spellings(normal, read);
}
