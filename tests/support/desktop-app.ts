import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Browser, chromium, type Page } from "playwright";
import type { ControlRequest } from "./electron-host/control.ts";

const file = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const program = file("../../dist/electron/main.mjs");
const register = file("./electron-host/register.ts");

/** The desktop application as a test drives it; the same journeys run on real Electron through the same names. */
export interface DesktopApp {
  readonly page: Page;
  readonly workspace: string;
  readonly userData: string;
  /** Gives the answer to a dialog that is still to come. */
  answerDialog(
    method: "showSaveDialog" | "showOpenDialog" | "showMessageBox",
    value: unknown,
  ): Promise<void>;
  /** What the program asked of the operating system so far. */
  events(): Promise<readonly (readonly unknown[])[]>;
  /** When each of these came, in milliseconds since the process began. */
  moments(): Promise<readonly (readonly [what: string, at: number])[]>;
  menu(): Promise<unknown>;
  press(...labels: string[]): Promise<void>;
  /** Sends a message as a frame, window or origin that is not the page would. */
  forge(channel: string, from: string, input: unknown): Promise<unknown>;
  /** Lets the system tell the application something: a second start, a file to open. */
  emit(event: string, ...args: unknown[]): Promise<void>;
  /** Ends the page as a crash does, without a word of its own. */
  crash(): Promise<void>;
  /** Quits as the menu does; resolves with the exit code. */
  quit(): Promise<number | null>;
  /** Quits if still running and removes what the test made. */
  close(): Promise<void>;
}

export interface DesktopWishes {
  readonly workspace?: string;
  readonly userData?: string;
  readonly lang?: "zh" | "en";
  readonly args?: readonly string[];
  /** A home folder in which nothing was ever opened; no workspace is named then. */
  readonly home?: string;
  /** Another built program, such as one unpacked from an asar. */
  readonly program?: string;
}

type Control = (request: ControlRequest) => Promise<unknown>;

function controlOf(child: ChildProcess): Control {
  let sequence = 0;
  const waiting = new Map<number, { ok: (v: unknown) => void; no: (cause: Error) => void }>();
  child.on("message", (message: { id: number; value?: unknown; error?: string }) => {
    const answer = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.error === undefined) answer?.ok(message.value);
    else answer?.no(new Error(message.error));
  });
  child.once("exit", () => {
    for (const { no } of waiting.values()) no(new Error("the application has ended"));
  });
  return (request) =>
    new Promise((ok, no) => {
      sequence += 1;
      waiting.set(sequence, { ok, no });
      child.send({ id: sequence, request });
    });
}

async function until<T>(what: string, look: () => Promise<T | undefined>): Promise<T> {
  const end = performance.now() + 20_000;
  while (performance.now() < end) {
    const found = await look();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error(`Waited in vain for ${what}.`);
}

/** The port that Chromium wrote into its profile once it listens. */
async function debugPort(userData: string): Promise<number | undefined> {
  const text = await readFile(join(userData, "profile", "DevToolsActivePort"), "utf8").catch(
    () => "",
  );
  const port = Number(text.split("\n")[0]);
  return port > 0 ? port : undefined;
}

async function attach(
  child: ChildProcess,
  userData: string,
): Promise<{ browser: Browser; page: Page }> {
  const port = await until("the window's browser", async () => {
    if (child.exitCode !== null) throw new Error(`The application ended with ${child.exitCode}.`);
    return await debugPort(userData);
  });
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
  const page = await until("the first window", () => {
    if (child.exitCode !== null) throw new Error(`The application ended with ${child.exitCode}.`);
    const pages = browser.contexts()[0]?.pages() ?? [];
    const own = pages.find((open) => open.url().startsWith("https://desk.app.invalid"));
    return Promise.resolve(own);
  });
  return { browser, page };
}

/** Starts the unmodified built program on the stand-in for Electron. */
export async function launchDesktop(wishes: DesktopWishes = {}): Promise<DesktopApp> {
  const made = await mkdtemp(join(tmpdir(), "desk-app-"));
  const workspace = wishes.workspace ?? join(made, "workspace");
  const userData = wishes.userData ?? join(made, "user-data");
  // A port that an earlier start with the same profile wrote down leads nowhere.
  await rm(join(userData, "profile", "DevToolsActivePort"), { force: true });
  const child = spawn(
    process.execPath,
    [
      "--import",
      register,
      wishes.program ?? program,
      `--user-data-dir=${userData}`,
      ...(wishes.home === undefined ? [`--workspace=${workspace}`] : []),
      `--lang=${wishes.lang ?? "zh"}`,
      ...(wishes.args ?? []),
    ],
    {
      stdio: ["ignore", "inherit", "inherit", "ipc"],
      env: {
        ...process.env,
        ...(wishes.home === undefined ? {} : { HOME: wishes.home, USERPROFILE: wishes.home }),
      },
    },
  );
  const control = controlOf(child);
  const { browser, page } = await attach(child, userData);
  const ended = async () => {
    if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
    return child.exitCode;
  };
  const quit = async () => {
    await control({ kind: "quit" }).catch(() => undefined);
    return await ended();
  };
  return {
    page,
    workspace,
    userData,
    answerDialog: async (method, value) => void (await control({ kind: "answer", method, value })),
    events: async () => (await control({ kind: "events" })) as readonly (readonly unknown[])[],
    moments: async () =>
      (await control({ kind: "moments" })) as readonly (readonly [string, number])[],
    menu: async () => await control({ kind: "menu" }),
    press: async (...labels) => void (await control({ kind: "press", labels })),
    forge: async (channel, from, input) => await control({ kind: "forge", channel, from, input }),
    emit: async (event, ...args) => void (await control({ kind: "emit", event, args })),
    crash: async () => void (await control({ kind: "crash" })),
    quit,
    close: async () => {
      if (child.exitCode === null) await quit();
      await browser.close().catch(() => undefined);
      await rm(made, { recursive: true, force: true });
    },
  };
}
