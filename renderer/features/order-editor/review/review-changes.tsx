import { useI18n } from "#i18n";
import { ChangeList, ErrorNotice, errorOf, goTo, Notice, Skeleton, useAnswer, useDesk } from "#ui";

/** What changed since the newest review that this desk has the text of. */
export function useReviewChanges(order: string) {
  const { client } = useDesk();
  return useAnswer(
    ["order-changes", order],
    async () => await client.orders.changes({ id: order, since: "review" }),
    { fresh: true },
  );
}

type Props = {
  readonly order: string;
  readonly answer: ReturnType<typeof useReviewChanges>;
};

/** A readable difference for whoever signs next: field, before, now; each leads to its field. */
export function ReviewChanges({ order, answer }: Props) {
  const { t } = useI18n();
  if (answer.error !== null) return <ErrorNotice error={errorOf(answer.error)} />;
  if (answer.data === undefined) return <Skeleton lines={2} />;
  const { since, changes } = answer.data;
  if (since === undefined) return null;
  const words = { by: since.by, date: since.date, count: changes.length };
  if (changes.length === 0)
    return <Notice tone="good">{t("editor.review.unchanged", words)}</Notice>;
  return (
    <section className="stack-tight" aria-label={t("editor.review.changes", words)}>
      <Notice tone="warn">{t("editor.review.changes", words)}</Notice>
      <ChangeList changes={changes} onJump={(path) => jump(order, path)} />
    </section>
  );
}

/** Goes to the field at an address, whichever section or book it stands in. */
export function jump(order: string, path: string): void {
  goTo(["orders", order, "edit"], { focus: path, at: String(Math.round(performance.now())) });
}
