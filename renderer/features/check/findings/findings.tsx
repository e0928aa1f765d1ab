import { useI18n } from "#i18n";
import type { ReportValue } from "#shared/check";
import { lanes, tracks } from "#shared/rules";
import type { Law } from "../law.ts";
import { FindingView } from "./finding-view.tsx";

type Finding = ReportValue["tracks"]["cn-import"]["findings"][number];
type Group = "decides" | "unknown" | "tells" | "perhaps" | "rest";
const groups: readonly Group[] = ["decides", "unknown", "tells", "perhaps", "rest"];
const folded: ReadonlySet<Group> = new Set(["perhaps", "rest"]);
const laneNames: ReadonlySet<string> = new Set(lanes);

function groupOf(finding: Finding): Group {
  if (finding.value === "fails") return "rest";
  const lane = laneNames.has(finding.effect);
  if (finding.value === "unknown") return lane ? "unknown" : "perhaps";
  return lane ? "decides" : "tells";
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
    </div>
  );
}
