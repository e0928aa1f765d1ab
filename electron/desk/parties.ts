import type { DeskHandlers } from "#shared/ipc";
import { appError, err, ok, type Result } from "#shared/kernel";
import type { Link, Party } from "#shared/model";
import type { DeskContext } from "./adapters.ts";
import { bookHandlers, flatList } from "./books.ts";
import { ownershipView } from "./ownership-view.ts";
import { importParties } from "./party-import.ts";
import { mergeParties } from "./party-merge.ts";
import { createUndoShelf } from "./party-undo.ts";

/** A party with every holder above it, however many tiers up, as the book has them. */
async function chainAbove(
  context: DeskContext,
  id: string,
): Promise<Result<{ readonly parties: Party[]; readonly links: Link[] }>> {
  const book = context.workspace.books.parties;
  const parties: Party[] = [];
  const links: Link[] = [];
  const seen = new Set([id]);
  const waiting = [id];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (!book.has(next)) continue;
    const record = await book.get(next);
    if (!record.ok) return record;
    parties.push(record.value.value.party);
    for (const link of record.value.value.holders) {
      links.push(link);
      for (const other of [link.owner, link.nomineeFor]) {
        if (other === undefined || seen.has(other)) continue;
        seen.add(other);
        waiting.push(other);
      }
    }
  }
  return ok({ parties, links });
}

/** The party book: who there is, who stands behind whom. */
export function partyHandlers(context: DeskContext): DeskHandlers["parties"] {
  const { parties } = context.workspace.books;
  const shelf = createUndoShelf(context);
  return {
    ...bookHandlers(parties),
    list: () => Promise.resolve(ok(flatList(parties.list()))),
    ownership: async ({ id, asOf }) => {
      if (!parties.has(id))
        return err(appError("store.no-such-document", { collection: "parties", id }));
      const chain = await chainAbove(context, id);
      if (!chain.ok) return chain;
      return ok(
        ownershipView({ ...chain.value, subject: id, asOf: asOf ?? context.ambient.today() }),
      );
    },
    import: (input) => importParties(context, shelf, input),
    merge: (input) => mergeParties(context, shelf, input),
    undo: ({ token }) => shelf.undo(token),
    history: ({ id }) => parties.history(id),
  };
}
