import { setImmediate as breathe } from "node:timers/promises";
import { type AppError, type CivilDate, ok, type Result } from "#shared/kernel";
import type { Dossier } from "#shared/model";
import { type Lane, type Program, type Track, tracks } from "#shared/rules";
import type { ListIndex } from "#shared/screening";
import type { DeskContext } from "../session/adapters.ts";
import type { JobContext } from "../session/jobs.ts";

/** The law of one side of a comparison: which packs speak, of which day, and what is supposed in each draft, if anything. */
export type LawSide = {
  readonly packs: readonly Program[];
  readonly asOf: CivilDate;
  readonly change?: (dossier: Dossier) => Dossier;
};

/** A draft whose lanes move between two sides, or one that could not be asked and why. */
export type DraftMoves = {
  readonly order: string;
  readonly title: string;
  readonly moves: readonly { readonly track: Track; readonly from: Lane; readonly to: Lane }[];
  readonly problem?: { readonly code: string; readonly params: AppError["params"] };
};

/** After so many drafts whoever else waits has a turn. */
const AT_ONCE = 20;

async function movesOf(
  lanesOn: DeskContext["lanesOn"],
  dossier: Dossier,
  lists: readonly ListIndex[],
  from: LawSide,
  to: LawSide,
): Promise<Result<DraftMoves["moves"]>> {
  const of = ({ packs, asOf, change }: LawSide) =>
    lanesOn({ dossier: change?.(dossier) ?? dossier, lists, reading: "working", packs, asOf });
  const before = await of(from);
  if (!before.ok) return before;
  const after = await of(to);
  if (!after.ok) return after;
  return ok(
    tracks.flatMap((track) => {
      const [old, now] = [before.value[track], after.value[track]];
      return old === now ? [] : [{ track, from: old, to: now }];
    }),
  );
}

/**
 * Checks every order under two laws, one at a time, and lists those whose lanes move. An order that cannot be asked is listed with
 * the reason: one damaged draft keeps nobody from the answer for the others.
 */
export async function laneMoves(
  context: Pick<DeskContext, "workspace" | "lists" | "dossierOf" | "lanesOn">,
  from: LawSide,
  to: LawSide,
  job?: JobContext,
): Promise<Result<readonly DraftMoves[]>> {
  const lists = await context.lists.indexes();
  if (!lists.ok) return lists;
  const orders = context.workspace.books.orders.list();
  const found: DraftMoves[] = [];
  for (const [index, { id, summary }] of orders.entries()) {
    if (job?.signal.aborted) break;
    if (index % AT_ONCE === 0) {
      job?.progress("recheck", index, orders.length);
      await breathe();
    }
    const dossier = await context.dossierOf(id);
    const moves = dossier.ok
      ? await movesOf(context.lanesOn, dossier.value, lists.value, from, to)
      : dossier;
    const about = { order: id, title: summary.title };
    if (!moves.ok) {
      const { code, params } = moves.error;
      found.push({ ...about, moves: [], problem: { code, params } });
    } else if (moves.value.length > 0) found.push({ ...about, moves: moves.value });
  }
  return ok(found);
}
