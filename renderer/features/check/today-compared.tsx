import { useI18n } from "#i18n";
import type { ReportValue } from "#shared/check";
import type { Reading } from "#shared/rules";
import { Notice, useAnswer, useDesk } from "#ui";

type Props = {
  readonly order: string;
  readonly reading: Reading;
  readonly report: ReportValue;
};

/** How the lanes of the day asked differ from today's. */
export function TodayCompared({ order, reading, report }: Props) {
  const { t } = useI18n();
  const { client } = useDesk();
  const today = useAnswer(
    ["check", order, "", reading],
    async () => await client.check.run({ order, reading }),
  );
  if (today.data === undefined || today.data.asOf === report.asOf) return null;
  const moved = (["cn-import", "us-export"] as const).filter(
    (track) => today.data.tracks[track].lane !== report.tracks[track].lane,
  );
  return (
    <Notice role="status">
      <strong>{t("check.today")}</strong>
      {moved.length === 0 ? <span>{t("check.today.same")}</span> : null}
      {moved.map((track) => (
        <span key={track}>
          {t("check.today.differs", {
            track: t(`track.${track}`),
            today: t(`lane.${today.data.tracks[track].lane}`),
            past: t(`lane.${report.tracks[track].lane}`),
            asOf: report.asOf,
          })}
        </span>
      ))}
    </Notice>
  );
}
