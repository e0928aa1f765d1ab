import { confirmationRefusal } from "#shared/acts";
import type { DeskHandlers } from "#shared/ipc";
import { appError, err, hashOf, ok, type Result } from "#shared/kernel";
import type { Lookup } from "#shared/model";
import { openSigners } from "../acts/open-signers.ts";
import { recordedDrafters } from "../orders/drafter.ts";
import type { DeskContext } from "../session/adapters.ts";

type Input = Parameters<DeskHandlers["lookups"]["confirm"]>[0];

/** An entry as one draft holds it. */
export async function entryIn(
  { workspace }: Pick<DeskContext, "workspace">,
  order: string,
  id: string,
): Promise<Result<Lookup>> {
  const stored = await workspace.books.orders.get(order);
  if (!stored.ok) return stored;
  const entry = stored.value.value.lookups?.find((one) => one.id === id);
  return entry === undefined ? err(appError("not-found", { id })) : ok(entry);
}

async function refusalIn(
  context: DeskContext,
  order: string,
  entry: Lookup,
  person: string,
): Promise<Result<void>> {
  const state = await context.acts.read();
  if (!state.ok) return state;
  const recorded = await recordedDrafters(context, order);
  if (!recorded.ok) return recorded;
  const named = context.workspace.books.orders.list().find(({ id }) => id === order)?.summary;
  const drafters = [...recorded.value, named?.drafter];
  const entrants = await context.acts.entrants();
  if (!entrants.ok) return entrants;
  const refusal = confirmationRefusal(entry, person, {
    register: state.value.register,
    drafters,
    entrants: entrants.value,
  });
  return refusal === undefined ? ok(undefined) : err(refusal);
}

/**
 * Signs that an entry holds, or no longer, with a second person's key: one act for each draft that holds the entry as it stands here.
 * A draft that this person drafts is left out, except where it is the one named: then the whole is refused.
 */
export async function confirmLookup(
  context: DeskContext,
  { order, id, holds, person, passphrase, reason }: Input,
): Promise<Result<{ readonly orders: string[] }>> {
  const entry = await entryIn(context, order, id);
  if (!entry.ok) return entry;
  const sha256 = hashOf(entry.value);
  const others = context.workspace.books.orders
    .list()
    .filter(({ summary }) => summary.lookups?.some((one) => one.sha256 === sha256))
    .map((one) => one.id)
    .filter((one) => one !== order);
  const refused = await refusalIn(context, order, entry.value, person);
  if (!refused.ok) return refused;
  const signers = await openSigners(context, [{ person, passphrase }]);
  if (!signers.ok) return signers;
  const orders: string[] = [];
  for (const one of [order, ...others]) {
    const may = one === order ? refused : await refusalIn(context, one, entry.value, person);
    if (!may.ok) continue;
    const signed = await context.acts.sign(
      {
        kind: "lookup-confirmation",
        subject: { kind: "lookup", id, sha256 },
        payload: { order: one, holds },
        ...(reason === undefined || reason === "" ? {} : { reason }),
      },
      signers.value,
      { collection: "orders", id: one },
    );
    if (!signed.ok) return signed;
    orders.push(one);
  }
  return ok({ orders });
}
