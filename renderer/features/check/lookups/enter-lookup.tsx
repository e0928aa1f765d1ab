import { useState } from "react";
import { useI18n } from "#i18n";
import type { AppError } from "#shared/kernel";
import type { Parameter, Track } from "#shared/rules";
import {
  Button,
  ChoiceControl,
  DateInput,
  Dialog,
  EntryControl,
  ErrorNotice,
  errorOf,
  Field,
  type FieldIds,
  TextControl,
  useAnswer,
  useDesk,
  useInvalidate,
  useToasts,
} from "#ui";
import { EntrantNotice } from "./entrant-notice.tsx";
import { type FoundForm, foundOf, foundStates } from "./found.ts";
import { PreviewTable } from "./lookup-preview.tsx";
import { TouchedDrafts } from "./touched-drafts.tsx";
import { ValueChoice } from "./value-choice.tsx";

type Props = {
  readonly order: string;
  readonly track: Track;
  readonly parameter: Parameter | undefined;
  readonly asOf: string;
  readonly onClose: () => void;
};

const blank = {
  state: "",
  value: "",
  instead: "",
  to: "",
  recheckOn: "",
  citation: "",
  person: "",
};

/** Takes down what a person found about a parameter, and shows what it moves before it is saved. */
export function EnterLookup({ order, track, parameter, asOf, onClose }: Props) {
  const { t, pick } = useI18n();
  const { client } = useDesk();
  const toasts = useToasts();
  const invalidate = useInvalidate();
  const settings = useAnswer(["settings"], async () => await client.settings.get({}));
  const [form, setForm] = useState<FoundForm>({ ...blank, from: asOf });
  const [also, setAlso] = useState<readonly string[]>([]);
  const [error, setError] = useState<AppError | undefined>(undefined);
  const put = (name: keyof FoundForm) => (value: string | undefined) =>
    setForm((before) => ({ ...before, [name]: value ?? "" }));
  const person = form.person === "" ? (settings.data?.currentPerson ?? "") : form.person;
  const found =
    parameter === undefined ? undefined : foundOf(track, parameter.id, { ...form, person });
  const preview = useAnswer(
    ["check", order, "lookup-preview", asOf, JSON.stringify(found ?? null)],
    async () =>
      await client.lookups.preview({ order, asOf, found: found as NonNullable<typeof found> }),
    { enabled: found !== undefined },
  );
  const save = async () => {
    if (found === undefined) return;
    const result = await client.check.lookUp({ order, found, also: [...also] });
    if (!result.ok) return setError(result.error);
    toasts.say(t("check.answered"));
    invalidate(["check", order], ["order", order], ["completeness", order], ["lookups"]);
    for (const other of also) invalidate(["check", other], ["order", other]);
    onClose();
  };
  const choice = (name: "value" | "instead") => (ids: FieldIds) => (
    <ValueChoice ids={ids} parameter={parameter} value={form[name]} onChange={put(name)} />
  );
  const day = (name: "from" | "to" | "recheckOn") => (
    <Field label={t(`field.lookup.${name}`)}>
      {(ids) => <DateInput id={ids.id} value={form[name]} onChange={put(name)} />}
    </Field>
  );
  return (
    <Dialog
      title={parameter === undefined ? t("check.verify.enter") : pick(parameter.title)}
      onClose={onClose}
      foot={
        <Button
          look="primary"
          disabled={found === undefined || preview.error !== null}
          onClick={() => void save()}
        >
          {t("screen.save")}
        </Button>
      }
    >
      <div className="stack">
        {error === undefined ? null : <ErrorNotice error={error} />}
        <EntrantNotice />
        {parameter?.lookup === undefined ? null : <p>{pick(parameter.lookup)}</p>}
        <p className="muted">{t("check.verify.all.needed")}</p>
        <div className="form-grid">
          <Field label={t("field.lookup.state")}>
            {(ids) => (
              <ChoiceControl
                ids={ids}
                disabled={false}
                value={form.state}
                options={[...foundStates]}
                words="parameter.state"
                onChange={put("state")}
              />
            )}
          </Field>
          {form.state === "" || form.state === "in-force" ? (
            <Field label={t("field.lookup.value")}>{choice("value")}</Field>
          ) : (
            <Field label={t("field.lookup.instead")}>{choice("instead")}</Field>
          )}
          {day("from")}
          {day("to")}
          <Field label={t("field.lookup.person")}>
            {(ids) => (
              <EntryControl
                ids={ids}
                disabled={false}
                book="person"
                value={person}
                onChange={put("person")}
              />
            )}
          </Field>
          {day("recheckOn")}
          <Field label={t("field.lookup.citation")} wide>
            {(ids) => (
              <TextControl
                ids={ids}
                disabled={false}
                rows={2}
                value={form.citation}
                onChange={put("citation")}
              />
            )}
          </Field>
        </div>
        {found === undefined ? <p className="muted">{t("lookup.preview.wait")}</p> : null}
        {preview.error === null ? null : <ErrorNotice error={errorOf(preview.error)} />}
        {preview.data === undefined ? null : <PreviewTable preview={preview.data} />}
        {found === undefined || preview.data === undefined ? null : (
          <TouchedDrafts
            key={JSON.stringify(found)}
            order={order}
            asOf={asOf}
            found={found}
            also={also}
            onAlso={setAlso}
          />
        )}
      </div>
    </Dialog>
  );
}
