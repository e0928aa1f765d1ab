import { useI18n } from "#i18n";
import { Badge, ErrorNotice, errorOf, Notice, Skeleton, useAnswer, useDesk } from "#ui";

/** Everything that sealing an order needs, each met or with the reason why not. */
export function useReadiness(order: string) {
  const { client } = useDesk();
  return useAnswer(["readiness", order], async () => await client.packets.readiness({ order }), {
    fresh: true,
  });
}

/** The list of what sealing needs, shown before anybody is asked for a passphrase. */
export function Readiness({ answer }: { readonly answer: ReturnType<typeof useReadiness> }) {
  const { t, td, te } = useI18n();
  if (answer.error !== null) return <ErrorNotice error={errorOf(answer.error)} />;
  if (answer.data === undefined) return <Skeleton lines={4} />;
  const { ready, onePerson, items } = answer.data;
  return (
    <section className="stack-tight" aria-label={t("readiness.title")}>
      <h3>{t("readiness.title")}</h3>
      {ready ? <Notice tone="good">{t("readiness.ready")}</Notice> : null}
      {onePerson ? <Notice tone="warn">{t("readiness.onePerson")}</Notice> : null}
      <ul className="plain-list stack-tight">
        {items.map(({ item, fault }) => (
          <li key={item} className="row">
            <Badge tone={fault === undefined ? "good" : "warn"}>
              {td(`readiness.item.${item}`)}
            </Badge>
            {fault === undefined ? null : <span>{te(fault)}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
