import { useI18n } from "#i18n";
import { parameterText } from "#shared/i18n";
import { kindOfParameter, type Parameter, valuesOf } from "#shared/rules";
import { ChoiceControl, type FieldIds, TextControl } from "#ui";

type Props = {
  readonly ids: FieldIds;
  readonly parameter: Parameter | undefined;
  readonly value: string;
  readonly onChange: (value: string | undefined) => void;
};

/** What the pack says beside a value where it used it last; the value alone does not tell what it means. */
function noteOf(parameter: Parameter, value: string) {
  return parameter.periods.find((period) => String(period.value) === value)?.note;
}

/** The values that the parameter's type allows, each with what it means; only a number or a day is typed. */
export function ValueChoice({ ids, parameter, value, onChange }: Props) {
  const { t, pick, lang } = useI18n();
  const kind = parameter === undefined ? undefined : kindOfParameter(parameter);
  if (parameter === undefined || kind === undefined)
    return <p className="muted">{t("check.verify.value.none")}</p>;
  if (kind === "number" && parameter.values === undefined)
    return <TextControl ids={ids} disabled={false} value={value} onChange={onChange} />;
  const labels: Record<string, string> = {};
  if (kind === "boolean") {
    labels["true"] = t("answer.yes");
    labels["false"] = t("answer.no");
  } else
    for (const known of valuesOf(parameter)) {
      const note = noteOf(parameter, String(known));
      const words = note === undefined ? "" : ` · ${pick(note)}`;
      labels[String(known)] = `${parameterText(lang, String(known))}${words}`;
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
