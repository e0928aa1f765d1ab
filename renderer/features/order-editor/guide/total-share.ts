import { DECIMAL_SHAPE, sum } from "#shared/kernel";
import type { Link } from "#shared/model";

/** What the exact shares of some holders come to; undefined while one is missing or no number. */
export function totalShare(rows: readonly Pick<Link, "equity">[]): string | undefined {
  const shares = rows.map(({ equity }) => (equity?.kind === "exact" ? equity.percent : undefined));
  const exact = shares.filter((one) => one !== undefined && DECIMAL_SHAPE.test(one)) as string[];
  return exact.length === rows.length && rows.length > 0 ? sum(exact) : undefined;
}
