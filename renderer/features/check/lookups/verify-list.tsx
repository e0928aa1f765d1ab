import { useState } from "react";
import { useI18n } from "#i18n";
import type { ReportValue } from "#shared/check";
import { type Track, tracks } from "#shared/rules";
import { Button } from "#ui";
import type { Law } from "../law.ts";
import { SourceView } from "../source-view.tsx";
import { Elsewhere } from "./elsewhere.tsx";
import { EnterLookup } from "./enter-lookup.tsx";
import { Entered } from "./entered.tsx";
import { OtherParameter } from "./other-parameter.tsx";

type Props = { readonly order: string; readonly report: ReportValue; readonly law: Law };

/** Parameters that nobody has confirmed for the day: what to look up, and where to enter what was found. */
export function VerifyList({ order, report, law }: Props) {
  const { t, pick } = useI18n();
  const [entering, setEntering] = useState<{ track: Track; parameter: string } | undefined>();
  return (
    <div className="stack">
      <p className="muted">{t("check.verify.about")}</p>
      {tracks.map((track) => (
        <section key={track} className="stack" aria-label={t(`track.${track}`)}>
          <h2>{t(`track.${track}`)}</h2>
          {report.tracks[track].verify.length === 0 ? (
            <p className="muted">{t("check.verify.none")}</p>
          ) : null}
          {report.tracks[track].verify.map(({ parameter, sources }) => {
            const found = law.parameter(parameter);
            return (
              <div key={parameter} className="entry stack-tight">
                <strong>{found === undefined ? parameter : pick(found.title)}</strong>
                {found?.lookup === undefined ? null : <p>{pick(found.lookup)}</p>}
                {sources.map((id) => {
                  const source = law.source(id);
                  return source === undefined ? (
                    <code key={id}>{id}</code>
                  ) : (
                    <SourceView
                      key={id}
                      citation={{ id, authority: source.authority, date: source.date }}
                      source={source}
                    />
                  );
                })}
                <div className="row">
                  <Button
                    size="small"
                    icon="edit"
                    onClick={() => setEntering({ track, parameter })}
                  >
                    {t("check.verify.enter")}
                  </Button>
                </div>
              </div>
            );
          })}
        </section>
      ))}
      <OtherParameter law={law} onEnter={setEntering} />
      <Entered order={order} asOf={report.asOf} lookups={report.lookups ?? []} law={law} />
      <Elsewhere order={order} asOf={report.asOf} />
      {entering === undefined ? null : (
        <EnterLookup
          order={order}
          track={entering.track}
          parameter={law.parameter(entering.parameter)}
          asOf={report.asOf}
          onClose={() => setEntering(undefined)}
        />
      )}
    </div>
  );
}
