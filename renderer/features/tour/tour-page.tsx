import { useI18n } from "#i18n";
import { Button } from "#ui";
import { tourSteps } from "./tour-steps.ts";
import "./tour.css";

type Props = { readonly step: number | undefined; readonly onStep: (step: number) => void };

/** What the tour shows and how long it takes, before it begins. */
export function TourPage({ step, onStep }: Props) {
  const { t } = useI18n();
  return (
    <div className="page">
      <h1>{t("tour.title")}</h1>
      <section className="card stack">
        <p>{t("tour.about")}</p>
        <ol className="tour-list">
          {tourSteps.map(({ id, title }) => (
            <li key={id}>{t(title)}</li>
          ))}
        </ol>
        <p className="muted">{t("tour.sample")}</p>
        <div className="row">
          <Button look="primary" onClick={() => onStep(0)}>
            {t(step === undefined ? "tour.start" : "tour.again")}
          </Button>
        </div>
      </section>
    </div>
  );
}
