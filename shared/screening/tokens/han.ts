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

/** Whether the 股份 before this place belongs to 股份有限公司. */
function isFormsOwn(run: string, end: number): boolean {
  return run.startsWith("股份有限", end - 2);
}

/** A character that no word of the tables takes: dear by itself, since names are seldom made of one, cheap beside another. */
const LONE = 1.25;
const NEXT = 0.6;

/** Single characters that say what kind of body a name is, at its end. */
const endings = new Set(["厂", "所", "院"]);

/**
 * Cuts a run of Chinese characters into words of the tables, numbers, and what is left between them: as few pieces as can be. Of
 * each place the cheapest way there is held twice: after a word, and after a character that none of the tables knows.
 */
// biome-ignore lint/complexity/noExcessiveCognitiveComplexity: the innermost loop of every screening, kept in one piece for speed
function cut(run: string, barred: ReadonlySet<number> = new Set()): readonly Cut[] {
  const length = run.length;
  const cost: number[] = new Array(2 * length + 2).fill(Number.POSITIVE_INFINITY);
  const came: ({ readonly one: Cut; readonly before: number } | undefined)[] = new Array(
    2 * length + 2,
  ).fill(undefined);
  cost[0] = 0;
  const reach = (before: number, loose: boolean, price: number, one: Cut) => {
    const at = 2 * one.to + (loose ? 1 : 0);
    const sum = (cost[before] ?? 0) + price;
    if (sum < (cost[at] ?? 0)) {
      cost[at] = sum;
      came[at] = { one, before };
    }
  };
  const word = (before: number, from: number, to: number, cls: TokenClass, price: number) =>
    reach(before, false, price, { from, to, cls, text: run.slice(from, to) });
  for (let state = 0; state < 2 * length; state += 1) {
    if (cost[state] === Number.POSITIVE_INFINITY) continue;
    const at = state >> 1;
    const number = numbered.exec(run.slice(at, at + 9));
    if (number !== null) {
      const value = hanNumber(number[1] ?? number[2] ?? number[3] ?? "");
      if (value !== undefined) {
        const end = at + number[0].length;
        reach(state, false, 0.2, { from: at, to: end, cls: "number", text: value });
        const short = afterNumber[run[end] ?? ""];
        if (short !== undefined && (cost[2 * end] ?? 0) < Number.POSITIVE_INFINITY)
          reach(2 * end, false, 0.2, { from: end, to: end + 1, cls: "kind", text: short });
      }
    }
    if (at > 0 && joiners.has(run[at] ?? "")) word(state, at, at + 1, "form", 0.7);
    if ((at > 1 || length === 1) && at === length - 1 && endings.has(run[at] ?? ""))
      word(state, at, at + 1, "kind", 0.9);
    for (let size = Math.min(LONGEST_GLOSS, length - at); size >= 2; size -= 1) {
      const cls = wordAt(run, at, size);
      if (cls === undefined || isFormsOwn(run, at + size)) continue;
      // Such words stand beside a character that was left alone.
      if (size >= 3 && (barred.has(at) || barred.has(at + size))) continue;
      const price =
        cls === "form"
          ? 0.3
          : 1 - 0.05 * size + (cls === "word" ? 0.35 : 0) - (cls === "brand" ? 0.15 : 0);
      word(state, at, at + size, cls, price);
      if (cls === "place" && suffixes.has(run[at + size] ?? ""))
        reach(state, false, price, {
          from: at,
          to: at + size + 1,
          cls,
          text: run.slice(at, at + size),
        });
    }
    const text = run[at] ?? "";
    reach(state, true, state % 2 === 1 ? NEXT : LONE, { from: at, to: at + 1, cls: "brand", text });
  }
  const cuts: Cut[] = [];
  let state = 2 * length + ((cost[2 * length] ?? 0) <= (cost[2 * length + 1] ?? 0) ? 0 : 1);
  while (state > 0) {
    const step = came[state];
    if (step === undefined) break;
    cuts.unshift(step.one);
    state = step.before;
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
/** However many words a body is called by, they name the one body. */
const MOST_BY_TABLE = 15.5;

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
        bits:
          stems.length > 1
            ? Math.min(MOST_BY_TABLE, Math.max(14.5, own))
            : bitsOf(stems[0] ?? "", "brand"),
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

/** The two words that a word of four characters and more is made of. */
function partsOf(one: Cut, offset: number): readonly Token[] | undefined {
  const length = one.to - one.from;
  // A brand that the tables know whole is not the brand that its end would be: 杭州电子科技大学 is not 电子科技大学.
  const whole = one.cls === "form" || one.cls === "number" || one.cls === "brand";
  if (length < 4 || length !== one.text.length || whole) return undefined;
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

/** The same run with longer words kept away from characters that were left alone: 虚光|电子, not 虚|光电子. */
function cutOtherwise(run: string): readonly Cut[] {
  const alone = joinUnknown(cut(run)).filter(
    ({ cls, text }) => cls === "brand" && text.length === 1,
  );
  return cut(run, new Set(alone.flatMap(({ from, to }) => [from, to])));
}

/** Whether a character that no table knows stands by itself beside a longer word that might have taken too much. */
export function hasLoneCharacter(tokens: readonly Token[]): boolean {
  return tokens.some(
    (token, at) =>
      token.han &&
      token.cls === "brand" &&
      token.text.length === 1 &&
      [tokens[at - 1], tokens[at + 1]].some((beside) => (beside?.text.length ?? 0) >= 3),
  );
}

/**
 * Classed pieces of one run of simplified Chinese characters, numbered from `offset`; `otherwise` cuts so that no character
 * stands alone, where the run can be cut in such a way.
 */
export function hanTokens(run: string, offset: number, otherwise = false): readonly Token[] {
  return joinUnknown(otherwise ? cutOtherwise(run) : cut(run)).map((one) => {
    const token = made(one, offset);
    const parts = partsOf(one, offset);
    return parts === undefined ? token : { ...token, parts };
  });
}
