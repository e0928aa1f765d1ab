import { EventEmitter } from "node:events";
import type { BrowserWindow, Dialog } from "electron";
import { expect, test } from "vitest";
import { recoverPage } from "./recovery.ts";

function desk(response = 0) {
  const calls: string[] = [];
  const webContents = Object.assign(new EventEmitter(), {
    reload: () => calls.push("reload"),
    forcefullyCrashRenderer: () => calls.push("crash"),
  });
  const window = Object.assign(new EventEmitter(), { webContents, isDestroyed: () => false });
  const dialog = {
    showMessageBox: (_window: unknown, options: { message: string }) => {
      calls.push(options.message);
      return Promise.resolve({ response, checkboxChecked: false });
    },
  };
  recoverPage(
    window as unknown as BrowserWindow,
    dialog as unknown as Pick<Dialog, "showMessageBox">,
    () => "en",
    (what) => calls.push(what),
  );
  return { window, webContents, calls };
}

test("a page that crashed is loaded again, and the person is told what is safe", () => {
  const { webContents, calls } = desk();
  webContents.emit("render-process-gone", {}, { reason: "crashed" });
  expect(calls.slice(0, 2)).toEqual(["page-crashed", "reload"]);
  expect(calls[2]).toContain("last edits come back");
});

test("a page that was closed in good order is left alone", () => {
  const { webContents, calls } = desk();
  webContents.emit("render-process-gone", {}, { reason: "clean-exit" });
  expect(calls).toEqual(["page-clean-exit"]);
});

test("a page that crashes again and again is not loaded for ever", () => {
  const { webContents, calls } = desk();
  for (let i = 0; i < 10; i += 1) webContents.emit("render-process-gone", {}, { reason: "oom" });
  expect(calls.filter((call) => call === "reload")).toHaveLength(3);
});

test("a page that hangs is asked about once, and ended only when the person says so", async () => {
  const patient = desk(0);
  patient.window.emit("unresponsive");
  patient.window.emit("unresponsive");
  await Promise.resolve();
  expect(patient.calls.filter((call) => call === "page-unresponsive")).toHaveLength(1);
  expect(patient.calls).not.toContain("crash");
  const hasty = desk(1);
  hasty.window.emit("unresponsive");
  await expect.poll(() => hasty.calls).toContain("crash");
});
