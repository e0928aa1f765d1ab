import { readingsOf } from "../sound/pinyin.ts";
import { fullName } from "../tables/short-names.ts";
import { hanTokens } from "./han.ts";
import { latinTokens } from "./latin.ts";
import { hasHan, normalName } from "./normal.ts";
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
};

const run = /\p{Script=Han}+|[^\p{Script=Han}]+/gu;
const NONE: readonly (readonly string[])[] = [];

function mixed(normal: string): Pick<Name, "tokens" | "form" | "cells" | "hasForm"> {
  const tokens: Token[] = [];
  const cells: string[] = [];
  let form = "";
  let hasForm = false;
  for (const [part] of normal.matchAll(run)) {
    if (hasHan(part)) {
      const found = hanTokens(part, cells.length);
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
    };
  }
  let text = normal.replace(digits, (_, number: string) =>
    [...number].map((digit) => chinese[Number(digit)] ?? "").join(""),
  );
  text = fullName(text) ?? text;
  const parts = mixed(text);
  return {
    raw,
    normal,
    ...parts,
    han: true,
    readings: readingsOf(parts.cells.map((cell) => ([...cell].length === 1 ? cell : "x")).join("")),
  };
}
