import { useState } from "react";
import { useI18n } from "#i18n";
import { Button, NewPassphrase, Notice } from "#ui";
import type { OpenWish } from "./start-state.ts";

type Props = {
  readonly keyStore: boolean;
  /** The firm's rules leave no choice. */
  readonly mustEncrypt: boolean;
  readonly busy: boolean;
  readonly onCreate: (wish: Pick<OpenWish, "encrypt">) => void;
};

/** Makes a new workspace in an empty folder, encrypted from its first byte where a person wants that. */
export function CreateForm({ keyStore, mustEncrypt, busy, onCreate }: Props) {
  const { t } = useI18n();
  const [encrypt, setEncrypt] = useState(mustEncrypt);
  const [passphrase, setPassphrase] = useState<string | undefined>(undefined);
  const [remember, setRemember] = useState(false);
  const ready = !busy && (!encrypt || passphrase !== undefined);
  const send = () =>
    onCreate(
      encrypt && passphrase !== undefined ? { encrypt: { passphrase, keyStore: remember } } : {},
    );
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) send();
      }}
    >
      <p>{t("start.create.text")}</p>
      <label className="row">
        <input
          type="checkbox"
          checked={encrypt}
          disabled={mustEncrypt}
          onChange={(event) => setEncrypt(event.target.checked)}
        />
        {t(mustEncrypt ? "start.create.must-encrypt" : "start.create.encrypt")}
      </label>
      {encrypt ? (
        <>
          <Notice>{t("encryption.about")}</Notice>
          <NewPassphrase onChange={setPassphrase} />
          {keyStore ? (
            <label className="row">
              <input
                type="checkbox"
                checked={remember}
                onChange={(event) => setRemember(event.target.checked)}
              />
              {t("encryption.keystore.use")}
            </label>
          ) : null}
        </>
      ) : null}
      <div className="row">
        <Button submit look="primary" disabled={!ready}>
          {t("start.create")}
        </Button>
      </div>
    </form>
  );
}
