import type { DeskHandlers } from "#shared/ipc";
import { appError, err, ok, type Result } from "#shared/kernel";
import type { PartyRecord } from "#shared/model";
import type { DeskContext } from "../session/adapters.ts";
import type { BookValues, Change, Stored } from "../workspace/desk-workspace.ts";
import type { UndoShelf } from "./party-undo.ts";

/** The same value with every mention of one id replaced by the other. */
function renamed<T>(value: T, from: string, to: string): T {
  const walk = (item: unknown): unknown => {
    if (item === from) return to;
    if (Array.isArray(item)) return item.map(walk);
    if (typeof item === "object" && item !== null)
      return Object.fromEntries(Object.entries(item).map(([key, inner]) => [key, walk(inner)]));
    return item;
  };
  return walk(value) as T;
}

const mentions = (value: unknown, id: string) => JSON.stringify(value).includes(`"${id}"`);

/** What the kept party gains: names as aliases, holders, evidence; its own answers are never overwritten. */
function joined(keep: PartyRecord, drop: PartyRecord): PartyRecord {
  const { id } = keep.party;
  const known = new Set([
    keep.party.names.zh,
    keep.party.names.en,
    ...(keep.party.names.aliases ?? []),
  ]);
  const gained = [
    drop.party.names.zh,
    drop.party.names.en,
    ...(drop.party.names.aliases ?? []),
  ].filter((name) => name !== undefined && !known.has(name)) as string[];
  const aliases = [...(keep.party.names.aliases ?? []), ...gained].slice(0, 50);
  const evidence = [...new Set([...(keep.party.evidence ?? []), ...(drop.party.evidence ?? [])])];
  const own = new Set(keep.holders.map((link) => link.id));
  const holders = drop.holders
    .filter((link) => !own.has(link.id) && link.owner !== id)
    .map((link) => ({ ...link, target: id }));
  const kept = keep.holders.filter((link) => link.owner !== drop.party.id);
  return {
    party: {
      ...drop.party,
      ...keep.party,
      names: {
        ...drop.party.names,
        ...keep.party.names,
        ...(aliases.length > 0 ? { aliases } : {}),
      },
      ...(evidence.length > 0 ? { evidence } : {}),
    },
    holders: [...kept, ...holders],
  };
}

type Input = Parameters<DeskHandlers["parties"]["merge"]>[0];

type Moved = {
  readonly book: "orders" | "parties" | "sites";
  readonly id: string;
  readonly name: string;
};
type Plan = {
  readonly changes: readonly Change[];
  /** The same documents as they are now. */
  readonly before: readonly Change[];
  readonly moved: readonly Moved[];
};

function movedOf(book: Moved["book"], value: BookValues[Moved["book"]]): Moved {
  if ("party" in value) {
    const { id, names } = value.party;
    return { book, id, name: names.zh ?? names.en ?? id };
  }
  const { id } = value;
  return {
    book,
    id,
    name: "title" in value ? value.title : (value.names.zh ?? value.names.en ?? id),
  };
}

async function planMerge(
  context: DeskContext,
  keep: Stored<PartyRecord>,
  drop: Stored<PartyRecord>,
): Promise<Result<Plan>> {
  const { books } = context.workspace;
  const { revision } = keep;
  const changes: Change[] = [{ book: "parties", value: joined(keep.value, drop.value), revision }];
  const before: Change[] = [{ book: "parties", value: keep.value, revision }];
  const moved: Moved[] = [movedOf("parties", keep.value)];
  for (const name of ["orders", "parties", "sites"] as const) {
    for (const row of books[name].list()) {
      if (row.id === keep.id || row.id === drop.id) continue;
      const stored = await books[name].get(row.id);
      if (!stored.ok) return stored;
      const { value } = stored.value;
      if (!mentions(value, drop.id)) continue;
      const after = { book: name, value: renamed(value, drop.id, keep.id) };
      changes.push({ ...after, revision: stored.value.revision } as Change);
      before.push({ book: name, value, revision: stored.value.revision } as Change);
      moved.push(movedOf(name, value));
    }
  }
  return ok({ changes, before, moved });
}

/** Makes one party of two: every order, site and holding that named the dropped one names the kept one. */
export async function mergeParties(
  context: DeskContext,
  undo: UndoShelf,
  { keep, drop, commit }: Input,
): Promise<Result<{ moved: Moved[]; undo?: string }>> {
  if (keep === drop) return err(appError("merge-same", { id: keep }));
  const { workspace } = context;
  const kept = await workspace.books.parties.get(keep);
  if (!kept.ok) return kept;
  const dropped = await workspace.books.parties.get(drop);
  if (!dropped.ok) return dropped;
  const plan = await planMerge(context, kept.value, dropped.value);
  if (!plan.ok) return plan;
  const moved = [...plan.value.moved];
  if (!commit) return ok({ moved });
  const saved = await workspace.saveAll(plan.value.changes);
  if (!saved.ok) return saved;
  const removed = await workspace.books.parties.remove(drop);
  if (!removed.ok) return removed;
  const token = undo.keep({
    created: [],
    changed: plan.value.before.map((change, at) => ({
      ...change,
      revision: saved.value[at]?.revision ?? change.revision,
    })),
    binned: [drop],
  });
  return ok({ moved, undo: token });
}
