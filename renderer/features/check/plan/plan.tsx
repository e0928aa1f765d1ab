import { useState } from "react";
import { useI18n } from "#i18n";
import { type PlanValue, questionText, type ReportValue, valueText } from "#shared/check";
import { isCivilDate } from "#shared/kernel";
import { type Reading, readings, type Track, tracks } from "#shared/rules";
import { DateInput, ErrorNotice, errorOf, Field, Skeleton, useAnswer, useDesk } from "#ui";
import { LaneBadge } from "../lane-badge.tsx";
import type { Law } from "../law.ts";
import { CarriedBy } from "./carried-by.tsx";

type Row = PlanValue["rows"][number];
type NameOf = (subject: { readonly kind: string; readonly id: string }) => string;
type Props = {
  readonly order: string;
  readonly report: ReportValue;
  readonly law: Law;
  readonly nameOf: NameOf;
  readonly onJump: (path: string) => void;
};

/**
 * In which lane the order stands under each open state of the law and each answer that others have yet to give, day by day. The
 * buyer's facts stay as they are stated: nothing here can be searched for an answer that passes, and no row is put before another.
 */
export function Plan({ order, report, law, nameOf, onJump }: Props) {
  const { t } = useI18n();
  const { client } = useDesk();
  const [day, setDay] = useState("");
  const [asked, setAsked] = useState<readonly Reading[]>([report.reading]);
  const days = isCivilDate(day) ? [day] : [];
  const plan = useAnswer(
    ["check", order, "plan", day, asked.join()],
    async () => await client.check.plan({ order, days, readings: [...asked] }),
    { keep: true },
  );
  return (
    <div className="stack">
      <p className="muted">{t("plan.about")}</p>
      <div className="form-grid">
        <Field label={t("plan.day")} hint={t("plan.day.about")}>
          {(ids) => <DateInput id={ids.id} value={day} onChange={setDay} />}
        </Field>
        <Field label={t("check.reading")} group>
          {() => (
            <div className="choice-group">
              {readings.map((name) => (
                <label key={name} className="choice">
                  <input
                    type="checkbox"
                    checked={asked.includes(name)}
                    onChange={(event) =>
                      setAsked((before) => {
                        const next = readings.filter((one) =>
                          one === name ? event.target.checked : before.includes(one),
                        );
                        return next.length === 0 ? before : next;
                      })
                    }
                  />
                  {t(`reading.${name}`)}
                </label>
              ))}
            </div>
          )}
        </Field>
      </div>
      {plan.error === null ? null : <ErrorNotice error={errorOf(plan.error)} />}
      {plan.isPending ? <Skeleton lines={6} /> : null}
      {plan.data === undefined
        ? null
        : tracks.map((track) => (
            <PlanOfTrack
              key={track}
              order={order}
              track={track}
              rows={plan.data.rows.filter((row) => row.track === track)}
              law={law}
              nameOf={nameOf}
              onJump={onJump}
            />
          ))}
    </div>
  );
}

type TrackProps = Omit<Props, "report"> & {
  readonly track: Track;
  readonly rows: readonly Row[];
};

function PlanOfTrack({ order, track, rows, law, nameOf, onJump }: TrackProps) {
  const { t, pick, lang } = useI18n();
  const supposedText = ({ supposed }: Row) => {
    if (supposed.kind === "as-it-stands") return t("plan.as.it.stands");
    const value = valueText(lang, supposed.value);
    if (supposed.kind === "law") {
      const title = law.parameter(supposed.parameter)?.title ?? { en: supposed.parameter };
      return t("plan.law", { parameter: pick(title), value });
    }
    const owner = t(`owner.${supposed.owner}`);
    return t("plan.answer", { owner, question: questionText(lang, supposed.fact), value });
  };
  return (
    <section className="stack-tight" aria-label={t(`track.${track}`)}>
      <h2>{t(`track.${track}`)}</h2>
      <div className="table-wrap">
        <table className="table">
          <thead>
            <tr>
              {(["day", "reading", "supposed", "lane", "carried"] as const).map((name) => (
                <th key={name} scope="col">
                  {t(`plan.head.${name}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows have an order and no name of their own
              <tr key={index}>
                <td>{row.asOf}</td>
                <td>{t(`reading.${row.reading}`)}</td>
                <td>{supposedText(row)}</td>
                <td>
                  <LaneBadge lane={row.lane} />
                </td>
                <td>
                  <CarriedBy order={order} facts={row.carriedBy} nameOf={nameOf} onJump={onJump} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
