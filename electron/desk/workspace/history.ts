import type { DeskHandlers, VersionedBook } from "#shared/ipc";
import { appError, err, ok, type Result } from "#shared/kernel";
import { differences } from "#shared/model";
import type { DeskAdapters } from "../session/adapters.ts";
import { collectionOf } from "./book-names.ts";
import { mapOk } from "./books.ts";

/** The versions of one document of any book: what was kept, where two of them differ, and the way back to one. */
export function historyHandlers({ store, workspace }: DeskAdapters): DeskHandlers["history"] {
  const home = (book: VersionedBook) => store.collection(collectionOf(book));
  const versionValue = async (
    book: VersionedBook,
    id: string,
    revision: number,
  ): Promise<Result<unknown>> =>
    mapOk(await home(book).version(id, revision), (document) => document.data as unknown);
  /** Keys come and go by acts alone, so an older entry does not bring its key back. */
  const sameKey = async (id: string, revision: number): Promise<Result<void>> => {
    const persons = store.collection("persons");
    const [then, now] = [await persons.version(id, revision), await persons.get(id)];
    if (!then.ok) return then;
    if (!now.ok) return now;
    return then.value.data.publicKey === now.value.data.publicKey
      ? ok(undefined)
      : err(appError("key-by-act", { person: now.value.data.name }));
  };
  return {
    list: async ({ book, id }) =>
      mapOk(await home(book).versions(id), (versions) =>
        versions.map(({ revision, savedAt, savedBy, current }) => ({
          revision,
          at: savedAt,
          who: savedBy,
          verb: revision === 1 ? "document.create" : "document.save",
          current,
        })),
      ),
    compare: async ({ book, id, from, to }) => {
      const before = await versionValue(book, id, from);
      if (!before.ok) return before;
      const after = await versionValue(book, id, to);
      return mapOk(after, (value) => [...differences(before.value, value)]);
    },
    restore: async ({ book, id, revision }) => {
      const may = book === "persons" ? await sameKey(id, revision) : ok(undefined);
      if (!may.ok) return may;
      const saved = await home(book).revert(id, revision, { by: workspace.actor() });
      return mapOk(saved, ({ revision: made }) => ({ revision: made }));
    },
  };
}
