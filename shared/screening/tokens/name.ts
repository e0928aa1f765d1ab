import { readingsOf } from "../sound/pinyin.ts";
import { fullName } from "../tables/short-names.ts";
import { hanTokens, hasLoneCharacter } from "./han.ts";
import { latinTokens } from "./latin.ts";
import { hasHan, normalName } from "./normal.ts";
import { meantFor } from "./slips.ts";
import type { Token } from "./token.ts";

/** A name made ready for comparing: its pieces, and what is needed to hear it. */
export type Name = {
  readonly raw: string;
  readonly normal: string;
  readonly tokens: readonly Token[];
  /** The form it is compared as; empty where it tells no country. */
  readonly form: string;
  readonly han: boolean;
  /** One character per place of a Chinese piece; a word in Latin letters takes one place. */
  readonly cells: readonly string[];
  /** Readings of each place, the likeliest first. */
  readonly readings: readonly (readonly string[])[];
  /** Whether a firm's legal form stands in it. */
  readonly hasForm: boolean;
  /** Places of characters that were read as others, which were meant; what was written stands in `written`. */
  readonly slips: readonly number[];
  readonly written: readonly string[];
};

const run = /\p{Script=Han}+|[^\p{Script=Han}]+/gu;
const NONE: readonly (readonly string[])[] = [];

function mixed(
  normal: string,
  otherwise = false,
): Pick<Name, "tokens" | "form" | "cells" | "hasForm"> {
  const tokens: Token[] = [];
  const cells: string[] = [];
  let form = "";
  let hasForm = false;
  for (const [part] of normal.matchAll(run)) {
    if (hasHan(part)) {
      const found = hanTokens(part, cells.length, otherwise);
      hasForm ||= found.some((token) => token.cls === "form");
      tokens.push(...found.filter((token) => token.cls !== "form"));
      cells.push(...part.split(""));
      continue;
    }
    const latin = latinTokens(part.trim(), cells.length);
    tokens.push(...latin.tokens);
    cells.push(...latin.tokens.map((token) => token.text));
    if (latin.form !== "") form = latin.form;
  }
  return { tokens, form, cells, hasForm };
}

/** `14所` after a Chinese word: digits inside a Chinese name belong to it. */
const digits = /(?<=\p{Script=Han}) ?(\d{1,5}) ?(?=\p{Script=Han})/gu;
const chinese = "〇一二三四五六七八九";

/** `716所`: a number that begins a name and is its institute's or works'. */
const leading = /^(\d{1,5}) ?(?=(?:[所厂院局室]|研究|设计|基地|部队|工厂))/u;

/** What forms and messages write before a name. */
const label =
  /^\s*(?:beneficiary|applicant|consignee|consignor|shipper|buyer|seller|vendor|supplier|customer|notify party|end[- ]user|importer|exporter|m\/s|messrs|收货人|发货人|买方|卖方|最终用户|受益人|供应商)\s*[:：.]\s*/iu;

/** Reads one name: normal spelling, pieces, legal form, readings. */
export function readName(raw: string): Name {
  const normal = normalName(raw.replace(label, ""));
  if (!hasHan(normal)) {
    const { tokens, form } = latinTokens(normal);
    const words = normal.split(" ").length;
    return {
      raw,
      normal,
      tokens,
      form,
      han: false,
      cells: [],
      readings: NONE,
      hasForm: words > tokens.length,
      slips: [],
      written: [],
    };
  }
  return readHan(raw, normal, fullText(normal), []);
}

/** A name in normal spelling with its digits as Chinese numerals, and in full where it is a short one. */
function fullText(normal: string): string {
  const numerals = (_: string, number: string) =>
    [...number].map((digit) => chinese[Number(digit)] ?? "").join("");
  const text = normal.replace(leading, numerals).replace(digits, numerals);
  return fullName(text) ?? text;
}

function readHan(
  raw: string,
  normal: string,
  text: string,
  slips: readonly number[],
  otherwise = false,
): Name {
  const parts = mixed(text, otherwise);
  return {
    raw,
    normal,
    ...parts,
    han: true,
    readings: readingsOf(parts.cells.map((cell) => ([...cell].length === 1 ? cell : "x")).join("")),
    slips,
    written: parts.cells,
  };
}

/** Whether a name says who or what body it is once a character is read as another. */
function saysWho({ tokens, hasForm }: Name): boolean {
  return !hasForm || tokens.some(({ cls }) => cls === "brand");
}

/**
 * Other ways to read a Chinese name: cut into other words where a character was left alone, and with the characters that were
 * meant where some seem wrong. Each is compared like the name itself; none of them takes a hit away.
 */
export function otherReadings(name: Name): readonly Name[] {
  if (!name.han || name.normal.length > 60) return [];
  const text = fullText(name.normal);
  const found: Name[] = [];
  if (hasLoneCharacter(name.tokens)) found.push(readHan(name.raw, name.normal, text, [], true));
  if (/^\p{Script=Han}+$/u.test(text)) {
    const meant = meantFor(text, name.tokens);
    if (meant !== undefined) {
      // A short name is in full only once it is spelled right, and then stands on other places.
      const full = fullName(meant.text);
      const read = readHan(name.raw, "", full ?? meant.text, full === undefined ? meant.at : [0]);
      if (saysWho(read)) found.push(full === undefined ? { ...read, written: name.written } : read);
    }
  }
  return found;
}
