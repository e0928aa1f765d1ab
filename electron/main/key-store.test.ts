import { expect, test } from "vitest";
import { type Storage, systemKeyStore } from "./key-store.ts";

const storage = (more: Partial<Storage> = {}): Storage => ({
  isEncryptionAvailable: () => true,
  getSelectedStorageBackend: () => "gnome_libsecret",
  encryptString: (text) => Buffer.from(`sealed:${text}`),
  decryptString: (bytes) => {
    const text = bytes.toString("utf8");
    if (!text.startsWith("sealed:")) throw new Error("another user's");
    return text.slice(7);
  },
  ...more,
});

test("a key comes back byte for byte, and what the system keeps is not the key", async () => {
  const { keyStore } = systemKeyStore(storage(), "win32");
  const key = Uint8Array.from({ length: 32 }, (_, index) => (index * 37) % 256);
  const kept = await keyStore?.protect(key);
  expect(Buffer.from(kept ?? []).includes(Buffer.from(key))).toBe(false);
  expect(await keyStore?.reveal(kept ?? Buffer.alloc(0))).toEqual(Buffer.from(key));
});

test("without a store of the system there is none, and a Linux stand-in with a fixed word is none", () => {
  expect(systemKeyStore(storage({ isEncryptionAvailable: () => false }), "darwin")).toEqual({});
  const plain = storage({ getSelectedStorageBackend: () => "basic_text" });
  expect(systemKeyStore(plain, "linux")).toEqual({});
  expect(systemKeyStore(plain, "win32").keyStore).toBeDefined();
});
