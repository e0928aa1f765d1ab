import { useI18n } from "#i18n";
import type { ReportValue } from "#shared/check";
import { readings } from "#shared/rules";
import { LaneBadge } from "./lane-badge.tsx";

/** The same order under all three readings of vague terms. */
export function ReadingsTable({ report }: { readonly report: ReportValue }) {
  const { t } = useI18n();
  return (
    <section className="card" aria-label={t("check.readings")}>
      <h2>{t("check.readings")}</h2>
      <div className="table-wrap">
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t("check.reading")}</th>
              <th scope="col">{t("track.cn-import")}</th>
              <th scope="col">{t("track.us-export")}</th>
            </tr>
          </thead>
          <tbody>
            {readings.map((reading) => (
              <tr key={reading} aria-current={report.reading === reading || undefined}>
                <th scope="row">{t(`reading.${reading}`)}</th>
                <td>
                  <LaneBadge lane={report.readings[reading]["cn-import"]} />
                </td>
                <td>
                  <LaneBadge lane={report.readings[reading]["us-export"]} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
