import { keyFingerprint } from "#node/packets";
import type { Register } from "#shared/acts";
import { ok, type Result } from "#shared/kernel";
import type { Person } from "#shared/model";
import type { KnownKey, KnownKeys } from "#shared/packet";
import type { DeskContext } from "../session/adapters.ts";

/** What a register says of a person, as far as keys go. */
type Registered = Pick<Person, "name" | "nameEn" | "publicKey" | "keySince"> & {
  readonly roles: readonly string[];
  /** Every pair of names that was confirmed with the key, where the register tells. */
  readonly names?: readonly Pick<Person, "name" | "nameEn">[];
};

type Days = Pick<KnownKey, "validFrom" | "validTo" | "revokedAt">;

/** One entry for each name and role under which the owner of a key may have signed. */
function entriesOf(
  { name, nameEn, names = [{ name, nameEn }], roles, publicKey }: Registered,
  days: Days,
): KnownKeys {
  if (publicKey === undefined) return [];
  const fingerprint = keyFingerprint(publicKey);
  const all = new Set(names.flatMap((one) => [one.name, one.nameEn ?? one.name]));
  return [...all].flatMap((known) =>
    roles.map((role) => ({ fingerprint, name: known, role, ...days })),
  );
}

/** A person's own key as a file of known keys hands it over, to be compared in person where it is taken. */
export function keysOfPersons(persons: readonly Registered[]): KnownKeys {
  return persons.flatMap((person) =>
    entriesOf(person, person.keySince === undefined ? {} : { validFrom: person.keySince }),
  );
}

/**
 * The keys that are known here by signed acts, each under the name and roles that were confirmed with it and for the days on which
 * it was the person's key. What merely stands in the book of persons is known to nobody; a key that is known through one person
 * alone may be in that person's hand, and vouches for nothing but its own revocation.
 */
function keysOfRegister(register: Register, persons: readonly Person[]): KnownKeys {
  const held = register.keys.filter(
    ({ through, revoked }) => through === undefined || revoked !== undefined,
  );
  const known = held.flatMap((key) =>
    entriesOf(key, {
      ...(key.since === undefined ? {} : { validFrom: key.since }),
      ...(key.until === undefined ? {} : { validTo: key.until }),
      ...(key.revoked === undefined ? {} : { revokedAt: key.revoked }),
    }),
  );
  const { onePerson } = register;
  const alone = persons.filter(
    ({ id, publicKey }) => id === onePerson?.person && publicKey === onePerson.publicKey,
  );
  return [...known, ...keysOfPersons(alone)];
}

/** The keys that vouch on this desk for who sealed a packet. */
export async function knownKeys({
  acts,
  workspace,
}: Pick<DeskContext, "acts" | "workspace">): Promise<Result<KnownKeys>> {
  const state = await acts.read();
  if (!state.ok) return state;
  const persons = workspace.books.persons.list().map(({ summary }) => summary);
  return ok(keysOfRegister(state.value.register, persons));
}
