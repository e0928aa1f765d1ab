import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type FileSystem, nodeFileSystem } from "#node/files";
import {
  type HeldLock,
  type LockOptions,
  nodeProcessTable,
  type ProcessTable,
  takeLock,
  whoHolds,
} from "./lock.ts";

async function inFolder(task: (dir: string) => Promise<void>): Promise<void> {
  const dir = await mkdtemp(join(tmpdir(), "desk-lock-"));
  try {
    await task(dir);
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

const processes = (pid: number, life: ReturnType<ProcessTable["look"]>): ProcessTable => ({
  self: () => ({ host: `host-${pid}`, boot: "b", pid, started: "1" }),
  look: () => life,
});

function options(dir: string, more: Partial<LockOptions> = {}): LockOptions {
  return {
    fs: nodeFileSystem,
    dir,
    owner: "Zhao Min (invented)",
    program: "test",
    now: () => "2026-11-23T08:00:00.000Z",
    ...more,
  };
}

async function held(dir: string, more: Partial<LockOptions> = {}): Promise<HeldLock> {
  const taken = await takeLock(options(dir, more));
  if (!taken.ok) throw new Error(JSON.stringify(taken.error));
  return taken.value;
}

test("the second opener is told owner, machine, process and since when", () =>
  inFolder(async (dir) => {
    const lock = await held(dir);
    const second = await takeLock(options(dir));
    expect(second).toMatchObject({
      ok: false,
      error: {
        code: "store.held-by-other",
        params: {
          owner: "Zhao Min (invented)",
          pid: process.pid,
          since: "2026-11-23T08:00:00.000Z",
          life: "alive",
        },
      },
    });
    expect((await whoHolds(nodeFileSystem, dir))?.pid).toBe(process.pid);
    await lock.release();
    expect(await whoHolds(nodeFileSystem, dir)).toBeUndefined();
    const next = await held(dir);
    expect(next.tookOver).toBeUndefined();
    await next.release();
  }));

test("a lock whose process is certainly gone is taken over, and the old holder notices before it writes", () =>
  inFolder(async (dir) => {
    const old = await held(dir, { processes: processes(1, "dead") });
    expect(await old.check()).toBeUndefined();
    const next = await held(dir, { processes: processes(2, "dead") });
    expect(next.tookOver?.pid).toBe(1);
    expect((await old.check())?.code).toBe("store.lock-lost");
    expect(await next.check()).toBeUndefined();
    await next.release();
  }));

test("a lock of another machine is never taken without being asked, and only if it gives no sign of life", () =>
  inFolder(async (dir) => {
    const away = processes(7, "unknown");
    const lock = await held(dir, { processes: away });
    await lock.beat();
    expect((await takeLock(options(dir, { processes: away }))).ok).toBe(false);
    const alive = { takeOver: true, processes: away, wait: () => lock.beat() };
    const refused = await takeLock(options(dir, alive));
    expect(refused).toMatchObject({
      error: { code: "store.held-by-other", params: { life: "alive" } },
    });
    const silent = { takeOver: true, processes: away, wait: () => Promise.resolve() };
    const taken = await takeLock(options(dir, silent));
    expect(taken.ok).toBe(true);
    expect((await lock.check())?.code).toBe("store.lock-lost");
  }));

test("many contenders at once: exactly one gets the lock", () =>
  inFolder(async (dir) => {
    for (let round = 0; round < 10; round += 1) {
      const results = await Promise.all(Array.from({ length: 12 }, () => takeLock(options(dir))));
      const winners = results.flatMap((result) => (result.ok ? [result.value] : []));
      expect(winners).toHaveLength(1);
      await winners[0]?.release();
    }
  }));

test("many contenders for the lock of a dead process: exactly one takes it over", () =>
  inFolder(async (dir) => {
    for (let round = 0; round < 10; round += 1) {
      await held(dir, { processes: processes(999, "dead") });
      const mine: ProcessTable = {
        self: () => ({ host: "h", boot: "b", pid: 5, started: "1" }),
        look: (holder) => (holder.pid === 999 ? "dead" : "alive"),
      };
      const results = await Promise.all(
        Array.from({ length: 8 }, () => takeLock(options(dir, { processes: mine }))),
      );
      const winners = results.flatMap((result) => (result.ok ? [result.value] : []));
      expect(winners).toHaveLength(1);
      await winners[0]?.release();
    }
  }));

test("a folder that does not honour exclusive creation is refused with the reason", () =>
  inFolder(async (dir) => {
    const careless: FileSystem = {
      ...nodeFileSystem,
      open: async (path, mode) => {
        if (mode === "wx") await rm(path, { force: true });
        return nodeFileSystem.open(path, mode);
      },
    };
    const refused = await takeLock(options(dir, { fs: careless }));
    expect(refused).toMatchObject({
      error: { code: "store.folder-does-not-lock", params: { reason: "exclusive-create" } },
    });
  }));

test("an unreadable lock file is not taken for a free workspace", () =>
  inFolder(async (dir) => {
    await writeFile(join(dir, "0000000001.lock"), "{half");
    expect((await takeLock(options(dir))).ok).toBe(false);
    expect(await readdir(dir)).toEqual(["0000000001.lock"]);
  }));

test("a holder whose number is counted in another space is never taken for gone", () =>
  inFolder(async (dir) => {
    const elsewhere = { ...nodeProcessTable.self(), pid: 4_000_000, space: "pid:[1]" };
    const lock = await held(dir, { processes: { ...nodeProcessTable, self: () => elsewhere } });
    expect(await takeLock(options(dir))).toMatchObject({
      ok: false,
      error: { code: "store.held-by-other", params: { life: "unknown" } },
    });
    const wait = () => lock.beat();
    expect((await takeLock(options(dir, { takeOver: true, wait }))).ok).toBe(false);
    const still = await takeLock(options(dir, { takeOver: true, wait: () => Promise.resolve() }));
    expect(still.ok && still.value.tookOver?.pid).toBe(4_000_000);
  }));
