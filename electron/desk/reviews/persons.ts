import type { DeskHandlers } from "#shared/ipc";
import { appError, err, ok } from "#shared/kernel";
import type { DeskContext } from "../session/adapters.ts";
import { bookHandlers, done } from "../workspace/books.ts";
import { createPersonKey, keyFileName, openPersonKey } from "./person-keys.ts";

/** Colleagues and their signing keys. The public half goes into the book; the secret half stays under its passphrase. */
export function personHandlers(context: DeskContext): DeskHandlers["persons"] {
  const { workspace, clockAndIds } = context;
  const { persons } = workspace.books;

  const createKey: DeskHandlers["persons"]["createKey"] = async ({ person, passphrase }) => {
    const stored = await persons.get(person);
    if (!stored.ok) return stored;
    if (stored.value.value.publicKey !== undefined)
      return err(appError("key-exists", { person: stored.value.value.name }));
    const made = await createPersonKey(workspace.files, person, passphrase);
    if (!made.ok) return made;
    const { publicKey } = made.value;
    const saved = await persons.save(
      { ...stored.value.value, publicKey, keySince: clockAndIds.today() },
      stored.value.revision,
    );
    if (!saved.ok) {
      // A key that the book does not name would block the next attempt.
      await workspace.files.remove("keys", keyFileName(person));
      return saved;
    }
    return ok({ publicKey });
  };

  const unlock: DeskHandlers["persons"]["unlock"] = async ({ person, passphrase }) => {
    const opened = await openPersonKey(workspace.files, person, passphrase);
    if (!opened.ok) return opened;
    const settings = await workspace.settings.get();
    if (!settings.ok) return settings;
    const saved = await workspace.settings.save({ ...settings.value, currentPerson: person });
    if (!saved.ok) return saved;
    workspace.actAs(person);
    return done(
      await workspace.journal.record("person.switch", { collection: "persons", id: person }),
    );
  };

  return {
    list: () =>
      Promise.resolve(
        ok(
          persons.list().map(({ id, revision, savedAt, summary }) => ({
            id,
            revision,
            savedAt,
            value: summary,
          })),
        ),
      ),
    save: bookHandlers(persons).save,
    remove: bookHandlers(persons).remove,
    createKey,
    unlock,
  };
}
