import { readingsOf } from "../sound/pinyin.ts";
import alike from "../tables/alike.json" with { type: "json" };
import { glosses } from "../tables/lexicon.ts";
import { shortNames } from "../tables/short-names.ts";
import { hanForms } from "./han-forms.ts";
import type { Token } from "./token.ts";

const shapes: ReadonlyMap<string, string> = new Map(Object.entries(alike.rows));
const LONGEST = 8;
const MOST_SLIPS = 2;
let words: Map<string, string[]> | undefined;

/** Every word of the tables under what is left of it when one character is not known. */
function withGaps(): ReadonlyMap<string, readonly string[]> {
  if (words !== undefined) return words;
  words = new Map();
  for (const word of [...glosses.keys(), ...shortNames, ...hanForms]) {
    if (word.length < 2 || word.length > LONGEST || !/^\p{Script=Han}+$/u.test(word)) continue;
    for (let at = 0; at < word.length; at += 1) {
      const key = `${word.slice(0, at)}?${word.slice(at + 1)}`;
      const held = words.get(key);
      if (held === undefined) words.set(key, [word]);
      else held.push(word);
    }
  }
  return words;
}

const heard = new Map<string, readonly string[]>();

function soundsOfChar(char: string): readonly string[] {
  const known = heard.get(char);
  if (known !== undefined) return known;
  const found = readingsOf(char)[0] ?? [];
  heard.set(char, found);
  return found;
}

/** Whether the one character is easily written for the other: it looks like it, or sounds the same. */
function isEasilyWritten(written: string, meant: string): boolean {
  if (written === meant) return false;
  if (shapes.get(meant)?.includes(written) === true) return true;
  return soundsOfChar(written).some((one) => soundsOfChar(meant).includes(one));
}

const isBrand = (word: string) => (glosses.get(word)?.cls ?? "brand") === "brand";

/** Whether the character at a place belongs to a name of two characters, alone (华为) or with a word behind it (华为终端). */
function isShortBrand(word: string, at: number): boolean {
  if (word.length === 2) return isBrand(word) || glosses.get(word)?.cls === "word";
  if (!isBrand(word)) return false;
  return at < 2 && glosses.get(word.slice(0, 2))?.cls === "brand" && glosses.has(word.slice(2));
}

/** The longest word of the tables that stands around a character if another was meant. */
function meantAround(text: string, wrong: number): { from: number; word: string } | undefined {
  const gaps = withGaps();
  for (let size = Math.min(LONGEST, text.length); size >= 2; size -= 1)
    for (let from = Math.max(0, wrong - size + 1); from <= wrong; from += 1) {
      if (from + size > text.length) break;
      const key = `${text.slice(from, wrong)}?${text.slice(wrong + 1, from + size)}`;
      for (const word of gaps.get(key) ?? []) {
        // Two characters are another firm's brand: 华伟 is not 华为, 大桦 not 大华.
        const short = isShortBrand(word, wrong - from);
        if (!short && isEasilyWritten(text[wrong] ?? "", word[wrong - from] ?? ""))
          return { from, word };
      }
    }
  return undefined;
}

/** A text with characters that were meant in place of some that were written, and where these stand. */
export type Meant = { readonly text: string; readonly at: readonly number[] };

/**
 * A Chinese name as it may have been meant, where one or two of its characters are no word of the tables but look or sound like
 * the one that would make it a word (技木 for 技术, 海康威示 for 海康威视); undefined where nothing of the kind is found.
 */
export function meantFor(text: string, tokens: readonly Token[]): Meant | undefined {
  let meant = text;
  const at: number[] = [];
  const unknown = tokens.filter(
    ({ han, cls, text: own }) => han && cls === "brand" && !glosses.has(own),
  );
  for (const { from, to } of unknown) {
    let best: { wrong: number; from: number; word: string } | undefined;
    for (let wrong = from; wrong < to; wrong += 1) {
      const found = meantAround(meant, wrong);
      if (found !== undefined && found.word.length > (best?.word.length ?? 0))
        best = { wrong, ...found };
    }
    if (best === undefined || at.length >= MOST_SLIPS) continue;
    meant = meant.slice(0, best.from) + best.word + meant.slice(best.from + best.word.length);
    at.push(best.wrong);
  }
  return at.length === 0 ? undefined : { text: meant, at };
}
