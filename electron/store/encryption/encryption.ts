import { randomUUID } from "node:crypto";
import { type AppError, err, ok, type Result } from "#shared/kernel";
import type { EncryptionSettings, KeyWrap } from "../workspace/manifest.ts";
import {
  checkPassphrase,
  createDataKey,
  createRecoveryCode,
  type KdfStrength,
  type KeyStore,
  recoverySecret,
  wrapKey,
  wrapWithKeyStore,
} from "./keys.ts";

/** How a new workspace is to be encrypted. */
export type EncryptOptions = {
  readonly passphrase: string;
  readonly strength?: KdfStrength;
  readonly keyStore?: KeyStore;
};

/** New keys: the data key in memory, its wraps for the manifest, the code to print once. */
export type FreshKeys = {
  readonly dataKey: Buffer;
  readonly settings: EncryptionSettings;
  readonly recoveryCode: string;
};

/** Makes the keys of a workspace that is to be encrypted. */
export async function createKeys(
  workspace: string,
  options: EncryptOptions,
): Promise<Result<FreshKeys>> {
  const weak: AppError | undefined = checkPassphrase(options.passphrase);
  if (weak) return err(weak);
  const dataKey = createDataKey();
  const keyId = randomUUID();
  const place = { workspace, keyId };
  const recoveryCode = createRecoveryCode();
  const secret = recoverySecret(recoveryCode);
  const wraps: KeyWrap[] = [
    await wrapKey(dataKey, "passphrase", options.passphrase, place, options.strength),
    await wrapKey(dataKey, "recovery", secret, place, options.strength),
  ];
  if (options.keyStore) wraps.push(await wrapWithKeyStore(dataKey, options.keyStore));
  return ok({ dataKey, settings: { cipher: "aes-256-gcm", keyId, wraps }, recoveryCode });
}

/** The settings after a change of passphrase: the data key stays, so that nothing needs to be written anew. */
export async function rewrapPassphrase(
  settings: EncryptionSettings,
  dataKey: Uint8Array,
  workspace: string,
  passphrase: string,
  strength?: KdfStrength,
): Promise<Result<EncryptionSettings>> {
  const weak = checkPassphrase(passphrase);
  if (weak) return err(weak);
  const place = { workspace, keyId: settings.keyId };
  const fresh = await wrapKey(dataKey, "passphrase", passphrase, place, strength);
  const others = settings.wraps.filter(({ kind }) => kind !== "passphrase");
  return ok({ ...settings, wraps: [fresh, ...others] });
}

/** The settings with a new recovery code; the old one no longer opens the workspace. */
export async function renewRecovery(
  settings: EncryptionSettings,
  dataKey: Uint8Array,
  workspace: string,
  strength?: KdfStrength,
): Promise<{ readonly settings: EncryptionSettings; readonly recoveryCode: string }> {
  const recoveryCode = createRecoveryCode();
  const place = { workspace, keyId: settings.keyId };
  const secret = recoverySecret(recoveryCode);
  const fresh = await wrapKey(dataKey, "recovery", secret, place, strength);
  const others = settings.wraps.filter(({ kind }) => kind !== "recovery");
  return { settings: { ...settings, wraps: [...others, fresh] }, recoveryCode };
}

/** The settings with or without the system's key store. */
export async function setKeyStore(
  settings: EncryptionSettings,
  dataKey: Uint8Array,
  store: KeyStore | undefined,
): Promise<EncryptionSettings> {
  const others = settings.wraps.filter(({ kind }) => kind !== "key-store");
  return {
    ...settings,
    wraps: store ? [...others, await wrapWithKeyStore(dataKey, store)] : others,
  };
}
