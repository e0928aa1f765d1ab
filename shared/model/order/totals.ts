import { compareDecimal, type Decimal, multiply, sum, toFixed } from "#shared/kernel";
import type { Order } from "./order.ts";
import type { OrderLine } from "./order-line.ts";

/** Quantity × unit price, two decimals; undefined while either is missing. */
export function lineTotal(line: OrderLine): Decimal | undefined {
  if (line.quantity === undefined || line.unitPrice === undefined) return undefined;
  return toFixed(multiply(line.quantity, line.unitPrice), 2);
}

/** Sum of all line totals in the order's currency; undefined while any line lacks quantity or price, or there is none. */
export function orderTotal(order: Order): Decimal | undefined {
  const totals = order.lines.map(lineTotal);
  if (totals.length === 0) return undefined;
  const known = totals.filter((total) => total !== undefined);
  return known.length === totals.length ? toFixed(sum(known), 2) : undefined;
}

/** The order's total in US dollars by the order's own dated rate; undefined while total, currency or rate is missing. */
export function orderTotalUsd(order: Order): Decimal | undefined {
  const total = orderTotal(order);
  const currency = order.terms?.currency;
  if (total === undefined || currency === undefined) return undefined;
  if (currency === "USD") return total;
  const rate = order.terms?.exchangeRates?.find(
    (item) => item.from === currency && item.to === "USD",
  );
  return rate === undefined ? undefined : toFixed(multiply(total, rate.rate), 2);
}

/** Sum of the quantities of a line's deliveries; "0" without any. */
export function scheduledQuantity(line: OrderLine): Decimal {
  return sum((line.schedule ?? []).map((delivery) => delivery.quantity));
}

/** Whether a line's deliveries add up to its quantity; true without a schedule. */
export function scheduleAddsUp(line: OrderLine): boolean {
  if (line.schedule === undefined || line.schedule.length === 0) return true;
  return (
    line.quantity !== undefined && compareDecimal(scheduledQuantity(line), line.quantity) === 0
  );
}
