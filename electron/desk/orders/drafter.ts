import { ok, type Result } from "#shared/kernel";
import type { DeskContext } from "../session/adapters.ts";

/** Records in the journal who drafts an order: what the order says of itself can be saved by anybody. */
export async function recordDrafter(
  { workspace }: Pick<DeskContext, "workspace">,
  order: string,
  drafter: string | undefined,
): Promise<Result<void>> {
  if (drafter === undefined) return ok(undefined);
  return await workspace.journal.record(
    "order.drafter",
    { collection: "orders", id: order },
    { drafter },
  );
}

/** Kept versions of an order that an earlier program left behind, looked through for drafters. */
const MOST_VERSIONS = 200;

async function draftersOfVersions(
  { store }: Pick<DeskContext, "store">,
  order: string,
): Promise<Result<readonly string[]>> {
  const orders = store.collection("orders");
  const versions = await orders.versions(order);
  if (!versions.ok) return versions;
  const found: string[] = [];
  for (const { revision } of versions.value.slice(-MOST_VERSIONS).toReversed()) {
    const version = await orders.version(order, revision);
    const drafter = version.ok ? version.value.data.drafter : undefined;
    if (drafter !== undefined && !found.includes(drafter)) found.push(drafter);
  }
  return ok(found);
}

/** Everybody who was recorded as drafter of an order, oldest first. */
export async function recordedDrafters(
  context: Pick<DeskContext, "workspace" | "store">,
  order: string,
): Promise<Result<readonly string[]>> {
  const told = await context.workspace.journal.told("order.drafter");
  if (!told.ok) return told;
  const recorded = told.value
    .filter(({ subject }) => subject?.collection === "orders" && subject.id === order)
    .flatMap(({ detail: { drafter } }) => (typeof drafter === "string" ? [drafter] : []));
  return recorded.length > 0 ? ok(recorded) : await draftersOfVersions(context, order);
}
