import { useI18n } from "#i18n";
import { compareDecimal, DECIMAL_SHAPE, sum } from "#shared/kernel";
import type { Order } from "#shared/model";
import { type Draft, Notice, useDraftValue } from "#ui";

function exactTotal(order: Order): string {
  const shares = (order.tenantMix ?? []).map(({ share }) =>
    share?.kind === "exact" ? share.percent : undefined,
  );
  const whole = shares.every((part) => part !== undefined && DECIMAL_SHAPE.test(part));
  return whole && shares.length > 0 ? sum(shares.filter((part) => part !== undefined)) : "";
}

/** Says what the exact shares add up to, as long as all of them are exact. */
export function TenantTotal({ draft }: { readonly draft: Draft<Order> }) {
  const { t } = useI18n();
  const total = useDraftValue(draft, exactTotal);
  if (total === "") return null;
  const even = compareDecimal(total, "100") === 0;
  return (
    <Notice tone={even ? "good" : "warn"} role="status">
      {t(even ? "editor.tenants.even" : "editor.tenants.uneven", { total })}
    </Notice>
  );
}
