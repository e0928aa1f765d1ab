import { readingsOf } from "../sound/pinyin.ts";
import { syllablesOf } from "../sound/syllables.ts";
import { wadeGiles, wadeSyllables } from "../sound/wade-giles.ts";
import { glosses, spelledFirst } from "../tables/lexicon.ts";
import { bitsOf } from "../tables/rarity.ts";
import { alternativesOf } from "./han.ts";
import { hanForms } from "./han-forms.ts";
import type { Name } from "./name.ts";
import { hanNumber } from "./numerals.ts";
import type { Alternative, Token, TokenClass } from "./token.ts";

/** Chinese words by their sound, for names that are Chinese in Latin letters throughout. */
type Heard = {
  readonly cls: TokenClass;
  readonly text: string;
  readonly alternatives: readonly Alternative[];
};

let byPinyin: Map<string, Heard[]> | undefined;
let byWade: Map<string, Heard[]> | undefined;
const LONGEST = 12;

function lexicon(): {
  readonly pinyin: ReadonlyMap<string, readonly Heard[]>;
  readonly wade: ReadonlyMap<string, readonly Heard[]>;
} {
  if (byPinyin !== undefined && byWade !== undefined) return { pinyin: byPinyin, wade: byWade };
  byPinyin = new Map();
  byWade = new Map();
  const put = (map: Map<string, Heard[]>, key: string, one: Heard) => {
    const held = map.get(key);
    if (held === undefined) map.set(key, [one]);
    else held.push(one);
  };
  const words: (readonly [string, TokenClass])[] = [
    ...[...glosses]
      .filter(([zh]) => zh.length >= 2 && zh.length <= LONGEST && /^\p{Script=Han}+$/u.test(zh))
      .map(([zh, gloss]) => [zh, gloss.cls] as const),
    ...hanForms.map((form) => [form, "form"] as const),
    ...["与", "和"].map((one) => [one, "form"] as const),
  ];
  for (const [zh, cls] of words) {
    const syllables = readingsOf(zh).map((options) => options[0] ?? "");
    const one = { cls, text: zh, alternatives: cls === "form" ? [] : alternativesOf(zh, cls) };
    put(byPinyin, syllables.join(" "), one);
    put(byWade, syllables.map((syllable) => wadeGiles([syllable])).join(" "), one);
  }
  return { pinyin: byPinyin, wade: byWade };
}

const numerals: ReadonlyMap<string, string> = new Map(
  [..."〇一二三四五六七八九十百"].map((char, at) => [
    ["ling", "yi", "er", "san", "si", "wu", "liu", "qi", "ba", "jiu", "shi", "bai"][at] ?? "",
    char,
  ]),
);

type Piece = {
  readonly from: number;
  readonly to: number;
  readonly cls: TokenClass;
  readonly text: string;
  readonly alternatives: readonly Alternative[];
};

/** `di shi si`: an ordinal in sounds. */
function ordinalAt(cells: readonly string[], at: number): Piece | undefined {
  if (cells[at] !== "di" && cells[at] !== "ti") return undefined;
  let text = "";
  let to = at + 1;
  while (to < cells.length && numerals.has(cells[to] ?? "") && to - at < 6) {
    text += numerals.get(cells[to] ?? "") ?? "";
    to += 1;
  }
  const value = text === "" ? undefined : hanNumber(text);
  return value === undefined
    ? undefined
    : { from: at, to, cls: "number", text: value, alternatives: [] };
}

function piecesOf(
  cells: readonly string[],
  words: ReadonlyMap<string, readonly Heard[]>,
): readonly Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  while (at < cells.length) {
    let found: Piece | undefined = ordinalAt(cells, at);
    for (
      let size = Math.min(LONGEST, cells.length - at);
      size >= 2 && found === undefined;
      size -= 1
    ) {
      const heard = words.get(cells.slice(at, at + size).join(" "));
      const [first] = heard ?? [];
      if (heard !== undefined && first !== undefined)
        found = {
          from: at,
          to: at + size,
          cls: first.cls,
          text: first.text,
          alternatives: heard.flatMap((one) => one.alternatives),
        };
    }
    const last = pieces.at(-1);
    if (found !== undefined) {
      pieces.push(found);
      at = found.to;
    } else if (last?.cls === "brand" && last.alternatives.length === 0 && last.to === at) {
      pieces[pieces.length - 1] = { ...last, to: at + 1, text: last.text + cells[at] };
      at += 1;
    } else {
      pieces.push({ from: at, to: at + 1, cls: "brand", text: cells[at] ?? "", alternatives: [] });
      at += 1;
    }
  }
  return pieces;
}

function tokenOf({ from, to, cls, text, alternatives }: Piece): Token {
  const [first] = alternatives;
  let bits = Math.min(13, (to - from) * 4.5);
  if (cls === "number") bits = bitsOf(text, cls);
  else if (cls !== "brand" && first !== undefined) bits = Math.min(9, first.bits);
  return { text, stem: text, cls, han: cls !== "number", bits, from, to, alternatives };
}

let placed: ReadonlyMap<string, string> | undefined;

/** A place under its old or foreign spelling (Peking, Canton, Harbin) as it is spelled in Hanyu Pinyin. */
function spelledPlace(word: string): string {
  placed ??= new Map(
    [...glosses]
      .filter(([, gloss]) => gloss.cls === "place")
      .flatMap(([zh, gloss]) => {
        const own = readingsOf(zh)
          .map((options) => options[0] ?? "")
          .join("");
        return gloss.alternatives.flatMap((stems) =>
          stems.length === 1 ? [[stems[0] ?? "", own] as const] : [],
        );
      }),
  );
  return placed.get(spelledFirst(word)) ?? word;
}

/** Syllables of a text in Hanyu Pinyin, or failing that in Wade-Giles. */
function cellsOf(
  normal: string,
): { readonly cells: readonly string[]; readonly wade: boolean } | undefined {
  const words = normal
    .split(" ")
    .filter((word) => word !== "")
    .map((word) => spelledPlace(word));
  const plain = words.map(syllablesOf);
  if (plain.every((one) => one !== undefined))
    return { cells: plain.flatMap((one) => one ?? []), wade: false };
  const wade = words.map(wadeSyllables);
  return wade.every((one) => one !== undefined)
    ? { cells: wade.flatMap((one) => one ?? []), wade: true }
    : undefined;
}

/**
 * A name that is Chinese written in Latin letters throughout (Haerbin Gongye Daxue, Pei-ching Hang-k'ung Ta-hsueh), read as the
 * Chinese that it sounds like; undefined where it is no such name or says nothing that the tables know.
 */
export function readSpelled(name: Name): readonly Name[] {
  if (name.han || name.normal.length > 120) return [];
  const found = cellsOf(name.normal);
  if (found === undefined || found.cells.length < 2) return [];
  const { pinyin, wade } = lexicon();
  const read = (
    cells: readonly string[],
    words: ReadonlyMap<string, readonly Heard[]>,
  ): Name | undefined => {
    const pieces = piecesOf(cells, words);
    if (!pieces.some(({ cls, alternatives }) => alternatives.length > 0 && cls !== "brand"))
      return pieces.some(({ alternatives }) => alternatives.length > 0)
        ? made(name, cells, pieces)
        : undefined;
    return made(name, cells, pieces);
  };
  const loose = found.wade ? found.cells : found.cells.map((cell) => cell);
  return [found.wade ? undefined : read(found.cells, pinyin), read(loose, wade)].filter(
    (one) => one !== undefined,
  );
}

function made(name: Name, cells: readonly string[], pieces: readonly Piece[]): Name {
  const tokens = pieces.filter(({ cls }) => cls !== "form").map(tokenOf);
  return {
    ...name,
    tokens,
    han: true,
    cells,
    written: cells,
    readings: cells.map((cell) => [cell]),
    hasForm: pieces.some(({ cls }) => cls === "form"),
  };
}
