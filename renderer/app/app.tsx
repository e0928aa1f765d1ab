import { useCallback, useEffect, useState } from "react";
import { LanguageProvider } from "#i18n";
import { type Lang, loadWords } from "#shared/i18n";
import { defaultSettings, type Settings } from "#shared/model";
import { ToastProvider, useAnswer, useChange, useDesk } from "#ui";
import { BooksProvider } from "./books-provider.tsx";
import { Shell } from "./shell.tsx";

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

/** Language and theme from the settings, then everything else. */
export function App() {
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
  useEffect(() => {
    if (current.theme === "system") delete document.documentElement.dataset["theme"];
    else document.documentElement.dataset["theme"] = current.theme;
  }, [current.theme]);
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
