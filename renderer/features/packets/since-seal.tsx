import { useI18n } from "#i18n";
import { ChangeList, ErrorNotice, errorOf, useAnswer, useDesk } from "#ui";

/** What changed since the order was last sealed: what an amendment would print. */
export function SinceSeal({ order }: { readonly order: string }) {
  const { t } = useI18n();
  const { client } = useDesk();
  const answer = useAnswer(
    ["seal-changes", order],
    async () => await client.orders.changes({ id: order, since: "seal" }),
    { fresh: true },
  );
  if (answer.error !== null) return <ErrorNotice error={errorOf(answer.error)} />;
  const { since, changes = [] } = answer.data ?? {};
  if (since === undefined || changes.length === 0) return null;
  const words = { by: since.by, date: since.date, count: changes.length };
  return (
    <section className="card stack" aria-label={t("packets.since.title")}>
      <h2>{t("packets.since.title")}</h2>
      <p>{t("packets.since", words)}</p>
      <ChangeList changes={changes} />
    </section>
  );
}
