import { z } from "zod";
import { useI18n } from "#i18n";
import { Badge, useAnswer, useDesk } from "#ui";

const rangeSchema = z.object({ low: z.string(), high: z.string() }).optional();

/** What the page shows of a published alternative; anything else in the record is left alone. */
const alternativeSchema = z.object({
  id: z.string(),
  vendor: z.string(),
  model: z.string(),
  confidence: z.enum(["high", "medium", "low"]),
  source: z.string(),
  fp16Tflops: rangeSchema,
  memoryGB: rangeSchema,
  memoryType: z.string().optional(),
  bandwidthGBs: rangeSchema,
  notes: z.object({ zh: z.string().optional(), en: z.string().optional() }).optional(),
});
type Alternative = z.infer<typeof alternativeSchema>;

function rangeText(range: Alternative["memoryGB"]): string | undefined {
  if (range === undefined) return undefined;
  return range.low === range.high ? range.low : `${range.low}–${range.high}`;
}

/** Published figures of domestic accelerators; blank where nothing was published. */
export function Alternatives() {
  const { t, td, pick } = useI18n();
  const { client } = useDesk();
  const found = useAnswer(["alternatives"], async () => await client.products.alternatives({}));
  const read = (found.data ?? []).map((item) => alternativeSchema.safeParse(item));
  const items = read.filter((item) => item.success).map((item) => item.data);
  if (items.length === 0) return null;
  return (
    <section className="card stack">
      <h2>{t("products.alternatives")}</h2>
      <p className="muted">{t("products.alternatives.about")}</p>
      <div className="table-wrap">
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t("field.product.model")}</th>
              <th scope="col" className="num">
                {t("products.alternatives.fp16")}
              </th>
              <th scope="col" className="num">
                {t("field.product.memoryGB")}
              </th>
              <th scope="col" className="num">
                {t("field.product.dramBandwidthGBs")}
              </th>
              <th scope="col">{t("field.denseRate.confidence")}</th>
              <th scope="col">{t("field.denseRate.source")}</th>
            </tr>
          </thead>
          <tbody>
            {items.map((item) => (
              <tr key={item.id}>
                <td>
                  {`${item.vendor} ${item.model}`}
                  {item.notes === undefined ? null : (
                    <div className="muted small">{pick(item.notes)}</div>
                  )}
                </td>
                <td className="num">{rangeText(item.fp16Tflops)}</td>
                <td className="num">{rangeText(item.memoryGB)}</td>
                <td className="num">{rangeText(item.bandwidthGBs)}</td>
                <td>
                  <Badge>{td(`confidence.${item.confidence}`)}</Badge>
                </td>
                <td>{item.source}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
