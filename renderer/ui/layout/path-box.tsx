import { Field } from "../fields/field.tsx";

type Props = {
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
};

/** A box for the path of a folder, as a person types or pastes it. */
export function PathBox({ label, hint, value, onChange }: Props) {
  return (
    <Field label={label} hint={hint}>
      {(ids) => (
        <input
          id={ids.id}
          className="input"
          aria-describedby={ids.describedBy}
          maxLength={1000}
          spellCheck={false}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}
