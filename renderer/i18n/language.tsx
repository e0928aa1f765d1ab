import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useLayoutEffect,
  useMemo,
} from "react";
import {
  errorText,
  type Lang,
  type MessageArgs,
  type MessageKey,
  type MessageParams,
  translate,
  translateData,
} from "#shared/i18n";
import type { AppError } from "#shared/kernel";

/** Words of the page in the language that is switched on. */
export type I18n = {
  readonly lang: Lang;
  /** The message of a key that is known when the code is written. */
  readonly t: <Key extends MessageKey>(key: Key, ...params: MessageArgs<Key>) => string;
  /** The message of a key that is put together from data; the key itself where the catalogue has none. */
  readonly td: (key: string, params?: MessageParams) => string;
  /** The sentence for an error. */
  readonly te: (error: AppError) => string;
  /** The words of this language out of a bilingual value; the other language's where there are none. */
  readonly pick: (words: {
    readonly zh?: string | undefined;
    readonly en?: string | undefined;
  }) => string;
  readonly setLang: (lang: Lang) => void;
};

const LanguageContext = createContext<I18n | undefined>(undefined);

type Props = {
  readonly lang: Lang;
  readonly onChange: (lang: Lang) => void;
  readonly children: ReactNode;
};

/** Puts a language over a part of the page and tells the document, so that screen readers pick the right voice. */
export function LanguageProvider({ lang, onChange, children }: Props) {
  // Before the effects of the pages inside, which name themselves in the title.
  useLayoutEffect(() => {
    document.documentElement.lang = lang === "zh" ? "zh-Hans" : "en";
    document.title = translate(lang, "app.name");
  }, [lang]);
  const value = useMemo<I18n>(
    () => ({
      lang,
      t: (key, ...params) => translate(lang, key, ...params),
      td: (key, params) => translateData(lang, key, params),
      te: (error) => errorText(lang, error),
      pick: (words) => (lang === "zh" ? (words.zh ?? words.en) : (words.en ?? words.zh)) ?? "",
      setLang: onChange,
    }),
    [lang, onChange],
  );
  return <LanguageContext value={value}>{children}</LanguageContext>;
}

/** The words of the page; throws outside a `LanguageProvider`, which is a fault of the program. */
export function useI18n(): I18n {
  const value = useContext(LanguageContext);
  if (value === undefined) throw new Error("no language above this component");
  return value;
}

/** Puts the name of what is shown before the program's in the window's title, so that tabs, bookmarks and going back can be told apart. */
export function usePageTitle(name: string | undefined): void {
  const { lang } = useI18n();
  useEffect(() => {
    if (name === undefined) return;
    document.title = `${name} · ${translate(lang, "app.name")}`;
  }, [lang, name]);
}
