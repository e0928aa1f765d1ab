import { setImmediate as breathe } from "node:timers/promises";
import type { CalendarEntryValue } from "#shared/ipc";
import { type CivilDate, ok, type Result } from "#shared/kernel";
import { tracks } from "#shared/rules";
import { laneMoves } from "../check/lane-moves.ts";
import type { DeskContext } from "../session/adapters.ts";

type Drafts = CalendarEntryValue["drafts"];

/** The drafts whose lanes a coming day moves, by day: every draft is asked once for each day. */
async function movedOn(
  context: DeskContext,
  days: Iterable<CivilDate>,
  today: CivilDate,
): Promise<Result<ReadonlyMap<string, Drafts>>> {
  const active = await context.packs.active();
  if (!active.ok) return active;
  const packs = active.value;
  const found = new Map<string, Drafts>();
  for (const due of days) {
    const moves = await laneMoves(context, { packs, asOf: today }, { packs, asOf: due });
    if (!moves.ok) return moves;
    const moved = moves.value.filter((one) => one.moves.length > 0);
    found.set(
      due,
      moved.map(({ order, title }) => ({ order, title })),
    );
  }
  return ok(found);
}

/** The drafts whose lane differs between the values that an unverified parameter may have, by track and parameter. */
async function openIn(context: DeskContext): Promise<ReadonlyMap<string, Drafts>> {
  const found = new Map<string, Drafts>();
  for (const { id, summary } of context.workspace.books.orders.list()) {
    await breathe();
    const dossier = await context.dossierOf(id);
    const report = dossier.ok ? await context.reportOf(dossier.value, {}) : dossier;
    // A draft that cannot be asked is told of where it is opened and keeps nobody from the others.
    if (!report.ok) continue;
    for (const track of tracks)
      for (const { parameter, ifStillHolds, others } of report.value.tracks[track].law.open) {
        if (others.every(({ lane }) => lane === ifStillHolds)) continue;
        const key = `${track}.${parameter}`;
        found.set(key, [...(found.get(key) ?? []), { order: id, title: summary.title }]);
      }
  }
  return found;
}

/** The same entries with the drafts that each would move. Every draft is checked, which takes its time where there are many. */
export async function withDrafts(
  context: DeskContext,
  entries: readonly CalendarEntryValue[],
  today: CivilDate,
): Promise<Result<readonly CalendarEntryValue[]>> {
  const coming = entries.filter(({ kind }) => kind === "coming");
  const moved = await movedOn(context, new Set(coming.map(({ due }) => due)), today);
  if (!moved.ok) return moved;
  const open = await openIn(context);
  return ok(
    entries.map((entry) => {
      if (entry.drafts.length > 0) return entry;
      if (entry.kind === "coming") return { ...entry, drafts: moved.value.get(entry.due) ?? [] };
      return { ...entry, drafts: open.get(`${entry.track}.${entry.parameter}`) ?? [] };
    }),
  );
}
