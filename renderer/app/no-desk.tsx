import { useState } from "react";
import { LanguageProvider, useI18n } from "#i18n";
import type { Lang } from "#shared/i18n";
import type { AppError } from "#shared/kernel";
import { Button, ErrorNotice } from "#ui";

/** What stands in the window when there is no desk behind it; says why and what to do, in either language. */
export function NoDesk({ error }: { readonly error: AppError }) {
  const [lang, setLang] = useState<Lang>(navigator.language.startsWith("en") ? "en" : "zh");
  return (
    <LanguageProvider lang={lang} onChange={setLang}>
      <NoDeskWords error={error} />
    </LanguageProvider>
  );
}

function NoDeskWords({ error }: { readonly error: AppError }) {
  const { t, lang, setLang } = useI18n();
  return (
    <main className="page">
      <div className="page-head">
        <h1>{t("app.name")}</h1>
        <Button onClick={() => setLang(lang === "zh" ? "en" : "zh")}>
          {t("screen.language.other")}
        </Button>
      </div>
      <ErrorNotice error={error} onRetry={() => globalThis.location.reload()} />
    </main>
  );
}
