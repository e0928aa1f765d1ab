import { type Lang, type MessageKey, type MessageParams, translate } from "#shared/i18n";

/** The page's own words, so that a journey can be walked in either language by the names a person reads. */
export type Words = (key: MessageKey, params?: MessageParams) => string;

/** The words of one language. */
export function wordsOf(lang: Lang): Words {
  return (key, params) => translate(lang, key, params);
}
