import { useState } from "react";
import { useI18n } from "#i18n";
import { type ListChanges as Changes, listChangesSchema } from "#shared/ipc";
import type { AppError } from "#shared/kernel";
import { Button, ErrorNotice, errorOf, unwrap, useAnswer, useDesk } from "#ui";

/** So many entries of each kind are named; the rest is counted. */
const NAMED = 20;

/** What a list says otherwise than the state before it, and which parties and drafts that concerns; looked up when asked for. */
export function ListChanges({ id }: { readonly id: string }) {
  const { t } = useI18n();
  const { client, follow } = useDesk();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<AppError | undefined>(undefined);
  const [changes, setChanges] = useState<Changes | undefined>(undefined);
  const look = async () => {
    setBusy(true);
    setError(undefined);
    try {
      const { job } = await unwrap(client.lists.compare({ id }));
      const ended = await unwrap(follow(job, {}));
      if (ended.state === "done") setChanges(listChangesSchema.parse(ended.result));
    } catch (fault) {
      setError(errorOf(fault));
    }
    setBusy(false);
  };
  return (
    <div className="stack">
      <div className="row">
        <Button size="small" disabled={busy} onClick={() => void look()}>
          {t(busy ? "lists.comparing" : "lists.compare")}
        </Button>
      </div>
      {error === undefined ? null : <ErrorNotice error={error} />}
      {changes === undefined ? null : <Told changes={changes} />}
    </div>
  );
}

function Told({ changes }: { readonly changes: Changes }) {
  const { t } = useI18n();
  const { client } = useDesk();
  const parties = useAnswer(["parties"], async () => await client.parties.list({}));
  const nameOf = (id: string) => {
    const party = parties.data?.find((one) => one.id === id);
    return party?.zh ?? party?.en ?? id;
  };
  const { before, counts, added, removed, changed } = changes;
  if (before === undefined) return <p role="status">{t("lists.compare.none")}</p>;
  const kinds = [
    ["lists.compare.added", counts.added, added],
    ["lists.compare.removed", counts.removed, removed],
    ["lists.compare.changed", counts.changed, changed],
  ] as const;
  return (
    <div className="stack" role="status">
      <p>{t("lists.compare.before", { title: before.title })}</p>
      {kinds.map(([key, count, entries]) => (
        <p key={key}>
          <strong>{t(key, { count })}</strong>
          {entries.length === 0
            ? null
            : ` ${entries
                .slice(0, NAMED)
                .map(({ name }) => name)
                .join("; ")}`}
          {count > NAMED ? " …" : null}
        </p>
      ))}
      <p>
        {t("lists.compare.parties", { count: changes.parties.length })}{" "}
        {changes.parties.map(({ id }) => nameOf(id)).join("; ")}
      </p>
      <p>
        {t("lists.compare.orders", { count: changes.orders.length })}{" "}
        {changes.orders.map(({ id }) => id).join("; ")}
      </p>
    </div>
  );
}
