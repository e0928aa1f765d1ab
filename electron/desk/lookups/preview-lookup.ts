import { outcomesOf } from "#shared/check";
import type { DeskHandlers } from "#shared/ipc";
import { appError, type CivilDate, err, ok } from "#shared/kernel";
import type { Dossier, Lookup } from "#shared/model";
import { type Parameter, type Program, parameterOn } from "#shared/rules";
import { laneMoves } from "../check/lane-moves.ts";
import type { CheckOptions, DeskContext } from "../session/adapters.ts";
import { entryOf } from "./entry-of.ts";

type Preview = DeskHandlers["lookups"]["preview"];
type Input = Parameters<Preview>[0];

/** The entry that is being weighed has no id yet. */
const WEIGHED = "lkp_weighed";

/** What the pack itself says on a day, and whether an entry says otherwise of a text in force. */
export function againstText(
  program: Program,
  parameter: Parameter,
  entry: Lookup,
  day: CivilDate,
): Pick<Extract<Awaited<ReturnType<Preview>>, { ok: true }>["value"], "text" | "contradicts"> {
  const { pack, sources } = program;
  const ground = { track: pack.track, sources, recheckDays: pack.recheckDays };
  const text = parameterOn(parameter, day, { ...ground, lookups: [] });
  const both = parameterOn(parameter, day, { ...ground, lookups: [entry] });
  const { state, value } = text;
  return {
    text: { state, ...(value === undefined ? {} : { value }), sources: [...text.sources] },
    contradicts: both.notes.includes("unconfirmed"),
  };
}

function withEntry({ order, ...rest }: Dossier, entry: Lookup): Dossier {
  const others = (order.lookups ?? []).filter(({ id }) => id !== entry.id);
  return { ...rest, order: { ...order, lookups: [...others, entry] } };
}

function withoutEntry({ order, ...rest }: Dossier, id: string): Dossier {
  const others = (order.lookups ?? []).filter((one) => one.id !== id);
  return { ...rest, order: { ...order, lookups: others } };
}

function optionsOf({ asOf, reading }: Input): CheckOptions {
  return {
    ...(asOf === undefined ? {} : { asOf }),
    ...(reading === undefined ? {} : { reading }),
  };
}

/** Lanes without the entry, with it, and with it once confirmed. Nothing is saved. */
export async function previewLookup(
  context: DeskContext,
  input: Input,
): Promise<Awaited<ReturnType<Preview>>> {
  const dossier = await context.dossierOf(input.order);
  if (!dossier.ok) return dossier;
  const held =
    "id" in input
      ? dossier.value.order.lookups?.find(({ id }) => id === input.id)
      : await entryOf(context, input.found, WEIGHED);
  if (held === undefined) return err(appError("not-found", { id: "id" in input ? input.id : "" }));
  const entry = "ok" in held ? held : ok(held);
  if (!entry.ok) return entry;
  const { value } = entry;
  const packs = await context.packs.active();
  if (!packs.ok) return packs;
  const program = packs.value.find(({ pack }) => pack.track === value.track);
  const parameter = program?.parameters.get(value.parameter);
  if (program === undefined || parameter === undefined)
    return err(appError("lookup-parameter", { parameter: value.parameter, allowed: "" }));
  const base = await context.checkInputOf(withoutEntry(dossier.value, value.id), optionsOf(input));
  if (!base.ok) return base;
  const entered = { ...base.value, dossier: withEntry(dossier.value, value) };
  const without = new Set([...(base.value.confirmed ?? [])].filter((id) => id !== value.id));
  const now = outcomesOf(base.value);
  if (!now.ok) return now;
  const unconfirmed = outcomesOf({ ...entered, confirmed: without });
  if (!unconfirmed.ok) return unconfirmed;
  const confirmed = outcomesOf({ ...entered, confirmed: new Set([...without, value.id]) });
  if (!confirmed.ok) return confirmed;
  const { asOf } = base.value;
  return ok({
    asOf,
    ...againstText(program, parameter, value, asOf),
    now: now.value,
    entered: unconfirmed.value,
    confirmed: confirmed.value,
  });
}

/** The other drafts whose lanes would move if they took an entry over, before anybody confirms it. */
export async function touchedByLookup(
  context: DeskContext,
  input: Parameters<DeskHandlers["lookups"]["touched"]>[0],
): Promise<Awaited<ReturnType<DeskHandlers["lookups"]["touched"]>>> {
  const entry = await entryOf(context, input.found, WEIGHED);
  if (!entry.ok) return entry;
  const packs = await context.packs.active();
  if (!packs.ok) return packs;
  const law = { packs: packs.value, asOf: input.asOf ?? context.clockAndIds.today() };
  const moves = await laneMoves(context, law, {
    ...law,
    change: (dossier) => withEntry(dossier, entry.value),
  });
  return moves.ok ? ok(moves.value.filter(({ order }) => order !== input.order)) : moves;
}
