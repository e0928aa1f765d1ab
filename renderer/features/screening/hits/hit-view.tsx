import { useI18n } from "#i18n";
import { hasMessage } from "#shared/i18n";
import { Badge, Button, useBooks } from "#ui";
import type { Hit } from "./hit.ts";
import { Pieces, Reasons } from "./pieces.tsx";

const decisionWords = {
  "true-match": "check.screening.is",
  "not-this-party": "check.screening.isnot",
  unsure: "check.screening.unsure",
} as const;

type ViewProps = {
  readonly hit: Hit;
  /** Asks for a decision and for a signature under it; without them the match is only looked at. */
  readonly onDecide?: () => void;
  readonly onSign?: () => void;
};

const tones = { possible: "warn", "true-match": "bad", dismissed: "plain" } as const;

/** One near match: both sides beside each other, why they are near, and what a person said of it. */
export function HitView({ hit, onDecide, onSign }: ViewProps) {
  const { t } = useI18n();
  const books = useBooks();
  const party = books.entries("party").find((entry) => entry.id === hit.party);
  const detail = hit.party?.startsWith("prd_") ? t("check.screening.vendor") : party?.detail;
  const key = `list.name.${hit.list}`;
  const standing = hit.decision !== undefined && hit.reopened?.length === 0;
  const unsigned = standing && hit.decision?.decision === "not-this-party";
  const status = hit.status === "possible" && unsigned ? "unsigned" : hit.status;
  const listName = hasMessage(key) ? t(key) : hit.list;
  return (
    <article className="entry stack-tight">
      <div className="row">
        <strong>{`${party?.label ?? hit.query} ↔ ${hit.name}`}</strong>
        <Badge tone={tones[hit.status]}>{t(`check.hit.${status}`)}</Badge>
        <Badge>{t(`check.match.${hit.matched}`)}</Badge>
        <span className="muted small">
          {t("check.screening.score", { score: Math.round(hit.score * 100) })}
        </span>
      </div>
      <dl className="facts small">
        <dt>{t("check.screening.party")}</dt>
        <dd>{[party?.label ?? hit.query, detail].filter((text) => text).join(" · ")}</dd>
        <dt>{t("check.screening.entry")}</dt>
        <dd>{`${hit.name} · ${listName}`}</dd>
        {hit.aliases.length === 0 ? null : (
          <>
            <dt>{t("check.screening.aliases")}</dt>
            <dd>{hit.aliases.join("; ")}</dd>
          </>
        )}
        {hit.countries.length === 0 ? null : (
          <>
            <dt>{t("check.screening.countries")}</dt>
            <dd>{hit.countries.join(", ")}</dd>
          </>
        )}
        {hit.program === "" ? null : (
          <>
            <dt>{t("check.screening.programs")}</dt>
            <dd>{hit.program}</dd>
          </>
        )}
        <dt>{t("check.screening.policy")}</dt>
        <dd>{hit.licencePolicy ?? t("check.screening.policy.silent")}</dd>
      </dl>
      <Pieces hit={hit} />
      <Reasons hit={hit} />
      <Decision hit={hit} />
      {hit.party === undefined || onDecide === undefined ? null : (
        <div className="row">
          <Button size="small" onClick={onDecide}>
            {t(hit.decision === undefined ? "check.screening.save" : "check.screening.again")}
          </Button>
          {unsigned && hit.status === "possible" && onSign !== undefined ? (
            <Button size="small" icon="lock" onClick={onSign}>
              {t("check.screening.sign")}
            </Button>
          ) : null}
        </div>
      )}
    </article>
  );
}

function Decision({ hit }: { readonly hit: Hit }) {
  const { t } = useI18n();
  const books = useBooks();
  const { decision } = hit;
  if (decision === undefined) return null;
  const person = books.entries("person").find((entry) => entry.id === decision.person);
  const signers = (hit.signedBy ?? []).map(({ name, day }) => `${name} ${day}`).join("; ");
  return (
    <div className="small">
      <p>
        {t("check.screening.decided", {
          date: decision.date,
          person: person?.label ?? t("check.screening.nobody"),
          decision: t(decisionWords[decision.decision]),
          reason: decision.reason,
        })}
      </p>
      {signers === "" ? null : <p>{t("check.screening.signedBy", { names: signers })}</p>}
    </div>
  );
}
