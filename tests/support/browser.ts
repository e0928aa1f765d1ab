import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright";

/** Keeps Chromium from speaking to anyone by itself, and lets it run as root. */
export const quietFlags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--no-default-browser-check",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-domain-reliability",
  "--disable-sync",
  "--metrics-recording-only",
  "--font-render-hinting=none",
];

const usualPlaces = [
  "/usr/bin/chromium",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "C:/Program Files/Google/Chrome/Application/chrome.exe",
  "C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe",
];

/** The program of the browser that tests drive, where there is one: what set-up found, or one in the usual places. */
export function installedBrowser(): string | undefined {
  return process.env["CHROMIUM_PATH"] ?? usualPlaces.find((path) => existsSync(path));
}

/** The same; throws where there is none. */
export function browserProgram(): string {
  const program = installedBrowser();
  if (program === undefined) {
    throw new Error("No Chromium, Chrome or Edge here: install one, or set CHROMIUM_PATH.");
  }
  return program;
}

/** A real browser with a fresh profile, and the list of everything it asked of any other machine. */
export interface TestBrowser {
  readonly context: BrowserContext;
  /** Requests to anything but 127.0.0.1: the desk must leave this empty. */
  readonly outside: readonly string[];
  /** What the page's scripts threw or the console called an error, policy violations among them. */
  readonly complaints: readonly string[];
  newPage(): Promise<Page>;
  close(): Promise<void>;
}

/** How the browser presents itself. */
export interface BrowserWishes {
  readonly locale?: "zh-CN" | "en-US";
  readonly width?: number;
  readonly height?: number;
}

const stays = (address: string) => /^(data|blob|about):|^http:\/\/127\.0\.0\.1[:/]/.test(address);

const launchOptions = () => ({
  executablePath: browserProgram(),
  headless: true,
  args: quietFlags,
});

const contextOptions = (wishes: BrowserWishes) => ({
  locale: wishes.locale ?? "zh-CN",
  viewport: { width: wishes.width ?? 1360, height: wishes.height ?? 880 },
  acceptDownloads: true,
  reducedMotion: "reduce" as const,
});

/** Watches every request of a context and every complaint of its pages; `end` is done when it closes. */
function watched(context: BrowserContext, end: () => Promise<void>): TestBrowser {
  const outside: string[] = [];
  const complaints: string[] = [];
  context.on("request", (request) => {
    if (!stays(request.url())) outside.push(request.url());
  });
  context.on("weberror", (event) => complaints.push(String(event.error())));
  context.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  return {
    context,
    outside,
    complaints,
    newPage: async () => await context.newPage(),
    close: async () => {
      await context.close();
      await end();
    },
  };
}

/** Starts a browser of its own with a fresh profile and watches every request it makes. */
export async function launchBrowser(wishes: BrowserWishes = {}): Promise<TestBrowser> {
  const profile = await mkdtemp(join(tmpdir(), "desk-browser-"));
  const options = { ...launchOptions(), ...contextOptions(wishes) };
  const context = await chromium.launchPersistentContext(profile, options);
  return watched(context, () => rm(profile, { recursive: true, force: true }));
}

/** One browser process for all tests of a file; each gets a profile of its own, as fresh as a private window. */
export interface SharedBrowser {
  open(wishes?: BrowserWishes): Promise<TestBrowser>;
  end(): Promise<void>;
}

/** Starts the process with the first profile asked for. */
export function sharedBrowser(): SharedBrowser {
  let started: Promise<Browser> | undefined;
  return {
    open: async (wishes = {}) => {
      started ??= chromium.launch(launchOptions());
      const context = await (await started).newContext(contextOptions(wishes));
      return watched(context, () => Promise.resolve());
    },
    end: async () => {
      await (await started)?.close();
      started = undefined;
    },
  };
}
