import { useState } from "react";
import { useI18n } from "#i18n";
import { ErrorNotice, errorOf, hrefOf, Notice, Skeleton, useAnswer, useDesk } from "#ui";
import { Decide } from "./decide.tsx";
import type { Hit } from "./hit.ts";
import { HitView } from "./hit-view.tsx";
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
