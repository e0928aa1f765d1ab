import { randomUUID } from "node:crypto";
import { readFileSync, readlinkSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { errnoOf, type FileSystem, nodeFileSystem, readIfThere, writeAll } from "#node/files";
import { type AppError, appError, err, ok, type Result } from "#shared/kernel";
import { layoutOf } from "./layout.ts";

/** Who holds a workspace, as told to a second opener. */
const lockHolderSchema = z.strictObject({
  generation: z.number().int().positive(),
  token: z.string().max(80),
  owner: z.string().max(200),
  program: z.string().max(80),
  host: z.string().max(255),
  boot: z.string().max(80),
  pid: z.number().int().nonnegative(),
  started: z.string().max(40),
  /** The space its process number is counted in, where the system has several (Linux); absent in older locks. */
  space: z.string().max(80).optional(),
  openedAt: z.string().max(40),
});
/** Who holds a workspace. */
export type LockHolder = z.infer<typeof lockHolderSchema>;

/** What identifies this process among all that may share the folder. */
type ProcessIdentity = Pick<LockHolder, "host" | "boot" | "pid" | "started"> & {
  readonly space?: string | undefined;
};

/** What the operating system says about processes; replaced in tests. */
export interface ProcessTable {
  self(): ProcessIdentity;
  /** `dead` only when it is certain that the process is gone. */
  look(holder: ProcessIdentity): "alive" | "dead" | "unknown";
}

function firstLine(path: string): string {
  try {
    return readFileSync(path, "utf8").split("\n")[0] ?? "";
  } catch {
    return "";
  }
}

/** Fields of a process after its name, where the system tells (Linux): state first, start time at 19. */
function statOf(pid: number): readonly string[] {
  const stat = firstLine(`/proc/${pid}/stat`);
  return stat.slice(stat.lastIndexOf(")") + 2).split(" ");
}

/** Start time of a process in clock ticks since boot; tells a reused process number apart. */
function startOf(pid: number): string {
  return statOf(pid)[19] ?? "";
}

/** Process numbers mean something only within one space: a container has its own. */
function spaceOf(): string | undefined {
  try {
    return readlinkSync("/proc/self/ns/pid");
  } catch {
    return undefined;
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errnoOf(error) === "EPERM";
  }
}

/** The real process table of this machine. */
export const nodeProcessTable: ProcessTable = {
  self: () => {
    const space = spaceOf();
    return {
      host: hostname(),
      boot: firstLine("/proc/sys/kernel/random/boot_id"),
      pid: process.pid,
      started: startOf(process.pid),
      ...(space === undefined ? {} : { space }),
    };
  },
  look: (holder) => {
    const self = nodeProcessTable.self();
    if (holder.host !== self.host || holder.boot !== self.boot) return "unknown";
    // A process of another space cannot be seen from here: only its heartbeat tells.
    if (holder.space !== undefined && holder.space !== self.space) return "unknown";
    if (!isRunning(holder.pid)) return "dead";
    if (["Z", "X"].includes(statOf(holder.pid)[0] ?? "")) return "dead";
    const started = startOf(holder.pid);
    // A process that runs and does not show when it began may be the holder.
    if (holder.started === "" || started === "") return "unknown";
    return started === holder.started ? "alive" : "dead";
  },
};

/** A lock held by this process. */
export interface HeldLock {
  readonly holder: LockHolder;
  /** Set when a lock of a process that had gone was taken over. */
  readonly tookOver: LockHolder | undefined;
  /** The reason why this process no longer holds the lock, or undefined. */
  check(): Promise<AppError | undefined>;
  /** Shows that the holder lives; called every few seconds. */
  beat(): Promise<void>;
  release(): Promise<void>;
}

/** What taking the lock needs. */
export type LockOptions = {
  readonly fs: FileSystem;
  readonly dir: string;
  readonly owner: string;
  readonly program: string;
  readonly now: () => string;
  readonly processes?: ProcessTable;
  /** How long a lock of another machine must show no sign of life before it is taken over; milliseconds. */
  readonly watchMs?: number;
  /** Waits; replaced in tests. */
  readonly wait?: (ms: number) => Promise<void>;
  /** Take over a lock of a process whose life cannot be told from here, after watching it. */
  readonly takeOver?: boolean;
};

const NAME = /^(\d{10})\.(?:lock|free)$/;
const WATCH_MS = 15_000;

function lockName(generation: number, kind: "lock" | "free" | "beat"): string {
  return `${String(generation).padStart(10, "0")}.${kind}`;
}

type Top = { readonly generation: number; readonly free: boolean };

async function topOf(fs: FileSystem, dir: string): Promise<Top> {
  const names = (await fs.list(dir)).map((entry) => entry.name);
  let generation = 0;
  for (const name of names) generation = Math.max(generation, Number(NAME.exec(name)?.[1] ?? 0));
  return { generation, free: names.includes(lockName(generation, "free")) };
}

async function readHolder(
  fs: FileSystem,
  dir: string,
  generation: number,
): Promise<LockHolder | undefined> {
  try {
    const bytes = await readIfThere(fs, join(dir, lockName(generation, "lock")), 10_000);
    if (!bytes) return undefined;
    const parsed = lockHolderSchema.safeParse(JSON.parse(Buffer.from(bytes).toString("utf8")));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}

async function readBeat(fs: FileSystem, dir: string, generation: number): Promise<string> {
  try {
    return Buffer.from(await fs.readFile(join(dir, lockName(generation, "beat")))).toString("utf8");
  } catch {
    return "";
  }
}

/** Who holds the workspace now, without trying to take it; undefined when nobody does. */
export async function whoHolds(
  fs: FileSystem,
  dir: string,
  processes: ProcessTable = nodeProcessTable,
): Promise<LockHolder | undefined> {
  if (!(await fs.facts(dir))) return undefined;
  const top = await topOf(fs, dir);
  if (top.generation === 0 || top.free) return undefined;
  const holder = await readHolder(fs, dir, top.generation);
  return holder && processes.look(holder) !== "dead" ? holder : undefined;
}

/**
 * Creates a file only if no such name exists, with its whole content at once where hard links are there. Returns false
 * when somebody else was first.
 */
async function createExclusive(
  fs: FileSystem,
  path: string,
  text: string,
  lasting = true,
): Promise<boolean> {
  const file = await fs.open(path, "wx").catch((error: unknown) => {
    if (errnoOf(error) === "EEXIST") return undefined;
    throw error;
  });
  if (!file) return false;
  try {
    await writeAll(file, Buffer.from(text));
    if (lasting) await file.sync();
  } catch (error) {
    // A name without its content would look like a holder that nobody can tell anything of.
    await fs.unlink(path).catch(() => undefined);
    throw error;
  } finally {
    await file.close();
  }
  return true;
}

/**
 * As createExclusive, but the name appears with its whole content: the file is written under another name and linked.
 * A process killed half way leaves no empty lock behind. Falls back where hard links are not supported.
 */
async function claimName(fs: FileSystem, path: string, text: string): Promise<boolean> {
  const draft = `${path}.${randomUUID()}`;
  await createExclusive(fs, draft, text);
  try {
    await fs.link(draft, path);
    return true;
  } catch (error) {
    if (errnoOf(error) === "EEXIST") return false;
    return await createExclusive(fs, path, text);
  } finally {
    await fs.unlink(draft).catch(() => undefined);
  }
}

/** Proves that the folder honours exclusive creation; some network shares do not, and there no lock can hold. */
async function probeFolder(fs: FileSystem, dir: string): Promise<AppError | undefined> {
  const path = join(dir, `.probe-${randomUUID()}`);
  const refuse = (reason: string) => appError("store.folder-does-not-lock", { path: dir, reason });
  const first = await createExclusive(fs, path, "probe", false);
  try {
    if (!first) return refuse("exclusive-create");
    if (await createExclusive(fs, path, "again", false)) return refuse("exclusive-create");
    const seen = Buffer.from(await fs.readFile(path)).toString("utf8");
    return seen === "probe" ? undefined : refuse("read-after-write");
  } finally {
    await fs.unlink(path).catch(() => undefined);
  }
}

function heldError(holder: LockHolder | undefined, life: string): AppError {
  return appError("store.held-by-other", {
    owner: holder?.owner ?? "?",
    host: holder?.host ?? "?",
    pid: holder?.pid ?? 0,
    program: holder?.program ?? "?",
    since: holder?.openedAt ?? "?",
    life,
  });
}

/** Decides whether the present holder may be displaced. Undefined means yes. */
async function whyHeld(options: LockOptions, generation: number): Promise<AppError | undefined> {
  const { fs, dir } = options;
  const processes = options.processes ?? nodeProcessTable;
  const holder = await readHolder(fs, dir, generation);
  const life = holder ? processes.look(holder) : "unknown";
  if (life === "dead") return undefined;
  if (life === "alive" || !options.takeOver) return heldError(holder, life);
  // Clocks of two machines differ, so only our own patience is measured: no beat at all while we watch.
  const before = await readBeat(fs, dir, generation);
  await (options.wait ?? pause)(options.watchMs ?? WATCH_MS);
  const after = await readBeat(fs, dir, generation);
  return before === after ? undefined : heldError(holder, "alive");
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

async function cleanBelow(fs: FileSystem, dir: string, generation: number): Promise<void> {
  for (const { name } of await fs.list(dir)) {
    const number = Number(/^(\d{10})\./.exec(name)?.[1] ?? Number.NaN);
    if (number < generation) await fs.unlink(join(dir, name)).catch(() => undefined);
  }
}

function holdLock(
  { fs, dir }: LockOptions,
  holder: LockHolder,
  tookOver: LockHolder | undefined,
): HeldLock {
  const own = join(dir, lockName(holder.generation, "lock"));
  const next = join(dir, lockName(holder.generation + 1, "lock"));
  const beatPath = join(dir, lockName(holder.generation, "beat"));
  let beats = 0;
  let released = false;
  const check = async () => {
    if (released) return appError("store.closed");
    const [mine, later] = await Promise.all([fs.facts(own), fs.facts(next)]);
    if (mine && !later) return undefined;
    const by = await readHolder(fs, dir, holder.generation + 1);
    return appError("store.lock-lost", { owner: by?.owner ?? "?", host: by?.host ?? "?" });
  };
  return {
    holder,
    tookOver,
    check,
    beat: async () => {
      beats += 1;
      const text = String(beats).padStart(12, "0");
      if ((await fs.facts(beatPath)) === undefined) {
        await createExclusive(fs, beatPath, text, false);
        return;
      }
      const file = await fs.open(beatPath, "r+");
      try {
        await writeAll(file, Buffer.from(text), 0);
      } finally {
        await file.close();
      }
    },
    release: async () => {
      if (released) return;
      released = true;
      // The highest number stays, marked free: numbers only grow, so a slow contender can never reuse one.
      await createExclusive(fs, join(dir, lockName(holder.generation, "free")), holder.token);
      await fs.syncFolder(dir);
      await fs.unlink(beatPath).catch(() => undefined);
    },
  };
}

const ATTEMPTS = 20;

/**
 * Takes the workspace's lock. At most one process holds it at any time: a lock is a numbered file that only one process
 * can create, the highest number holds, and a number is passed over only when it was given back or its process is gone.
 */
export async function takeLock(options: LockOptions): Promise<Result<HeldLock>> {
  const { fs, dir } = options;
  const refused = await probeFolder(fs, dir);
  if (refused) return err(refused);
  const identity = (options.processes ?? nodeProcessTable).self();
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const top = await topOf(fs, dir);
    const occupied = top.generation > 0 && !top.free;
    const held = occupied ? await whyHeld(options, top.generation) : undefined;
    if (held && !(await isPassed(fs, dir, top))) return err(held);
    if (held) continue;
    const generation = top.generation + 1;
    const { owner, program } = options;
    const token = randomUUID();
    const holder = { generation, token, owner, program, ...identity, openedAt: options.now() };
    const text = JSON.stringify(holder);
    if (!(await claimName(fs, join(dir, lockName(generation, "lock")), text))) continue;
    if ((await topOf(fs, dir)).generation !== generation) {
      await fs.unlink(join(dir, lockName(generation, "lock"))).catch(() => undefined);
      continue;
    }
    await fs.syncFolder(dir);
    const before = occupied ? await readHolder(fs, dir, top.generation) : undefined;
    await cleanBelow(fs, dir, generation);
    return ok(holdLock(options, holder, before));
  }
  return err(appError("store.lock-contended", { path: dir, attempts: ATTEMPTS }));
}

/** Whether the state judged a moment ago is history: then it is judged anew instead of refused. */
async function isPassed(fs: FileSystem, dir: string, judged: Top): Promise<boolean> {
  const top = await topOf(fs, dir);
  return top.generation !== judged.generation || top.free !== judged.free;
}

/** Who holds the workspace in this folder now, for a start screen; undefined when nobody does. */
export function workspaceHolder(
  root: string,
  fs: FileSystem = nodeFileSystem,
): Promise<LockHolder | undefined> {
  return whoHolds(fs, layoutOf(root).lock);
}
