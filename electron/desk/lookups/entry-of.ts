import type { DeskHandlers } from "#shared/ipc";
import { appError, err, ok, type Result } from "#shared/kernel";
import type { Lookup } from "#shared/model";
import { allowedValue, checkEntry, type Parameter } from "#shared/rules";
import type { DeskContext } from "../session/adapters.ts";

type Found = Parameters<DeskHandlers["check"]["lookUp"]>[0]["found"];

async function parameterOf(
  { packs }: Pick<DeskContext, "packs">,
  found: Found,
): Promise<Result<Parameter>> {
  const active = await packs.active();
  if (!active.ok) return active;
  const pack = active.value.find((one) => one.pack.track === found.track);
  const parameter = pack?.parameters.get(found.parameter);
  const known = [...(pack?.parameters.keys() ?? [])].sort();
  return parameter === undefined
    ? err(appError("lookup-parameter", { parameter: found.parameter, allowed: known.join(", ") }))
    : ok(parameter);
}

/** What a person found as an entry of today, once the packs in use allow its value; refused otherwise. */
export async function entryOf(
  context: Pick<DeskContext, "packs" | "clockAndIds">,
  found: Found,
  id: string,
): Promise<Result<Lookup>> {
  const parameter = await parameterOf(context, found);
  if (!parameter.ok) return parameter;
  const checked = checkEntry(parameter.value, found);
  if (!checked.ok) return checked;
  const seenOn = context.clockAndIds.today();
  if (found.recheckOn !== undefined && found.recheckOn <= seenOn)
    return err(appError("lookup-recheck", { day: found.recheckOn, today: seenOn }));
  const own = (entered: Lookup["value"]) =>
    entered === undefined ? undefined : allowedValue(parameter.value, entered);
  const [value, instead] = [own(found.value), own(found.instead)];
  const { value: _value, instead: _instead, ...rest } = found;
  return ok({
    ...rest,
    id,
    seenOn,
    ...(value === undefined ? {} : { value }),
    ...(instead === undefined ? {} : { instead }),
  });
}
