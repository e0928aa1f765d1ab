import { useState } from "react";
import { useI18n } from "#i18n";
import type { ReportValue } from "#shared/check";
import { type Because, type Lane, lanes } from "#shared/rules";
import { Badge } from "#ui";
import { LaneBadge } from "../lane-badge.tsx";
import type { Law } from "../law.ts";
import { Trace } from "./trace.tsx";

type Finding = ReportValue["tracks"]["cn-import"]["findings"][number];
type NameOf = (subject: { readonly kind: string; readonly id: string }) => string;

type Props = { readonly finding: Finding; readonly law: Law; readonly nameOf: NameOf };

function isLane(effect: string): effect is Lane {
  return (lanes as readonly string[]).includes(effect);
}

/** One finding: its rule and subject in a line; opened, why, who decides, and every text it rests on. */
export function FindingView({ finding, law, nameOf }: Props) {
  const { t, td, pick, lang } = useI18n();
  const rule = law.rule(finding.rule);
  // A large order has hundreds of findings with thousands of reasons: they are written out when somebody looks.
  const [open, setOpen] = useState(false);
  return (
    <details className="finding" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {isLane(finding.effect) ? (
          <LaneBadge lane={finding.effect} />
        ) : (
          <Badge tone={finding.effect === "red-flag" ? "bad" : "info"}>
            {td(`check.effect.${finding.effect}`)}
          </Badge>
        )}
        <strong>{rule === undefined ? finding.rule : pick(rule.title)}</strong>
        <span className="muted">{nameOf(finding.subject)}</span>
        {finding.stop === true ? <Badge tone="bad">{t("check.stop")}</Badge> : null}
        {finding.notes.map((note) => (
          <Badge key={note} tone={note === "last-checked" ? "plain" : "warn"}>
            {td(`check.note.${note}`)}
          </Badge>
        ))}
      </summary>
      {open ? (
        <div className="finding-body">
          {rule === undefined ? null : <p>{pick(rule.text)}</p>}
          {rule?.decides === undefined ? null : (
            <p className="muted">{t("check.decides", { text: pick(rule.decides) })}</p>
          )}
          <div>
            <h4>{t("check.because")}</h4>
            <Trace because={finding.because as readonly Because[]} packs={law.packs} />
          </div>
          <div className="stack-tight">
            <h4>{t("check.sources")}</h4>
            <p className="small">
              {finding.sources
                .map(({ id, authority, date }) =>
                  [id, t(`authority.${authority}`), date].filter(Boolean).join(" "),
                )
                .join(lang === "zh" ? "；" : "; ")}
            </p>
          </div>
          <code className="muted small">{finding.rule}</code>
        </div>
      ) : null}
    </details>
  );
}
