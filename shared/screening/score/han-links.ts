import { cantonese } from "../sound/cantonese.ts";
import { syllableBits, syllablesOf } from "../sound/syllables.ts";
import { wadeGiles } from "../sound/wade-giles.ts";
import { phrasesIn } from "../tables/brand-phrases.ts";
import { chineseOf } from "../tables/lexicon.ts";
import type { Name } from "../tokens/name.ts";
import { hasHan } from "../tokens/normal.ts";
import type { Token } from "../tokens/token.ts";
import { errorsAllowed, typingErrors } from "./distance.ts";
import { type Link, type PieceKind, places } from "./link.ts";

/** How one stretch of a Chinese name sounds. */
export type Sound = {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly kind: PieceKind;
  readonly bits: number;
};

const LONGEST = 7;
/** A sound never tells more than the brand table does. */
const MOST_BY_SOUND = 13.5;
const MOST_READINGS = 4;
const held = new WeakMap<Name, ReadonlyMap<string, readonly Sound[]>>();

/** What the sound of a stretch tells: that of a trade or a place no more than the word itself. */
function bitsOfStretch(name: Name, from: number, to: number, syllables: readonly string[]): number {
  let bits = 0;
  for (const token of name.tokens) {
    const start = Math.max(from, token.from);
    const end = Math.min(to, token.to);
    if (start >= end) continue;
    let own = 0;
    for (let at = start; at < end; at += 1) own += syllableBits(syllables[at - from] ?? "");
    const plain = token.cls !== "brand" && token.cls !== "word";
    bits += plain ? Math.min(own, (token.bits * (end - start)) / (token.to - token.from)) : own;
  }
  return Math.min(MOST_BY_SOUND, bits);
}

function add(map: Map<string, Sound[]>, sound: Sound): void {
  const group = map.get(sound.text);
  if (group === undefined) map.set(sound.text, [sound]);
  else if (!group.some((one) => one.from === sound.from && one.to === sound.to)) group.push(sound);
}

function stretch(
  name: Name,
  from: number,
  to: number,
  named: boolean,
  into: Map<string, Sound[]>,
): void {
  let spelled: readonly (readonly string[])[] = [[]];
  for (let at = from; at < to; at += 1) {
    const options = name.readings[at] ?? [];
    if (options.length === 1 && spelled.length === 1) {
      (spelled[0] as string[]).push(options[0] ?? "");
      continue;
    }
    spelled = spelled
      .flatMap((head) => options.map((one) => [...head, one]))
      .slice(0, MOST_READINGS);
  }
  const size = to - from;
  for (const syllables of spelled) {
    const bits = bitsOfStretch(name, from, to, syllables);
    add(into, { text: syllables.join(""), from, to, kind: "sound", bits });
    if (size >= 2 && named)
      add(into, {
        text: wadeGiles(syllables),
        from,
        to,
        kind: "wade-giles",
        bits: bits - (size === 2 ? 4 : 1.5),
      });
  }
  const [first] = spelled;
  if (size < 2 || !named || first === undefined) return;
  const hongKong = cantonese(name.cells.slice(from, to).join(""));
  if (hongKong === undefined) return;
  const bits = bitsOfStretch(name, from, to, first) - (size === 2 ? 6 : 1.5);
  add(into, { text: hongKong.join(""), from, to, kind: "cantonese", bits });
}

/** Whether lists may have spelled this stretch by itself: part of what names, or whole words side by side. */
function isSpoken(name: Name, from: number, to: number): "named" | "words" | undefined {
  let starts = false;
  let ends = false;
  for (const token of name.tokens) {
    const names = token.cls === "brand" || token.cls === "word";
    if (names && from >= token.from && to <= token.to) return "named";
    // A brand together with the beginning of what follows it.
    if (token.from === from) starts = true;
    if (token.to === to || (names && token.from <= to && to <= token.to)) ends = true;
  }
  return starts && ends ? "words" : undefined;
}

/** Every stretch of a Chinese name by its sound: Hanyu Pinyin in all readings, Wade-Giles, Hong Kong's spelling. */
export function soundsOf(name: Name): ReadonlyMap<string, readonly Sound[]> {
  const known = held.get(name);
  if (known !== undefined) return known;
  const sounds = new Map<string, Sound[]>();
  const spoken = name.cells.map(() => false);
  for (const token of name.tokens)
    for (let at = token.from; at < token.to; at += 1) if (token.han) spoken[at] = true;
  for (let from = 0; from < name.cells.length; from += 1)
    for (let to = from + 1; to <= Math.min(name.cells.length, from + LONGEST); to += 1) {
      if (spoken[to - 1] !== true) break;
      const what = isSpoken(name, from, to);
      if (what !== undefined) stretch(name, from, to, what === "named", sounds);
    }
  held.set(name, sounds);
  return sounds;
}

/** Whether the words that a brand is found in begin the longer name of another body: China Electronics Technology is not China Electronics. */
function beginsAnother(name: Name, words: readonly Token[], { kind, right }: Link): boolean {
  if (kind !== "brand-table" || right.length < 2) return false;
  const own = right.map((at) => words.find(({ from }) => from === at)?.stem);
  const text = name.cells.join("");
  const longer = phrasesIn(words.map(({ stem }) => stem)).filter(
    ({ stems }) => stems.length > own.length && own.every((one, at) => stems[at] === one),
  );
  return longer.length > 0 && !longer.some(({ zh }) => text.includes(zh));
}

const mirror = (link: Link, swapped: boolean): Link =>
  swapped ? { ...link, left: link.right, right: link.left } : link;

function byMeaning(han: readonly Token[], latin: readonly Token[]): readonly Link[] {
  const byStem = new Map<string, Token[]>();
  for (const token of latin)
    if (!token.han) byStem.set(token.stem, [...(byStem.get(token.stem) ?? []), token]);
  const links: Link[] = [];
  for (const token of han.flatMap((one) => [one, ...(one.parts ?? [])])) {
    if (!token.han) continue;
    for (const { how, stems, bits } of token.alternatives) {
      const right: number[] = [];
      let from = 0;
      for (const one of stems) {
        const there: readonly Token[] = byStem.get(one) ?? [];
        const found =
          there.find(({ from: at }) => !right.includes(at) && at >= from) ??
          there.find(({ from: at }) => !right.includes(at));
        if (found === undefined) break;
        right.push(found.from);
        from = found.from;
      }
      if (right.length < stems.length) continue;
      links.push({ kind: how, bits, left: places(token.from, token.to), right });
    }
  }
  return links;
}

/** Whether the brand table knows a brand in other characters than those that only sound like it: Huawei is 华为, not 华伟. */
function isOtherBrand(name: Name, text: string, sound: Sound): boolean {
  const known = chineseOf(text);
  const here = name.cells.slice(sound.from, sound.to);
  if (known === undefined || !hasHan(here.join(""))) return false;
  const own = name.cells.join("");
  for (const one of known) {
    if (own.includes(one) || one.includes(here.join(""))) return false;
    // One character wrong in a longer brand is a slip, not another brand.
    const shared = here.filter((char) => one.includes(char)).length;
    if (one.length >= 3 && shared >= one.length - 1) return false;
  }
  return true;
}

/** How many characters of a stretch name rather than say where or what. */
function namedCells(name: Name, { from, to }: Sound): number {
  let count = 0;
  for (const token of name.tokens)
    if (token.cls === "brand" || token.cls === "word")
      count += Math.max(0, Math.min(to, token.to) - Math.max(from, token.from));
  return count;
}

// biome-ignore lint/complexity/noExcessiveCognitiveComplexity: the innermost loop of every screening, kept in one piece for speed
function bySound(name: Name, latin: readonly Token[]): readonly Link[] {
  const sounds = soundsOf(name);
  const links: Link[] = [];
  for (let from = 0; from < latin.length; from += 1) {
    let text = "";
    const right: number[] = [];
    const others: string[] = [];
    for (let to = from; to < Math.min(latin.length, from + 6); to += 1) {
      const token = latin[to];
      if (token === undefined || token.han) break;
      text += token.text;
      right.push(token.from);
      if (token.text.length >= 4) others.push(token.stem);
      for (const sound of sounds.get(text) ?? []) {
        // A single syllable is heard in half of all names.
        if (sound.to - sound.from < 2 && right.length === 1 && text.length < 4) continue;
        const other =
          isOtherBrand(name, text, sound) ||
          (namedCells(name, sound) <= 3 && others.some((one) => isOtherBrand(name, one, sound)));
        if (other) continue;
        links.push({
          kind: sound.kind,
          bits: sound.bits,
          left: places(sound.from, sound.to),
          right: [...right],
        });
      }
    }
  }
  for (const token of name.tokens) {
    if (token.cls !== "brand" || !token.han || token.to - token.from < 3) continue;
    const spelled = name.readings
      .slice(token.from, token.to)
      .map((options) => options[0] ?? "")
      .join("");
    const allowed = Math.min(errorsAllowed(spelled.length), spelled.length >= 6 ? 2 : 0);
    if (allowed === 0) continue;
    for (const other of latin) {
      if ((other.cls !== "brand" && other.cls !== "word") || syllablesOf(other.text) !== undefined)
        continue;
      const errors = typingErrors(spelled, other.text, allowed);
      if (errors === 0 || errors > allowed) continue;
      const sound = (sounds.get(spelled) ?? [])[0];
      if (sound !== undefined)
        links.push({
          kind: "typing-error",
          bits: Math.max(1, sound.bits - 4.5 * errors),
          left: places(token.from, token.to),
          right: [other.from],
        });
    }
  }
  return links;
}

/** What a name in Chinese characters and pieces in Latin letters have in common; `swapped` puts the Latin name on the left. */
export function hanLatinLinks(
  name: Name,
  latin: readonly Token[],
  swapped: boolean,
): readonly Link[] {
  const meant = byMeaning(name.tokens, latin).filter((link) => !beginsAnother(name, latin, link));
  return [...meant, ...bySound(name, latin)].map((link) => mirror(link, swapped));
}

/** What two names in Chinese characters have in common: equal stretches, and brands that sound alike. */
export function hanLinks(left: Name, right: Name): readonly Link[] {
  const links: Link[] = [];
  for (let from = 0; from < left.cells.length; from += 1)
    for (let other = 0; other < right.cells.length; other += 1) {
      let size = 0;
      while (
        from + size < left.cells.length &&
        other + size < right.cells.length &&
        left.cells[from + size] === right.cells[other + size] &&
        /\p{Script=Han}/u.test(left.cells[from + size] ?? "")
      )
        size += 1;
      for (let length = size; length >= 1; length -= 1) {
        const bits = charBits(left, from, from + length);
        if (length >= 2 || bits >= 3)
          links.push({
            kind: "same",
            bits,
            left: places(from, from + length),
            right: places(other, other + length),
          });
        if (length === size && size > 1) continue;
      }
    }
  return links;
}

function charBits(name: Name, from: number, to: number): number {
  let bits = 0;
  for (const token of name.tokens) {
    const size = Math.min(to, token.to) - Math.max(from, token.from);
    if (size > 0) bits += (token.bits * size) / (token.to - token.from);
  }
  return bits;
}
