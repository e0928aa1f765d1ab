import process from "node:process";
import { expect, test } from "vitest";
import { listSnapshots, restoreSnapshotTo } from "#store";
import { createPowerFs, type Fault } from "./power-fs.ts";
import { emptyStory, findLosses, openOn, runScenario, seeded } from "./scenario.ts";

async function prepared() {
  const fs = createPowerFs();
  const opened = await openOn(fs);
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  const story = emptyStory();
  await runScenario(opened.value, story);
  return { fs, workspace: opened.value, story };
}

async function callsOfBackup(): Promise<number> {
  const { fs, workspace } = await prepared();
  const before = fs.calls();
  await workspace.backups.create("psn_invented");
  return fs.calls() - before;
}

const calls = await callsOfBackup();
const stride = process.env["DESK_LONG"] ? 1 : 8;
const faults: readonly Fault[] = [
  { kind: "short" },
  { kind: "error", code: "EIO" },
  { kind: "error", code: "ENOSPC" },
];

test(
  "a snapshot that fails at any call harms nothing, and every listed snapshot verifies",
  async () => {
    const wrong: string[] = [];
    for (let at = 1; at <= calls; at += stride) {
      for (const fault of faults) {
        const { fs, workspace, story } = await prepared();
        fs.plan(at, fault);
        await workspace.backups.create("psn_invented");
        fs.heal();
        const again = await workspace.backups.create("psn_invented");
        if (!again.ok) wrong.push(`call ${at}: ${JSON.stringify(again.error)}`);
        const listed = await workspace.backups.list();
        for (const { id } of listed.ok ? listed.value : []) {
          const report = await workspace.backups.verify(id);
          const sound =
            report.ok && report.value.missing.length + report.value.damaged.length === 0;
          if (!sound) wrong.push(`call ${at}: snapshot ${id} ${JSON.stringify(report)}`);
        }
        wrong.push(...(await findLosses(workspace, story)));
        await workspace.close();
      }
    }
    expect(calls).toBeGreaterThan(50);
    expect(wrong).toEqual([]);
  },
  process.env["DESK_LONG"] ? 600_000 : 60_000,
);

test(
  "after a power cut during a snapshot every listed snapshot restores to the state it was taken in",
  async () => {
    const wrong: string[] = [];
    let restored = 0;
    for (let at = 1; at <= calls; at += stride) {
      const { fs, workspace, story } = await prepared();
      fs.plan(at, { kind: "crash-after" });
      await workspace.backups.create("psn_invented").catch(() => undefined);
      const after = fs.reboot(seeded(at));
      const listed = await listSnapshots(after, "/w/backups");
      for (const { id } of listed.ok ? listed.value : []) {
        const target = "/restored";
        const done = await restoreSnapshotTo({ fs: after, backupDir: "/w/backups", id, target });
        if (!done.ok) wrong.push(`call ${at}: ${JSON.stringify(done.error)}`);
        const opened = await openOn(after, { dir: target });
        if (!opened.ok) wrong.push(`call ${at}: ${JSON.stringify(opened.error)}`);
        else wrong.push(...(await findLosses(opened.value, story)));
        restored += 1;
      }
    }
    expect(restored).toBeGreaterThan(0);
    expect(wrong).toEqual([]);
  },
  process.env["DESK_LONG"] ? 600_000 : 60_000,
);
