import { useState } from "react";
import { useI18n } from "#i18n";
import { PassphraseBox } from "./passphrase-box.tsx";

/** As many characters as the store asks for at least. */
const SHORTEST = 8;

type Props = {
  /** The passphrase once it is long enough and typed twice alike; nothing before. */
  readonly onChange: (passphrase: string | undefined) => void;
};

/** Two boxes in which a passphrase is chosen; a slip of the finger must not lock a person out. */
export function NewPassphrase({ onChange }: Props) {
  const { t } = useI18n();
  const [first, setFirst] = useState("");
  const [second, setSecond] = useState("");
  const long = [...first].length >= SHORTEST;
  const tell = (one: string, two: string) =>
    onChange([...one].length >= SHORTEST && one === two ? one : undefined);
  return (
    <div className="form-grid">
      <PassphraseBox
        fresh
        label={t("encryption.passphrase")}
        hint={t("encryption.passphrase.hint")}
        error={
          first === "" || long ? undefined : t("encryption.passphrase.short", { least: SHORTEST })
        }
        value={first}
        onChange={(next) => {
          setFirst(next);
          tell(next, second);
        }}
      />
      <PassphraseBox
        fresh
        label={t("encryption.passphrase.again")}
        error={second === "" || first === second ? undefined : t("encryption.passphrase.differ")}
        value={second}
        onChange={(next) => {
          setSecond(next);
          tell(first, next);
        }}
      />
    </div>
  );
}
