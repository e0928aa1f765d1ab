import { appError, err, ok, type Result } from "#shared/kernel";
import { openPersonKey, type Signer } from "../reviews/person-keys.ts";
import type { DeskContext } from "../session/adapters.ts";

/** A person with the passphrase that opens their key. */
export type Hand = { readonly person: string; readonly passphrase: string };

/**
 * Opens the keys of those who are to sign. A key that is not the one in the book of persons is refused: a file laid into the
 * folder of keys signs for nobody.
 */
export async function openSigners(
  { workspace }: Pick<DeskContext, "workspace">,
  hands: readonly Hand[],
): Promise<Result<readonly Signer[]>> {
  const signers: Signer[] = [];
  for (const { person, passphrase } of hands) {
    const stored = await workspace.books.persons.get(person);
    if (!stored.ok) return stored;
    const signer = await openPersonKey(workspace.files, person, passphrase);
    if (!signer.ok) return signer;
    if (signer.value.publicKey !== stored.value.value.publicKey)
      return err(appError("key-not-registered", { person: stored.value.value.name }));
    signers.push(signer.value);
  }
  return ok(signers);
}
