/**
 * How soon the desk can be used, against an empty React page in the same browser: from the first byte asked for until the
 * list of orders can be clicked, median of fresh browser contexts taken in turn. Prints a table and one JSON line.
 */
import { createReadStream, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import react from "@vitejs/plugin-react";
import { type Browser, chromium, type Page } from "playwright";
import { build } from "vite";
import { browserProgram, quietFlags } from "../support/browser.ts";
import { startDesk } from "../support/desk-server.ts";
import { launchDesktop } from "../support/desktop-app.ts";

const ROUNDS = Number(process.env["DESK_BENCH_ROUNDS"] ?? 11);
const ORDERS = 20;
const root = join(import.meta.dirname, "..", "..");
const made = mkdtempSync(join(root, ".cache", "start-up-"));

/** One line of React and nothing else, built as the desk's page is built. */
async function emptyPage(): Promise<string> {
  const source = join(made, "source");
  mkdirSync(source);
  writeFileSync(
    join(source, "index.html"),
    '<!doctype html><div id="root"></div><script type="module" src="./main.tsx"></script>',
  );
  writeFileSync(
    join(source, "main.tsx"),
    `import { createRoot } from "react-dom/client";
createRoot(document.getElementById("root")).render(<p id="usable">.</p>);`,
  );
  await build({
    configFile: false,
    root: source,
    base: "./",
    logLevel: "error",
    plugins: [react()],
    build: { outDir: join(made, "empty"), target: "chrome128", modulePreload: { polyfill: false } },
  });
  return join(made, "empty");
}

const types: Readonly<Record<string, string>> = { ".js": "text/javascript", ".html": "text/html" };

function serve(folder: string): Promise<{ readonly url: string; readonly close: () => void }> {
  const server = createServer((request, response) => {
    const name = request.url === "/" ? "/index.html" : (request.url ?? "");
    const file = createReadStream(join(folder, name));
    file.on("error", () => response.writeHead(404).end());
    file.once("open", () => {
      response.writeHead(200, { "content-type": types[extname(name)] ?? "text/plain" });
      file.pipe(response);
    });
  });
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo;
      resolve({ url: `http://127.0.0.1:${port}/`, close: () => server.close() });
    });
  });
}

/** Milliseconds from the navigation's start until the selector is there and a frame was drawn with it. */
async function usableAfter(page: Page, url: string, selector: string): Promise<number> {
  await page.addInitScript((wanted) => {
    const look = (): void => {
      if (document.querySelector(wanted) === null) requestAnimationFrame(look);
      else
        requestAnimationFrame(() => {
          (globalThis as { usableAt?: number }).usableAt = performance.now();
        });
    };
    requestAnimationFrame(look);
  }, selector);
  await page.goto(url);
  const handle = await page.waitForFunction(
    () => (globalThis as { usableAt?: number }).usableAt ?? 0,
  );
  return Number(await handle.jsonValue());
}

async function inFreshContext<T>(on: Browser, work: (page: Page) => Promise<T>): Promise<T> {
  const context = await on.newContext({ locale: "zh-CN" });
  try {
    return await work(await context.newPage());
  } finally {
    await context.close();
  }
}

const median = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** The desktop program on the stand-in: its modules loaded, and its window asked for once the system was ready. */
async function mainProgram(): Promise<{ readonly modules: number; readonly window: number }> {
  const modules: number[] = [];
  const windows: number[] = [];
  for (let round = 0; round < 5; round += 1) {
    const app = await launchDesktop({ lang: "zh" });
    const at = new Map((await app.moments()).toReversed());
    await app.close();
    modules.push((at.get("registerSchemesAsPrivileged") ?? 0) - (at.get("host-loaded") ?? 0));
    windows.push((at.get("window") ?? 0) - (at.get("ready") ?? 0));
  }
  return { modules: median(modules), window: median(windows) };
}

/** Fills the list by the page's own calls, as a person's clicks would. */
async function fill(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.waitForFunction(() => localStorage.getItem("desk-key") !== null);
  await page.evaluate(async (count) => {
    const call = async (path: string, input: object) =>
      await fetch(`/api/${path}`, {
        method: "POST",
        headers: {
          "content-type": "application/json",
          "x-desk-key": localStorage.getItem("desk-key") ?? "",
        },
        body: JSON.stringify(input),
      });
    for (let index = 0; index < count; index += 1)
      await call("orders/create", { title: `Order ${index + 1}` });
  }, ORDERS);
}

const ofMain = await mainProgram();
const empty = await serve(await emptyPage());
const desk = await startDesk({
  workspace: mkdtempSync(join(tmpdir(), "desk-start-up-")),
  lang: "zh",
});
const browser = await chromium.launch({ executablePath: browserProgram(), args: quietFlags });
try {
  await inFreshContext(browser, async (page) => await fill(page, desk.url));
  const times = { empty: [] as number[], desk: [] as number[] };
  for (let round = 0; round < ROUNDS + 2; round += 1) {
    const bare = await inFreshContext(
      browser,
      async (page) => await usableAfter(page, empty.url, "#usable"),
    );
    const link = await desk.newLink();
    const full = await inFreshContext(
      browser,
      async (page) => await usableAfter(page, link, "table tbody tr a"),
    );
    // The first two rounds warm the disk and the server.
    if (round < 2) continue;
    times.empty.push(bare);
    times.desk.push(full);
  }
  const [bare, full] = [median(times.empty), median(times.desk)];
  console.log(`empty React page   ${bare.toFixed(0)} ms`);
  console.log(`list of ${ORDERS} orders  ${full.toFixed(0)} ms`);
  console.log(`ratio              ${(full / bare).toFixed(2)} (aim: at most 3)`);
  console.log(`main program       ${ofMain.modules.toFixed(0)} ms until its modules are loaded`);
  console.log(
    `                   ${ofMain.window.toFixed(0)} ms from ready to asking for the window`,
  );
  console.log(
    JSON.stringify({ bench: "start-up", empty: bare, list: full, ratio: full / bare, ...ofMain }),
  );
} finally {
  await browser.close();
  await desk.close();
  empty.close();
  rmSync(made, { recursive: true, force: true });
  rmSync(desk.workspace, { recursive: true, force: true });
}
