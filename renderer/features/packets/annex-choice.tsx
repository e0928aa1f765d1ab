import { useI18n } from "#i18n";

/** Papers by choice, and the set that each belongs to. */
const annexes = [
  { name: "self-check", set: "cn-filing" },
  { name: "consignee-statement", set: "us-exporter" },
] as const;

/** A paper that a set carries only when a person chooses it. */
export type Annex = (typeof annexes)[number]["name"];

type Props = {
  /** The set to choose for; all sets where it is left out. */
  readonly set?: string;
  readonly chosen: readonly Annex[];
  readonly disabled: boolean;
  readonly onChange: (chosen: readonly Annex[]) => void;
};

/** Tick boxes for the papers that are enclosed by choice; nothing where a set has none. */
export function AnnexChoice({ set, chosen, disabled, onChange }: Props) {
  const { t } = useI18n();
  const offered = annexes.filter((annex) => set === undefined || annex.set === set);
  if (offered.length === 0) return null;
  return (
    <fieldset className="field">
      <legend className="field-label">{t("packets.annexes")}</legend>
      {offered.map(({ name }) => (
        <label key={name} className="set-card">
          <input
            type="checkbox"
            checked={chosen.includes(name)}
            disabled={disabled}
            onChange={(event) =>
              onChange(
                event.target.checked ? [...chosen, name] : chosen.filter((other) => other !== name),
              )
            }
          />
          <span>
            {t(`packets.annex.${name}`)}
            <br />
            <span className="muted small">{t(`packets.annex.about.${name}`)}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
