import { useEffect, useRef, useState } from "react";
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
  unwrap,
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
  revoked: "bad",
};

/** Colleagues, their signing keys, and who confirmed them. */
export function Persons() {
  const { t, td, lang } = useI18n();
  const desk = useDesk();
  const { client } = desk;
  const books = useBooks();
  const toasts = useToasts();
  const [keyFor, setKeyFor] = useState<string | undefined>(undefined);
  const [arrive, setArrive] = useState<string | undefined>(undefined);
  const list = useRef<HTMLUListElement>(null);
  // The button that opened the window is gone once there is a key: the focus goes to the name in the same row.
  useEffect(() => {
    if (arrive === undefined) return;
    list.current?.querySelector<HTMLElement>(`[data-person="${arrive}"] button`)?.focus();
    setArrive(undefined);
  }, [arrive]);
  const [act, setAct] = useState<Act | undefined>(undefined);
  const persons = useAnswer(["persons"], async () => await client.persons.list({}));
  const register = useAnswer(["register"], async () => await client.persons.register({}), {
    fresh: true,
  });
  const remove = useChange(client.persons.remove, [["persons"], ["register"]]);
  const failed = (problem: unknown) => toasts.fail(errorOf(problem));
  const restore = useChange(client.trash.restore, [["persons"], ["register"]]);
  const add = useRef<HTMLButtonElement>(null);
  const drop = ({ id, name }: Person) =>
    remove.mutate(
      { id },
      {
        onSuccess: () => {
          add.current?.focus();
          toasts.say(t("screen.deleted", { name }), () =>
            restore.mutate({ book: "persons", id }, { onError: failed }),
          );
        },
        onError: failed,
      },
    );
  const fault = persons.error ?? register.error;
  if (fault !== null) return <ErrorNotice error={errorOf(fault)} />;
  if (persons.data === undefined || register.data === undefined) return <Skeleton />;
  const known = register.data;
  const nameOf = (id: string) => persons.data.find((one) => one.value.id === id)?.value.name ?? id;
  const rowOf = (id: string) => known.persons.find(({ person }) => person === id);
  const saveCard = async (person: string) => {
    try {
      await unwrap(desk.save(await unwrap(client.packets.keyCard({ person, lang }))));
    } catch (problem) {
      toasts.fail(errorOf(problem));
    }
  };
  const badge = (person: Person) => {
    const row = rowOf(person.id);
    const state = row?.state ?? "no-key";
    const by = (row?.confirmedBy ?? []).map(nameOf).join(t("act.comma"));
    return (
      <Badge tone={toneOf[state] ?? "plain"}>
        {by === "" || state === "revoked"
          ? td(`person.state.${state}`)
          : t("person.state.confirmedBy", { by })}
      </Badge>
    );
  };
  return (
    <div className="stack">
      {known.signedIn === undefined &&
      persons.data.every(({ value }) => value.publicKey === undefined) ? null : (
        <SignedIn signedIn={known.signedIn} persons={persons.data.map(({ value }) => value)} />
      )}
      <Notice>{t("persons.about")}</Notice>
      {known.problems.map((problem) => (
        <ErrorNotice key={problem.code} error={problem} />
      ))}
      {known.onePerson === undefined ? null : (
        <Notice tone="warn">{t("persons.one.on", { person: nameOf(known.onePerson) })}</Notice>
      )}
      {persons.data.length === 0 ? <p className="muted">{t("settings.persons.empty")}</p> : null}
      <ul className="plain-list stack" ref={list}>
        {persons.data.map(({ value: person }) => (
          <li key={person.id} className="entry row" data-person={person.id}>
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
                state={rowOf(person.id)?.state ?? "unconfirmed"}
                standing={(rowOf(person.id)?.confirmedBy.length ?? 0) > 0}
                onCard={() => void saveCard(person.id)}
                onAct={(kind) => setAct({ kind, person })}
              />
            )}
            <IconButton
              size="small"
              icon="trash"
              label={t("screen.delete.named", { name: person.name })}
              onClick={() => drop(person)}
            />
          </li>
        ))}
      </ul>
      <div className="row">
        <Button ref={add} icon="add" onClick={() => void books.open("person", {})}>
          {t("settings.persons.new")}
        </Button>
        {known.founded ? null : (
          <Button onClick={() => setAct({ kind: known.onePerson ? "one-off" : "one-on" })}>
            {t(known.onePerson === undefined ? "persons.one.start" : "persons.one.end")}
          </Button>
        )}
      </div>
      {keyFor === undefined ? null : (
        <MakeKey
          person={keyFor}
          name={nameOf(keyFor)}
          onMade={() => {
            setArrive(keyFor);
            setKeyFor(undefined);
          }}
          onClose={() => setKeyFor(undefined)}
        />
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
  readonly state: string;
  /** Somebody confirmed this person: key and roles now change by signed acts. */
  readonly standing: boolean;
  readonly onCard: () => void;
  readonly onAct: (kind: "confirm" | "key" | "revoke" | "roles") => void;
};

function PersonButtons({ state, standing, onCard, onAct }: ButtonsProps) {
  const { t } = useI18n();
  if (state === "revoked")
    return (
      <Button size="small" onClick={() => onAct("key")}>
        {t("persons.key")}
      </Button>
    );
  return (
    <>
      <Button size="small" icon="lock" onClick={() => onAct("confirm")}>
        {t("persons.confirm")}
      </Button>
      <Button size="small" onClick={onCard}>
        {t("persons.card")}
      </Button>
      {standing ? (
        <>
          <Button size="small" onClick={() => onAct("key")}>
            {t("persons.key")}
          </Button>
          <Button size="small" onClick={() => onAct("revoke")}>
            {t("persons.revoke")}
          </Button>
          <Button size="small" onClick={() => onAct("roles")}>
            {t("persons.roles")}
          </Button>
        </>
      ) : null}
    </>
  );
}
