import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { DesktopApp } from "../support/desktop-app.ts";
import { launchReal, realElectron } from "../support/real-electron.ts";

const isHere = realElectron() !== undefined;
if (!isHere) {
  console.log(
    "Electron's own program (or a screen for it) is not on this machine: its suite is left out here.",
  );
}

describe.runIf(isHere)("on real Electron", () => {
  let app: DesktopApp;
  beforeAll(async () => {
    app = await launchReal({ lang: "en" });
    await app.page.waitForFunction(() => document.getElementById("root")?.hasChildNodes());
  });
  afterAll(async () => {
    await app?.close();
  });

  test("the page has its own origin and the desk answers", async () => {
    expect(app.page.url()).toMatch(/^app:\/\/desk\//);
    const info = await app.page.evaluate(async () => {
      const { desk } = globalThis as unknown as {
        desk: { call: { host: { info(input: object): Promise<unknown> } } };
      };
      return await desk.call.host.info({});
    });
    expect(info).toMatchObject({ ok: true, value: { kind: "electron" } });
  });

  test("the page has nothing of Node", async () => {
    const names = await app.page.evaluate(() =>
      ["require", "process", "module", "Buffer"].filter((name) => name in globalThis),
    );
    expect(names).toEqual([]);
  });

  test("no request leaves the page, no window opens, nothing leads away", async () => {
    const outcome = await app.page.evaluate(async () => {
      window.open("https://evil.example/");
      location.href = "https://evil.example/";
      return await fetch("https://evil.example/").then(
        () => "reached",
        () => "refused",
      );
    });
    expect(outcome).toBe("refused");
    expect(app.page.url()).toMatch(/^app:\/\/desk\//);
  });

  test("the menu is there in the language asked for", async () => {
    expect(JSON.stringify(await app.menu())).toContain("New order");
  });

  test("quitting ends with code 0", async () => {
    expect(await app.quit()).toBe(0);
  });
});
