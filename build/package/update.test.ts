import { execFileSync } from "node:child_process";
import { generateKeyPairSync } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { readUpdate } from "#node/host";
import { updateContent } from "./update-content.ts";
import { updateKeys } from "./update-keys.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "desk-sign-update-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});
const put = (name: string) => writeFileSync(join(folder, name), name);
const about = { issued: "2026-12-01", notes: { zh: "", en: "" } };

test("installers are listed with system and machine, archives and checksums are left out", () => {
  put("h200-desk-0.2.0-win-x64.exe");
  put("h200-desk-0.2.0-win-x64.zip");
  put("h200-desk-0.2.0-mac-arm64.dmg");
  put("h200-desk-0.2.0-linux-x86_64.AppImage");
  put("SHA256SUMS");
  const { version, files } = updateContent(folder, about);
  expect(version).toBe("0.2.0");
  expect(files.map(({ name, system, arch }) => [name.split(".").at(-1), system, arch])).toEqual([
    ["AppImage", "linux", "x64"],
    ["dmg", "darwin", "arm64"],
    ["exe", "win32", "x64"],
  ]);
});

test("a folder without installers, or with those of two versions, is refused", () => {
  expect(() => updateContent(folder, about)).toThrow("no installer");
  put("h200-desk-0.2.0-win-x64.exe");
  put("h200-desk-0.3.0-win-x64.exe");
  expect(() => updateContent(folder, about)).toThrow("0.2.0, 0.3.0");
});

test("what the release signs, the program believes under the key that was packed into it", () => {
  const { privateKey, publicKey } = generateKeyPairSync("ed25519");
  const raw = publicKey.export({ format: "jwk" }).x ?? "";
  const hex = Buffer.from(raw, "base64url").toString("hex");
  put("h200-desk-0.2.0-win-x64.exe");
  const root = join(import.meta.dirname, "..", "..");
  execFileSync(process.execPath, [join(root, "build", "package", "sign-update.ts"), folder], {
    cwd: root,
    env: {
      ...process.env,
      UPDATE_SIGNING_KEY: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
    },
  });
  const text = readFileSync(join(folder, "h200-desk-0.2.0.h200update"), "utf8");
  const read = readUpdate(text, updateKeys(`Releases=${hex}`));
  expect(read).toMatchObject({
    ok: true,
    value: { content: { version: "0.2.0" }, trust: { kind: "genuine", signer: "Releases" } },
  });
});

test("keys that are none stop the packaging", () => {
  expect(updateKeys(undefined)).toEqual([]);
  expect(() => updateKeys("Releases=00")).toThrow("Releases=00");
  expect(() => updateKeys(`=${"a".repeat(64)}`)).toThrow();
});
