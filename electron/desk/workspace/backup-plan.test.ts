import { randomBytes } from "node:crypto";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openWorkspace } from "#store";
import { createBackupPlan } from "./backup-plan.ts";
import { collections } from "./collections.ts";

const HOUR = 3_600_000;
const start = Date.parse("2026-11-23T08:00:00Z");
let dir = "";
let nowMs = start;
let tick: () => Promise<void> = () => Promise.resolve();

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), "desk-plan-"));
  nowMs = start;
});
afterEach(async () => await rm(dir, { recursive: true, force: true }));

async function opened() {
  const workspace = await openWorkspace({
    dir,
    collections,
    mode: "write",
    now: () => new Date(nowMs).toISOString(),
    newId: (prefix) => `${prefix}_${randomBytes(6).toString("hex")}`,
  });
  if (!workspace.ok) throw new Error(workspace.error.code);
  return workspace.value;
}

const clock = {
  nowMs: () => nowMs,
  every: (_ms: number, task: () => Promise<void>) => {
    tick = task;
    return () => undefined;
  },
};

const order = { id: "ord_1", title: "Invented", createdOn: "2026-11-23", lines: [] };

async function objectsOf(): Promise<readonly string[]> {
  const names = await readdir(join(dir, "backups", "objects"), { recursive: true });
  return names.filter((name) => /[0-9a-f]{64}$/.test(name));
}

test("a snapshot is taken when it is due, read back, and none without changes", async () => {
  const workspace = await opened();
  const plan = createBackupPlan(workspace, clock);
  plan.follow({ everyHours: 1 });
  const count = async () => {
    const listed = await workspace.backups.list();
    return listed.ok ? listed.value.length : -1;
  };
  await workspace.collection("orders").put("ord_1", order as never, { by: "psn_1" });
  nowMs += HOUR - 1;
  await tick();
  // Something was saved and no snapshot holds it: that is not put off until the desk has been open for an hour.
  expect(await count()).toBe(1);
  nowMs += 2 * HOUR;
  await tick();
  expect(await count()).toBe(1);
  await workspace.collection("orders").put("ord_1", { ...order, title: "B" } as never, { by: "" });
  await tick();
  expect([await count(), plan.problem()]).toEqual([2, undefined]);
  const verbs: string[] = [];
  for await (const { entry } of workspace.journal.records()) if (entry) verbs.push(entry.verb);
  expect(verbs.filter((verb) => verb === "backup.verify")).toHaveLength(2);
  await workspace.close();
});

test("time counts from the newest snapshot, also when the desk was closed meanwhile", async () => {
  const first = await opened();
  await first.collection("orders").put("ord_1", order as never, { by: "psn_1" });
  await first.backups.create("psn_1");
  nowMs += 1000;
  await first.collection("orders").put("ord_1", { ...order, title: "B" } as never, { by: "" });
  await first.close();
  nowMs += 90 * 60_000;
  const second = await opened();
  createBackupPlan(second, clock).follow({ everyHours: 2 });
  await tick();
  expect(
    (await second.backups.list()).ok && (await readdir(join(dir, "backups", "snapshots"))),
  ).toHaveLength(1);
  nowMs += 31 * 60_000;
  await tick();
  expect(await readdir(join(dir, "backups", "snapshots"))).toHaveLength(2);
  await second.close();
});

test("what a disk spoilt in an older snapshot is written anew while the workspace has it, else it is told", async () => {
  const workspace = await opened();
  const plan = createBackupPlan(workspace, clock);
  plan.follow({ everyHours: 1 });
  await workspace.collection("orders").put("ord_1", order as never, { by: "psn_1" });
  await tick();
  for (const name of await objectsOf())
    await writeFile(join(dir, "backups", "objects", name), "rot");
  nowMs += 2 * HOUR;
  await workspace.collection("orders").put("ord_2", { ...order, id: "ord_2" } as never, { by: "" });
  await tick();
  expect(plan.problem()).toBeUndefined();
  const [newest] = await workspace.backups.list().then((all) => (all.ok ? all.value : []));
  const report = await workspace.backups.verify(newest?.id ?? "");
  expect(report).toMatchObject({ value: { missing: [], damaged: [] } });
  await workspace.close();
});
