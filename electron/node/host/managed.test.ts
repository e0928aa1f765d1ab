import { chmod, chown, mkdtemp, rm, writeFile } from "node:fs/promises";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { managedPlace, readManaged } from "./index.ts";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "desk-managed-test-"));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

const file = () => join(folder, "managed.json");
const put = async (value: unknown) =>
  await writeFile(file(), typeof value === "string" ? value : JSON.stringify(value));
const schema = "h200-desk/managed@1";

test("without a file nothing is managed", async () => {
  expect(await readManaged(file())).toEqual({ ok: true, value: undefined });
});

test("a file is read whole, and ~ is the home of whoever is signed in", async () => {
  await put({ schema, workspace: "~/Desk", encryptionRequired: true, autoLockMinutes: 10 });
  expect(await readManaged(file())).toEqual({
    ok: true,
    value: {
      schema,
      workspace: join(homedir(), "Desk"),
      encryptionRequired: true,
      autoLockMinutes: 10,
    },
  });
});

test.each([
  ["not JSON", "{", "(top)"],
  ["of an unknown version", { schema: "h200-desk/managed@2" }, "schema"],
  ["with a word it does not know", { schema, encryptionRequird: true }, "(top)"],
  [
    "with a key that is none",
    { schema, trustedPackKeys: [{ name: "A", publicKey: "00" }] },
    "trustedPackKeys.0.publicKey",
  ],
  ["with a place that depends on where one stands", { schema, workspace: "desk" }, "workspace"],
])("a file %s is an error that names the place, never an absence", async (_what, value, at) => {
  await put(value);
  const read = await readManaged(file());
  expect(read).toMatchObject({ ok: false, error: { code: "managed-file", params: { at } } });
});

test("a file in a place that cannot be read is an error too", async () => {
  expect(await readManaged(folder)).toMatchObject({ ok: false, error: { code: "managed-file" } });
});

test("the file is looked for where an ordinary user cannot write", () => {
  vi.stubEnv("ProgramData", folder);
  expect(managedPlace("win32")).toBe("C:\\ProgramData\\H200 Desk\\managed.json");
  vi.unstubAllEnvs();
  expect(managedPlace("darwin")).toMatch(/^\/Library\//);
  expect(managedPlace("linux")).toBe("/etc/h200-desk/managed.json");
});

test.runIf(process.platform !== "win32")(
  "a file that others on the machine can write, or whose folder they can, sets no rules",
  async () => {
    await put({ schema, encryptionRequired: true });
    const refused = { ok: false, error: { code: "managed-writable" } };
    for (const mode of [0o666, 0o664, 0o646]) {
      await chmod(file(), mode);
      expect(await readManaged(file())).toMatchObject(refused);
    }
    await chmod(file(), 0o644);
    await chmod(folder, 0o777);
    expect(await readManaged(file())).toMatchObject(refused);
    await chmod(folder, 0o755);
    expect(await readManaged(file())).toMatchObject({ ok: true, value: { schema } });
    await chmod(folder, 0o700);
  },
);

test.runIf(process.getuid?.() === 0)("a file of another ordinary user sets no rules", async () => {
  await put({ schema });
  await chown(file(), 12_345, 12_345);
  const read = await readManaged(file());
  expect(read).toMatchObject({ ok: false, error: { params: { problem: "owner 12345" } } });
});
