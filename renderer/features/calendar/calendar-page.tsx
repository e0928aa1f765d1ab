import { useState } from "react";
import { useI18n } from "#i18n";
import type { CalendarEntryValue } from "#shared/ipc";
import {
  Badge,
  Button,
  Empty,
  ErrorNotice,
  errorOf,
  hrefOf,
  Skeleton,
  useAnswer,
  useDesk,
  useToasts,
} from "#ui";

const heads = ["due", "what", "kind", "owner", "looked", "drafts"] as const;

/** The watch list: what is unverified or rests on press reports, what is due, and the days that are coming. */
export function CalendarPage() {
  const { t, lang } = useI18n();
  const { client, save: saveFile } = useDesk();
  const toasts = useToasts();
  const [drafts, setDrafts] = useState(false);
  const host = useAnswer(["host"], async () => await client.host.info({}));
  const list = useAnswer(
    ["lookups", "calendar", drafts],
    async () => await client.calendar.list({ drafts }),
    { keep: true, fresh: true },
  );
  const save = async () => {
    const offer = await client.calendar.export({ language: lang });
    const saved = offer.ok ? await saveFile(offer.value) : offer;
    if (!saved.ok) toasts.fail(saved.error);
  };
  const today = host.data?.today ?? "";
  return (
    <div className="page">
      <div className="row">
        <h1 className="grow">{t("screen.nav.calendar")}</h1>
        <Button disabled={drafts} onClick={() => setDrafts(true)}>
          {t("calendar.drafts.show")}
        </Button>
        <Button look="primary" onClick={() => void save()}>
          {t("calendar.export")}
        </Button>
      </div>
      <p className="muted">{t("calendar.about")}</p>
      {list.error === null ? null : <ErrorNotice error={errorOf(list.error)} />}
      {list.isPending ? <Skeleton lines={6} /> : null}
      {list.data?.length === 0 ? <Empty title={t("calendar.none")} /> : null}
      {list.data === undefined || list.data.length === 0 ? null : (
        <div className="card table-wrap" aria-busy={list.isPlaceholderData}>
          <table className="table">
            <thead>
              <tr>
                {heads.map((head) => (
                  <th key={head} scope="col">
                    {t(`calendar.head.${head}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {list.data.map((entry) => (
                <EntryRow key={entry.id} entry={entry} today={today} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  );
}

type RowProps = { readonly entry: CalendarEntryValue; readonly today: string };

function EntryRow({ entry, today }: RowProps) {
  const { t, pick } = useI18n();
  return (
    <tr>
      <td>
        <span className="nowrap">{entry.due}</span>
        {entry.due <= today ? (
          <div>
            <Badge tone="warn">{t("calendar.overdue")}</Badge>
          </div>
        ) : null}
      </td>
      <th scope="row">
        {pick(entry.title)}
        {entry.about === undefined ? null : <div className="muted small">{pick(entry.about)}</div>}
        {entry.track === undefined ? null : (
          <div className="muted small">{t(`track.${entry.track}`)}</div>
        )}
      </th>
      <td>{t(`calendar.kind.${entry.kind}`)}</td>
      <td>{entry.owner ?? t("calendar.owner.pack")}</td>
      <td>{entry.lastLooked ?? ""}</td>
      <td>
        {entry.drafts.map(({ order, title }) => (
          <div key={order}>
            <a href={hrefOf(["orders", order, "check"])}>{title}</a>
          </div>
        ))}
      </td>
    </tr>
  );
}
