import { setImmediate as breathe } from "node:timers/promises";
import { ok, type Result } from "#shared/kernel";
import { compareLists, type ListEntry } from "#shared/lists";
import {
  buildListIndex,
  type ListIndex,
  screen,
  screenDossier,
  subjectOf,
} from "#shared/screening";
import type { DeskContext } from "../session/adapters.ts";
import type { JobContext } from "../session/jobs.ts";

/** How many entries of each kind are shown one by one; all are counted. */
const MOST_SHOWN = 500;

/** A list against the state that it takes the place of, and whom that concerns. */
export type ListComparison = {
  readonly before?: { readonly id: string; readonly title: string; readonly date: string };
  readonly counts: { readonly added: number; readonly removed: number; readonly changed: number };
  readonly added: readonly Named[];
  readonly removed: readonly Named[];
  readonly changed: readonly (Named & { readonly fields: readonly string[] })[];
  /** Parties of the book and drafts that resemble an entry which came, went or changed. */
  readonly parties: readonly { readonly id: string; readonly entries: readonly string[] }[];
  readonly orders: readonly { readonly id: string; readonly entries: readonly string[] }[];
};
type Named = { readonly id: string; readonly list: string; readonly name: string };

const named = ({ id, list, name }: ListEntry): Named => ({ id, list, name });

type Touched = Pick<ListComparison, "parties" | "orders">;

/** Looks parties and drafts up in what differs alone. */
async function touchedBy(
  { workspace, dossierOf }: DeskContext,
  indexes: readonly ListIndex[],
  job: JobContext,
): Promise<Result<Touched>> {
  const ids = (hits: readonly { readonly entry: ListEntry }[]) => [
    ...new Set(hits.map(({ entry }) => entry.id)),
  ];
  const parties: { id: string; entries: string[] }[] = [];
  const orders: { id: string; entries: string[] }[] = [];
  const [people, drafts] = [workspace.books.parties.list(), workspace.books.orders.list()];
  const total = people.length + drafts.length;
  for (const [at, { id }] of people.entries()) {
    if (job.signal.aborted) break;
    if (at % 50 === 0) {
      job.progress("list-compare", at, total);
      await breathe();
    }
    const stored = await workspace.books.parties.get(id);
    if (!stored.ok) return stored;
    const subject = subjectOf(stored.value.value.party);
    const entries = ids(indexes.flatMap((index) => screen(index, subject)));
    if (entries.length > 0) parties.push({ id, entries });
  }
  for (const [at, { id }] of drafts.entries()) {
    if (job.signal.aborted) break;
    if (at % 20 === 0) {
      job.progress("list-compare", people.length + at, total);
      await breathe();
    }
    // A draft that cannot be put together is told of where drafts are checked.
    const dossier = await dossierOf(id);
    const entries = dossier.ok ? ids(screenDossier(indexes, dossier.value)) : [];
    if (entries.length > 0) orders.push({ id, entries });
  }
  return ok({ parties, orders });
}

/** Compares a list with the state before it: what came, went and changed, and which parties and drafts that touches. */
export async function compareList(
  context: DeskContext,
  id: string,
  job: JobContext,
): Promise<Result<ListComparison>> {
  const states = await context.lists.states(id, {
    signal: job.signal,
    progress: (done, total) => job.progress("list-read", done, total),
  });
  if (!states.ok) return states;
  const { now, before } = states.value;
  const { added, removed, changed } = compareLists(before?.entries ?? [], now.entries);
  // The first state of a list has nothing to be compared with: screening itself says whom it concerns.
  const fresh = before === undefined ? [] : [...added, ...changed.map(({ after }) => after)];
  const gone = [...removed, ...changed.map((one) => one.before)];
  const indexes = [fresh, gone]
    .filter((entries) => entries.length > 0)
    .map((entries) => buildListIndex({ ...now, entries }));
  const touched = await touchedBy(context, indexes, job);
  if (!touched.ok) return touched;
  return ok({
    ...(before === undefined
      ? {}
      : { before: { id: before.id, title: before.title, date: before.date } }),
    counts: { added: added.length, removed: removed.length, changed: changed.length },
    added: added.slice(0, MOST_SHOWN).map(named),
    removed: removed.slice(0, MOST_SHOWN).map(named),
    changed: changed
      .slice(0, MOST_SHOWN)
      .map(({ after, fields }) => ({ ...named(after), fields: [...fields] })),
    ...touched.value,
  });
}
