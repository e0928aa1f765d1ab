import { useCallback, useEffect, useState } from "react";
import { useI18n } from "#i18n";
import { type Matches, matchesSchema } from "#shared/ipc";
import { Button, Empty, ErrorNotice, hrefOf, Notice, useDesk } from "#ui";
import { JobProgress } from "../job-progress.tsx";
import { useJob } from "../use-job.ts";
import { MatchQueue } from "./match-queue.tsx";
import { PartyLists } from "./party-lists.tsx";

/** The near matches of all drafts: who on which list at a glance, then one after the other to be decided. */
export function OpenMatches({ ready }: { readonly ready: boolean }) {
  const { t } = useI18n();
  const { client } = useDesk();
  const { progress, error, run, stop } = useJob();
  const [matches, setMatches] = useState<Matches | undefined>(undefined);
  const search = useCallback(async () => {
    const read = matchesSchema.safeParse(await run(async () => await client.lists.matches({})));
    if (read.success) setMatches(read.data);
  }, [client, run]);
  useEffect(() => {
    if (ready) void search();
  }, [ready, search]);
  /** What was decided in one draft is looked up anew there alone. */
  const refresh = async (order: string) => {
    const hits = await client.lists.screen({ order });
    if (!hits.ok) return;
    setMatches((before) =>
      before === undefined
        ? undefined
        : {
            ...before,
            found: before.found.map((one) =>
              one.order === order ? { ...one, hits: [...hits.value] } : one,
            ),
          },
    );
  };
  if (!ready) return <p className="muted">{t("check.screening.nolists")}</p>;
  return (
    <div className="stack">
      <p className="muted">{t("check.screening.about")}</p>
      <JobProgress progress={progress} label={t("screening.searching")} onStop={stop} />
      {error === undefined ? null : <ErrorNotice error={error} onRetry={() => void search()} />}
      {matches === undefined ? null : (
        <>
          <div className="row">
            <span className="grow">
              {t("screening.matches.searched", {
                orders: matches.orders,
                parties: matches.parties,
                lists: matches.lists.length,
              })}
            </span>
            <Button size="small" disabled={progress !== undefined} onClick={() => void search()}>
              {t("screening.matches.again")}
            </Button>
          </div>
          <Unread matches={matches} />
          {matches.found.length === 0 ? (
            <Empty title={t("check.screening.none")} text={t("screening.matches.none.text")} />
          ) : (
            <>
              <PartyLists found={matches.found} />
              <MatchQueue found={matches.found} onDecided={(order) => void refresh(order)} />
            </>
          )}
        </>
      )}
    </div>
  );
}

function Unread({ matches: { unread } }: { readonly matches: Matches }) {
  const { t } = useI18n();
  if (unread.length === 0) return null;
  return (
    <Notice tone="warn">
      {t("screening.matches.unread", { count: unread.length })}{" "}
      {unread.map(({ order, title }) => (
        <a key={order} href={hrefOf(["orders", order])}>
          {title}{" "}
        </a>
      ))}
    </Notice>
  );
}
