import { keyFingerprint } from "#node/packets";
import { personSubject, type Register } from "#shared/acts";
import type { DeskHandlers } from "#shared/ipc";
import { appError, err, hashOf, ok } from "#shared/kernel";
import type { Person } from "#shared/model";
import { openSigners } from "../acts/open-signers.ts";
import type { DeskContext } from "../session/adapters.ts";
import { done } from "../workspace/books.ts";
import { wireError } from "../workspace/file-issues.ts";

type Persons = DeskHandlers["persons"];
type Names = "register" | "confirm" | "changeRoles" | "onePerson";
type Row = Extract<
  Awaited<ReturnType<Persons["register"]>>,
  { ok: true }
>["value"]["persons"][number];

function differs(person: Person, register: Register): boolean {
  const known = register.standing(person.id);
  if (known === undefined) return false;
  return (
    known.publicKey !== person.publicKey ||
    known.roles.toSorted().join() !== person.roles.toSorted().join()
  );
}

function rowOf(person: Person, register: Register): Row {
  const { id, publicKey } = person;
  const confirmedBy = [...register.confirmedBy(id)];
  const state = () => {
    if (register.newest(id) !== undefined && register.standing(id) === undefined)
      return "revoked" as const;
    if (differs(person, register)) return "differs" as const;
    if (publicKey === undefined) return "no-key" as const;
    if (register.isKnown(id, publicKey)) return "confirmed" as const;
    return register.waiting(id) === undefined ? ("unconfirmed" as const) : ("waiting" as const);
  };
  return {
    person: id,
    state: state(),
    confirmedBy,
    ...(publicKey === undefined ? {} : { fingerprint: keyFingerprint(publicKey) }),
  };
}

/** Who is known here: confirmations, changes of roles and the firm of one, each a signed act. */
export function registerHandlers(context: DeskContext): Pick<Persons, Names> {
  const { workspace, acts } = context;
  const { persons } = workspace.books;
  const place = (id: string) => ({ collection: "persons", id });

  const register: Persons["register"] = async () => {
    const state = await acts.read();
    if (!state.ok) return state;
    const { register: known, problems } = state.value;
    const signedIn = workspace.actor();
    return ok({
      founded: known.founded,
      problems: problems.map(wireError),
      persons: persons.list().map(({ summary }) => rowOf(summary, known)),
      ...(signedIn === "" ? {} : { signedIn }),
      ...(known.onePerson === undefined ? {} : { onePerson: known.onePerson.person }),
    });
  };

  const confirm: Persons["confirm"] = async ({ of, fingerprint, ...hand }) => {
    const stored = await persons.get(of);
    if (!stored.ok) return stored;
    const { id, name, nameEn, roles, publicKey } = stored.value.value;
    if (publicKey === undefined) return err(appError("key-none", { person: name }));
    // What the person compared must be what is signed now, not what the book was changed to meanwhile.
    if (fingerprint !== keyFingerprint(publicKey))
      return err(appError("confirm-fingerprint", { person: name }));
    const signers = await openSigners(context, [hand]);
    if (!signers.ok) return signers;
    const payload = { name, publicKey, roles, ...(nameEn === undefined ? {} : { nameEn }) };
    const subject = personSubject({ id, ...payload });
    return done(
      await acts.sign({ kind: "person-confirmation", subject, payload }, signers.value, place(of)),
    );
  };

  const changeRoles: Persons["changeRoles"] = async ({ of, roles, second, reason, ...hand }) => {
    const stored = await persons.get(of);
    if (!stored.ok) return stored;
    const state = await acts.read();
    if (!state.ok) return state;
    const known = state.value.register.standing(of);
    if (known === undefined)
      return err(appError("act-person-unconfirmed", { person: stored.value.value.name }));
    const signers = await openSigners(context, second === undefined ? [hand] : [hand, second]);
    if (!signers.ok) return signers;
    const { name, nameEn, publicKey } = known;
    const signed = await acts.sign(
      {
        kind: "role-change",
        subject: personSubject({ id: of, name, nameEn, publicKey, roles }),
        payload: { from: [...known.roles], to: roles },
        reason,
      },
      signers.value,
      place(of),
    );
    if (!signed.ok) return signed;
    return done(await persons.save({ ...stored.value.value, roles }, stored.value.revision));
  };

  const onePerson: Persons["onePerson"] = async ({ on, reason, ...hand }) => {
    const signers = await openSigners(context, [hand]);
    if (!signers.ok) return signers;
    const [signer] = signers.value;
    const sha256 = hashOf({ person: hand.person, publicKey: signer?.publicKey ?? "", on });
    const subject = { kind: "firm" as const, id: "firm", sha256 };
    return done(
      await acts.sign(
        { kind: "one-person-firm", subject, payload: { on }, reason },
        signers.value,
        place(hand.person),
      ),
    );
  };

  return { register, confirm, changeRoles, onePerson };
}
