import { useState } from "react";
import { useI18n } from "#i18n";
import { Badge, Button } from "#ui";
import { type LoadedPack, mentions } from "./loaded-pack.ts";

type Props = { readonly packs: readonly LoadedPack[]; readonly search: string };

const AT_FIRST = 60;

/** Every text the packs cite, once. */
export function SourceList({ packs, search }: Props) {
  const { t, td, pick } = useI18n();
  const [most, setMost] = useState(AT_FIRST);
  const all = new Map(packs.flatMap(({ sources }) => sources.map((source) => [source.id, source])));
  const found = [...all.values()].filter((source) => mentions(source, search));
  return (
    <div className="stack">
      <p className="muted" role="status">
        {t("rules.count", { count: found.length })}
      </p>
      {found.slice(0, most).map((source) => (
        <article key={source.id} className="entry stack-tight">
          <div className="row">
            <Badge tone="info">{t(`authority.${source.authority}`)}</Badge>
            <strong>{pick(source.title)}</strong>
            <code className="muted small">{source.id}</code>
          </div>
          {source.statement === undefined ? null : <p>{pick(source.statement)}</p>}
          {source.quote === undefined ? null : <blockquote>{source.quote}</blockquote>}
          <p className="muted small">
            {[
              t("check.source.date", { date: source.date ?? t("check.source.nodate") }),
              source.at,
              source.address,
              t("check.source.confidence", { confidence: td(`confidence.${source.confidence}`) }),
            ]
              .filter((part) => part !== undefined)
              .join(" · ")}
          </p>
        </article>
      ))}
      {found.length > most ? (
        <Button onClick={() => setMost(most + 200)}>
          {t("screen.more", { count: found.length - most })}
        </Button>
      ) : null}
    </div>
  );
}
