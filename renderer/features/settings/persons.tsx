import { useState } from "react";
import { useI18n } from "#i18n";
import type { AppError } from "#shared/kernel";
import {
  Badge,
  Button,
  Dialog,
  ErrorNotice,
  errorOf,
  Field,
  IconButton,
  Notice,
  Skeleton,
  unwrap,
  useAnswer,
  useBooks,
  useChange,
  useDesk,
  useInvalidate,
  useToasts,
} from "#ui";

/** Colleagues and their signing keys. */
export function Persons() {
  const { t, td } = useI18n();
  const { client } = useDesk();
  const books = useBooks();
  const toasts = useToasts();
  const [keyFor, setKeyFor] = useState<string | undefined>(undefined);
  const persons = useAnswer(["persons"], async () => await client.persons.list({}));
  const remove = useChange(client.persons.remove, [["persons"]]);
  if (persons.error !== null) return <ErrorNotice error={errorOf(persons.error)} />;
  if (persons.data === undefined) return <Skeleton />;
  return (
    <div className="stack">
      {persons.data.length === 0 ? <p className="muted">{t("settings.persons.empty")}</p> : null}
      <ul className="plain-list stack">
        {persons.data.map(({ value: person }) => (
          <li key={person.id} className="entry row">
            <Button look="link" onClick={() => void books.open("person", { id: person.id })}>
              {person.name}
            </Button>
            <span className="muted">
              {person.roles.map((role) => td(`person.role.${role}`)).join(" · ")}
            </span>
            <span className="grow" />
            {person.publicKey === undefined ? (
              <Button size="small" icon="lock" onClick={() => setKeyFor(person.id)}>
                {t("settings.persons.makekey")}
              </Button>
            ) : (
              <Badge tone="good" icon="lock">
                {`${t("settings.persons.haskey")} ${person.publicKey.slice(0, 8)}`}
              </Badge>
            )}
            <IconButton
              size="small"
              icon="trash"
              label={t("screen.delete.named", { name: person.name })}
              onClick={() =>
                remove.mutate(
                  { id: person.id },
                  { onError: (fault) => toasts.fail(errorOf(fault)) },
                )
              }
            />
          </li>
        ))}
      </ul>
      <div className="row">
        <Button icon="add" onClick={() => void books.open("person", {})}>
          {t("settings.persons.new")}
        </Button>
      </div>
      {keyFor === undefined ? null : (
        <MakeKey person={keyFor} onClose={() => setKeyFor(undefined)} />
      )}
    </div>
  );
}

const SHORTEST = 8;

function MakeKey({ person, onClose }: { readonly person: string; readonly onClose: () => void }) {
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
      toasts.say(t("settings.persons.keymade"));
      onClose();
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
    <Dialog title={t("settings.persons.makekey")} onClose={onClose}>
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
