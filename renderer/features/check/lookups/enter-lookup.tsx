import { useState } from "react";
import { useI18n } from "#i18n";
import { parameterText } from "#shared/i18n";
import type { AppError } from "#shared/kernel";
import { kindOfParameter, type Parameter, type Track } from "#shared/rules";
import {
  Button,
  ChoiceControl,
  DateInput,
  Dialog,
  EntryControl,
  ErrorNotice,
  Field,
  type FieldIds,
  TextControl,
  useAnswer,
  useDesk,
  useInvalidate,
  useToasts,
} from "#ui";

type Props = {
  readonly order: string;
  readonly track: Track;
  readonly parameter: Parameter | undefined;
  readonly asOf: string;
  readonly onClose: () => void;
};

const states = ["in-force", "suspended", "repealed", "not-enforced"] as const;

/** Takes down what a person found about a parameter: its state and value, from when, where it stands, and who looked. */
export function EnterLookup({ order, track, parameter, asOf, onClose }: Props) {
  const { t, pick } = useI18n();
  const { client } = useDesk();
  const toasts = useToasts();
  const invalidate = useInvalidate();
  const settings = useAnswer(["settings"], async () => await client.settings.get({}));
  const [form, setForm] = useState({ state: "", value: "", from: asOf, citation: "", person: "" });
  const [error, setError] = useState<AppError | undefined>(undefined);
  const put = (name: keyof typeof form) => (value: string | undefined) =>
    setForm((before) => ({ ...before, [name]: value ?? "" }));
  const state = states.find((name) => name === form.state);
  const person = form.person === "" ? (settings.data?.currentPerson ?? "") : form.person;
  const save = async () => {
    if (state === undefined || parameter === undefined) return;
    const result = await client.check.lookUp({
      order,
      found: {
        track,
        parameter: parameter.id,
        state,
        ...(form.value === "" ? {} : { value: form.value }),
        from: form.from,
        citation: form.citation.trim(),
        person,
      },
    });
    if (!result.ok) return setError(result.error);
    toasts.say(t("check.answered"));
    invalidate(["check", order], ["order", order], ["completeness", order]);
    onClose();
  };
  const ready =
    state !== undefined && form.from !== "" && form.citation.trim() !== "" && person !== "";
  return (
    <Dialog
      title={parameter === undefined ? t("check.verify.enter") : pick(parameter.title)}
      onClose={onClose}
      foot={
        <Button look="primary" disabled={!ready} onClick={() => void save()}>
          {t("screen.save")}
        </Button>
      }
    >
      <div className="stack">
        {error === undefined ? null : <ErrorNotice error={error} />}
        {parameter?.lookup === undefined ? null : <p>{pick(parameter.lookup)}</p>}
        <p className="muted">{t("check.verify.all.needed")}</p>
        <div className="form-grid">
          <Field label={t("field.lookup.state")}>
            {(ids) => (
              <ChoiceControl
                ids={ids}
                disabled={false}
                value={form.state}
                options={[...states]}
                words="parameter.state"
                onChange={put("state")}
              />
            )}
          </Field>
          <Field label={t("field.lookup.value")}>
            {(ids) => (
              <ValueChoice
                ids={ids}
                parameter={parameter}
                value={form.value}
                onChange={put("value")}
              />
            )}
          </Field>
          <Field label={t("field.lookup.from")}>
            {(ids) => <DateInput id={ids.id} value={form.from} onChange={put("from")} />}
          </Field>
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
      </div>
    </Dialog>
  );
}

type ValueProps = {
  readonly ids: FieldIds;
  readonly parameter: Parameter | undefined;
  readonly value: string;
  readonly onChange: (value: string | undefined) => void;
};

/** The values that the pack knows for the parameter, each with what it means; a number is typed. */
function ValueChoice({ ids, parameter, value, onChange }: ValueProps) {
  const { t, pick, lang } = useI18n();
  const kind = parameter === undefined ? undefined : kindOfParameter(parameter);
  if (parameter === undefined || kind === undefined)
    return <p className="muted">{t("check.verify.value.none")}</p>;
  if (kind === "number")
    return <TextControl ids={ids} disabled={false} value={value} onChange={onChange} />;
  const labels: Record<string, string> = {};
  if (kind === "boolean") {
    labels["true"] = t("answer.yes");
    labels["false"] = t("answer.no");
  } else
    for (const period of parameter.periods)
      for (const known of [period.value, period.careful]) {
        if (known === undefined || Object.hasOwn(labels, String(known))) continue;
        const note = period.note === undefined ? "" : ` · ${pick(period.note)}`;
        labels[String(known)] = `${parameterText(lang, String(known))}${note}`;
      }
  return (
    <ChoiceControl
      ids={ids}
      disabled={false}
      value={value}
      options={Object.keys(labels)}
      words="parameter.state"
      labels={labels}
      onChange={onChange}
    />
  );
}
