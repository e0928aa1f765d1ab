import { personSubject } from "#shared/acts";
import type { DeskHandlers } from "#shared/ipc";
import { appError, err, ok } from "#shared/kernel";
import { openSigners } from "../acts/open-signers.ts";
import type { DeskContext } from "../session/adapters.ts";
import { done } from "../workspace/books.ts";
import { freshPersonKey, keyFileName } from "./person-keys.ts";

type Persons = DeskHandlers["persons"];

/** What becomes of a known person's key: another in its place, or none; each a signed act of two. */
export function keyChangeHandlers(context: DeskContext): Pick<Persons, "changeKey" | "revokeKey"> {
  const { workspace, acts, clockAndIds, keyCost } = context;
  const { persons } = workspace.books;
  const place = (id: string) => ({ collection: "persons", id });

  const changeKey: Persons["changeKey"] = async ({
    person,
    passphrase,
    second,
    lost = false,
    reason,
  }) => {
    const stored = await persons.get(person);
    if (!stored.ok) return stored;
    const state = await acts.read();
    if (!state.ok) return state;
    const known = state.value.register.newest(person);
    if (known === undefined)
      return err(appError("act-person-unconfirmed", { person: stored.value.value.name }));
    const countersigner = await openSigners(context, [second]);
    if (!countersigner.ok) return countersigner;
    const fresh = await freshPersonKey(person, passphrase, keyCost);
    const { publicKey } = fresh.signer;
    const { name, nameEn, roles } = known;
    const signed = await acts.sign(
      {
        kind: "key-change",
        subject: personSubject({ id: person, name, nameEn, publicKey, roles }),
        payload: { from: known.publicKey, to: publicKey, ...(lost ? { lost } : {}) },
        reason,
      },
      [fresh.signer, ...countersigner.value],
      place(person),
    );
    if (!signed.ok) return signed;
    const written = await workspace.files.write("keys", keyFileName(person), fresh.bytes);
    if (!written.ok) return written;
    const { value, revision } = stored.value;
    const saved = await persons.save(
      { ...value, publicKey, keySince: clockAndIds.today() },
      revision,
    );
    return saved.ok ? ok({ publicKey }) : saved;
  };

  const revokeKey: Persons["revokeKey"] = async ({ of, second, reason, ...hand }) => {
    const stored = await persons.get(of);
    if (!stored.ok) return stored;
    const state = await acts.read();
    if (!state.ok) return state;
    const known = state.value.register.newest(of);
    if (known === undefined)
      return err(appError("act-person-unconfirmed", { person: stored.value.value.name }));
    const signers = await openSigners(context, second === undefined ? [hand] : [hand, second]);
    if (!signers.ok) return signers;
    const { person, ...rest } = known;
    return done(
      await acts.sign(
        {
          kind: "key-revocation",
          subject: personSubject({ id: person, ...rest }),
          payload: { publicKey: known.publicKey },
          reason,
        },
        signers.value,
        place(of),
      ),
    );
  };

  return { changeKey, revokeKey };
}
