import { useState } from "react";
import { useI18n } from "#i18n";
import type { ReportValue } from "#shared/check";
import { lanes, tracks } from "#shared/rules";
import type { Law } from "../law.ts";
import { SourceView } from "../source-view.tsx";
import { FindingView } from "./finding-view.tsx";

type Finding = ReportValue["tracks"]["cn-import"]["findings"][number];
type Group = "decides" | "unknown" | "tells" | "information" | "perhaps" | "rest";
const groups: readonly Group[] = ["decides", "unknown", "tells", "information", "perhaps", "rest"];
const folded: ReadonlySet<Group> = new Set(["information", "perhaps", "rest"]);
const laneNames: ReadonlySet<string> = new Set(lanes);

function groupOf(finding: Finding): Group {
  if (finding.value === "fails") return "rest";
  const lane = laneNames.has(finding.effect);
  // What stops or decides is never folded away, whatever else it is.
  if (finding.stop === true) return finding.value === "unknown" ? "unknown" : "decides";
  if (finding.value === "unknown") return lane ? "unknown" : "perhaps";
  if (lane) return "decides";
  return finding.effect === "information" ? "information" : "tells";
}

function severity(finding: Finding): number {
  const place = (lanes as readonly string[]).indexOf(finding.effect);
  return place < 0 ? lanes.length : place;
}

type Props = {
  readonly report: ReportValue;
  readonly law: Law;
  readonly nameOf: (subject: { readonly kind: string; readonly id: string }) => string;
};

/** Findings of both tracks: what decides, what is unknown, what is only told, and what was not reached. */
export function Findings({ report, law, nameOf }: Props) {
  const { t } = useI18n();
  return (
    <div className="stack">
      {tracks.map((track) => (
        <section key={track} className="stack" aria-label={t(`track.${track}`)}>
          <h2>{t(`track.${track}`)}</h2>
          {groups.map((group) => {
            const found = report.tracks[track].findings
              .filter((finding) => groupOf(finding) === group)
              .toSorted((a, b) => severity(a) - severity(b));
            const list = found.map((finding) => (
              <FindingView
                key={`${finding.rule}-${finding.subject.kind}-${finding.subject.id}`}
                finding={finding}
                law={law}
                nameOf={nameOf}
              />
            ));
            const title = `${t(`check.group.${group}`)} (${found.length})`;
            return folded.has(group) ? (
              <details key={group} className="details">
                <summary>{title}</summary>
                {list}
              </details>
            ) : (
              <div key={group}>
                <h3>{title}</h3>
                {found.length === 0 ? <p className="muted">{t("check.group.none")}</p> : list}
              </div>
            );
          })}
        </section>
      ))}
      <AllSources report={report} law={law} />
    </div>
  );
}

/** Every text that a finding of the report rests on, written out once. */
function AllSources({ report, law }: Pick<Props, "report" | "law">) {
  const { t } = useI18n();
  const [isOpen, setOpen] = useState(false);
  const cited = new Map(
    tracks.flatMap((track) =>
      report.tracks[track].findings
        .filter(({ value }) => value !== "fails")
        .flatMap(({ sources }) => sources.map((one) => [one.id, one] as const)),
    ),
  );
  if (cited.size === 0) return null;
  const sorted = [...cited.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return (
    <details className="details" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t("decision.sources", { count: sorted.length })}</summary>
      {isOpen
        ? sorted.map((citation) => (
            <SourceView key={citation.id} citation={citation} source={law.source(citation.id)} />
          ))
        : null}
    </details>
  );
}
