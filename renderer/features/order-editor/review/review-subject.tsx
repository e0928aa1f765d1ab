import { useI18n } from "#i18n";
import { useCompleteness } from "../guide/use-asked.ts";
import { VerdictOfStored } from "../verdict/verdict-bar.tsx";
import { AdverseChanges } from "./adverse-changes.tsx";
import { ReviewChanges, useReviewChanges } from "./review-changes.tsx";

/** What is signed: both lanes with their causes, what is missing, what changed since the review before. */
export function ReviewSubject({ order }: { readonly order: string }) {
  const { t } = useI18n();
  const changes = useReviewChanges(order);
  const completeness = useCompleteness(order).data;
  const count = (set: "cn-filing" | "us-exporter") =>
    completeness?.[set].missing.filter(({ need }) => need !== "optional").length ?? 0;
  return (
    <section className="stack-tight" aria-label={t("review.subject")}>
      <h3>{t("review.subject")}</h3>
      <VerdictOfStored order={order} />
      {completeness === undefined ? null : (
        <p className="small">
          {t("review.subject.missing", {
            cn: count("cn-filing"),
            us: count("us-exporter"),
            returns:
              completeness["cn-filing"].returns.length + completeness["us-exporter"].returns.length,
          })}
        </p>
      )}
      <ReviewChanges order={order} answer={changes} />
      <AdverseChanges order={order} />
    </section>
  );
}
