import { useI18n } from "#i18n";
import { type ReportValue, valueText } from "#shared/check";
import { LaneBadge } from "../lane-badge.tsx";
import type { Law } from "../law.ts";

type Props = {
  readonly report: ReportValue["tracks"]["cn-import"]["law"];
  readonly asOf: string;
  readonly law: Law;
};

/** Each open parameter with the lane that follows under each of its values; the row of all at their worst stands last. */
export function LawTable({ report, asOf, law }: Props) {
  const { t, pick, lang } = useI18n();
  if (report.open.length === 0) return null;
  return (
    <details className="details">
      <summary>{t("decision.law.values", { count: report.open.length })}</summary>
      <div className="table-wrap">
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t("decision.law.parameter")}</th>
              <th scope="col">{t("decision.law.value")}</th>
              <th scope="col">{t("decision.law.lane")}</th>
            </tr>
          </thead>
          <tbody>
            {report.open.map(({ parameter, lastKnown, ifStillHolds, others }) => {
              const title = pick(law.parameter(parameter)?.title ?? { en: parameter });
              const last =
                lastKnown.value === null
                  ? t("decision.law.never")
                  : t("decision.law.last", {
                      value: valueText(lang, lastKnown.value),
                      from: lastKnown.from ?? t("brief.law.start"),
                      to: lastKnown.to ?? asOf,
                      days: lastKnown.ageDays ?? 0,
                    });
              const rows = [
                { key: "last", value: last, lane: ifStillHolds },
                ...others.map(({ value, lane }) => ({
                  key: String(value),
                  value: valueText(lang, value),
                  lane,
                })),
              ];
              return rows.map(({ key, value, lane }, index) => (
                <tr key={`${parameter}-${key}`}>
                  {index === 0 ? (
                    <th scope="rowgroup" rowSpan={rows.length}>
                      {title}
                    </th>
                  ) : null}
                  <td>{value}</td>
                  <td>
                    <LaneBadge lane={lane} />
                  </td>
                </tr>
              ));
            })}
            <tr>
              <th scope="row" colSpan={2}>
                {t("decision.law.worst")}
              </th>
              <td>
                <LaneBadge lane={report.allWorst} />
              </td>
            </tr>
          </tbody>
        </table>
      </div>
    </details>
  );
}
