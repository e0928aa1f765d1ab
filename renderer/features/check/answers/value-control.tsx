import type { Answer } from "#shared/model";
import { AnswerControl, CountryControl, DateInput, type FieldIds } from "#ui";
import type { AnswerKind } from "./answer-kind.ts";

type Props = {
  readonly kind: AnswerKind;
  readonly ids: FieldIds;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
};

/** The control for a question of one of the kinds that can be answered in place. */
export function ValueControl({ kind, ids, value, onChange }: Props) {
  const text = typeof value === "string" ? value : "";
  switch (kind) {
    case "answer":
      return (
        <AnswerControl
          ids={ids}
          disabled={false}
          value={value as Answer | undefined}
          onChange={onChange}
        />
      );
    case "country":
      return <CountryControl ids={ids} disabled={false} value={text} onChange={onChange} />;
    case "date":
      return <DateInput id={ids.id} value={text} onChange={onChange} />;
  }
}
