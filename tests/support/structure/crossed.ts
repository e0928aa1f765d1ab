import { mkdtemp, readFile, rm } from "node:fs/promises";
import { Session } from "node:inspector/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Desk, openDesk } from "#desk";
import { createRouter, type Router } from "#shared/ipc";
import { pathOf } from "./program.ts";

/** What ran between the router and the disk: how many functions of which files. */
export type Crossed = {
  readonly act: string;
  readonly functions: number;
  readonly files: readonly string[];
};

const root = fileURLToPath(new URL("../../..", import.meta.url));
const EXAMPLE = "private-start-up-complete.json";

/** Functions of the program that ran while `act` did, by V8's own count. */
async function whileRunning(
  session: Session,
  act: string,
  work: () => Promise<unknown>,
): Promise<Crossed> {
  await session.post("Profiler.takePreciseCoverage");
  await work();
  const { result } = await session.post("Profiler.takePreciseCoverage");
  const files = new Map<string, number>();
  for (const { url, functions } of result) {
    if (!url.startsWith("file:")) continue;
    const path = pathOf(fileURLToPath(url));
    if (!/^(?:electron|shared)\//.test(path)) continue;
    // A function without a name at the start of a file is the file itself, as it is loaded.
    const ran = functions.filter(
      ({ functionName, ranges: [range] }) =>
        (range?.count ?? 0) > 0 && !(functionName === "" && range?.startOffset === 0),
    );
    if (ran.length > 0) files.set(path, ran.length);
  }
  const functions = [...files.values()].reduce((sum, count) => sum + count, 0);
  return { act, functions, files: [...files.keys()].toSorted() };
}

function callerOf(route: Router) {
  return async <T>(group: string, name: string, input: unknown): Promise<T> => {
    const reply = await route(group, name, input);
    if (!reply.ok) throw new Error(`${group}.${name}: ${reply.error.code}`);
    return reply.value as T;
  };
}

async function openExample(dir: string): Promise<Desk> {
  const desk = await openDesk({
    workspace: dir,
    root,
    host: { kind: "loopback", platform: "test" },
    version: "0.0.0",
    onFault: (fault) => {
      throw fault;
    },
  });
  if (!desk.ok) throw new Error(desk.error.code);
  return desk.value;
}

/**
 * Saves, checks and exports an order in a desk in this process, and counts what ran for each from the router inwards. Each is
 * done once before it is counted: loading a file runs functions too, and those are on nobody's way.
 */
export async function measureCrossed(): Promise<readonly Crossed[]> {
  const dir = await mkdtemp(join(tmpdir(), "desk-structure-"));
  const desk = await openExample(dir);
  const session = new Session();
  session.connect();
  try {
    const call = callerOf(createRouter(desk.group, () => undefined));
    const text = await readFile(join(root, "examples", EXAMPLE), "utf8");
    const asked = { fileName: EXAMPLE, text, onConflict: "take-theirs" };
    const { order } = await call<{ order: string }>("orders", "import", asked);
    const save = async () => {
      const { value, revision } = await call<{ value: object; revision: number }>("orders", "get", {
        id: order,
      });
      const changed = { ...value, notes: `${revision}` };
      return () => call("orders", "save", { value: changed, revision });
    };
    const build = async () => {
      const input = { order, set: "cn-filing", language: "zh" };
      const { job } = await call<{ job: string }>("packets", "build", input);
      for (;;) {
        const at = await call<{ state: string }>("jobs", "status", { job, waitMs: 5_000 });
        if (at.state === "done") return;
        if (at.state !== "running") throw new Error(`the packet is ${at.state}`);
      }
    };
    const check = () => call("check", "run", { order });
    await (await save())();
    await check();
    await build();
    await session.post("Profiler.enable");
    await session.post("Profiler.startPreciseCoverage", { callCount: true, detailed: false });
    return [
      await whileRunning(session, "save", await save()),
      await whileRunning(session, "check", check),
      await whileRunning(session, "export", build),
    ];
  } finally {
    session.disconnect();
    await desk.dispose();
    await rm(dir, { recursive: true, force: true });
  }
}
