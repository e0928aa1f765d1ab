import { useCallback, useEffect } from "react";
import { LanguageProvider } from "#i18n";
import type { Lang } from "#shared/i18n";
import { defaultSettings, type Settings } from "#shared/model";
import { ToastProvider, useAnswer, useChange, useDesk } from "#ui";
import { BooksProvider } from "./books-provider.tsx";
import { Shell } from "./shell.tsx";

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
  useEffect(() => {
    if (current.theme === "system") delete document.documentElement.dataset["theme"];
    else document.documentElement.dataset["theme"] = current.theme;
  }, [current.theme]);
  // One blink of the wrong language is worse than one frame of nothing: the host answers within milliseconds.
  if (settings.isPending) return null;
  return (
    <LanguageProvider lang={current.language} onChange={setLang}>
      <ToastProvider>
        <BooksProvider>
          <Shell theme={current.theme} onTheme={(theme) => change({ theme })} />
        </BooksProvider>
      </ToastProvider>
    </LanguageProvider>
  );
}
