import { confirmedLookups, type LookupConfirmation } from "#shared/acts";
import type { LookupRow } from "#shared/ipc";
import { type CivilDate, canonicalJson, ok, type Result } from "#shared/kernel";
import type { Lookup } from "#shared/model";
import type { Program } from "#shared/rules";
import type { DeskContext } from "../session/adapters.ts";
import { againstText } from "./preview-lookup.ts";

type Place = LookupRow["orders"][number];
type Held = { readonly entry: Lookup; readonly orders: Place[] };

function lawOf(programs: readonly Program[], entry: Lookup, day: CivilDate) {
  const program = programs.find(({ pack }) => pack.track === entry.track);
  const parameter = program?.parameters.get(entry.parameter);
  if (program === undefined || parameter === undefined) return { contradicts: false };
  const { contradicts } = againstText(program, parameter, entry, day);
  return { contradicts, title: { ...parameter.title } };
}

/**
 * Every look-up of the workspace, the newest first, with the drafts that hold it and who confirmed it there. Only drafts whose list
 * row says that they hold any are read.
 */
export async function workspaceLookups(
  context: DeskContext,
  asOf: CivilDate = context.clockAndIds.today(),
): Promise<Result<LookupRow[]>> {
  const { orders, persons } = context.workspace.books;
  const state = await context.acts.read();
  if (!state.ok) return state;
  const entrants = await context.acts.entrants();
  if (!entrants.ok) return entrants;
  const active = await context.packs.active();
  if (!active.ok) return active;
  const names = new Map(persons.list().map(({ id, summary }) => [id, summary.name]));
  const placeOf = (order: string, title: string, act: LookupConfirmation | undefined): Place => {
    if (act === undefined) return { order, title };
    const person = act.statement.signers[0]?.person ?? "";
    const { day } = act.statement;
    return { order, title, confirmed: { person, name: names.get(person) ?? person, day } };
  };
  const found = new Map<string, Held>();
  for (const { id, summary } of orders.list()) {
    if (summary.lookups === undefined) continue;
    const stored = await orders.get(id);
    // A draft that cannot be read is told of elsewhere and keeps nobody from the others.
    if (!stored.ok) continue;
    const confirmed = confirmedLookups(state.value, stored.value.value, entrants.value);
    for (const entry of stored.value.value.lookups ?? []) {
      const key = canonicalJson(entry);
      const held = found.get(key) ?? { entry, orders: [] };
      held.orders.push(placeOf(id, summary.title, confirmed.get(entry.id)));
      found.set(key, held);
    }
  }
  const rows = [...found.values()].map(({ entry, orders: places }): LookupRow => {
    const name = names.get(entry.person ?? "");
    const law = lawOf(active.value, entry, asOf);
    return { entry, ...law, ...(name === undefined ? {} : { name }), orders: places };
  });
  return ok(rows.toSorted((a, b) => (a.entry.seenOn > b.entry.seenOn ? -1 : 1)));
}
