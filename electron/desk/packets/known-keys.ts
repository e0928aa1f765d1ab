import { keyFingerprint } from "#node/packets";
import type { Person } from "#shared/model";
import type { KnownKeys } from "#shared/packet";

/** What a register says of a person, as far as keys go. */
type Registered = Pick<Person, "name" | "nameEn" | "publicKey" | "keySince"> & {
  readonly roles: readonly string[];
};

/** The keys of a register of persons: one entry for each name and role under which its owner may have signed. */
export function keysOfPersons(persons: readonly Registered[]): KnownKeys {
  return persons.flatMap(({ name, nameEn, roles, publicKey, keySince }) => {
    if (publicKey === undefined) return [];
    const fingerprint = keyFingerprint(publicKey);
    const names = [...new Set([name, nameEn ?? name])];
    const since = keySince === undefined ? {} : { validFrom: keySince };
    return names.flatMap((known) =>
      roles.map((role) => ({ fingerprint, name: known, role, ...since })),
    );
  });
}
