import { soundsOf } from "../score/han-links.ts";
import { syllablesOf } from "../sound/syllables.ts";
import { wadeGiles } from "../sound/wade-giles.ts";
import { phrasesIn } from "../tables/brand-phrases.ts";
import { otherSpellings } from "../tables/lexicon.ts";
import { bitsOf } from "../tables/rarity.ts";
import { classOf } from "../tokens/latin.ts";
import type { Name } from "../tokens/name.ts";
import type { Token } from "../tokens/token.ts";
import { mayErr } from "./near-words.ts";

const names = (token: Token) => token.cls === "brand" || token.cls === "word";
const plain = (token: Token) =>
  token.cls !== "form" && token.cls !== "group" && token.cls !== "number";
const LONGEST_JOIN = 22;
const LONGEST_PART = 16;
/** Pairs are made of so many ordinary words of a name at most. */
const MOST_PLAIN = 9;

/** The key of two ordinary words that stand in one name. */
function pairKey(one: string, other: string): string {
  return one < other ? `+${one}+${other}` : `+${other}+${one}`;
}

function joined(tokens: readonly Token[], into: Set<string>): void {
  for (let from = 0; from < tokens.length; from += 1) {
    let text = "";
    let stems = "";
    for (let to = from; to < Math.min(tokens.length, from + 4); to += 1) {
      const token = tokens[to];
      if (
        token === undefined ||
        token.han ||
        token.cls === "number" ||
        token.text.length > LONGEST_PART
      )
        break;
      text += token.text;
      stems += token.stem;
      if (text.length > LONGEST_JOIN) break;
      if (to === from || text.length < 3) continue;
      into.add(text);
      // As translations have it: `north industry` for North Industries.
      if (stems !== text && stems.length <= LONGEST_JOIN) into.add(stems);
    }
  }
}

function initials(tokens: readonly Token[], into: Set<string>): void {
  const words = tokens.filter(
    (token) => !token.han && token.cls !== "number" && token.text.length > 1,
  );
  if (words.length < 3) return;
  const all = words.map((token) => token.text[0] ?? "").join("");
  for (let size = 3; size <= Math.min(8, all.length); size += 1) into.add(`.${all.slice(0, size)}`);
}

/** The bodies of the brand table that a name in Latin letters says in words. */
function bodies(name: Name, into: Set<string>): void {
  if (name.han) return;
  for (const { row } of phrasesIn(name.tokens.map(({ stem }) => stem))) into.add(`&${row}`);
}

/** The beginning of a translation of several words, as a list writes it in one run. */
function runOf(stems: readonly string[]): string | undefined {
  let text = "";
  let count = 0;
  for (const one of stems.slice(0, 4)) {
    if (text.length + one.length > LONGEST_JOIN) break;
    text += one;
    count += 1;
  }
  return count < 2 ? undefined : text;
}

/** Ordinary words of a name as they are compared: of a Chinese piece its first translations, cut into words. */
function ordinary(tokens: readonly Token[]): readonly string[] {
  const stems = new Set<string>();
  for (const token of tokens) {
    if (!plain(token)) continue;
    if (!token.han) stems.add(token.stem);
    else
      for (const { stems: words } of token.alternatives.slice(0, 8))
        for (const word of words) stems.add(word);
    for (const part of token.parts ?? [])
      for (const { stems: words } of part.alternatives.slice(0, 8))
        for (const word of words) stems.add(word);
  }
  return [...stems];
}

function pairs(words: readonly string[], into: Set<string>): void {
  for (let one = 0; one < words.length; one += 1)
    for (let other = one + 1; other < words.length; other += 1)
      into.add(pairKey(words[one] ?? "", words[other] ?? ""));
}

/** How many ordinary words a candidate without a brand must share: most of those that it has. */
export function pairsNeeded(words: number): number {
  const shared = Math.max(2, Math.ceil(words * 0.6));
  return (shared * (shared - 1)) / 2;
}

export type Keys = {
  /** Each finds a name by itself. */
  readonly single: readonly string[];
  /** Found by enough of these together. */
  readonly pairs: readonly string[];
  /** Words in which a typing error is looked for. */
  readonly near: readonly string[];
  /** How many ordinary words the pairs are made of. */
  readonly words: number;
};

function hanKeys(name: Name, into: Set<string>): void {
  for (const token of name.tokens) {
    if (!token.han || !plain(token)) continue;
    if (names(token)) {
      for (let at = token.from; at + 1 < token.to; at += 1)
        into.add(`#${name.cells[at]}${name.cells[at + 1]}`);
      for (const { stems } of token.alternatives) {
        const key = rarest(stems);
        if (key !== undefined) into.add(key);
        const run = token.cls === "brand" ? runOf(stems) : undefined;
        if (run !== undefined) into.add(run);
      }
    }
  }
}

/** Whether a stem names rather than describes. */
function nameLike(one: string): boolean {
  const cls = classOf(one, one);
  return cls === "brand" || cls === "word";
}

/** Of the words of a translation the one that fewest names have: a name that was meant has them all. */
function rarest(stems: readonly string[]): string | undefined {
  if (stems.length === 1) return stems[0];
  const naming = stems.filter(nameLike);
  return naming.toSorted(
    (one, other) => bitsOf(other, classOf(other, other)) - bitsOf(one, classOf(one, one)),
  )[0];
}

/** `SiemensAG` without its form; undefined where none is written on. */
function withoutForm(word: string): string | undefined {
  const bare = word.replace(/(?:ag|gmbh|ltd|llc|inc|plc)$/, "");
  return bare === word || bare.length < 5 ? undefined : bare;
}

/** The keys under which a name of a list is kept. */
export function keysOfEntry(name: Name): Keys {
  const single = new Set<string>();
  const { tokens } = name;
  for (const token of tokens)
    if (!token.han && names(token)) {
      single.add(token.stem).add(token.text);
      const bare = withoutForm(token.text);
      if (bare !== undefined) single.add(bare);
    }
  joined(tokens, single);
  bodies(name, single);
  numbers(tokens, single);
  initials(tokens, single);
  for (const token of tokens) {
    if (token.han || token.cls !== "brand" || token.text.length < 4) continue;
    const syllables = syllablesOf(token.text);
    if (syllables !== undefined) single.add(`~${wadeGiles(syllables)}`);
  }
  if (name.han) {
    hanKeys(name, single);
    for (const [text, sounds] of soundsOf(name))
      if (
        sounds.some(
          (sound) =>
            sound.to - sound.from >= 2 &&
            sound.to - sound.from <= 4 &&
            startsName(name, sound.from),
        )
      )
        single.add(text);
  }
  const [only] = tokens;
  if (tokens.length === 1 && only !== undefined) single.add(`=${only.stem}`);
  if (isNamed(tokens)) return { single: [...single], pairs: [], near: [], words: 0 };
  const words = ordinary(tokens).slice(0, MOST_PLAIN);
  const together = new Set<string>();
  pairs(words, together);
  return {
    single: [...single],
    pairs: [...together],
    near: [],
    words: name.han ? Math.min(words.length, tokens.filter(plain).length) : words.length,
  };
}

/** Whether a brand finds a name, so that its ordinary words need not. */
function isNamed(tokens: readonly Token[]): boolean {
  const unknown = tokens.filter(
    (token) => token.cls === "brand" && !token.han && otherSpellings(token.stem).length === 0,
  );
  if (unknown.length === 0) return tokens.some((token) => token.cls === "brand" && token.han);
  const body = tokens.filter((token) => !token.han && token.cls === "kind").length;
  return unknown.length > 1 || body === 0 || tokens.length < 4;
}

function startsName(name: Name, at: number): boolean {
  return name.tokens.some(
    (token) => names(token) && token.han && at >= token.from && at < token.to,
  );
}

/** The keys under which a name that is asked for is looked up. */
// biome-ignore lint/complexity/noExcessiveCognitiveComplexity: the innermost loop of building an index, kept in one piece for speed
export function keysOfQuery(name: Name): Keys {
  const single = new Set<string>();
  const { tokens } = name;
  for (const token of tokens) {
    if (token.han || !names(token)) continue;
    single.add(token.stem).add(token.text);
    const bare = withoutForm(token.text);
    if (bare !== undefined) single.add(bare);
    for (const stems of otherSpellings(token.stem))
      if (stems.length === 1) single.add(stems[0] ?? "");
    if (token.cls === "brand" && token.text.length >= 3 && token.text.length <= 8)
      single.add(`.${token.text}`);
  }
  const runs = new Set<string>();
  numbers(tokens, single);
  bodies(name, single);
  joined(tokens, runs);
  for (const run of runs) {
    single.add(run).add(`~${run}`);
    for (const stems of otherSpellings(run)) if (stems.length === 1) single.add(stems[0] ?? "");
  }
  for (const token of tokens)
    if (!token.han && token.text.length >= 4) single.add(`~${token.text}`);
  const firsts = new Set<string>();
  initials(tokens, firsts);
  for (const one of firsts) single.add(one.slice(1));
  if (name.han) {
    hanKeys(name, single);
    for (const [text, sounds] of soundsOf(name))
      if (sounds.some((sound) => sound.to - sound.from >= 2)) single.add(text);
  }
  const [only] = tokens;
  if (tokens.length === 1 && only !== undefined) single.add(`=${only.stem}`);
  const words = ordinary(expanded(tokens));
  const together = new Set<string>();
  pairs(words, together);
  return {
    single: [...single],
    pairs: [...together],
    near: nearOf(name, runs),
    words: words.length,
  };
}

/** A number that names a body: 701st Research Institute. */
function numbers(tokens: readonly Token[], into: Set<string>): void {
  if (!tokens.some(({ cls }) => cls === "kind")) return;
  for (const { cls, stem } of tokens) if (cls === "number") into.add(`№${stem}`);
}

/** Words of a name that may hold a typing error: brands in Latin letters, alone or joined, and the sound of longer Chinese brands. */
function nearOf(name: Name, runs: ReadonlySet<string>): readonly string[] {
  const near = new Set(runs);
  for (const token of name.tokens) {
    if (!token.han && token.cls === "brand") near.add(token.stem).add(token.text);
    if (token.han && token.cls === "brand" && token.to - token.from >= 3)
      near.add(
        name.readings
          .slice(token.from, token.to)
          .map((options) => options[0] ?? "")
          .join(""),
      );
  }
  return [...near].filter(mayErr);
}

/** Acronyms of the brand table with the words they stand for. */
function expanded(tokens: readonly Token[]): readonly Token[] {
  return tokens.flatMap((token) =>
    token.han || token.cls !== "brand"
      ? [token]
      : otherSpellings(token.stem)
          .flat()
          .map((one) => ({ ...token, stem: one, cls: "trade" as const })),
  );
}
