import { useState } from "react";
import { useI18n } from "#i18n";
import { type Lang, languages } from "#shared/i18n";
import { Button, errorOf, goTo, unwrap, useDesk, useToasts } from "#ui";
import type { StartState } from "./start-state.ts";
import { keepLanguage } from "./way-in.tsx";

type Props = { readonly start: StartState; readonly onOpened: () => void };

/** The first thing anybody sees: what this is, in which language, and a way to try it without deciding anything. */
export function Welcome({ start, onOpened }: Props) {
  const { t, lang, setLang } = useI18n();
  const { client } = useDesk();
  const toasts = useToasts();
  const [busy, setBusy] = useState(false);
  const { sample } = start;
  const tryIt = async (path: string) => {
    setBusy(true);
    const wish = { path, mode: "write", create: true, takeOver: false } as const;
    try {
      await unwrap(client.start.open(wish));
      await keepLanguage(client, lang);
      goTo(["tour"]);
      onOpened();
    } catch (fault) {
      toasts.fail(errorOf(fault));
      setBusy(false);
    }
  };
  return (
    <section className="card stack" aria-labelledby="welcome-title">
      <h2 id="welcome-title">{t("welcome.title")}</h2>
      <p>{t("welcome.text")}</p>
      <p>
        <strong>{t("app.notice.material")}</strong>
      </p>
      <fieldset className="field">
        <legend className="field-label">{t("settings.language")}</legend>
        <div className="row">
          {languages.map((name: Lang) => (
            <label key={name} className="row">
              <input
                type="radio"
                name="language"
                checked={lang === name}
                onChange={() => setLang(name)}
              />
              <span lang={name === "zh" ? "zh-Hans" : "en"}>{t(`welcome.language.${name}`)}</span>
            </label>
          ))}
        </div>
      </fieldset>
      {sample === undefined ? null : (
        <div className="stack-tight">
          <h3>{t("welcome.sample")}</h3>
          <p>{t("welcome.sample.text")}</p>
          <div className="row">
            <Button icon="question" disabled={busy} onClick={() => void tryIt(sample)}>
              {t("welcome.sample.do")}
            </Button>
          </div>
        </div>
      )}
      {start.placeIsSet ? null : <p className="muted">{t("welcome.restore")}</p>}
    </section>
  );
}
