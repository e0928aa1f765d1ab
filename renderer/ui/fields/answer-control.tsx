import { useState } from "react";
import { useI18n } from "#i18n";
import type { Answer } from "#shared/model";
import { Button } from "../layout/button.tsx";
import { EntriesControl, TextControl } from "./controls.tsx";
import { DateInput } from "./date-input.tsx";
import { Field, type FieldIds } from "./field.tsx";

const CHOICES = ["yes", "no", "unknown", "open"] as const;

type Props = {
  readonly ids: FieldIds;
  readonly disabled: boolean;
  readonly value: Answer | undefined;
  readonly onChange: (value: Answer | undefined) => void;
  /** The note has a field of its own beside this one. */
  readonly noteApart?: boolean;
};

function without<K extends keyof Answer>(answer: Answer, key: K): Answer {
  const { [key]: _gone, ...rest } = answer;
  return rest as Answer;
}

/**
 * Yes, no, looked at and not known, or not looked at yet: four states, never a default. A note, evidence and the day it was
 * true go with the answer.
 */
export function AnswerControl({ ids, disabled, value, onChange, noteApart = false }: Props) {
  const { t } = useI18n();
  const note = noteApart ? undefined : value?.note;
  const hasMore = (note ?? value?.asOf ?? value?.evidence) !== undefined;
  const [more, setMore] = useState(false);
  const put = (key: "note" | "asOf" | "evidence", next: Answer[typeof key] | undefined) => {
    if (value === undefined) return;
    onChange(
      next === undefined || next === ""
        ? without(value, key)
        : ({ ...value, [key]: next } as Answer),
    );
  };
  return (
    <div className="stack-tight">
      <div className="choice-group">
        {CHOICES.map((choice) => (
          <label key={choice} className="choice">
            <input
              type="radio"
              name={ids.id}
              disabled={disabled}
              checked={choice === (value?.value ?? "open")}
              onChange={() => onChange(choice === "open" ? undefined : { ...value, value: choice })}
            />
            {choice === "open" ? t("screen.answer.open") : t(`answer.${choice}`)}
          </label>
        ))}
        {value === undefined || hasMore || more ? null : (
          <Button look="quiet" size="small" icon="add" onClick={() => setMore(true)}>
            {t("screen.answer.more")}
          </Button>
        )}
      </div>
      {value !== undefined && (hasMore || more) ? (
        <div className="form-grid">
          {noteApart ? null : (
            <Field label={t("screen.answer.note")} wide>
              {(own) => (
                <TextControl
                  ids={own}
                  disabled={disabled}
                  rows={2}
                  value={value.note ?? ""}
                  onChange={(text) => put("note", text)}
                />
              )}
            </Field>
          )}
          <Field label={t("screen.answer.asof")}>
            {(own) => (
              <DateInput
                id={own.id}
                disabled={disabled}
                value={value.asOf ?? ""}
                onChange={(day) => put("asOf", day)}
              />
            )}
          </Field>
          <Field label={t("screen.evidence")}>
            {(own) => (
              <EntriesControl
                ids={own}
                disabled={disabled}
                book="evidence"
                value={value.evidence ?? []}
                onChange={(list) => put("evidence", list === undefined ? undefined : [...list])}
              />
            )}
          </Field>
        </div>
      ) : null}
    </div>
  );
}
