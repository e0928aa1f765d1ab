import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type DesktopApp, launchDesktop } from "../../support/desktop-app.ts";

const program = fileURLToPath(
  new URL("../../support/electron-host/sample/main.ts", import.meta.url),
);

interface SampleDesk {
  fixed: number;
  add(a: number, b: number): number;
  sum(a: number, b: number): Promise<number>;
  echo(value: unknown): Promise<unknown>;
  fail(): Promise<never>;
  ask(): Promise<unknown>;
  tick(): Promise<void>;
  nested: { deep(): () => number };
  onTick(listener: (count: number, at: Date) => void): () => void;
}
declare global {
  interface Window {
    desk: SampleDesk;
    early: string;
    inline?: boolean;
    loaded: number;
  }
}

let app: DesktopApp;
beforeAll(async () => {
  app = await launchDesktop({ program });
  await app.page.waitForFunction(() => window.loaded > 0);
});
afterAll(async () => {
  await app?.close();
});

test("the bridge is there before the page's first script, and frozen", async () => {
  const seen = await app.page.evaluate(() => {
    try {
      window.desk.add = () => 0;
    } catch {
      // Frozen objects throw.
    }
    return [window.early, window.desk.fixed, window.desk.add(2, 3)];
  });
  expect(seen).toEqual(["object", 7, 5]);
});

test("the page has nothing of Node and nothing of the bridge's inside", async () => {
  const names = await app.page.evaluate(() =>
    ["require", "process", "module", "ipcRenderer", "fromHost", "Buffer"].filter(
      (n) => n in window,
    ),
  );
  expect(names).toEqual([]);
});

test("the policy of the answer is kept: an inline script does not run", async () => {
  expect(await app.page.evaluate(() => window.inline)).toBeUndefined();
});

test("values cross as structured clone carries them", async () => {
  const back = await app.page.evaluate(async () => {
    const value = await window.desk.echo({
      date: new Date(5),
      map: new Map([["k", 1]]),
      set: new Set(["中"]),
      bytes: new Uint8Array([1, 2, 255]),
      big: 12n,
      none: undefined,
      nan: Number.NaN,
    });
    const v = value as {
      date: Date;
      map: Map<string, number>;
      set: Set<string>;
      bytes: Uint8Array;
      big: bigint;
      nan: number;
    };
    return [
      Number(v.date),
      String([...v.map]),
      String([...v.set]),
      String(v.bytes),
      String(v.big),
      "none" in v,
      String(v.nan),
    ];
  });
  expect(back).toEqual([5, "k,1", "中", "1,2,255", "12", true, "NaN"]);
});

test("a function is refused with Electron's sentence, an error comes back with its text", async () => {
  const texts = await app.page.evaluate(async () => {
    const text = async (work: () => Promise<unknown>) => {
      try {
        return String(await work());
      } catch (cause) {
        return (cause as Error).message;
      }
    };
    return [
      await text(() => window.desk.echo({ f: () => 1 })),
      await text(() => window.desk.fail()),
    ];
  });
  expect(texts[0]).toBe("An object could not be cloned.");
  expect(texts[1]).toBe("Error invoking remote method 'fail': RangeError: 坏了");
});

test("functions come back through nested objects, callbacks and returned functions", async () => {
  const seen = await app.page.evaluate(async () => {
    const ticked = new Promise<unknown>((resolve) => {
      const off = window.desk.onTick((count, at) => {
        off();
        resolve([count, at instanceof Date]);
      });
    });
    await window.desk.tick();
    return [window.desk.nested.deep()(), await ticked];
  });
  expect(seen).toEqual([42, [1, true]]);
});

test("a dialog is answered from the queue, and one that nobody expected is a failure", async () => {
  await app.answerDialog("showSaveDialog", { canceled: false, filePath: "x.bin" });
  expect(await app.page.evaluate(() => window.desk.ask())).toEqual({
    canceled: false,
    filePath: "x.bin",
  });
  await expect(app.page.evaluate(() => window.desk.ask())).rejects.toThrow(
    "the test has no answer",
  );
});

test("a reload runs the preload again", async () => {
  await app.page.reload();
  await app.page.waitForFunction(() => window.loaded > 0);
  expect(await app.page.evaluate(() => window.desk.sum(20, 22))).toBe(42);
});

test("navigation, new windows and requests to elsewhere are stopped by the program's own rules", async () => {
  const before = app.page.url();
  const refused = await app.page.evaluate(async () => {
    location.href = "https://evil.example/";
    window.open("https://evil.example/");
    return await fetch("https://evil.example/").then(String, (cause: Error) => cause.name);
  });
  expect(refused).toBe("TypeError");
  await expect
    .poll(async () => (await app.events()).filter(([what]) => what === "popup"))
    .toEqual([["popup", "deny"]]);
  expect(app.page.url()).toBe(before);
  expect((await app.events()).filter(([what]) => what === "left-the-page")).toEqual([]);
});

test("quitting ends the process with code 0", async () => {
  expect(await app.quit()).toBe(0);
});
