import { useI18n } from "#i18n";
import { outgoingSets, type ReportValue } from "#shared/check";
import { hrefOf } from "#ui";

type Props = { readonly order: string; readonly report: ReportValue };

/** How much either set of papers still lacks, and how many known reasons for return it has; the draft shows each. */
export function Missing({ order, report }: Props) {
  const { t } = useI18n();
  return (
    <p className="muted small">
      {outgoingSets
        .map((set) => {
          const { missing, returns } = report.completeness[set];
          const count = missing.filter(({ need }) => need !== "optional").length;
          return t("decision.missing", { set: t(`set.${set}`), count, returns: returns.length });
        })
        .join(" ")}{" "}
      <a href={hrefOf(["orders", order, "edit"])}>{t("decision.missing.show")}</a>
    </p>
  );
}
