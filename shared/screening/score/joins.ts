import { syllablesOf } from "../sound/syllables.ts";
import { wadeGiles } from "../sound/wade-giles.ts";
import type { Token } from "../tokens/token.ts";

/** Words in Latin letters side by side, written as one. */
export type Joined = {
  readonly text: string;
  readonly at: readonly number[];
  readonly bits: number;
};

/** Everything that words of a name make up when they are written together, and how that sounds in Wade-Giles. */
export type Joins = {
  readonly all: readonly Joined[];
  readonly byText: ReadonlyMap<string, readonly Joined[]>;
  readonly byWade: ReadonlyMap<string, readonly Joined[]>;
  readonly initials: ReadonlyMap<string, readonly Joined[]>;
};

const MOST_WORDS = 5;
const held = new WeakMap<readonly Token[], Joins>();

function add(map: Map<string, Joined[]>, key: string, one: Joined): void {
  const group = map.get(key);
  if (group === undefined) map.set(key, [one]);
  else group.push(one);
}

function joined(tokens: readonly Token[]): readonly Joined[] {
  const found: Joined[] = [];
  for (let from = 0; from < tokens.length; from += 1) {
    let text = "";
    let bits = 0;
    const at: number[] = [];
    for (let to = from; to < Math.min(tokens.length, from + MOST_WORDS); to += 1) {
      const token = tokens[to];
      if (token === undefined || token.han || token.cls === "number") break;
      text += token.text;
      bits += token.bits;
      at.push(token.from);
      found.push({ text, at: [...at], bits });
    }
  }
  return found;
}

function initialsOf(tokens: readonly Token[]): ReadonlyMap<string, readonly Joined[]> {
  const plain = tokens.filter((token) => !token.han && token.cls !== "number");
  const found = new Map<string, Joined[]>();
  for (let size = 3; size <= Math.min(8, plain.length); size += 1)
    for (let from = 0; from + size <= plain.length; from += 1) {
      const part = plain.slice(from, from + size);
      const text = part.map((token) => token.text[0] ?? "").join("");
      add(found, text, { text, at: part.map((token) => token.from), bits: 0 });
    }
  return found;
}

/** The joins of a name's pieces, made once. */
export function joinsOf(tokens: readonly Token[]): Joins {
  const known = held.get(tokens);
  if (known !== undefined) return known;
  const all = joined(tokens);
  const byText = new Map<string, Joined[]>();
  const byWade = new Map<string, Joined[]>();
  for (const one of all) {
    add(byText, one.text, one);
    const syllables = one.text.length >= 3 ? syllablesOf(one.text) : undefined;
    const wade = syllables === undefined ? one.text : wadeGiles(syllables);
    if (wade !== one.text) add(byWade, wade, one);
  }
  const found = { all, byText, byWade, initials: initialsOf(tokens) };
  held.set(tokens, found);
  return found;
}
