import { expect, test } from "vitest";
import { ok } from "#shared/kernel";
import { defaultSettings, type Settings } from "#shared/model";
import { managedSettings } from "./managed-settings.ts";

const key = (letter: string) => ({ name: letter.toUpperCase(), publicKey: letter.repeat(64) });
const schema = "h200-desk/managed@1" as const;

function book(start: Settings = defaultSettings) {
  const held = { settings: start };
  return {
    held,
    port: {
      get: () => Promise.resolve(ok(held.settings)),
      save: (value: Settings) => {
        held.settings = value;
        return Promise.resolve(ok(undefined));
      },
    },
  };
}

async function read(port: ReturnType<typeof managedSettings>): Promise<Settings> {
  const found = await port.get();
  if (!found.ok) throw new Error(found.error.code);
  return found.value;
}

test("without rules the settings are as they are", () => {
  const { port } = book();
  expect(managedSettings(port, undefined)).toBe(port);
});

test("a workspace without settings speaks the language asked for at the start, any other its own", async () => {
  const { port } = book();
  expect((await read(managedSettings(port, undefined, "en"))).language).toBe("en");
  expect((await read(managedSettings(port, { schema, language: "zh" }, "en"))).language).toBe("zh");
  const saved = book({ ...defaultSettings, theme: "dark" });
  expect((await read(managedSettings(saved.port, undefined, "en"))).language).toBe("zh");
});

test("keys of the firm stand before one's own, and are never written into the workspace", async () => {
  const { held, port } = book({ ...defaultSettings, trustedPackKeys: [key("a")] });
  const ruled = managedSettings(port, { schema, trustedPackKeys: [key("b")] });
  const seen = await read(ruled);
  expect(seen.trustedPackKeys).toEqual([key("b"), key("a")]);
  await ruled.save({ ...seen, theme: "dark" });
  expect(held.settings).toMatchObject({ theme: "dark", trustedPackKeys: [key("a")] });
});

test("where only the firm's keys count, one's own are not seen, and come back when the rule ends", async () => {
  const { held, port } = book({ ...defaultSettings, trustedPackKeys: [key("a")] });
  const ruled = managedSettings(port, {
    schema,
    trustedPackKeys: [key("b")],
    onlyTheseKeys: true,
  });
  const seen = await read(ruled);
  expect(seen.trustedPackKeys).toEqual([key("b")]);
  await ruled.save(seen);
  expect(held.settings.trustedPackKeys).toEqual([key("a")]);
});

test("a fresh workspace begins in the firm's language; a chosen one stays", async () => {
  const rules = { schema, language: "en" as const };
  expect(await read(managedSettings(book().port, rules))).toMatchObject({ language: "en" });
  const chosen = book({ ...defaultSettings });
  expect(await read(managedSettings(chosen.port, rules))).toMatchObject({ language: "zh" });
});

test.each([
  [0, 10],
  [30, 10],
  [5, 5],
])("a wish of %i minutes under a limit of ten is %i", async (wished, expected) => {
  const { port } = book({ ...defaultSettings, autoLockMinutes: wished });
  const seen = await read(managedSettings(port, { schema, autoLockMinutes: 10 }));
  expect(seen.autoLockMinutes).toBe(expected);
});
