import { useI18n } from "#i18n";
import { valueText } from "#shared/check";
import type { LookupPreview } from "#shared/ipc";
import { tracks } from "#shared/rules";
import { Notice } from "#ui";
import { LaneBadge } from "../lane-badge.tsx";

const sides = ["now", "entered", "confirmed"] as const;

/** What an entry moves: the lanes of both tracks now, once entered and once confirmed, and whether a text in force says otherwise. */
export function PreviewTable({ preview }: { readonly preview: LookupPreview }) {
  const { t, td, lang } = useI18n();
  const { asOf, text, contradicts } = preview;
  const state = t(`parameter.state.${text.state}`);
  const said =
    text.value === undefined || text.state !== "in-force"
      ? state
      : `${state} · ${valueText(lang, text.value)}`;
  return (
    <section className="stack-tight" aria-label={t("lookup.preview")} aria-live="polite">
      <h3>{t("lookup.preview")}</h3>
      {contradicts ? (
        <Notice tone="warn">{t("lookup.contradicts", { asOf, text: said })}</Notice>
      ) : (
        <p className="muted small">{t("lookup.agrees", { asOf, text: said })}</p>
      )}
      <div className="table-wrap">
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t("plan.head.track")}</th>
              {sides.map((side) => (
                <th key={side} scope="col">
                  {t(`lookup.preview.${side}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {tracks.map((track) => (
              <tr key={track}>
                <th scope="row">{t(`track.${track}`)}</th>
                {sides.map((side) => {
                  const { lane, atBest, atWorst } = preview[side][track];
                  return (
                    <td key={side}>
                      <LaneBadge lane={lane} />
                      {atBest === atWorst ? null : (
                        <div className="muted small">
                          {t("lookup.preview.range", {
                            best: td(`lane.${atBest}`),
                            worst: td(`lane.${atWorst}`),
                          })}
                        </div>
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
