import type { Page } from "playwright";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { launchBrowser, type TestBrowser } from "../../support/browser.ts";
import { type DeskServer, startDesk } from "../../support/desk-server.ts";

let server: DeskServer;
let browser: TestBrowser;
beforeAll(async () => {
  server = await startDesk({ lang: "en" });
});
afterAll(async () => {
  await server?.close();
});
afterEach(async () => {
  await browser?.close();
});

const filled = async (page: Page) =>
  await page.waitForFunction(() => document.getElementById("root")?.hasChildNodes());

/** Calls as the page's own bridge does, and shows what comes back over the wire. */
const call = async (page: Page, path: string, input: unknown) =>
  await page.evaluate(
    async ([p, i]) => {
      const key = localStorage.getItem("desk-key") ?? "";
      const response = await fetch(String(p), {
        method: "POST",
        headers: { "content-type": "application/json", "x-desk-key": key },
        body: JSON.stringify(i),
      });
      return { status: response.status, body: await response.json() };
    },
    [path, input] as const,
  );

test("a link opens the desk once; the page needs nothing from anywhere else", async () => {
  browser = await launchBrowser();
  const page = await browser.newPage();
  const url = await server.newLink();
  await page.goto(url);
  await filled(page);
  expect(page.url()).toBe(`${server.origin}/`);
  expect(await call(page, "/api/host/info", {})).toMatchObject({
    status: 200,
    body: { ok: true, value: { kind: "loopback" } },
  });
  expect(browser.outside).toEqual([]);
  expect(browser.complaints).toEqual([]);
});

test("the same link opens nothing in a second browser, and ends what it had opened in the first", async () => {
  browser = await launchBrowser();
  const url = await server.newLink();
  const first = await browser.newPage();
  await first.goto(url);
  await filled(first);
  const second = await launchBrowser();
  try {
    const page = await second.newPage();
    await page.goto(url);
    await filled(page);
    expect((await call(page, "/api/host/info", {})).status).toBe(401);
    expect(await call(first, "/api/host/info", {})).toMatchObject({
      status: 401,
      body: { error: { code: "session-link-twice" } },
    });
  } finally {
    await second.close();
  }
});

test("a second tab of the same browser and a reload stay signed in", async () => {
  browser = await launchBrowser();
  const page = await browser.newPage();
  await page.goto(await server.newLink());
  await filled(page);
  await page.reload();
  await filled(page);
  expect((await call(page, "/api/host/info", {})).status).toBe(200);
  const tab = await browser.newPage();
  await tab.goto(server.origin);
  await filled(tab);
  expect((await call(tab, "/api/host/info", {})).status).toBe(200);
});

test("the cookie alone, as another server on this machine might see it, opens nothing", async () => {
  browser = await launchBrowser();
  const page = await browser.newPage();
  await page.goto(await server.newLink());
  await filled(page);
  await page.evaluate(() => localStorage.clear());
  expect((await call(page, "/api/host/info", {})).status).toBe(401);
  expect(await page.evaluate(() => document.cookie)).toBe("");
});

test("another site can neither call, read, frame nor embed the desk", async () => {
  browser = await launchBrowser();
  const page = await browser.newPage();
  await page.goto(await server.newLink());
  await filled(page);
  const evil = await browser.newPage();
  await evil.route("http://evil.example/**", (route) =>
    route.fulfill({ contentType: "text/html", body: "<!doctype html><title>evil</title>" }),
  );
  await evil.goto("http://evil.example/");
  const tried = await evil.evaluate(async (origin) => {
    const outcome = async (work: () => Promise<unknown>) => {
      try {
        await work();
        return "reached";
      } catch {
        return "refused";
      }
    };
    const json = { method: "POST", headers: { "content-type": "application/json" }, body: "{}" };
    const loaded = (element: HTMLScriptElement | HTMLImageElement) =>
      new Promise((resolve, reject) => {
        element.onload = resolve;
        element.onerror = reject;
        document.head.append(element);
      });
    const frame = document.createElement("iframe");
    frame.src = origin;
    document.body.append(frame);
    await new Promise((resolve) => {
      frame.onload = resolve;
    });
    return {
      call: await outcome(() =>
        fetch(`${origin}/api/host/info`, { ...json, credentials: "include" }),
      ),
      read: await outcome(() => fetch(`${origin}/`)),
      script: await outcome(() =>
        loaded(Object.assign(document.createElement("script"), { src: `${origin}/assets/x.js` })),
      ),
      picture: await outcome(() =>
        loaded(Object.assign(new Image(), { src: `${origin}/icon.svg` })),
      ),
    };
  }, server.origin);
  expect(tried).toEqual({
    call: "refused",
    read: "refused",
    script: "refused",
    picture: "refused",
  });
  const framed = evil.frames().find((frame) => frame !== evil.mainFrame());
  expect(await framed?.locator("#root").count()).toBe(0);
});

test("markup in a file name stays text in what is downloaded, and a grant is good once", async () => {
  browser = await launchBrowser();
  const page = await browser.newPage();
  await page.goto(await server.newLink());
  await filled(page);
  const created = await call(page, "/api/orders/create", { title: "<img src=x onerror=alert(1)>" });
  expect(created.body).toMatchObject({ ok: true });
  const offer = await call(page, "/api/orders/export", { id: created.body.value.id });
  expect(offer.body).toMatchObject({ ok: true });
  const { grant, fileName } = offer.body.value;
  expect(fileName).not.toMatch(/[<>"/\\]/);
  const started = page.waitForEvent("download");
  await page.evaluate((path) => {
    const link = document.createElement("a");
    link.href = path;
    link.download = "";
    link.click();
  }, `/files/${grant}`);
  const file = await started;
  expect(file.suggestedFilename()).toBe(fileName);
  const again = await page.evaluate(async (path) => (await fetch(path)).status, `/files/${grant}`);
  expect(again).toBe(404);
});

test("stopping the host ends it in good order", async () => {
  browser = await launchBrowser();
  const own = await startDesk();
  const page = await browser.newPage();
  await page.goto(own.url);
  await filled(page);
  await own.close();
  const reached = await page.evaluate(
    async () =>
      await fetch("/").then(
        () => true,
        () => false,
      ),
  );
  expect(reached).toBe(false);
});
