import anyAscii from "any-ascii";
import { Converter } from "opencc-js/t2cn";
import { koreanWords } from "./korean.ts";

const HAN = /\p{Script=Han}/u;
const OTHER = /[^\p{ASCII}\p{Script=Han}]/u;
/** The same text in simplified characters, for comparing only: a name is always shown as its owner writes it. */
const simplified = Converter({ from: "tw", to: "cn" });

/** Whether a text has Chinese characters in it. */
export function hasHan(text: string): boolean {
  return HAN.test(text);
}

/** Scripts other than Latin and Chinese in Latin letters, character by character; Chinese stays as it is. */
function latinised(text: string): string {
  let out = "";
  for (const one of text) out += HAN.test(one) ? one : anyAscii(one);
  return out;
}

const drop = /['’`´ʼ‘"“”]/gu;
/** Initials with points between them are one word: `A.B.C.`, `L.L.C`, `U.S.`. */
const initials = /(?<![\p{L}\p{N}])(?:\p{L}\.\s?){1,7}\p{L}(?![\p{L}\p{N}])\.?/gu;

/**
 * One spelling for many: width, case, accents, script, apostrophes and points no longer tell two names apart. Words are parted by
 * one space; Chinese is simplified and stands without spaces inside.
 */
export function normalName(name: string): string {
  let text = name;
  if (OTHER.test(text)) {
    text = text.normalize("NFKC");
    if (HAN.test(text)) text = simplified(text);
    if (/\p{Script=Hangul}/u.test(text)) text = koreanWords(text);
    if (OTHER.test(text))
      text = latinised(
        text
          .normalize("NFD")
          .replace(/\p{M}+/gu, "")
          .normalize("NFC"),
      );
  } else if (HAN.test(text)) text = simplified(text);
  text = text.toLowerCase().replace(drop, "");
  if (text.includes("."))
    text = text.replace(initials, (run) => run.replace(/[.\s]/g, "")).replaceAll(".", " ");
  text = text
    .replaceAll("&", " and ")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
  return HAN.test(text) ? text.replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, "") : text;
}
