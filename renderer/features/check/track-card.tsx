import { useI18n } from "#i18n";
import type { ReportValue } from "#shared/check";
import type { Track } from "#shared/rules";
import { Icon, Notice } from "#ui";
import { LaneBadge } from "./lane-badge.tsx";
import { laneLook } from "./lanes.ts";
import type { Law } from "./law.ts";

type Props = {
  readonly track: Track;
  readonly report: ReportValue;
  readonly law: Law;
  readonly nameOf: (subject: { readonly kind: string; readonly id: string }) => string;
};

/** One side's outcome: the lane, what it means, how good and how bad it could be, and what it depends on. */
export function TrackCard({ track, report, law, nameOf }: Props) {
  const { t, td, pick } = useI18n();
  const { lane, atBest, atWorst, conditions, findings } = report.tracks[track];
  const { tone, icon } = laneLook[lane];
  const stops = findings.some((finding) => finding.stop === true && finding.value !== "fails");
  return (
    <section
      className={`card track-card track-${tone}`}
      aria-label={`${t("check.lanes")} · ${t(`track.${track}`)}`}
    >
      <h2>{t(`track.${track}`)}</h2>
      <p className="lane-name">
        <Icon name={icon} />
        {t(`lane.${lane}`)}
      </p>
      <p>{t(`check.meaning.${lane}`)}</p>
      <dl className="facts">
        <dt>{t("check.lane.best")}</dt>
        <dd>
          <LaneBadge lane={atBest} />
        </dd>
        <dt>{t("check.lane.worst")}</dt>
        <dd>
          <LaneBadge lane={atWorst} />
        </dd>
      </dl>
      {stops ? <Notice tone="bad">{t("check.stop")}</Notice> : null}
      {conditions.length === 0 ? null : (
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
      )}
    </section>
  );
}
