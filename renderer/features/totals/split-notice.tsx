import { useI18n } from "#i18n";
import type { TotalsValue } from "#shared/ipc";
import { hrefOf, Notice, useDesk, useInvalidate, useToasts } from "#ui";

type Split = TotalsValue["groups"][number]["split"][number];

/**
 * Orders that look like parts of one larger order, by name. A person may declare one the alternative of another; it is counted all the
 * same, on a line of its own.
 */
export function SplitNotice({ split }: { readonly split: Split }) {
  const { t } = useI18n();
  const { client } = useDesk();
  const toasts = useToasts();
  const invalidate = useInvalidate();
  const { count, orders } = split;
  const declare = async (order: string, alternativeTo: string) => {
    const stored = await client.orders.get({ id: order });
    if (!stored.ok) return toasts.fail(stored.error);
    const { value, revision } = stored.value;
    const saved = await client.orders.save({ value: { ...value, alternativeTo }, revision });
    if (!saved.ok) return toasts.fail(saved.error);
    invalidate(["orders"], ["order", order], ["check"]);
  };
  return (
    <Notice tone="warn">
      <span>{t("totals.split", { count })}</span>
      <ul className="plain-list stack-tight">
        {orders.map(({ order, title }) => (
          <li key={order} className="row">
            <a href={hrefOf(["orders", order])}>{title}</a>
            <label className="row small">
              {t("totals.alternative.of")}
              <select
                className="input"
                value=""
                onChange={(event) => void declare(order, event.target.value)}
              >
                <option value="">{t("screen.choose")}</option>
                {orders
                  .filter((other) => other.order !== order)
                  .map((other) => (
                    <option key={other.order} value={other.order}>
                      {other.title}
                    </option>
                  ))}
              </select>
            </label>
          </li>
        ))}
      </ul>
      {count > orders.length ? <span>{t("totals.split.more", { count })}</span> : null}
    </Notice>
  );
}
