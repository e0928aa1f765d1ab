import { glosses, LONGEST_GLOSS } from "../tables/lexicon.ts";
import { bitsOf } from "../tables/rarity.ts";
import { hanForms } from "./han-forms.ts";
import { afterNumber, hanNumber, numbered } from "./numerals.ts";
import type { Alternative, Token, TokenClass } from "./token.ts";

const forms = new Set(hanForms);
const LONGEST_FORM = 8;
const suffixes = new Set(["省", "市", "县", "区", "州"]);

/** Words that only join others: 与, 和, 及. They say nothing and are left out like a form. */
const joiners = new Set(["与", "和", "及", "暨", "之", "的"]);

type Cut = {
  readonly from: number;
  readonly to: number;
  readonly cls: TokenClass;
  readonly text: string;
};

function wordAt(run: string, at: number, size: number): TokenClass | undefined {
  const text = run.slice(at, at + size);
  if (size <= LONGEST_FORM && forms.has(text)) return "form";
  const gloss = glosses.get(text);
  if (gloss !== undefined && size >= 2) return gloss.cls;
  return undefined;
}

/** Cuts a run of Chinese characters into words of the tables, numbers, and what is left between them: as few pieces as can be. */
// biome-ignore lint/complexity/noExcessiveCognitiveComplexity: the innermost loop of every screening, kept in one piece for speed
function cut(run: string): readonly Cut[] {
  const length = run.length;
  const cost: number[] = new Array(length + 1).fill(Number.POSITIVE_INFINITY);
  const came: (Cut | undefined)[] = new Array(length + 1).fill(undefined);
  cost[0] = 0;
  const reach = (
    from: number,
    to: number,
    cls: TokenClass,
    price: number,
    text = run.slice(from, to),
  ) => {
    const sum = (cost[from] ?? 0) + price;
    if (sum < (cost[to] ?? 0)) {
      cost[to] = sum;
      came[to] = { from, to, cls, text };
    }
  };
  for (let at = 0; at < length; at += 1) {
    if (cost[at] === Number.POSITIVE_INFINITY) continue;
    const number = numbered.exec(run.slice(at, at + 9));
    if (number !== null) {
      const text = number[1] ?? number[2] ?? "";
      const value = hanNumber(text);
      if (value !== undefined) {
        const end = at + number[0].length;
        reach(at, end, "number", 0.2, value);
        const short = afterNumber[run[end] ?? ""];
        if (short !== undefined && (cost[end] ?? 0) < Number.POSITIVE_INFINITY)
          reach(end, end + 1, "kind", 0.2, short);
      }
    }
    if (at > 0 && joiners.has(run[at] ?? "")) reach(at, at + 1, "form", 0.7);
    for (let size = Math.min(LONGEST_GLOSS, length - at); size >= 2; size -= 1) {
      const cls = wordAt(run, at, size);
      if (cls === undefined) continue;
      const price =
        cls === "form"
          ? 0.3
          : 1 - 0.05 * size + (cls === "word" ? 0.35 : 0) - (cls === "brand" ? 0.1 : 0);
      reach(at, at + size, cls, price);
      if (cls === "place" && suffixes.has(run[at + size] ?? ""))
        reach(at, at + size + 1, cls, price, run.slice(at, at + size));
    }
    reach(at, at + 1, "brand", 0.8, run[at] ?? "");
  }
  const cuts: Cut[] = [];
  for (let at = length; at > 0; ) {
    const one = came[at];
    if (one === undefined) break;
    cuts.unshift(one);
    at = one.from;
  }
  return cuts;
}

/** Characters that no table knows, side by side, are one brand. */
function joinUnknown(cuts: readonly Cut[]): readonly Cut[] {
  const joined: Cut[] = [];
  for (const cutHere of cuts) {
    const last = joined.at(-1);
    // 聚信和: a joining word that follows characters of a brand is one of them.
    const inBrand = joiners.has(cutHere.text) && last?.cls === "brand" && !glosses.has(last.text);
    const one: Cut = inBrand ? { ...cutHere, cls: "brand" } : cutHere;
    const loose = one.cls === "brand" && one.text.length === 1;
    if (
      loose &&
      last?.cls === "brand" &&
      (last.text.length === 1 || !glosses.has(last.text)) &&
      last.to === one.from
    )
      joined[joined.length - 1] = {
        from: last.from,
        to: one.to,
        cls: "brand",
        text: last.text + one.text,
      };
    else joined.push(one);
  }
  return joined;
}

const MOST_COMPOSED = 6;

/** Literal translations of a brand that no table has, character by character: 新云 New Cloud. */
function composed(text: string): readonly Alternative[] {
  if (text.length < 2 || text.length > 3) return [];
  let combined: readonly (readonly string[])[] = [[]];
  for (const char of text) {
    const gloss = glosses.get(char);
    if (gloss === undefined) return [];
    const options = gloss.alternatives.slice(0, 3);
    combined = combined
      .flatMap((head) => options.map((one) => [...head, ...one]))
      .slice(0, 3 * MOST_COMPOSED);
  }
  return combined.slice(0, MOST_COMPOSED).map((stems) => ({ how: "translation", stems, bits: 8 }));
}

/** The ways in which a list may have written a Chinese word. */
export function alternativesOf(text: string, cls: TokenClass): readonly Alternative[] {
  const gloss = glosses.get(text);
  if (gloss === undefined) return cls === "brand" ? composed(text) : [];
  return gloss.alternatives.map((stems) => {
    const own = stems.reduce(
      (sum, one) => sum + bitsOf(one, stems.length > 1 && cls === "brand" ? "trade" : cls),
      0,
    );
    if (gloss.brand)
      return {
        how: "brand-table",
        stems,
        bits: stems.length > 1 ? Math.max(14.5, own) : bitsOf(stems[0] ?? "", "brand"),
      };
    return { how: "translation", stems, bits: cls === "word" ? Math.min(9, own) : own };
  });
}

function bitsOfHan(text: string, cls: TokenClass, alternatives: readonly Alternative[]): number {
  if (cls === "form") return 0;
  if (cls === "number") return bitsOf(text, "number");
  const [first] = alternatives;
  if (cls !== "brand" && first !== undefined) return Math.min(cls === "kind" ? 5 : 9, first.bits);
  return Math.min(13, [...text].length * 5.5);
}

function made({ from, to, cls, text }: Cut, offset: number): Token {
  const alternatives = cls === "form" || cls === "number" ? [] : alternativesOf(text, cls);
  return {
    text,
    stem: text,
    cls,
    han: cls !== "number",
    bits: bitsOfHan(text, cls, alternatives),
    from: offset + from,
    to: offset + to,
    alternatives,
  };
}

/** The two words that a trade or kind of four characters and more is made of. */
function partsOf(one: Cut, offset: number): readonly Token[] | undefined {
  const length = one.to - one.from;
  if (length < 4 || length !== one.text.length || one.cls === "form" || one.cls === "number")
    return undefined;
  const parts: Token[] = [];
  for (let at = 2; at <= length - 2; at += 1) {
    const first = wordAt(one.text, 0, at);
    const second = wordAt(one.text, at, length - at);
    if (first === undefined || second === undefined) continue;
    parts.push(
      made({ from: one.from, to: one.from + at, cls: first, text: one.text.slice(0, at) }, offset),
      made({ from: one.from + at, to: one.to, cls: second, text: one.text.slice(at) }, offset),
    );
  }
  return parts.length === 0 ? undefined : parts;
}

/** Classed pieces of one run of simplified Chinese characters, numbered from `offset`. */
export function hanTokens(run: string, offset: number): readonly Token[] {
  return joinUnknown(cut(run)).map((one) => {
    const token = made(one, offset);
    const parts = partsOf(one, offset);
    return parts === undefined ? token : { ...token, parts };
  });
}
