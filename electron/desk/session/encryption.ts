import type { DeskHandlers } from "#shared/ipc";
import { appError, err, ok } from "#shared/kernel";
import { done, mapOk } from "../workspace/books.ts";
import type { DeskAdapters } from "./adapters.ts";

/** How the open workspace is closed to others: encrypt, change the secrets, copy in the clear on request. */
export function encryptionHandlers(context: DeskAdapters): DeskHandlers["encryption"] {
  const { store, workspace, keyStore, reopen, strength } = context;
  const by = () => ({ by: workspace.actor() });
  const kdf = strength === undefined ? {} : { strength };
  return {
    state: async () => {
      const ways = store.encrypted ? await store.ways() : ok([]);
      return mapOk(ways, (known) => ({
        encrypted: store.encrypted,
        ways: [...known],
        keyStore: keyStore !== undefined,
      }));
    },
    encrypt: async ({ target, passphrase, keyStore: remember }) => {
      const copied = await store.copyEncrypted({
        dir: target,
        passphrase,
        ...by(),
        ...kdf,
        ...(remember && keyStore !== undefined ? { keyStore } : {}),
      });
      if (!copied.ok) return copied;
      const { dir, recoveryCode } = copied.value;
      const plain = store.dir;
      const opened = await reopen(dir, { passphrase });
      if (!opened.ok) return opened;
      // A copy that was made encrypted always has a code.
      return recoveryCode === undefined
        ? err(appError("store.not-encrypted"))
        : ok({ path: dir, plain, recoveryCode });
    },
    plainCopy: async ({ target, passphrase }) => {
      const right = await store.opensWith({ passphrase });
      if (!right.ok) return right;
      return mapOk(await store.copyPlain({ dir: target, ...by() }), (copy) => ({
        path: copy.dir,
        documents: copy.documents,
        evidence: copy.evidence,
      }));
    },
    changePassphrase: async ({ current, next }) => {
      const right = await store.opensWith({ passphrase: current });
      if (!right.ok) return right;
      return done(await store.changePassphrase(next, { ...by(), ...kdf }));
    },
    renewRecoveryCode: async ({ passphrase }) => {
      const right = await store.opensWith({ passphrase });
      if (!right.ok) return right;
      return mapOk(await store.renewRecoveryCode({ ...by(), ...kdf }), (recoveryCode) => ({
        recoveryCode,
      }));
    },
    setKeyStore: async ({ use }) => {
      if (use && keyStore === undefined) return err(appError("store.no-key-store"));
      return done(await store.setKeyStore(use ? keyStore : undefined, by()));
    },
  };
}
