import { useI18n } from "#i18n";
import { briefOf, decidingFindings, nextText, type Report, type ReportValue } from "#shared/check";
import { hasMessage } from "#shared/i18n";
import type { Track } from "#shared/rules";
import { Badge, Button, Icon, Notice } from "#ui";
import { laneLook } from "../lanes.ts";
import type { Law } from "../law.ts";
import { SourceView } from "../source-view.tsx";
import { Conditions } from "./conditions.tsx";
import { DecidedBy } from "./decided-by.tsx";
import { decidingFacts } from "./deciding-facts.ts";
import { LawTable } from "./law-table.tsx";
import { Told } from "./told.tsx";

type Props = {
  readonly order: string;
  readonly track: Track;
  readonly report: ReportValue;
  readonly law: Law;
  readonly nameOf: (subject: { readonly kind: string; readonly id: string }) => string;
  readonly onJump: (path: string) => void;
  readonly onInformation: () => void;
};

const NEXT = 3;

/** One side's decision: the lane, what stops, why with the answers that decide, how far the law is known, what is missing. */
export function DecisionCard(props: Props) {
  const { order, track, report, law, nameOf, onJump, onInformation } = props;
  const { t, td, pick, lang } = useI18n();
  const own = report.tracks[track];
  const { lane, atBest, atWorst, findings, facts, questions } = own;
  const { tone, icon } = laneLook[lane];
  const stops = findings.filter(({ stop, value }) => stop === true && value !== "fails");
  const deciding = decidingFindings((report as Report).tracks[track]);
  const [first] = deciding;
  const rulesOf = (value: "holds" | "unknown") => [
    ...new Set(stops.filter((one) => one.value === value).map(({ rule }) => rule)),
  ];
  const stopping = rulesOf("holds");
  const perhaps = rulesOf("unknown").filter((rule) => !stopping.includes(rule));
  const brief = briefOf({ report: report as Report, track, packs: law.packs, lang });
  const ruleTitle = (rule: string) => {
    const title = law.rule(rule)?.title;
    const key = `rule.${rule}`;
    if (title !== undefined) return pick(title);
    return hasMessage(key) ? td(key) : rule;
  };
  const others = [...new Set(deciding.slice(1).map(({ rule }) => rule))].filter(
    (rule) => rule !== first?.rule,
  );
  const recheck = findings.filter(
    ({ value, notes }) => value !== "fails" && notes.includes("recheck"),
  );
  return (
    <section
      className={`card track-card track-${tone}`}
      aria-label={`${t("check.lanes")} · ${t(`track.${track}`)}`}
    >
      <div className="decision-head">
        <h2>{t(`track.${track}`)}</h2>
        <p className="lane-name">
          <Icon name={icon} />
          {t(`lane.${lane}`)}
        </p>
        <p className="muted small">
          {atBest === atWorst
            ? t(`check.meaning.${lane}`)
            : t("decision.range", { best: td(`lane.${atBest}`), worst: td(`lane.${atWorst}`) })}
        </p>
      </div>
      {stopping.length === 0 ? null : (
        <Notice tone="bad">
          <strong>{t("check.stop")}</strong>
          {stopping.map((rule) => (
            <span key={rule}>{ruleTitle(rule)}</span>
          ))}
        </Notice>
      )}
      <div className="decision-text stack-tight">
        <p>{brief.parts.because}</p>
        <DecidedBy
          order={order}
          facts={decidingFacts(deciding as ReportValue["tracks"]["cn-import"]["findings"])}
          nameOf={nameOf}
          onJump={onJump}
        />
        <p>{brief.parts.law}</p>
        {brief.parts.decides === undefined ? null : <p>{brief.parts.decides}</p>}
        <p>{brief.parts.facts}</p>
      </div>
      {facts.next.length === 0 ? null : (
        <div className="row">
          {facts.next.slice(0, NEXT).map((key) => {
            const question = questions.find((one) => one.key === key);
            const path = question?.path ?? key;
            return (
              <Button key={key} size="small" icon="right" onClick={() => onJump(path)}>
                {nextText(lang, report as Report, track, key)}
              </Button>
            );
          })}
        </div>
      )}
      {perhaps.length === 0 ? null : (
        <p className="decision-perhaps">
          <strong>{t("decision.stop.open")}</strong>{" "}
          {perhaps.map(ruleTitle).join(lang === "zh" ? "；" : "; ")}
        </p>
      )}
      <div className="row">
        {(first?.notes ?? [])
          .filter((note) => hasMessage(`check.note.${note}`))
          .map((note) => (
            <Badge key={note} tone={note === "last-checked" ? "plain" : "warn"}>
              {td(`check.note.${note}`)}
            </Badge>
          ))}
      </div>
      {recheck.length === 0 ? null : (
        <p className="muted small">
          {t("brief.recheck", { texts: [...new Set(recheck.map(({ rule }) => ruleTitle(rule)))] })}
        </p>
      )}
      {others.length === 0 ? null : (
        <div className="stack-tight">
          <h3>{t("decision.others")}</h3>
          <ul className="tight-list">
            {others.map((rule) => (
              <li key={rule}>{ruleTitle(rule)}</li>
            ))}
          </ul>
        </div>
      )}
      <LawTable report={own.law} asOf={report.asOf} law={law} />
      <Conditions conditions={own.conditions} law={law} nameOf={nameOf} />
      {brief.sources.length === 0 ? null : (
        <details className="details">
          <summary>{t("decision.sources", { count: brief.sources.length })}</summary>
          {brief.sources.map((citation) => (
            <SourceView key={citation.id} citation={citation} source={law.source(citation.id)} />
          ))}
        </details>
      )}
      <Told findings={findings} without={first?.rule} law={law} onInformation={onInformation} />
    </section>
  );
}
