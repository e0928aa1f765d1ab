import type { DeskHandlers } from "#shared/ipc";
import { hashOf, ok, type Result } from "#shared/kernel";
import type { Lookup } from "#shared/model";
import { entryOf } from "../lookups/entry-of.ts";
import type { DeskContext } from "../session/adapters.ts";

type Input = Parameters<DeskHandlers["check"]["lookUp"]>[0];

/** Puts an entry into one draft and journals it; one that is there already stays as it is. */
export async function putEntry(
  { workspace }: Pick<DeskContext, "workspace">,
  order: string,
  entry: Lookup,
): Promise<Result<void>> {
  const stored = await workspace.books.orders.get(order);
  if (!stored.ok) return stored;
  const draft = stored.value.value;
  if (draft.lookups?.some(({ id }) => id === entry.id) === true) return ok(undefined);
  const saved = await workspace.books.orders.save(
    { ...draft, lookups: [...(draft.lookups ?? []), entry] },
    stored.value.revision,
  );
  if (!saved.ok) return saved;
  return await workspace.journal.record(
    "law.lookup",
    { collection: "orders", id: order },
    {
      track: entry.track,
      parameter: entry.parameter,
      state: entry.state,
      ...(entry.value === undefined ? {} : { value: entry.value }),
      from: entry.from,
      citation: entry.citation.slice(0, 300),
      // Whose key was unlocked then: an entry may name anybody, but who put it in confirms nothing of it.
      sha256: hashOf(entry),
      by: workspace.actor(),
    },
  );
}

/**
 * Records what a person found about a parameter. It takes the place of the pack's own statement for this order, and for the drafts
 * that take it over, from the day named, with its citation, the day it was seen and who saw it; the journal keeps that it was entered.
 */
export async function lookUp(
  context: DeskContext,
  { order, found, also = [] }: Input,
): Promise<Result<{ readonly id: string }>> {
  const entry = await entryOf(context, found, context.clockAndIds.newId("lkp"));
  if (!entry.ok) return entry;
  for (const draft of new Set([order, ...also])) {
    const put = await putEntry(context, draft, entry.value);
    if (!put.ok) return put;
  }
  return ok({ id: entry.value.id });
}
