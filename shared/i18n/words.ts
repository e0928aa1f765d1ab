import { catalogue } from "./catalogue/index.ts";

// The one door to the catalogue. The bundler of the page puts another file in this one's place that holds each language
// by itself (`build/bundle/split-words.ts`), so that nobody waits for the words of a language that is not shown.

/** The languages that the desk speaks. */
export const languages = ["zh", "en"] as const;
/** One of them. */
export type Lang = (typeof languages)[number];

const messages: Readonly<Record<string, Readonly<Record<Lang, string>>>> = catalogue;

/** The words of a key as the catalogue has them, with their blanks unfilled. */
export function wordsOf(lang: Lang, key: string): string | undefined {
  return Object.hasOwn(messages, key) ? messages[key]?.[lang] : undefined;
}

/** Resolves once the words of a language can be asked for; outside the page they always can. */
export function loadWords(_lang: Lang): Promise<void> {
  return Promise.resolve();
}
