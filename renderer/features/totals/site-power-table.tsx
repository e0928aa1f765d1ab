import { useI18n } from "#i18n";
import { groupDigits } from "#shared/i18n";
import type { TotalsValue } from "#shared/ipc";
import { Badge } from "#ui";

type Site = TotalsValue["sites"][number];
const heads = ["site", "chips", "fp64", "fp64.stated", "fp32", "fp32.stated"] as const;

/** What the chips of all orders make at each site by published rates, beside what the site's record states. */
export function SitePowerTable({ sites }: { readonly sites: readonly Site[] }) {
  const { t } = useI18n();
  const range = (value: Site["fp64"]) => {
    if (value === undefined) return t("totals.rate.none");
    const low = groupDigits(value.low);
    return value.low === value.high ? low : `${low}–${groupDigits(value.high)}`;
  };
  const stated = (value: string | undefined) =>
    value === undefined ? t("totals.unstated") : groupDigits(value);
  return (
    <section className="card stack" aria-label={t("totals.sites")}>
      <h2>{t("totals.sites")}</h2>
      <div className="table-wrap">
        <table className="table">
          <thead>
            <tr>
              {heads.map((head) => (
                <th key={head} scope="col">
                  {t(`totals.head.${head}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sites.map((site) => (
              <tr key={site.site}>
                <th scope="row">
                  {site.name}
                  {site.contradicts ? (
                    <div>
                      <Badge tone="warn">{t("totals.contradicts")}</Badge>
                    </div>
                  ) : null}
                </th>
                <td className="number">{groupDigits(site.chips)}</td>
                <td className="number">{range(site.fp64)}</td>
                <td className="number">{stated(site.statedFp64)}</td>
                <td className="number">{range(site.fp32)}</td>
                <td className="number">{stated(site.statedFp32)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
