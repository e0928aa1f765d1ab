import type { SafeStorage } from "electron";
import type { KeyStore } from "#store";

/** What the key store needs of Electron's safeStorage. */
export type Storage = Pick<
  SafeStorage,
  "isEncryptionAvailable" | "encryptString" | "decryptString" | "getSelectedStorageBackend"
>;

/** Whether the system keeps secrets for this user. On Linux a fixed word stands in where there is no keyring: no store. */
function isUsable(storage: Storage, platform: NodeJS.Platform): boolean {
  if (!storage.isEncryptionAvailable()) return false;
  return platform !== "linux" || storage.getSelectedStorageBackend() !== "basic_text";
}

/** The system's key store (Keychain, DPAPI, a Linux keyring) as the desk uses it; nothing where there is none. */
export function systemKeyStore(
  storage: Storage,
  platform: NodeJS.Platform,
): { readonly keyStore?: KeyStore } {
  if (!isUsable(storage, platform)) return {};
  return {
    keyStore: {
      // safeStorage keeps text, so the key travels in base64.
      protect: (secret) =>
        Promise.resolve(storage.encryptString(Buffer.from(secret).toString("base64"))),
      reveal: (kept) =>
        Promise.resolve(Buffer.from(storage.decryptString(Buffer.from(kept)), "base64")),
    },
  };
}
