import { sum } from "#shared/kernel";
import type { Case } from "#shared/model";

/** Units of a line that were drawn down so far; entries without a whole number do not count yet. */
export function drawnDown(value: Case, line: string): string {
  const parts = value.drawdowns
    .filter((item) => item.line === line && /^\d+$/.test(item.quantity ?? ""))
    .map((item) => item.quantity);
  return sum(parts);
}
