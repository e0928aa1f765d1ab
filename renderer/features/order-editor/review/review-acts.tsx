import { useI18n } from "#i18n";
import type { Order } from "#shared/model";
import { ActDialog, type ActEntered, unwrap, useDesk, useInvalidate, useToasts } from "#ui";

/** What is to be signed about an order beside a review. */
export type OrderAct =
  | { readonly kind: "withdraw"; readonly act: string }
  | { readonly kind: "drafter" };

type Props = {
  readonly order: string;
  readonly act: OrderAct;
  readonly onStored: (stored: { readonly revision: number; readonly value: Order }) => void;
  readonly onClose: () => void;
};

/** The dialogs in which a review is withdrawn and another drafter takes the place of the present one. */
export function ReviewActs({ order, act, onStored, onClose }: Props) {
  const { t, td } = useI18n();
  const { client } = useDesk();
  const toasts = useToasts();
  const invalidate = useInvalidate();
  const call = async ({ hand, second, reason }: ActEntered) => {
    const signed = { id: order, ...hand, second, reason };
    return act.kind === "withdraw"
      ? await client.orders.withdrawReview({ ...signed, act: act.act })
      : await client.orders.changeDrafter(signed);
  };
  const sign = async (entered: ActEntered) => {
    const done = await call(entered);
    if (!done.ok) return done;
    if (act.kind === "drafter") onStored(await unwrap(client.orders.get({ id: order })));
    for (const stale of ["order-reviews", "order-changes", "readiness"]) invalidate([stale, order]);
    toasts.say(t("act.signed"));
    return done;
  };
  return (
    <ActDialog
      title={td(`review.act.${act.kind}`)}
      about={td(`review.act.${act.kind}.about`)}
      submit={t("act.sign")}
      countersigned
      reasoned
      onSign={sign}
      onClose={onClose}
    />
  );
}
