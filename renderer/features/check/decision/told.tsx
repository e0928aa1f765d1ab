import { useI18n } from "#i18n";
import type { ReportValue } from "#shared/check";
import { lanes } from "#shared/rules";
import { Badge } from "#ui";
import type { Law } from "../law.ts";

type Finding = ReportValue["tracks"]["cn-import"]["findings"][number];
type Props = {
  readonly findings: readonly Finding[];
  /** Told above already. */
  readonly without: string | undefined;
  readonly law: Law;
  readonly onInformation: () => void;
};

const isLane = ({ effect }: Finding) => (lanes as readonly string[]).includes(effect);

/** What else holds: disclosures and flags by name, each once; mere information behind its count. */
export function Told({ findings, without, law, onInformation }: Props) {
  const { t, td, pick } = useI18n();
  const holding = findings.filter((one) => one.value === "holds" && one.rule !== without);
  const told = new Map(
    holding
      .filter((one) => !isLane(one) && one.effect !== "information" && one.stop !== true)
      .map(({ rule, effect }) => [rule, effect]),
  );
  const information = new Set(
    holding.filter(({ effect }) => effect === "information").map(({ rule }) => rule),
  );
  if (told.size + information.size === 0) return null;
  return (
    <div className="stack-tight">
      {told.size === 0 ? null : (
        <ul className="plain-list stack-tight">
          {[...told].map(([rule, effect]) => (
            <li key={rule} className="row">
              <Badge tone={effect === "red-flag" ? "bad" : "info"}>
                {td(`check.effect.${effect}`)}
              </Badge>
              <span>{pick(law.rule(rule)?.title ?? { en: rule })}</span>
            </li>
          ))}
        </ul>
      )}
      {information.size === 0 ? null : (
        <button type="button" className="link-button small" onClick={onInformation}>
          {t("decision.information", { count: information.size })}
        </button>
      )}
    </div>
  );
}
