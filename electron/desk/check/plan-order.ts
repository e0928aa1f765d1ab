import { comingDays, type PlanValue, planOf } from "#shared/check";
import type { DeskHandlers } from "#shared/ipc";
import { ok, type Result } from "#shared/kernel";
import type { DeskContext } from "../session/adapters.ts";

type Input = Parameters<DeskHandlers["check"]["plan"]>[0];

/**
 * The plan of an order on the days asked, or today and each day on which the packs say that something changes. The buyer's facts
 * stay as they are stated; no outcome is ranked.
 */
export async function planFor(
  context: DeskContext,
  { order, days, readings }: Input,
): Promise<Result<PlanValue>> {
  const dossier = await context.dossierOf(order);
  if (!dossier.ok) return dossier;
  const today = context.clockAndIds.today();
  const input = await context.checkInputOf(dossier.value, { asOf: days[0] ?? today });
  if (!input.ok) return input;
  const coming = comingDays(input.value.packs, today);
  const asked = days.length > 0 ? days : [today, ...coming];
  const rows = planOf(input.value, { days: asked, readings });
  if (!rows.ok) return rows;
  return ok({
    days: [...asked],
    coming: [...coming],
    rows: rows.value.map((row) => ({
      ...row,
      carriedBy: row.carriedBy.map(({ fact, subject }) => ({ fact, subject: { ...subject } })),
    })),
  });
}
