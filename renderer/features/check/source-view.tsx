import { useI18n } from "#i18n";
import type { Authority, Source } from "#shared/rules";
import { Badge, type Tone } from "#ui";

type Props = {
  readonly citation: {
    readonly id: string;
    readonly authority: Authority;
    readonly date: string | null;
  };
  readonly source: Source | undefined;
};

const tones: Readonly<Record<Authority, Tone>> = {
  statute: "good",
  regulation: "good",
  "official-statement": "info",
  filing: "info",
  "law-firm": "info",
  press: "warn",
  data: "plain",
  computed: "plain",
  unverified: "warn",
};

/** One text that a finding rests on: what kind of text, what it says, from when, and where it can be read. The address is text, never a link: nothing leaves this machine. */
export function SourceView({ citation, source }: Props) {
  const { t, td, pick } = useI18n();
  return (
    <div className="source">
      <div className="row">
        <Badge tone={tones[citation.authority]}>{t(`authority.${citation.authority}`)}</Badge>
        <strong>{source === undefined ? citation.id : pick(source.title)}</strong>
        <code className="muted small">{citation.id}</code>
      </div>
      {source?.statement === undefined ? null : <p>{pick(source.statement)}</p>}
      {source?.quote === undefined ? null : <blockquote>{source.quote}</blockquote>}
      <p className="muted small">
        {[
          t("check.source.date", { date: citation.date ?? t("check.source.nodate") }),
          source?.at,
          source?.address === undefined
            ? undefined
            : t("check.source.address", { address: source.address }),
          source === undefined
            ? undefined
            : t("check.source.confidence", { confidence: td(`confidence.${source.confidence}`) }),
        ]
          .filter((part) => part !== undefined)
          .join(" · ")}
      </p>
    </div>
  );
}
