import { useState } from "react";
import { useI18n } from "#i18n";
import { hasMessage } from "#shared/i18n";
import {
  Badge,
  Button,
  ErrorNotice,
  errorOf,
  hrefOf,
  Notice,
  Skeleton,
  useAnswer,
  useBooks,
  useDesk,
} from "#ui";
import { Decide } from "./decide.tsx";
import type { Hit } from "./hit.ts";
import { SignDecision } from "./sign-decision.tsx";

/** Names near to entries of imported lists; a person decides, and the decision is kept with its reason. */
export function Screening({ order }: { readonly order: string }) {
  const { t } = useI18n();
  const { client } = useDesk();
  const [deciding, setDeciding] = useState<Hit | undefined>(undefined);
  const [signing, setSigning] = useState<Hit | undefined>(undefined);
  const lists = useAnswer(["lists"], async () => await client.lists.list({}));
  const hits = useAnswer(["screening", order], async () => await client.lists.screen({ order }), {
    enabled: (lists.data?.length ?? 0) > 0,
  });
  const known = useAnswer(["search-accuracy"], async () => await client.lists.accuracy({}));
  const open = (hits.data ?? []).filter((hit) => hit.status === "possible").length;
  return (
    <div className="stack">
      <p className="muted">{t("check.screening.about")}</p>
      {lists.data?.length === 0 ? (
        <Notice
          tone="warn"
          action={
            <a className="button button-small" href={hrefOf(["settings", "lists"])}>
              {t("settings.lists.import")}
            </a>
          }
        >
          {t("check.screening.nolists")}
        </Notice>
      ) : null}
      {hits.error === null ? null : <ErrorNotice error={errorOf(hits.error)} />}
      {hits.isFetching ? <Skeleton lines={2} /> : null}
      {hits.data?.length === 0 ? <p className="muted">{t("check.screening.none")}</p> : null}
      {known.data === undefined || (lists.data?.length ?? 0) === 0 ? null : (
        <p className="muted small">
          {t("check.screening.with", {
            lists: (lists.data ?? [])
              .filter(({ superseded }) => !superseded)
              .map(({ title, date, sha256 }) => `${title} ${date} (${sha256.slice(0, 8)})`)
              .join("; "),
          })}{" "}
          {t("check.screening.known", {
            date: known.data.date,
            pairs: known.data.pairs,
            recall: known.data.recall,
            possible: known.data.possible,
          })}
        </p>
      )}
      {open === 0 ? null : (
        <Notice tone="warn">{t("check.screening.undecided", { count: open })}</Notice>
      )}
      {(hits.data ?? []).map((hit) => (
        <HitView
          key={`${hit.list}-${hit.entry}-${hit.party ?? hit.query}`}
          hit={hit}
          onDecide={() => setDeciding(hit)}
          onSign={() => setSigning(hit)}
        />
      ))}
      {deciding === undefined ? null : (
        <Decide order={order} hit={deciding} onClose={() => setDeciding(undefined)} />
      )}
      {signing === undefined ? null : (
        <SignDecision order={order} hit={signing} onClose={() => setSigning(undefined)} />
      )}
    </div>
  );
}

type ViewProps = {
  readonly hit: Hit;
  readonly onDecide: () => void;
  readonly onSign: () => void;
};

const tones = { possible: "warn", "true-match": "bad", dismissed: "plain" } as const;

/** One near match: both sides beside each other, why they are near, and what a person said of it. */
function HitView({ hit, onDecide, onSign }: ViewProps) {
  const { t, td } = useI18n();
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
      <ul className="small">
        {hit.explanation.map((line) => {
          const [code = "", asked = "", found = ""] = line.split("|");
          return <li key={line}>{td(`screening.explain.${code}`, { asked, found })}</li>;
        })}
      </ul>
      <Decision hit={hit} />
      {hit.party === undefined ? null : (
        <div className="row">
          <Button size="small" onClick={onDecide}>
            {t(hit.decision === undefined ? "check.screening.save" : "check.screening.again")}
          </Button>
          {unsigned && hit.status === "possible" ? (
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
          decision: t(
            decision.decision === "true-match" ? "check.screening.is" : "check.screening.isnot",
          ),
          reason: decision.reason,
        })}
      </p>
      {signers === "" ? null : <p>{t("check.screening.signedBy", { names: signers })}</p>}
    </div>
  );
}
