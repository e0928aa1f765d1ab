import { createHash, generateKeyPairSync } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, expect, test } from "vitest";
import {
  compareVersions,
  lookForUpdates,
  readUpdate,
  signUpdate,
  type UpdateContent,
} from "./index.ts";

const pair = () => {
  const { privateKey, publicKey } = generateKeyPairSync("ed25519");
  const raw = publicKey.export({ format: "jwk" }).x ?? "";
  return {
    pem: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
    publicKey: Buffer.from(raw, "base64url").toString("hex"),
  };
};
const own = pair();
const foreign = pair();
const keys = [{ name: "Releases", publicKey: own.publicKey }];
const installer = Buffer.from("an installer");
const content: UpdateContent = {
  schema: "h200-desk/update@1",
  version: "0.2.0",
  issued: "2026-12-01",
  notes: { zh: "新版", en: "New" },
  files: [
    {
      name: "h200-desk-0.2.0-linux-x64.tar.gz",
      system: "linux",
      arch: "x64",
      bytes: installer.length,
      sha256: createHash("sha256").update(installer).digest("hex"),
    },
  ],
};
const question = { current: "0.1.0", platform: "linux", arch: "x64", keys };

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "desk-update-test-"));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

const put = async (text: string, beside: Buffer | undefined = installer) => {
  await writeFile(join(folder, "a.h200update"), text);
  if (beside !== undefined) await writeFile(join(folder, content.files[0]?.name ?? ""), beside);
};
const look = async (more: Partial<typeof question> = {}) =>
  await lookForUpdates([folder, join(folder, "not-there")], { ...question, ...more });

test("a signed file of a newer version with its installer beside it is ready", async () => {
  await put(signUpdate(content, own.pem));
  expect(await look()).toMatchObject([
    { state: "ready", version: "0.2.0", signer: "Releases", installer: content.files[0]?.name },
  ]);
});

test("an older version is never offered, nor the same one", async () => {
  await put(signUpdate(content, own.pem));
  expect(await look({ current: "0.2.1" })).toMatchObject([{ state: "older" }]);
  expect(await look({ current: "1.0.0" })).toMatchObject([{ state: "older" }]);
  expect(await look({ current: "0.2.0" })).toMatchObject([{ state: "same" }]);
});

test("a file that nobody signed, or a stranger did, is not believed, and its words are not shown", async () => {
  await put(JSON.stringify(content));
  const [unsigned] = await look();
  expect(unsigned).toMatchObject({ state: "unsigned" });
  expect(unsigned?.notes).toBeUndefined();
  await put(signUpdate(content, foreign.pem));
  expect(await look()).toMatchObject([{ state: "stranger" }]);
  expect(await look({ keys: [] })).toMatchObject([{ state: "stranger" }]);
});

test("an altered or missing installer is told, and another system's is no offer", async () => {
  await put(signUpdate(content, own.pem), Buffer.from("an Installer"));
  expect(await look()).toMatchObject([{ state: "file-altered" }]);
  await put(signUpdate(content, own.pem), Buffer.from("longer than it was"));
  expect(await look()).toMatchObject([{ state: "file-altered" }]);
  await rm(join(folder, content.files[0]?.name ?? ""));
  expect(await look()).toMatchObject([{ state: "file-missing" }]);
  expect(await look({ platform: "win32" })).toMatchObject([{ state: "other-system" }]);
});

test("whatever is changed in a signed file, it is no longer believed", () => {
  const text = signUpdate(content, own.pem);
  fc.assert(
    fc.property(fc.nat(text.length - 1), fc.constantFrom("0", "1", "a", "z", "9"), (at, sign) => {
      fc.pre(text[at] !== sign && /\S/.test(text[at] ?? ""));
      const read = readUpdate(`${text.slice(0, at)}${sign}${text.slice(at + 1)}`, keys);
      expect(read.ok && read.value.trust.kind === "genuine").toBe(false);
    }),
    { numRuns: 300 },
  );
});

test.each(["../evil.exe", "a/b.exe", "a\\b.exe", ".hidden", ""])(
  "an installer named %j is refused: what an update names lies beside it",
  (name) => {
    const [file] = content.files;
    const hostile = { ...content, files: [{ ...file, name }] } as UpdateContent;
    expect(() => signUpdate(hostile, own.pem)).toThrow();
    expect(readUpdate(JSON.stringify(hostile), keys).ok).toBe(false);
  },
);

test.each(["", "[]", "{", "null", '{"schema":"h200-desk/update@2"}'])(
  "%j is no update file",
  async (text) => {
    await put(text);
    expect(await look()).toMatchObject([{ state: "unreadable" }]);
  },
);

test("versions are compared by their numbers, and what comes before a version is older than it", () => {
  expect(compareVersions("0.10.0", "0.9.9")).toBeGreaterThan(0);
  expect(compareVersions("1.0.0", "1.0.0")).toBe(0);
  expect(compareVersions("1.0.0-beta", "1.0.0")).toBeLessThan(0);
  expect(compareVersions("0.9.0", "1.0.0-beta")).toBeLessThan(0);
});
