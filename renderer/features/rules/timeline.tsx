import { useI18n } from "#i18n";
import { type Lang, parameterText } from "#shared/i18n";
import { addMonths, dayNumber, isWithin } from "#shared/kernel";
import type { Parameter, Period } from "#shared/rules";
import { Badge } from "#ui";
import { type Filter, type LoadedPack, mentions } from "./loaded-pack.ts";

type Props = { readonly packs: readonly LoadedPack[]; readonly filter: Filter };
type Span = { readonly from: number; readonly to: number };

/** Half a year of air on both sides of everything dated, so that open ends can be seen. */
function spanOf(parameters: readonly Parameter[], asOf: string): Span {
  const days = parameters
    .flatMap(({ periods }) => periods.flatMap(({ from, to }) => [from, to]))
    .filter((day) => day !== null);
  const all = asOf === "" ? days : [...days, asOf];
  const sorted = all.toSorted();
  const first = sorted[0] ?? "2026-01-01";
  const last = sorted.at(-1) ?? "2026-12-31";
  return { from: dayNumber(addMonths(first, -6)), to: dayNumber(addMonths(last, 6)) };
}

function percent(day: number, span: Span): number {
  const share = (day - span.from) / (span.to - span.from);
  return Math.min(100, Math.max(0, share * 100));
}

/** What each parameter said when, with a line at the day chosen. */
export function Timeline({ packs, filter }: Props) {
  const { t, td, pick, lang } = useI18n();
  const found = packs.flatMap(({ pack }) =>
    pack.parameters
      .filter((parameter) => mentions(parameter, filter.search))
      .map((parameter) => ({ parameter, track: pack.track })),
  );
  const span = spanOf(
    found.map(({ parameter }) => parameter),
    filter.asOf,
  );
  return (
    <div className="stack">
      <p className="muted" role="status">
        {`${t("rules.count", { count: found.length })} · ${t("rules.today", { day: filter.asOf })}`}
      </p>
      {found.map(({ parameter, track }) => {
        const current = parameter.periods.find((period) =>
          isWithin(filter.asOf, period.from, period.to),
        );
        return (
          <article key={`${track}-${parameter.id}`} className="entry">
            <div className="row">
              <strong>{pick(parameter.title)}</strong>
              <Badge>{td(`track.${track}`)}</Badge>
              <Badge tone={current?.state === "in-force" ? "good" : "warn"}>
                {stateText(current, td, lang)}
              </Badge>
              <code className="muted small">{parameter.id}</code>
            </div>
            <PeriodBar parameter={parameter} span={span} asOf={filter.asOf} />
            {parameter.lookup === undefined ? null : (
              <p className="small">{`${t("rules.lookup")}: ${pick(parameter.lookup)}`}</p>
            )}
            <ol className="plain-list small">
              {parameter.periods.map((period) => (
                <li key={`${period.from}-${period.to}`}>
                  {`${t("rules.period", { from: period.from ?? t("rules.open"), to: period.to ?? t("rules.open") })} · ${stateText(period, td, lang)}`}
                  {period.note === undefined ? null : (
                    <span className="muted">{` · ${pick(period.note)}`}</span>
                  )}
                  <span className="muted">{` · ${period.sources.join(", ")}`}</span>
                </li>
              ))}
            </ol>
          </article>
        );
      })}
    </div>
  );
}

function stateText(period: Period | undefined, td: (key: string) => string, lang: Lang): string {
  const state = td(`parameter.state.${period?.state ?? "silent"}`);
  return period?.value === undefined
    ? state
    : `${state}: ${parameterText(lang, String(period.value))}`;
}

type BarProps = {
  readonly parameter: Parameter;
  readonly span: Span;
  readonly asOf: string;
};

function PeriodBar({ parameter, span, asOf }: BarProps) {
  const { td, lang } = useI18n();
  return (
    <div className="period-bar" aria-hidden="true">
      {parameter.periods.map((period) => {
        const left = period.from === null ? 0 : percent(dayNumber(period.from), span);
        const right = period.to === null ? 100 : percent(dayNumber(period.to) + 1, span);
        return (
          <span
            key={`${period.from}-${period.to}`}
            className={`period period-${period.state}`}
            style={{ left: `${left}%`, width: `${right - left}%` }}
            title={stateText(period, td, lang)}
          >
            {stateText(period, td, lang)}
          </span>
        );
      })}
      {asOf === "" ? null : (
        <span className="today-line" style={{ left: `${percent(dayNumber(asOf), span)}%` }} />
      )}
    </div>
  );
}
