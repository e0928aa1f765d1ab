import { type BrowserContext, chromium } from "playwright";
import { browserProgram, quietFlags } from "../browser.ts";

/** One call that the program made to the operating system through Electron. */
export type HostEvent = readonly [what: string, ...details: unknown[]];

/** What this process stands in for, and what the test that started it wants to know. */
export const hostState = {
  events: [] as HostEvent[],
  /** When each event came, in milliseconds since this process began. */
  moments: [] as (readonly [what: string, at: number])[],
  answers: new Map<string, unknown[]>(),
  schemes: new Map<string, (request: Request) => Response | Promise<Response>>(),
  context: undefined as BrowserContext | undefined,
};

/** Notes what the program did, for the test. */
export function note(...event: HostEvent): void {
  hostState.events.push(event);
  hostState.moments.push([event[0], performance.now()]);
}

/** The answer that the test gave beforehand for a dialog; a dialog nobody expected is a fault of the program. */
export function nextAnswer(method: string, args: readonly unknown[]): unknown {
  note(method, ...args);
  const queue = hostState.answers.get(method) ?? [];
  if (queue.length === 0)
    throw new Error(`The program asked ${method}, and the test has no answer.`);
  return queue.shift();
}

/** A command-line switch of this process, as Chromium reads it. */
export function switchValue(name: string): string | undefined {
  const prefix = `--${name}=`;
  return process.argv.find((word) => word.startsWith(prefix))?.slice(prefix.length);
}

/** Chromium opened on a profile inside the user data folder; the test attaches to it through `debugPort`. */
export async function openBrowser(profile: string): Promise<BrowserContext> {
  const debugPort = switchValue("remote-debugging-port") ?? "0";
  hostState.context = await chromium.launchPersistentContext(profile, {
    executablePath: browserProgram(),
    headless: true,
    args: [...quietFlags, `--remote-debugging-port=${debugPort}`],
    locale: "zh-CN",
    viewport: null,
    reducedMotion: "reduce",
  });
  return hostState.context;
}

/**
 * Chromium cannot be taught a scheme from outside, so pages of `app://desk` run as https://desk.app.invalid, a name that
 * resolves nowhere; every request for it is answered here.
 */
export function toBrowserAddress(address: string): string {
  const { protocol, host, pathname, search, hash } = new URL(address);
  const scheme = protocol.slice(0, -1);
  if (!hostState.schemes.has(scheme)) return address;
  return `https://${host}.${scheme}.invalid${pathname}${search}${hash}`;
}

/** The address as the program knows it. */
export function toProgramAddress(address: string): string {
  return address.replace(/^https:\/\/([^/]+)\.([a-z]+)\.invalid(?=\/|$)/, (whole, host, scheme) =>
    hostState.schemes.has(scheme) ? `${scheme}://${host}` : whole,
  );
}
