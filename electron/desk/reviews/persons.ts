import { sameRoles } from "#shared/acts";
import type { DeskHandlers } from "#shared/ipc";
import { appError, err, ok, type Result } from "#shared/kernel";
import type { Person } from "#shared/model";
import type { DeskContext } from "../session/adapters.ts";
import { bookHandlers, done } from "../workspace/books.ts";
import { keyChangeHandlers } from "./key-changes.ts";
import { createPersonKey, keyFileName, openPersonKey } from "./person-keys.ts";
import { registerHandlers } from "./register.ts";

type Persons = DeskHandlers["persons"];

/** Whether a person may be saved so: keys come from `createKey` and signed changes, confirmed roles from signed changes. */
async function maySave(context: DeskContext, value: Person): Promise<Result<void>> {
  const { persons } = context.workspace.books;
  const stored = persons.has(value.id) ? await persons.get(value.id) : undefined;
  const before = stored?.ok === true ? stored.value.value : undefined;
  if (value.publicKey !== before?.publicKey || value.keySince !== before?.keySince)
    return err(appError("key-by-act", { person: value.name }));
  const state = await context.acts.read();
  if (!state.ok) return state;
  const known = state.value.register.standing(value.id) ?? state.value.register.waiting(value.id);
  return known === undefined || sameRoles(known.roles, value.roles)
    ? ok(undefined)
    : err(appError("role-change-by-act", { person: value.name }));
}

/** Colleagues and their signing keys. The public half goes into the book; the secret half stays under its passphrase. */
export function personHandlers(context: DeskContext): Persons {
  const { workspace, clockAndIds, acts, keyCost } = context;
  const { persons } = workspace.books;

  const createKey: Persons["createKey"] = async ({ person, passphrase }) => {
    const stored = await persons.get(person);
    if (!stored.ok) return stored;
    const { name, publicKey: present } = stored.value.value;
    if (present !== undefined) return err(appError("key-exists", { person: name }));
    const state = await acts.read();
    if (!state.ok) return state;
    const { register } = state.value;
    // A key that went missing from the book is replaced by an act of two, not by making another.
    if (register.standing(person) !== undefined || register.waiting(person) !== undefined)
      return err(appError("key-change-by-act", { person: name }));
    const made = await createPersonKey(workspace.files, person, passphrase, keyCost);
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

  const unlock: Persons["unlock"] = async ({ person, passphrase }) => {
    const stored = await persons.get(person);
    if (!stored.ok) return stored;
    const opened = await openPersonKey(workspace.files, person, passphrase);
    if (!opened.ok) return opened;
    if (opened.value.publicKey !== stored.value.value.publicKey)
      return err(appError("key-not-registered", { person: stored.value.value.name }));
    const state = await acts.read();
    if (!state.ok) return state;
    // Of whom the acts know, they also know the key: one that was replaced or revoked is nobody's, whatever the book says again.
    const { register } = state.value;
    const isOpen = register.newest(person) === undefined;
    if (!isOpen && register.standing(person)?.publicKey !== opened.value.publicKey)
      return err(appError("key-not-registered", { person: stored.value.value.name }));
    const settings = await workspace.settings.get();
    if (!settings.ok) return settings;
    const saved = await workspace.settings.save({ ...settings.value, currentPerson: person });
    if (!saved.ok) return saved;
    workspace.actAs(person);
    const subject = { collection: "persons", id: person };
    const recorded = await workspace.journal.record("person.switch", subject);
    if (recorded.ok) await context.settingsSaved();
    return done(recorded);
  };

  const signOut: Persons["signOut"] = async () => {
    const recorded = await workspace.journal.record("person.switch");
    if (!recorded.ok) return recorded;
    workspace.actAs(undefined);
    return ok({});
  };

  const remove: Persons["remove"] = async ({ id }) => {
    const state = await acts.read();
    if (!state.ok) return state;
    const { register } = state.value;
    const known = register.standing(id) ?? register.waiting(id);
    if (known !== undefined) return err(appError("person-in-register", { person: known.name }));
    return await bookHandlers(persons).remove({ id });
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
    save: async (input) => {
      const allowed = await maySave(context, input.value);
      return allowed.ok ? await bookHandlers(persons).save(input) : allowed;
    },
    remove,
    createKey,
    unlock,
    signOut,
    ...registerHandlers(context),
    ...keyChangeHandlers(context),
  };
}
