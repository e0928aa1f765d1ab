import { useQueryClient } from "@tanstack/react-query";
import { lazy, type ReactNode, Suspense, useCallback, useEffect, useState } from "react";
import { LanguageProvider, useI18n } from "#i18n";
import { type Lang, loadWords } from "#shared/i18n";
import { defaultSettings, type Settings } from "#shared/model";
import {
  Button,
  type FreshCode,
  FreshCodeContext,
  goTo,
  ToastProvider,
  useAnswer,
  useChange,
  useDesk,
  usePlace,
} from "#ui";
import { BooksProvider } from "./books-provider.tsx";
import { ChangeFeedProvider } from "./change-feed-provider.tsx";
import { useClosedCommands } from "./commands.ts";
import { Shell } from "./shell.tsx";

// Most of the time a workspace is open at once and nobody sees this page.
const StartPage = lazy(async () => ({
  default: (await import("../features/start/start-page.tsx")).StartPage,
}));

const AboutPage = lazy(async () => ({
  default: (await import("../features/about/about-page.tsx")).AboutPage,
}));

/** The language on screen: the one wished for, as soon as its words are here. */
function useSpoken(wished: Lang): Lang {
  const [spoken, setSpoken] = useState(wished);
  useEffect(() => {
    if (wished === spoken) return;
    let isWanted = true;
    void loadWords(wished).then(() => {
      if (isWanted) setSpoken(wished);
    });
    return () => {
      isWanted = false;
    };
  }, [wished, spoken]);
  return spoken;
}

const LANGUAGE = "desk-language";
/** While nothing is open, another window may open it. */
const LOOK_AGAIN_MS = 3000;

/** The language that was switched on last: before a workspace is open its settings cannot be read. */
function lastLanguage(): Lang {
  const known = globalThis.localStorage.getItem(LANGUAGE);
  if (known === "zh" || known === "en") return known;
  return navigator.language.startsWith("en") ? "en" : "zh";
}

function setDarkness(theme: Settings["theme"]): void {
  if (theme === "system") delete document.documentElement.dataset["theme"];
  else document.documentElement.dataset["theme"] = theme;
}

/** The desk when a workspace is open; before that, and while it is locked, the way in. */
export function App() {
  const { client } = useDesk();
  const queries = useQueryClient();
  const [fresh, setFresh] = useState<FreshCode | undefined>(undefined);
  const start = useAnswer(["start"], async () => await client.start.state({}));
  const { refetch } = start;
  const state = start.data?.state;
  const isOpen = state === "open" && fresh === undefined;
  useEffect(() => {
    if (state === "open") return;
    const timer = setInterval(() => void refetch(), LOOK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [state, refetch]);
  /** What was shown of a workspace that is closed now must not stay in the page's memory, nor pass for the next one's. */
  const wipe = useCallback(
    () => queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== "start" }),
    [queries],
  );
  const forget = useCallback(() => {
    wipe();
    void refetch();
  }, [wipe, refetch]);
  useEffect(() => {
    if (state !== undefined && state !== "open") wipe();
  }, [state, wipe]);
  if (start.data === undefined) return null;
  if (isOpen)
    return (
      <FreshCodeContext value={setFresh}>
        <ChangeFeedProvider onClosed={forget}>
          <OpenDesk />
        </ChangeFeedProvider>
      </FreshCodeContext>
    );
  return (
    <Closed>
      <StartPage
        start={start.data}
        fresh={fresh}
        onOpened={(given) => {
          setFresh(given);
          void refetch();
        }}
        onGo={() => {
          setFresh(undefined);
          forget();
        }}
      />
    </Closed>
  );
}

function Closed({ children }: { readonly children: ReactNode }) {
  const [wished, setWished] = useState<Lang>(lastLanguage);
  const lang = useSpoken(wished);
  const change = (next: Lang) => {
    globalThis.localStorage.setItem(LANGUAGE, next);
    setWished(next);
  };
  return (
    <LanguageProvider lang={lang} onChange={change}>
      <ToastProvider>
        <Suspense fallback={null}>
          <ClosedPage>{children}</ClosedPage>
        </Suspense>
      </ToastProvider>
    </LanguageProvider>
  );
}

/** The way in, or what can be told about the program without one. */
function ClosedPage({ children }: { readonly children: ReactNode }) {
  const { t } = useI18n();
  const { steps } = usePlace();
  useClosedCommands();
  if (steps[0] !== "about") return children;
  return (
    <main>
      <AboutPage closed />
      <div className="page row">
        <Button onClick={() => goTo([])}>{t("start.back")}</Button>
      </div>
    </main>
  );
}

/** Language and theme from the settings, then everything else. */
function OpenDesk() {
  const { client } = useDesk();
  const settings = useAnswer(["settings"], async () => await client.settings.get({}));
  const save = useChange(client.settings.save, [["settings"]]);
  const current = save.isPending ? save.variables : (settings.data ?? defaultSettings);
  const { mutate } = save;
  const change = useCallback(
    (part: Partial<Settings>) => mutate({ ...current, ...part }),
    [current, mutate],
  );
  const setLang = useCallback((language: Lang) => change({ language }), [change]);
  const lang = useSpoken(current.language);
  const known = settings.data?.language;
  useEffect(() => {
    if (known !== undefined) globalThis.localStorage.setItem(LANGUAGE, known);
  }, [known]);
  useEffect(() => setDarkness(current.theme), [current.theme]);
  return (
    <LanguageProvider lang={lang} onChange={setLang}>
      <ToastProvider>
        <BooksProvider>
          <Shell theme={current.theme} onTheme={(theme) => change({ theme })} />
        </BooksProvider>
      </ToastProvider>
    </LanguageProvider>
  );
}
