import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const bundle = fileURLToPath(new URL("../../dist/node/loopback.mjs", import.meta.url));

/** The loopback host as a user starts it: the built program in a process of its own. */
export interface DeskServer {
  /** The one-time link; a page that opens it is signed in. */
  readonly url: string;
  readonly origin: string;
  readonly workspace: string;
  /** A fresh one-time link for a second browser. */
  newLink(): Promise<string>;
  /** Stops the host as Ctrl+C does, and removes the workspace when the server made it. */
  close(): Promise<void>;
  /** Ends the host as a power cut does; the workspace stays. */
  kill(): Promise<void>;
}

/** Where the workspace is, and what the process sees of its surroundings. */
export interface DeskServerWishes {
  readonly workspace?: string;
  readonly lang?: "zh" | "en";
  readonly env?: Readonly<Record<string, string>>;
  /** A home folder in which nothing was ever opened; no workspace is named then. */
  readonly home?: string;
}

const link = /http:\/\/127\.0\.0\.1:\d+\/#token=[A-Za-z0-9_-]+/;

async function nextLink(child: ChildProcess, lines: AsyncIterator<string>): Promise<string> {
  for (;;) {
    const { value, done } = await lines.next();
    if (done)
      throw new Error(`The desk ended (exit code ${child.exitCode}) without giving a link.`);
    const found = link.exec(value)?.[0];
    if (found !== undefined) return found;
  }
}

/** Starts the host on a free port with a fresh workspace, or the one given. */
export async function startDesk(wishes: DeskServerWishes = {}): Promise<DeskServer> {
  const workspace = wishes.workspace ?? (await mkdtemp(join(tmpdir(), "desk-workspace-")));
  const home = wishes.home ?? (await mkdtemp(join(tmpdir(), "desk-home-")));
  const named = wishes.home === undefined ? ["--workspace", workspace] : [];
  const args = [bundle, ...named, "--no-open", "--lang", wishes.lang ?? "zh"];
  const child = spawn(process.execPath, args, {
    stdio: ["pipe", "pipe", "inherit"],
    // What the host remembers of this machine lies in the home folder; a test has one of its own.
    env: { ...process.env, HOME: home, USERPROFILE: home, ...wishes.env },
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const url = await nextLink(child, lines);
  const stop = async (signal: NodeJS.Signals) => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill(signal);
    await once(child, "exit");
  };
  return {
    url,
    origin: new URL(url).origin,
    workspace,
    newLink: async () => {
      child.stdin.write("\n");
      return await nextLink(child, lines);
    },
    close: async () => {
      await stop("SIGTERM");
      if (wishes.home === undefined) await rm(home, { recursive: true, force: true });
      if (wishes.workspace === undefined) await rm(workspace, { recursive: true, force: true });
    },
    kill: async () => await stop("SIGKILL"),
  };
}
