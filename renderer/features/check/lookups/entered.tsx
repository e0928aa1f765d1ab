import { useI18n } from "#i18n";
import type { ReportValue } from "#shared/check";
import { parameterText } from "#shared/i18n";
import { Badge, hrefOf } from "#ui";
import type { Law } from "../law.ts";

type Props = {
  readonly order: string;
  readonly lookups: NonNullable<ReportValue["lookups"]>;
  readonly law: Law;
};

/** What persons found about the law and entered for this order, with citation, day and name. */
export function Entered({ order, lookups, law }: Props) {
  const { t, pick, lang } = useI18n();
  if (lookups.length === 0) return null;
  return (
    <section className="stack" aria-label={t("check.verify.entered")}>
      <h2>{t("check.verify.entered")}</h2>
      <ul className="plain-list stack">
        {lookups.map((entry) => {
          const parameter = law.parameter(entry.parameter);
          const state = t(`parameter.state.${entry.state}`);
          return (
            <li key={entry.id} className="entry stack-tight">
              <div className="row">
                <strong>{parameter === undefined ? entry.parameter : pick(parameter.title)}</strong>
                <Badge>{t(`track.${entry.track}`)}</Badge>
                {entry.applies ? null : <Badge>{t("check.verify.not.that.day")}</Badge>}
              </div>
              <span>
                {t("check.verify.entry", {
                  state:
                    entry.value === undefined
                      ? state
                      : `${state}: ${parameterText(lang, String(entry.value))}`,
                  from: entry.from,
                  citation: entry.citation,
                  seenOn: entry.seenOn,
                  name: entry.name ?? t("check.screening.nobody"),
                })}
              </span>
            </li>
          );
        })}
      </ul>
      <a href={hrefOf(["orders", order, "edit", "lookups"])}>{t("check.verify.change")}</a>
    </section>
  );
}
