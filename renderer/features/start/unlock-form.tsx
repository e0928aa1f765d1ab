import { useState } from "react";
import { useI18n } from "#i18n";
import { Button, Field, PassphraseBox } from "#ui";
import type { OpenWish, StartState } from "./start-state.ts";

type Props = {
  readonly ways: StartState["ways"];
  readonly busy: boolean;
  readonly onUnlock: (wish: Partial<OpenWish>) => void;
};

/** Asks for the passphrase of an encrypted workspace, or for its recovery code. */
export function UnlockForm({ ways, busy, onUnlock }: Props) {
  const { t } = useI18n();
  const [passphrase, setPassphrase] = useState("");
  const [code, setCode] = useState("");
  const [byCode, setByCode] = useState(false);
  const [readOnly, setReadOnly] = useState(false);
  const mode = readOnly ? "read" : "write";
  const ready = !busy && (byCode ? code.trim() !== "" : passphrase !== "");
  const send = () => {
    const unlock = byCode ? { recoveryCode: code.trim() } : { passphrase };
    // What was typed is not kept in the page longer than it is needed.
    setPassphrase("");
    onUnlock({ mode, unlock });
  };
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) send();
      }}
    >
      <p>{t("start.locked")}</p>
      {byCode ? (
        <Field label={t("start.recovery")} hint={t("start.recovery.hint")}>
          {(ids) => (
            <input
              id={ids.id}
              className="input mono"
              aria-describedby={ids.describedBy}
              autoComplete="off"
              spellCheck={false}
              maxLength={200}
              value={code}
              onChange={(event) => setCode(event.target.value)}
            />
          )}
        </Field>
      ) : (
        <PassphraseBox label={t("start.passphrase")} value={passphrase} onChange={setPassphrase} />
      )}
      <label className="row">
        <input
          type="checkbox"
          checked={readOnly}
          onChange={(event) => setReadOnly(event.target.checked)}
        />
        {t("start.open.read")}
      </label>
      <div className="row">
        <Button submit look="primary" icon="lock" disabled={!ready}>
          {t("start.unlock")}
        </Button>
        {ways.includes("key-store") ? (
          <Button disabled={busy} onClick={() => onUnlock({ mode, unlock: { keyStore: true } })}>
            {t("start.keystore")}
          </Button>
        ) : null}
        {ways.includes("recovery") ? (
          <Button look="link" onClick={() => setByCode(!byCode)}>
            {t(byCode ? "start.use.passphrase" : "start.use.recovery")}
          </Button>
        ) : null}
      </div>
    </form>
  );
}
