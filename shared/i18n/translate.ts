import type { AppError } from "#shared/kernel";
import type { catalogue } from "./catalogue/index.ts";
import { type Lang, languages, wordsOf } from "./words.ts";

export type MessageKey = keyof typeof catalogue;

/** What a blank of a message may be filled with. */
type Filling = string | number | boolean | readonly string[];

/** Fillings of a message whose key is put together from data, so that nobody knows its blanks beforehand. */
export type MessageParams = Readonly<Record<string, Filling>>;

/** The names of the blanks of a text: `{count}`, or `{count|entry|entries}` for a word that goes by a number. */
type Blanks<Text extends string> = Text extends `${string}{${infer Blank}}${infer Rest}`
  ? (Blank extends `${infer Name}|${string}` ? Name : Blank) | Blanks<Rest>
  : never;

type BlanksOf<Key extends MessageKey> = Blanks<(typeof catalogue)[Key]["zh"]>;

/**
 * What a message has to be given: exactly its blanks, or nothing where it has none. A key that may be any of the
 * catalogue takes whatever its data gives.
 */
export type MessageArgs<Key extends MessageKey> = MessageKey extends Key
  ? [params?: MessageParams]
  : [BlanksOf<Key>] extends [never]
    ? [params?: Readonly<Record<string, never>>]
    : [params: { readonly [Name in BlanksOf<Key>]: Filling }];

/** The form of a word that English uses for a number (CLDR: "one" for 1 alone, else "other"). */
const formFor = (value: Filling | undefined, one: string, other: string) =>
  String(value) === "1" ? one : other;

const blank = /\{([a-zA-Z0-9]+)(?:\|([^|{}]*)\|([^|{}]*))?\}/g;

function fill(text: string, lang: Lang, params: MessageParams): string {
  return text.replace(blank, (whole, name: string, one?: string, other?: string) => {
    const value = params[name];
    if (value === undefined) return whole;
    if (one !== undefined && other !== undefined) return formFor(value, one, other);
    return typeof value === "object" ? value.join(lang === "zh" ? "、" : ", ") : String(value);
  });
}

/** The message in a language with its blanks filled; a blank without a value stays visible, so that it is noticed. */
export function translate<Key extends MessageKey>(
  lang: Lang,
  key: Key,
  ...[params]: MessageArgs<Key>
): string {
  return fill(wordsOf(lang, key) ?? key, lang, params ?? {});
}

/** Whether the catalogue has such a message; for keys put together from data (`rule.…`, `fact.…`). */
export function hasMessage(key: string): key is MessageKey {
  return languages.some((lang) => wordsOf(lang, key) !== undefined);
}

/** A message whose key is put together from data; falls back to the key itself, which a test of the catalogue must prevent. */
export function translateData(lang: Lang, key: string, params: MessageParams = {}): string {
  return fill(wordsOf(lang, key) ?? key, lang, params);
}

/** Parameters that are themselves words: what is wrong with a place, the place "everything", the end of a file. */
function spoken(lang: Lang, params: MessageParams): MessageParams {
  const { problem, at, what } = params;
  const shape = `shape.${String(problem)}`;
  return {
    ...params,
    ...(hasMessage(shape) ? { problem: translate(lang, shape, params) } : {}),
    ...(at === "(top)" ? { at: translate(lang, "shape.top") } : {}),
    ...(what === "(end)" ? { what: translate(lang, "shape.end") } : {}),
  };
}

/** The sentence for an error: what, where, what to do. An unknown code is named together with its parameters. */
export function errorText(lang: Lang, error: AppError): string {
  const key = `error.${error.code}`;
  if (hasMessage(key)) return translate(lang, key, spoken(lang, error.params));
  // Some modules name the message itself: what a standard's checker objects to has a sentence of its own.
  if (hasMessage(error.code)) return translate(lang, error.code, error.params);
  const details = Object.entries(error.params)
    .map(([name, value]) => `${name}=${String(value)}`)
    .join(", ");
  return details === "" ? error.code : `${error.code} (${details})`;
}
