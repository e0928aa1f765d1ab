import { attempt, DeskFailure } from "#node/files";
import { appError, err, ok, type Result } from "#shared/kernel";
import type { CollectionSpecs } from "../documents/types.ts";
import { type EncryptionSettings, readManifest, writeManifest } from "../workspace/manifest.ts";
import type { OpenKeys, Parts, Workspace } from "../workspace/types.ts";
import { renewRecovery, rewrapPassphrase, setKeyStore } from "./encryption.ts";
import { unlockKey } from "./keys.ts";

type Keyring = Pick<
  Workspace<CollectionSpecs>,
  "changePassphrase" | "renewRecoveryCode" | "setKeyStore" | "opensWith" | "ways"
>;

/** What one change of the wraps gives: the new settings and what the caller is told. */
type Change<T> = { readonly settings: EncryptionSettings; readonly told: T };

/** Changes how the data key of an opened workspace is closed; the key itself and all files stay as they are. */
export function createKeyring<C extends CollectionSpecs>(parts: Parts<C>): Keyring {
  const { core, keys } = parts;
  const change = <T>(
    by: string,
    make: (settings: EncryptionSettings, open: OpenKeys) => Promise<Change<T>>,
  ): Promise<Result<T>> => {
    if (!keys) return Promise.resolve(err(appError("store.not-encrypted")));
    return attempt(core.layout.manifest, async () => {
      await core.writer.assertWritable();
      const read = await readManifest(core.fs, parts.dir);
      const manifest = read.ok ? (read.value?.manifest ?? parts.manifest) : parts.manifest;
      const settings = manifest.encryption;
      if (!settings) throw new DeskFailure(appError("store.not-encrypted"));
      const made = await make(settings, keys);
      await writeManifest(core.writer, parts.dir, { ...manifest, encryption: made.settings });
      await core.journal.append({ by, verb: "workspace.change-passphrase" });
      return made.told;
    });
  };
  const id = core.workspaceId;
  const settingsNow = async (): Promise<Result<EncryptionSettings>> => {
    const read = await readManifest(core.fs, parts.dir);
    const manifest = read.ok ? (read.value?.manifest ?? parts.manifest) : parts.manifest;
    return manifest.encryption ? ok(manifest.encryption) : err(appError("store.not-encrypted"));
  };
  return {
    opensWith: async (unlock) => {
      const settings = await settingsNow();
      if (!settings.ok) return settings;
      const key = await unlockKey(settings.value, id, unlock);
      if (!key.ok) return key;
      key.value.fill(0);
      return ok(undefined);
    },
    ways: async () => {
      const settings = await settingsNow();
      return settings.ok ? ok(settings.value.wraps.map(({ kind }) => kind)) : settings;
    },
    changePassphrase: (passphrase, { by, strength }) =>
      change(by, async (settings, { dataKey }) => {
        const made = await rewrapPassphrase(settings, dataKey, id, passphrase, strength);
        if (!made.ok) throw new DeskFailure(made.error);
        return { settings: made.value, told: undefined };
      }),
    renewRecoveryCode: ({ by, strength }) =>
      change(by, async (settings, { dataKey }) => {
        const made = await renewRecovery(settings, dataKey, id, strength);
        return { settings: made.settings, told: made.recoveryCode };
      }),
    setKeyStore: (store, { by }) =>
      change(by, async (settings, { dataKey }) => ({
        settings: await setKeyStore(settings, dataKey, store),
        told: undefined,
      })),
  };
}
