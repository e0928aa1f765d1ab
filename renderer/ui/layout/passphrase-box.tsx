import { Field } from "../fields/field.tsx";

type Props = {
  readonly label: string;
  readonly hint?: string;
  readonly error?: string | undefined;
  readonly value: string;
  /** A passphrase that is being chosen, not one that is already known: browsers must not fill one in. */
  readonly fresh?: boolean;
  readonly onChange: (value: string) => void;
};

/** A box for a secret; what is typed is not shown and not remembered. */
export function PassphraseBox({ label, hint, error, value, fresh, onChange }: Props) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(ids) => (
        <input
          id={ids.id}
          className="input"
          type="password"
          autoComplete={fresh ? "new-password" : "off"}
          maxLength={400}
          aria-describedby={ids.describedBy}
          aria-invalid={ids.invalid || undefined}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}
