import { useI18n } from "#i18n";
import { ChangeList, ErrorNotice, errorOf, Notice, useAnswer, useDesk } from "#ui";
import { jump } from "./review-changes.tsx";

/** Answers and names that changed after a check came out adverse or a list hit was shown: what a reviewer must look at. */
export function AdverseChanges({ order }: { readonly order: string }) {
  const { t } = useI18n();
  const { client } = useDesk();
  const answer = useAnswer(
    ["order-changes", order, "adverse"],
    async () => await client.orders.changes({ id: order, since: "adverse" }),
    { fresh: true },
  );
  if (answer.error !== null) return <ErrorNotice error={errorOf(answer.error)} />;
  const changes = answer.data?.changes ?? [];
  if (changes.length === 0) return null;
  const words = { count: changes.length, date: answer.data?.since?.date ?? "" };
  return (
    <section className="stack-tight" aria-label={t("review.adverse", words)}>
      <Notice tone="warn">{t("review.adverse", words)}</Notice>
      <ChangeList changes={changes} onJump={(path) => jump(order, path)} />
    </section>
  );
}
