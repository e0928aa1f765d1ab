import { setImmediate as breathe } from "node:timers/promises";
import type { Matches } from "#shared/ipc";
import { ok, type Result } from "#shared/kernel";
import type { DeskContext } from "../session/adapters.ts";
import type { JobContext } from "../session/jobs.ts";
import { signedHits } from "./decisions.ts";

/** The lists that a search looks through, as an answer names them. */
export function searchedLists(
  indexes: readonly { id: string; title: string; date: string; sha256: string }[],
): Matches["lists"] {
  return indexes.map(({ id, title, date, sha256 }) => ({ id, title, date, sha256 }));
}

/** Searches the parties and vendors of every draft: what was found, by draft, and what could not be looked at. */
export async function findMatches(context: DeskContext, job: JobContext): Promise<Result<Matches>> {
  const { lists, workspace, dossierOf, clockAndIds } = context;
  const indexes = await lists.indexes();
  if (!indexes.ok) return indexes;
  const state = await context.acts.read();
  if (!state.ok) return state;
  const drafts = workspace.books.orders.list();
  const found: Matches["found"] = [];
  const unread: Matches["unread"] = [];
  const parties = new Set<string>();
  for (const [at, { id: order, summary }] of drafts.entries()) {
    if (job.signal.aborted) break;
    job.progress("list-search", at, drafts.length);
    await breathe();
    const { title } = summary;
    const dossier = await dossierOf(order);
    if (!dossier.ok) {
      unread.push({ order, title });
      continue;
    }
    for (const { id } of dossier.value.parties) parties.add(id);
    const hits = signedHits(state.value, indexes.value, dossier.value);
    if (hits.length > 0) found.push({ order, title, hits: [...hits] });
  }
  const recorded = await workspace.journal.record("screening.run", undefined, {
    lists: indexes.value.length,
    orders: drafts.length,
    hits: found.reduce((sum, { hits }) => sum + hits.length, 0),
  });
  if (!recorded.ok) return recorded;
  return ok({
    day: clockAndIds.today(),
    lists: searchedLists(indexes.value),
    orders: drafts.length,
    parties: parties.size,
    unread,
    found,
  });
}
