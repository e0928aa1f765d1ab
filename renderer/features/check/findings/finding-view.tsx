import { useState } from "react";
import { useI18n } from "#i18n";
import type { ReportValue } from "#shared/check";
import { hasMessage, seenText, testText } from "#shared/i18n";
import { type Because, type Lane, lanes } from "#shared/rules";
import { Badge, type Tone } from "#ui";
import { LaneBadge } from "../lane-badge.tsx";
import type { Law } from "../law.ts";
import { SourceView } from "../source-view.tsx";

type Finding = ReportValue["tracks"]["cn-import"]["findings"][number];
type NameOf = (subject: { readonly kind: string; readonly id: string }) => string;

type Props = { readonly finding: Finding; readonly law: Law; readonly nameOf: NameOf };

function isLane(effect: string): effect is Lane {
  return (lanes as readonly string[]).includes(effect);
}

/** One finding: its rule and subject in a line; opened, why, who decides, and every text it rests on. */
export function FindingView({ finding, law, nameOf }: Props) {
  const { t, td, pick } = useI18n();
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
            <Reasons items={finding.because as readonly Because[]} law={law} nameOf={nameOf} />
          </div>
          <div className="stack-tight">
            <h4>{t("check.sources")}</h4>
            {finding.sources.map((citation) => (
              <SourceView key={citation.id} citation={citation} source={law.source(citation.id)} />
            ))}
          </div>
          <code className="muted small">{finding.rule}</code>
        </div>
      ) : null}
    </details>
  );
}

const tones: Readonly<Record<Because["value"], Tone>> = {
  holds: "info",
  fails: "plain",
  unknown: "warn",
};

type ReasonsProps = {
  readonly items: readonly Because[];
  readonly law: Law;
  readonly nameOf: NameOf;
};

function Reasons({ items, law, nameOf }: ReasonsProps) {
  const { t, td, pick, lang } = useI18n();
  if (items.length === 0) return null;
  const titleOf = (item: Because) => {
    if (item.kind === "param") return pick(law.parameter(item.id)?.title ?? { en: item.id });
    if (item.kind === "definition") return pick(law.definition(item.id)?.title ?? { en: item.id });
    if (item.kind === "rule") return pick(law.rule(item.id)?.title ?? { en: item.id });
    const key = `fact.${item.id}`;
    return hasMessage(key) ? td(key) : item.id;
  };
  return (
    <ul className="reason-tree">
      {items.map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: reasons have no identity and never move
        <li key={index}>
          <Badge tone={tones[item.value]}>{t(`check.finding.${item.value}`)}</Badge> {titleOf(item)}
          <span className="muted small">
            {item.subject === undefined ? "" : ` · ${nameOf(item.subject)}`}
            {item.seen === "" || item.kind === "definition"
              ? ""
              : ` · ${t("check.seen", { seen: seenText(lang, item.id, item.seen) })}`}
            {item.test === undefined
              ? ""
              : ` · ${t("check.test", { test: testText(lang, item.id, item.test) })}`}
            {item.sources === undefined ? "" : ` · ${item.sources.join(", ")}`}
          </span>
          <Reasons items={item.children ?? []} law={law} nameOf={nameOf} />
        </li>
      ))}
    </ul>
  );
}
