import { useState } from "react";
import { useI18n } from "#i18n";
import type { AppError } from "#shared/kernel";
import {
  Button,
  Dialog,
  ErrorNotice,
  errorOf,
  Field,
  Notice,
  unwrap,
  useDesk,
  useInvalidate,
  useToasts,
} from "#ui";

const SHORTEST = 8;

/** Makes a colleague's signing key under a passphrase that the colleague chooses. */
export function MakeKey({
  person,
  name,
  onMade,
  onClose,
}: {
  readonly person: string;
  readonly name: string;
  readonly onMade: () => void;
  readonly onClose: () => void;
}) {
  const { t } = useI18n();
  const { client } = useDesk();
  const toasts = useToasts();
  const invalidate = useInvalidate();
  const [first, setFirst] = useState("");
  const [second, setSecond] = useState("");
  const [error, setError] = useState<AppError | undefined>(undefined);
  const [busy, setBusy] = useState(false);
  const differ = second !== "" && first !== second;
  const make = async () => {
    setBusy(true);
    try {
      await unwrap(client.persons.createKey({ person, passphrase: first }));
      invalidate(["persons"]);
      invalidate(["register"]);
      toasts.say(t("settings.persons.keymade"));
      onMade();
    } catch (fault) {
      setError(errorOf(fault));
      setBusy(false);
    }
  };
  const box = (label: string, value: string, put: (next: string) => void, problem?: string) => (
    <Field label={label} error={problem}>
      {(ids) => (
        <input
          id={ids.id}
          className="input"
          type="password"
          autoComplete="new-password"
          aria-describedby={ids.describedBy}
          aria-invalid={ids.invalid || undefined}
          value={value}
          onChange={(event) => put(event.target.value)}
        />
      )}
    </Field>
  );
  return (
    <Dialog title={t("settings.persons.makekey.for", { name })} onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (!busy && first === second && first.length >= SHORTEST) void make();
        }}
      >
        <Notice tone="warn">{t("settings.persons.keywarn")}</Notice>
        {error === undefined ? null : <ErrorNotice error={error} />}
        {box(t("settings.persons.passphrase"), first, setFirst)}
        {box(
          t("settings.persons.passphrase.again"),
          second,
          setSecond,
          differ ? t("settings.persons.passphrase.differ") : undefined,
        )}
        <div className="row">
          <Button
            submit
            look="primary"
            disabled={busy || first.length < SHORTEST || first !== second}
          >
            {t("screen.create")}
          </Button>
          <Button onClick={onClose}>{t("screen.cancel")}</Button>
        </div>
      </form>
    </Dialog>
  );
}
