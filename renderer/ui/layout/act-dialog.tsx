import { type ReactNode, useState } from "react";
import { useI18n } from "#i18n";
import type { AppError, Result } from "#shared/kernel";
import { errorOf, useAnswer } from "../data/query.ts";
import { ErrorNotice, Notice } from "../feedback/feedback.tsx";
import { Field } from "../fields/field.tsx";
import { Button } from "./button.tsx";
import { useDesk } from "./desk.ts";
import { Dialog } from "./dialog.tsx";

/** A person with the passphrase that opens their key. */
export type Hand = { readonly person: string; readonly passphrase: string };
/** What was entered: who signs, who countersigns where asked for, and why. */
export type ActEntered = {
  readonly hand: Hand;
  readonly second: Hand | undefined;
  readonly reason: string;
};

type Props = {
  readonly title: string;
  readonly about: string;
  readonly submit: string;
  /** Who signs: chosen here among all with a key but these, or given. */
  readonly without?: readonly string[];
  readonly signer?: string;
  /** The passphrase is a new one: it is set here. */
  readonly fresh?: boolean;
  readonly countersigned?: boolean;
  readonly reasoned?: boolean;
  readonly children?: ReactNode;
  readonly onSign: (entered: ActEntered) => Promise<Result<unknown>>;
  readonly onClose: () => void;
};

const nobody: Hand = { person: "", passphrase: "" };

/** Asks a person, and a second one where two are needed, to sign something with their keys. */
export function ActDialog(props: Props) {
  const { title, about, submit, signer, countersigned = false, reasoned = false } = props;
  const { t } = useI18n();
  const { client } = useDesk();
  const persons = useAnswer(["persons"], async () => await client.persons.list({}));
  const register = useAnswer(["register"], async () => await client.persons.register({}));
  const [first, setFirst] = useState<Hand>(nobody);
  const [second, setSecond] = useState<Hand>(nobody);
  const [reason, setReason] = useState("");
  const [error, setError] = useState<AppError | undefined>(undefined);
  const [busy, setBusy] = useState(false);
  const alone = register.data?.onePerson !== undefined;
  const two = countersigned && !alone;
  const hand = signer === undefined ? first : { ...first, person: signer };
  const choices = (persons.data ?? [])
    .filter(({ value }) => value.publicKey !== undefined)
    .filter(({ value }) => props.without?.includes(value.id) !== true);
  const missing =
    hand.person === "" ||
    hand.passphrase === "" ||
    (two && (second.person === "" || second.passphrase === "")) ||
    (reasoned && reason.trim() === "");
  const sign = async () => {
    setBusy(true);
    setError(undefined);
    try {
      const done = await props.onSign({
        hand,
        second: two ? second : undefined,
        reason: reason.trim(),
      });
      if (done.ok) return props.onClose();
      setError(done.error);
    } catch (fault) {
      setError(errorOf(fault));
    }
    setBusy(false);
  };
  const person = (label: string, value: Hand, put: (next: Hand) => void, but: string) => (
    <Field label={label}>
      {(ids) => (
        <select
          id={ids.id}
          className="input"
          value={value.person}
          onChange={(event) => put({ ...value, person: event.target.value })}
        >
          <option value="">{t("screen.choose")}</option>
          {choices
            .filter(({ value: { id } }) => id !== but)
            .map(({ value: { id, name } }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
        </select>
      )}
    </Field>
  );
  const box = (label: string, value: Hand, put: (next: Hand) => void) => (
    <Field label={label}>
      {(ids) => (
        <input
          id={ids.id}
          className="input"
          type="password"
          autoComplete="off"
          value={value.passphrase}
          onChange={(event) => put({ ...value, passphrase: event.target.value })}
        />
      )}
    </Field>
  );
  return (
    <Dialog title={title} onClose={props.onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (!busy && !missing) void sign();
        }}
      >
        <Notice>{about}</Notice>
        {error === undefined ? null : <ErrorNotice error={error} />}
        {props.children}
        <div className="form-grid">
          {signer === undefined ? person(t("act.person"), first, setFirst, second.person) : null}
          {box(t(props.fresh === true ? "act.passphrase.new" : "act.passphrase"), first, setFirst)}
          {two ? person(t("act.second"), second, setSecond, hand.person) : null}
          {two ? box(t("act.second.passphrase"), second, setSecond) : null}
        </div>
        {reasoned ? (
          <Field label={t("act.reason")}>
            {(ids) => (
              <input
                id={ids.id}
                className="input"
                maxLength={2_000}
                value={reason}
                onChange={(event) => setReason(event.target.value)}
              />
            )}
          </Field>
        ) : null}
        <div className="row">
          <Button submit look="primary" disabled={busy || missing}>
            {submit}
          </Button>
          <Button onClick={props.onClose}>{t("screen.cancel")}</Button>
        </div>
      </form>
    </Dialog>
  );
}
