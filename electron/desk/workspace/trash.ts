import type { DeskHandlers } from "#shared/ipc";
import { ok } from "#shared/kernel";
import type { DeskAdapters } from "../session/adapters.ts";
import { bookOf, collectionOf, nameOfSummary } from "./book-names.ts";
import { done, mapOk } from "./books.ts";
import { bookCollections } from "./collections.ts";

/** What was deleted and can come back, and what of this session can be undone. */
export function trashHandlers({ store, workspace }: DeskAdapters): DeskHandlers["trash"] {
  const by = () => ({ by: workspace.actor() });
  const rows = () =>
    bookCollections.flatMap((name) => {
      const book = bookOf(name);
      if (book === undefined) return [];
      return store
        .collection(name)
        .trash()
        .map((row) => ({ book, name, row }));
    });
  const nameOf = (key: string): string => {
    const [collection = "", id = ""] = key.split("/");
    const name = bookCollections.find((known) => known === collection);
    if (name === undefined) return id || key;
    const home = store.collection(name);
    const row = [...home.list(), ...home.trash()].find((one) => one.id === id);
    return nameOfSummary(id, row?.summary);
  };
  const namesOf = (collection: string, ids: readonly string[]) =>
    ids.slice(0, 5).map((id) => nameOf(collection === "" ? id : `${collection}/${id}`));
  return {
    list: () =>
      Promise.resolve(
        ok(
          rows()
            .map(({ book, row: { id, revision, savedAt, savedBy, summary } }) => ({
              book,
              id,
              name: nameOfSummary(id, summary),
              revision,
              savedAt,
              who: savedBy,
            }))
            .toSorted((a, b) => (a.savedAt > b.savedAt ? -1 : 1)),
        ),
      ),
    restore: async ({ book, id }) =>
      done(await store.collection(collectionOf(book)).restore(id, by())),
    purge: async ({ book, id }) => done(await store.collection(collectionOf(book)).purge(id, by())),
    empty: async () => {
      let purged = 0;
      for (const { name, row } of rows()) {
        const gone = await store.collection(name).purge(row.id, by());
        if (!gone.ok) return gone;
        purged += 1;
      }
      return ok({ purged });
    },
    undoable: () =>
      Promise.resolve(
        ok(
          store.undoable().map(({ number, verb, collection, ids, names, at }) => ({
            number,
            verb,
            names: [...(names ?? namesOf(collection, ids))].slice(0, 5),
            count: ids.length,
            at,
          })),
        ),
      ),
    undo: async ({ number }) =>
      mapOk(await store.undo(number), ({ verb, ids }) => ({ verb, count: ids.length })),
  };
}
