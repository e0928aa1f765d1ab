import type { AppError } from "#shared/kernel";
import type { catalogue } from "./catalogue/index.ts";
import { type Lang, languages, wordsOf } from "./words.ts";

export type MessageKey = keyof typeof catalogue;
export type MessageParams = Readonly<Record<string, string | number | boolean | readonly string[]>>;

function fill(text: string, lang: Lang, params: MessageParams): string {
  return text.replace(/\{([a-zA-Z0-9]+)\}/g, (whole, name: string) => {
    const value = params[name];
    if (value === undefined) return whole;
    return typeof value === "object" ? value.join(lang === "zh" ? "、" : ", ") : String(value);
  });
}

/** The message in a language with `{name}` filled from params; a name without a value stays visible, so that it is noticed. */
export function translate(lang: Lang, key: MessageKey, params: MessageParams = {}): string {
  return fill(wordsOf(lang, key) ?? key, lang, params);
}

/** Whether the catalogue has such a message; for keys put together from data (`rule.…`, `fact.…`). */
export function hasMessage(key: string): key is MessageKey {
  return languages.some((lang) => wordsOf(lang, key) !== undefined);
}

/** A message whose key is put together from data; falls back to the key itself, which a test of the catalogue must prevent. */
export function translateData(lang: Lang, key: string, params: MessageParams = {}): string {
  return hasMessage(key) ? translate(lang, key, params) : key;
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
