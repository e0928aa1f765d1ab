import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright";
import { afterAll, expect } from "vitest";
import { sharedBrowser } from "./browser.ts";
import { startDesk } from "./desk-server.ts";
import { launchDesktop } from "./desktop-app.ts";

/** The hosts that a journey in a window can run on: `describe.each(hostNames)`. */
export const hostNames = ["loopback", "electron"] as const;

/** For journeys that the page alone decides: one host, and both with `npm run test:long`. */
export const journeyHosts: readonly HostName[] =
  process.env["DESK_LONG"] === "1" ? hostNames : ["loopback"];
/** One of them. */
export type HostName = (typeof hostNames)[number];

/** A desk in a window, whichever host carries it. */
export interface OpenDesk {
  readonly page: Page;
  readonly workspace: string;
  /** Does what hands a file to the person, and returns the file's name and bytes. */
  saved(
    trigger: () => Promise<unknown>,
  ): Promise<{ readonly name: string; readonly bytes: Buffer }>;
  /** Files that the system's file manager was asked to show. */
  shown(): Promise<readonly string[]>;
  /** Requests that left, or tried to leave, this machine. */
  outside(): Promise<readonly string[]>;
  close(): Promise<void>;
}

/** What a journey asks of its desk. */
export interface DeskWishes {
  readonly workspace?: string;
  readonly lang?: "zh" | "en";
  /** A home folder in which nothing was ever opened. */
  readonly home?: string;
}

const browsers = sharedBrowser();
afterAll(async () => await browsers.end());

async function openLoopback(wishes: DeskWishes): Promise<OpenDesk> {
  const server = await startDesk(wishes);
  const browser = await browsers.open({ locale: wishes.lang === "en" ? "en-US" : "zh-CN" });
  const page = await browser.newPage();
  await page.goto(server.url);
  return {
    page,
    workspace: server.workspace,
    saved: async (trigger) => {
      const [download] = await Promise.all([page.waitForEvent("download"), trigger()]);
      return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
    },
    shown: () => Promise.resolve([]),
    outside: () => Promise.resolve(browser.outside),
    close: async () => {
      await browser.close();
      await server.close();
    },
  };
}

async function openElectron(wishes: DeskWishes): Promise<OpenDesk> {
  const app = await launchDesktop(wishes);
  const folder = await mkdtemp(join(tmpdir(), "desk-saved-"));
  let count = 0;
  const left = async () => (await app.events()).filter(([what]) => what === "left-the-page");
  return {
    page: app.page,
    workspace: app.workspace,
    saved: async (trigger) => {
      count += 1;
      const filePath = join(folder, String(count));
      await app.answerDialog("showSaveDialog", { canceled: false, filePath });
      await trigger();
      const read = async () => await readFile(filePath).catch(() => Buffer.alloc(0));
      await expect.poll(async () => (await read()).length, { timeout: 20_000 }).toBeGreaterThan(0);
      const asked = (await app.events()).filter(([what]) => what === "showSaveDialog").at(-1);
      const options = asked?.at(-1) as { readonly defaultPath: string };
      return { name: options.defaultPath, bytes: await read() };
    },
    shown: async () =>
      (await app.events())
        .filter(([what]) => what === "showItemInFolder")
        .map(([, path]) => String(path)),
    outside: async () => (await left()).map(([, address]) => String(address)),
    close: async () => {
      await app.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Opens a fresh desk, or the one of a given workspace, in a window of the host asked for. */
export async function openDesk(host: HostName, wishes: DeskWishes = {}): Promise<OpenDesk> {
  return host === "loopback" ? await openLoopback(wishes) : await openElectron(wishes);
}
