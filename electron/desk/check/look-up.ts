import type { DeskHandlers } from "#shared/ipc";
import { appError, err, ok, type Result } from "#shared/kernel";
import type { Lookup } from "#shared/model";
import { allowedValue, checkEntry, type Parameter } from "#shared/rules";
import type { DeskContext } from "../session/adapters.ts";
import { done } from "../workspace/books.ts";

type Input = Parameters<DeskHandlers["check"]["lookUp"]>[0];
type Found = Input["found"];

async function parameterOf(context: DeskContext, found: Found): Promise<Result<Parameter>> {
  const active = await context.packs.active();
  if (!active.ok) return active;
  const pack = active.value.find((one) => one.pack.track === found.track);
  const parameter = pack?.parameters.get(found.parameter);
  const known = [...(pack?.parameters.keys() ?? [])].sort();
  return parameter === undefined
    ? err(appError("lookup-parameter", { parameter: found.parameter, allowed: known.join(", ") }))
    : ok(parameter);
}

/**
 * Records what a person found about a parameter. It takes the place of the pack's own statement for this order from the day named,
 * with its citation, the day it was seen and who saw it; the journal keeps that it was entered.
 */
export async function lookUp(
  context: DeskContext,
  { order, found }: Input,
): Promise<Result<Record<string, never>>> {
  const { workspace, clockAndIds } = context;
  const parameter = await parameterOf(context, found);
  if (!parameter.ok) return parameter;
  const checked = checkEntry(parameter.value, found);
  if (!checked.ok) return checked;
  const own = (entered: Lookup["value"]) =>
    entered === undefined ? undefined : allowedValue(parameter.value, entered);
  const [value, instead] = [own(found.value), own(found.instead)];
  const stored = await workspace.books.orders.get(order);
  if (!stored.ok) return stored;
  const { value: _value, instead: _instead, ...rest } = found;
  const lookup: Lookup = {
    ...rest,
    id: clockAndIds.newId("lkp"),
    seenOn: clockAndIds.today(),
    ...(value === undefined ? {} : { value }),
    ...(instead === undefined ? {} : { instead }),
  };
  const draft = stored.value.value;
  const saved = await workspace.books.orders.save(
    { ...draft, lookups: [...(draft.lookups ?? []), lookup] },
    stored.value.revision,
  );
  if (!saved.ok) return saved;
  return done(
    await workspace.journal.record(
      "law.lookup",
      { collection: "orders", id: order },
      {
        track: lookup.track,
        parameter: lookup.parameter,
        state: lookup.state,
        ...(lookup.value === undefined ? {} : { value: lookup.value }),
        from: lookup.from,
        citation: lookup.citation.slice(0, 300),
      },
    ),
  );
}
