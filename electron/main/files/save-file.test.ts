import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BrowserWindow } from "electron";
import { afterEach, beforeEach, expect, test } from "vitest";
import { ok } from "#shared/kernel";
import { SavedFiles, saveFile } from "./save-file.ts";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "desk-save-"));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

const window = {} as BrowserWindow;
const dialog = (filePath: string) => ({
  showSaveDialog: () => Promise.resolve({ canceled: filePath === "", filePath }),
});
const remembered = new SavedFiles();
let reads = 0;
const file = {
  fileName: "订单.json",
  bytes: () => {
    reads += 1;
    return Promise.resolve(ok(Buffer.from("content")));
  },
};

test("the file is written where the person says, and only its name comes back", async () => {
  const path = join(folder, "mine.json");
  const done = await saveFile(dialog(path), window, "en", file, remembered);
  if (!done.ok) throw new Error(done.error.code);
  const { place = "", ...told } = done.value;
  expect(told).toEqual({ saved: true, name: "mine.json" });
  expect(place).not.toContain(folder);
  expect(remembered.place(place)).toBe(path);
  expect(await readFile(path, "utf8")).toBe("content");
});

test("a person who thinks better of it causes no work", async () => {
  reads = 0;
  expect(await saveFile(dialog(""), window, "en", file, remembered)).toEqual(ok({ saved: false }));
  expect(reads).toBe(0);
});

test("a place that cannot be written to is named without its folder", async () => {
  const result = await saveFile(
    dialog(join(folder, "no", "such", "x.json")),
    window,
    "zh",
    file,
    remembered,
  );
  expect(result).toEqual({
    ok: false,
    error: { code: "file-not-written", params: { name: "x.json", reason: "ENOENT" } },
  });
});
