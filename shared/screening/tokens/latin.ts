import { typingErrors } from "../score/distance.ts";
import {
  brandStems,
  isJoined,
  isSmallWord,
  joinedPhrases,
  latinClasses,
  spelledFirst,
} from "../tables/lexicon.ts";
import { bitsOf, isCommon } from "../tables/rarity.ts";
import { formSpans } from "./legal-forms.ts";
import { numberOf, stem } from "./stem.ts";
import type { Token, TokenClass } from "./token.ts";

/** Chinese words that a list may have spelled instead of translating, by what they are. */
const spelled: ReadonlyMap<string, TokenClass> = new Map([
  ...(
    "keji jishu dianzi xinxi jishu shiye gongye maoyi fazhan kaifa touzi guanli jinchukou shebei jixie zhizao tongxin wangluo ruanjian " +
    "zhineng xitong gongcheng jianshe hangkong hangtian shengwu yiyao huagong cailiao nengyuan guangdian bandaoti zidonghua " +
    "yiqi keyan fuwu wuliu huoyun guoji dianqi shuju jisuanji shangmao gongmao jingmi"
  )
    .split(" ")
    .map((word) => [word, "trade"] as const),
  ..."daxue xueyuan yanjiusuo yanjiuyuan zhongxin gongchang yinhang"
    .split(" ")
    .map((word) => [word, "kind"] as const),
  ..."youxian gongsi gufen zeren youxiangongsi".split(" ").map((word) => [word, "form"] as const),
  ["jituan", "group"],
]);

const cache = new Map<string, TokenClass>();

/** What a word in Latin letters says, by the tables; a word that none of them knows is taken for a brand. */
export function classOf(word: string, own: string): TokenClass {
  const held = cache.get(own);
  if (held !== undefined) return held;
  let cls: TokenClass;
  if (/^\d+$/.test(own)) cls = "number";
  else if (brandStems.has(own) && (latinClasses.get(own) ?? "word") === "word" && !isCommon(own))
    cls = "brand";
  else cls = latinClasses.get(own) ?? spelled.get(word) ?? "brand";
  if (cache.size < 200_000) cache.set(own, cls);
  return cls;
}

/** A name in Latin letters as its pieces, and the legal form that stands in it. */
export type LatinTokens = { readonly tokens: readonly Token[]; readonly form: string };

/** `forty four` is one number. */
function joinNumber(words: string[]): void {
  const unit = numberOf(words.at(-1) ?? "");
  const ten = numberOf(words.at(-2) ?? "");
  if (unit === undefined || ten === undefined || /\d/.test(words.at(-2) ?? "")) return;
  if (!/^[2-9]0$/.test(ten) || !/^[1-9]$/.test(unit)) return;
  words.splice(-2, 2, String(Number(ten) + Number(unit)));
}

/** Words of a normal name in Latin letters, phrases that are one word joined. */
function wordsOf(normal: string): string[] {
  const parts = normal.split(" ");
  const words: string[] = [];
  for (let at = 0; at < parts.length; at += 1) {
    const word = parts[at] ?? "";
    if (word === "") continue;
    const numbered = /^([a-z]{3,8})(\d{1,4})$/.exec(word);
    if (numbered !== null && brandStems.has(numbered[1] ?? "")) {
      words.push(numbered[1] ?? "", numbered[2] ?? "");
      continue;
    }
    const two = at + 1 < parts.length ? joinedPhrases.get(`${word} ${parts[at + 1]}`) : undefined;
    if (two !== undefined) {
      words.push(two);
      at += 1;
    } else words.push(word);
    joinNumber(words);
  }
  return words;
}

/** Forms that stand in the middle of a name as well: `Corporation, Limited, 702nd Institute`. */
const inside = new Set(
  "limited ltd inc llc gmbh plc corp co company pvt pty pte jsc ojsc pjsc cjsc sociedad responsabilidad limitada liability incorporated obshchestvo obschestvo ogranichennoi ogranichennoy otvetstvennostyu otvetstvennostiu aktsionernoe aktsionernoye publichnoe publichnoye zakrytoe otkrytoe".split(
    " ",
  ),
);
/** A form of so many letters is one wherever it stands. */
const LONG_FORM = 7;
/** Long words of forms that are known in spite of a typing error. */
const formWords = [
  "company",
  "corporation",
  "limited",
  "liability",
  "incorporated",
  "obshchestvo",
  "ogranichennoi",
  "otvetstvennostyu",
  "aktsionernoe",
  "responsabilidad",
];
/** Words of `public joint stock company`, wherever its parts came to stand. */
const stockWords = new Set(["joint", "stock", "public", "open", "closed"]);

const slipped = new Map<string, boolean>();

function isSlippedForm(word: string): boolean {
  if (word.length < 6 || word.length > 18) return false;
  const held = slipped.get(word);
  if (held !== undefined) return held;
  const found = formWords.some((form) => form !== word && typingErrors(form, word, 1) <= 1);
  if (slipped.size < 100_000) slipped.set(word, found);
  return found;
}

function isFormWord(word: string, at: number, stock: boolean): boolean {
  if ((at > 0 || word.length >= LONG_FORM) && inside.has(word)) return true;
  if (stock && (stockWords.has(word) || typingErrors("joint", word, 1) <= 1)) return true;
  return isSlippedForm(word);
}

/** Splits a normal name in Latin letters into classed pieces; small words are left out, the legal form is told apart. */
export function latinTokens(normal: string, offset = 0): LatinTokens {
  const words = wordsOf(normal);
  const spans = formSpans(words);
  const inForm = (at: number) => spans.some((span) => at >= span.from && at < span.to);
  const stock =
    words.includes("stock") && words.some((word) => typingErrors("joint", word, 1) <= 1);
  const tokens: Token[] = [];
  let place = offset;
  for (const [at, word] of words.entries()) {
    if (isSmallWord(word) || inForm(at) || isFormWord(word, at, stock)) continue;
    // `No. 14` says what `14th` says.
    if (
      (word === "no" || word === "nr" || word === "number") &&
      numberOf(words[at + 1] ?? "") !== undefined
    )
      continue;
    const own = spelledFirst(isJoined(word) ? word : stem(word));
    const cls = classOf(word, own);
    if (cls === "form") continue;
    tokens.push({
      text: word,
      stem: own,
      cls,
      han: false,
      bits: bitsOf(own, cls),
      from: place,
      to: place + 1,
      alternatives: [],
    });
    place += 1;
  }
  const form = spans.find((span) => span.form !== "")?.form ?? "";
  return { tokens, form };
}
