import { actsOf } from "#shared/acts";
import { appError, err, ok, type Result } from "#shared/kernel";
import type { Order } from "#shared/model";
import type { DeskContext } from "../session/adapters.ts";

/**
 * Whether an order may be saved with this drafter. Naming one where none is known here is free; another one takes a signed
 * change, so that nobody steps out of the drafter's place to review own work.
 */
export async function mayNameDrafter(
  { workspace, acts }: Pick<DeskContext, "workspace" | "acts">,
  present: string,
  after: Order,
): Promise<Result<void>> {
  if (!workspace.books.persons.has(present)) return ok(undefined);
  const state = await acts.read();
  if (!state.ok) return state;
  const changed = actsOf(state.value, "drafter-change").findLast(
    ({ statement }) => statement.subject.id === after.id,
  );
  return changed !== undefined && changed.statement.payload.to === after.drafter
    ? ok(undefined)
    : err(appError("drafter-by-act"));
}
