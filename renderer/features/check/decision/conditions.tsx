import { useI18n } from "#i18n";
import type { ReportValue } from "#shared/check";
import type { Law } from "../law.ts";

type Props = {
  readonly conditions: ReportValue["tracks"]["cn-import"]["conditions"];
  readonly law: Law;
  readonly nameOf: (subject: { readonly kind: string; readonly id: string }) => string;
};

/** "Provided that …": what others must still state, each with who does. */
export function Conditions({ conditions, law, nameOf }: Props) {
  const { t, td, pick } = useI18n();
  if (conditions.length === 0) return null;
  return (
    <details className="details">
      <summary>{`${t("check.conditions")} (${conditions.length})`}</summary>
      <ul>
        {conditions.map((condition) => {
          const words = law
            .rule(condition.rule)
            ?.conditions?.find((item) => item.id === condition.id)?.text;
          return (
            <li key={`${condition.rule}-${condition.id}-${condition.subject.id}`}>
              {words === undefined ? td(`fact.${condition.id}`) : pick(words)}
              <div className="muted small">
                {`${nameOf(condition.subject)} · ${t("check.condition.owner", { owner: t(`owner.${condition.owner}`) })}`}
              </div>
            </li>
          );
        })}
      </ul>
    </details>
  );
}
