import { useI18n } from "#i18n";
import { TextControl } from "./controls.tsx";
import type { FieldIds } from "./field.tsx";

/** A share while it is being typed: its numbers may not be there yet. */
type LooseShare = {
  readonly kind: "exact" | "range" | "unknown";
  readonly percent?: string;
  readonly min?: string;
  readonly max?: string;
};

type Props = {
  readonly ids: FieldIds;
  readonly disabled: boolean;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
};

const KINDS = ["exact", "range", "unknown"] as const;

function read(value: unknown): LooseShare | undefined {
  return typeof value === "object" && value !== null && "kind" in value
    ? (value as LooseShare)
    : undefined;
}

/** A share in per cent: exact, between two values, or known to exist but not how much. */
export function ShareControl({ ids, disabled, value, onChange }: Props) {
  const { t } = useI18n();
  const share = read(value);
  const part = (name: "percent" | "min" | "max", label: string) => (
    <TextControl
      ids={{ id: `${ids.id}-${name}`, describedBy: ids.describedBy, invalid: ids.invalid }}
      label={label}
      disabled={disabled}
      numeric
      unit="%"
      value={share?.[name] ?? ""}
      onChange={(next) => onChange({ ...share, [name]: next })}
    />
  );
  return (
    <div className="row">
      <div className="choice-group">
        {KINDS.map((kind) => (
          <label key={kind} className="choice">
            <input
              type="radio"
              name={ids.id}
              disabled={disabled}
              checked={share?.kind === kind}
              onChange={() => onChange({ kind })}
            />
            {t(`screen.share.${kind}`)}
          </label>
        ))}
        <label className="choice">
          <input
            type="radio"
            name={ids.id}
            disabled={disabled}
            checked={share === undefined}
            onChange={() => onChange(undefined)}
          />
          {t("screen.share.none")}
        </label>
      </div>
      {share?.kind === "exact" ? part("percent", t("screen.share.percent")) : null}
      {share?.kind === "range" ? (
        <>
          {part("min", t("screen.share.min"))}
          {part("max", t("screen.share.max"))}
        </>
      ) : null}
    </div>
  );
}
