import { useI18n } from "#i18n";
import type { LookupRow } from "#shared/ipc";
import { Badge, Button, useDesk, useInvalidate, useToasts } from "#ui";
import { EntryText, useWorkspaceLookups } from "./entered.tsx";

type Props = { readonly order: string; readonly asOf: string };

/** Look-ups that other drafts hold and this one does not; each is copied by a person's own hand. */
export function Elsewhere({ order, asOf }: Props) {
  const { t, pick } = useI18n();
  const { client } = useDesk();
  const toasts = useToasts();
  const invalidate = useInvalidate();
  const rows = useWorkspaceLookups(asOf);
  const others = (rows.data ?? []).filter(
    ({ orders }) => !orders.some((one) => one.order === order),
  );
  if (others.length === 0) return null;
  const take = async ({ entry, orders }: LookupRow) => {
    const done = await client.lookups.take({ order, id: entry.id, from: orders[0]?.order ?? "" });
    if (!done.ok) return toasts.fail(done.error);
    invalidate(["lookups"], ["check", order], ["order", order]);
    toasts.say(t("lookup.taken"));
  };
  return (
    <section className="stack" aria-label={t("lookup.elsewhere")}>
      <h2>{t("lookup.elsewhere")}</h2>
      <p className="muted">{t("lookup.elsewhere.about")}</p>
      <ul className="plain-list stack">
        {others.map((row) => (
          <li key={`${row.entry.id}-${row.orders[0]?.order}`} className="entry stack-tight">
            <div className="row">
              <strong>{row.title === undefined ? row.entry.parameter : pick(row.title)}</strong>
              <Badge>{t(`track.${row.entry.track}`)}</Badge>
            </div>
            <EntryText entry={row.entry} name={row.name} />
            <span className="muted small">
              {t("lookup.held.in", { titles: row.orders.map(({ title }) => title) })}
            </span>
            <div className="row">
              <Button size="small" onClick={() => void take(row)}>
                {t("lookup.take")}
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
