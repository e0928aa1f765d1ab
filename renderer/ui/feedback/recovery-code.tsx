import { createContext, useContext, useState } from "react";
import { useI18n } from "#i18n";
import { Button } from "../layout/button.tsx";
import { Notice } from "./feedback.tsx";

/** A recovery code that was just made. */
export type FreshCode = {
  readonly code: string;
  /** Which workspace it opens. */
  readonly workspace: string;
  /** Where the plain workspace lies that this one is a copy of. */
  readonly plain?: string;
};

/** Where the app shows a fresh code over everything else. */
export const FreshCodeContext = createContext<(fresh: FreshCode) => void>(() => undefined);

/**
 * Hands a fresh code to the app, which shows it in place of every page until a person has kept it: nothing that happens to
 * the page it was made on can lose it.
 */
export function useTellCode(): (fresh: FreshCode) => void {
  return useContext(FreshCodeContext);
}

type Props = { readonly fresh: FreshCode; readonly onDone: () => void };

/** The recovery code of a workspace, told once: to be printed or written down before anything else is done. */
export function RecoveryCode({ fresh, onDone }: Props) {
  const { t } = useI18n();
  const [kept, setKept] = useState(false);
  const { code, workspace, plain } = fresh;
  const groups = code.split("-");
  return (
    <section className="stack" aria-labelledby="recovery-title">
      <h2 id="recovery-title">{t("encryption.recovery.title")}</h2>
      <p>{t("encryption.recovery.text")}</p>
      <output className="code-groups" aria-label={t("encryption.recovery.title")}>
        {groups.map((group, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the groups of a code have no other identity
          <span key={index}>{group}</span>
        ))}
      </output>
      <p className="muted">{t("encryption.recovery.for", { workspace })}</p>
      <div className="stack no-print">
        <Notice tone="warn">{t("encryption.recovery.once")}</Notice>
        {plain === undefined ? null : (
          <Notice tone="warn">{t("encryption.encrypt.plain", { path: plain })}</Notice>
        )}
        <div className="row">
          <Button icon="download" onClick={() => globalThis.print()}>
            {t("encryption.recovery.print")}
          </Button>
        </div>
        <label className="row">
          <input
            type="checkbox"
            checked={kept}
            onChange={(event) => setKept(event.target.checked)}
          />
          {t("encryption.recovery.kept")}
        </label>
        <div className="row">
          <Button look="primary" disabled={!kept} onClick={onDone}>
            {t("encryption.recovery.go")}
          </Button>
        </div>
      </div>
    </section>
  );
}
