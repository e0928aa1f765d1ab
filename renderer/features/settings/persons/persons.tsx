import { useState } from "react";
import { useI18n } from "#i18n";
import type { Person } from "#shared/model";
import {
  Badge,
  Button,
  ErrorNotice,
  errorOf,
  IconButton,
  Notice,
  Skeleton,
  type Tone,
  useAnswer,
  useBooks,
  useChange,
  useDesk,
  useToasts,
} from "#ui";
import { MakeKey } from "./make-key.tsx";
import { type Act, PersonActs } from "./person-acts.tsx";
import { SignedIn } from "./signed-in.tsx";

const toneOf: Readonly<Record<string, Tone>> = {
  "no-key": "plain",
  unconfirmed: "warn",
  waiting: "warn",
  confirmed: "good",
  differs: "bad",
};

/** Colleagues, their signing keys, and who confirmed them. */
export function Persons() {
  const { t, td } = useI18n();
  const { client } = useDesk();
  const books = useBooks();
  const toasts = useToasts();
  const [keyFor, setKeyFor] = useState<string | undefined>(undefined);
  const [act, setAct] = useState<Act | undefined>(undefined);
  const persons = useAnswer(["persons"], async () => await client.persons.list({}));
  const register = useAnswer(["register"], async () => await client.persons.register({}), {
    fresh: true,
  });
  const remove = useChange(client.persons.remove, [["persons"], ["register"]]);
  const fault = persons.error ?? register.error;
  if (fault !== null) return <ErrorNotice error={errorOf(fault)} />;
  if (persons.data === undefined || register.data === undefined) return <Skeleton />;
  const known = register.data;
  const nameOf = (id: string) => persons.data.find((one) => one.value.id === id)?.value.name ?? id;
  const rowOf = (id: string) => known.persons.find(({ person }) => person === id);
  const badge = (person: Person) => {
    const row = rowOf(person.id);
    const state = row?.state ?? "no-key";
    const by = (row?.confirmedBy ?? []).map(nameOf).join(t("act.comma"));
    return (
      <Badge tone={toneOf[state] ?? "plain"}>
        {by === "" ? td(`person.state.${state}`) : t("person.state.confirmedBy", { by })}
      </Badge>
    );
  };
  return (
    <div className="stack">
      <SignedIn signedIn={known.signedIn} persons={persons.data.map(({ value }) => value)} />
      <Notice>{t("persons.about")}</Notice>
      {known.problems.map((problem) => (
        <ErrorNotice key={problem.code} error={problem} />
      ))}
      {known.onePerson === undefined ? null : (
        <Notice tone="warn">{t("persons.one.on", { person: nameOf(known.onePerson) })}</Notice>
      )}
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
            {badge(person)}
            {person.publicKey === undefined ? (
              <Button size="small" icon="lock" onClick={() => setKeyFor(person.id)}>
                {t("settings.persons.makekey")}
              </Button>
            ) : (
              <PersonButtons
                standing={(rowOf(person.id)?.confirmedBy.length ?? 0) > 0}
                onAct={(kind) => setAct({ kind, person })}
              />
            )}
            <IconButton
              size="small"
              icon="trash"
              label={t("screen.delete.named", { name: person.name })}
              onClick={() =>
                remove.mutate(
                  { id: person.id },
                  { onError: (problem) => toasts.fail(errorOf(problem)) },
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
        {known.founded ? null : (
          <Button onClick={() => setAct({ kind: known.onePerson ? "one-off" : "one-on" })}>
            {t(known.onePerson === undefined ? "persons.one.start" : "persons.one.end")}
          </Button>
        )}
      </div>
      {keyFor === undefined ? null : (
        <MakeKey person={keyFor} onClose={() => setKeyFor(undefined)} />
      )}
      {act === undefined ? null : (
        <PersonActs
          act={act}
          fingerprint={rowOf(act.person?.id ?? "")?.fingerprint ?? ""}
          onClose={() => setAct(undefined)}
        />
      )}
    </div>
  );
}

type ButtonsProps = {
  /** Somebody confirmed this person: key and roles now change by signed acts. */
  readonly standing: boolean;
  readonly onAct: (kind: "confirm" | "key" | "roles") => void;
};

function PersonButtons({ standing, onAct }: ButtonsProps) {
  const { t } = useI18n();
  return (
    <>
      <Button size="small" icon="lock" onClick={() => onAct("confirm")}>
        {t("persons.confirm")}
      </Button>
      {standing ? (
        <>
          <Button size="small" onClick={() => onAct("key")}>
            {t("persons.key")}
          </Button>
          <Button size="small" onClick={() => onAct("roles")}>
            {t("persons.roles")}
          </Button>
        </>
      ) : null}
    </>
  );
}
