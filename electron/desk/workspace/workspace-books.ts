import { type AppError, appError, err, ok, type Result } from "#shared/kernel";
import { defaultSettings } from "#shared/model";
import type { Collection, StoredDocument } from "#store";
import { mapOk } from "./books.ts";
import { SETTINGS_ID, type Store } from "./collections.ts";
import type { Book, Books, Change, DeskWorkspace, Receipt } from "./desk-workspace.ts";
import { createJournal } from "./workspace-journal.ts";

/** The contract's word for a save that was made from an older state. */
function contractError(error: AppError): AppError {
  return error.code === "store.conflict" ? appError("revision-conflict", error.params) : error;
}

function translated<T>(result: Result<T>): Result<T> {
  return result.ok ? result : err(contractError(result.error));
}

const stored = <T>({ id, revision, savedAt, data }: StoredDocument<T>) => ({
  id,
  revision,
  savedAt,
  value: data,
});

function createBook<T, S>(
  collection: Collection<T, S>,
  idOf: (value: T) => string,
  by: () => string,
): Book<T, S> {
  const here = (id: string) => collection.list().find((row) => row.id === id);
  return {
    list: collection.list,
    has: collection.has,
    get: async (id) => mapOk(translated(await collection.get(id)), stored),
    save: async (value, revision) => {
      const id = idOf(value);
      const saved = await collection.put(id, value, { by: by(), expectedRevision: revision });
      return mapOk(translated(saved), (done) => ({
        id,
        revision: done.revision,
        savedAt: done.savedAt,
      }));
    },
    remove: async (id) => translated(await collection.remove(id, { by: by() })),
    restore: async (id) => translated(await collection.restore(id, { by: by() })),
    history: async (id) =>
      mapOk(await collection.versions(id), (versions) =>
        versions.map(({ revision, savedAt, savedBy }) => ({
          revision,
          at: savedAt,
          who: savedBy,
          verb: revision === 1 ? "document.create" : "document.save",
        })),
      ),
    revision: async (id, revision) => {
      const found =
        here(id)?.revision === revision
          ? await collection.get(id)
          : await collection.version(id, revision);
      return mapOk(found, (document) => document.data);
    },
  };
}

function createBooks(store: Store, by: () => string): Books {
  const plain = (value: { readonly id: string }) => value.id;
  return {
    orders: createBook(store.collection("orders"), plain, by),
    parties: createBook(store.collection("parties"), (record) => record.party.id, by),
    sites: createBook(store.collection("sites"), plain, by),
    products: createBook(store.collection("products"), plain, by),
    persons: createBook(store.collection("persons"), plain, by),
    evidence: createBook(store.collection("papers"), plain, by),
    cases: createBook(store.collection("cases"), plain, by),
  };
}

function changedId({ value }: Change): string {
  return "party" in value ? value.party.id : value.id;
}

async function saveAll(
  store: Store,
  changes: readonly Change[],
  by: string,
): Promise<Result<readonly Receipt[]>> {
  const saved = await store.saveAll(
    changes.map((change) => ({
      collection: change.book === "evidence" ? "papers" : change.book,
      id: changedId(change),
      data: change.value,
      expectedRevision: change.revision,
    })),
    { by },
  );
  return mapOk(translated(saved), (receipts) =>
    receipts.map(({ revision, savedAt }, index) => {
      const change = changes[index];
      return { id: change === undefined ? "" : changedId(change), revision, savedAt };
    }),
  );
}

/** What the desk adds to an opened store. Nobody acts until `actAs` names somebody. */
export function workspaceOf(store: Store): DeskWorkspace {
  let actor = "";
  const by = () => actor;
  const settings = store.collection("settings");
  return {
    books: createBooks(store, by),
    settings: {
      get: async () => {
        if (!settings.has(SETTINGS_ID)) return ok(defaultSettings);
        return mapOk(await settings.get(SETTINGS_ID), (document) => document.data);
      },
      save: async (value) =>
        mapOk(translated(await settings.put(SETTINGS_ID, value, { by: by() })), () => undefined),
    },
    saveAll: (changes) => saveAll(store, changes, by()),
    journal: createJournal(store, by),
    files: {
      ...store.files,
      discard: (folder, names, what) => store.files.discard(folder, names, { ...what, by: by() }),
    },
    actAs: (person) => {
      actor = person ?? "";
    },
    actor: by,
  };
}
