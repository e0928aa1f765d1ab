import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { TaskHost } from "./task-host.ts";
import { forkedTasks } from "./task-process.ts";

let dir = "";
let entry = "";
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), "desk-tasks-"));
  entry = join(dir, "worker.mjs");
  await writeFile(
    entry,
    `process.once("disconnect", () => process.exit());
process.on("message", ({ id, task, input }) => {
  if (task === "spin") for (;;);
  if (task === "fill") for (const held = [];;) held.push(new Array(1e6).fill(held.length));
  if (task === "throw") throw new Error("a fault");
  process.send({ id, result: { ok: true, value: [process.pid, input] } });
});
`,
  );
});
afterAll(async () => {
  await rm(dir, { recursive: true, force: true });
});

const codeOf = (result: { ok: boolean; error?: { code: string } }) => result.error?.code ?? "ok";

test("what never ends is ended, and what waits behind it is done in a fresh process", async () => {
  const host = new TaskHost(forkedTasks(entry), { taskMs: 1500 });
  const first = host.run("echo", 1);
  const endless = host.run("spin", 2);
  const after = host.run("echo", 3);
  const one = await first;
  expect(codeOf(await endless)).toBe("task-too-long");
  const three = await after;
  expect([one, three]).toMatchObject([
    { value: [expect.any(Number), 1] },
    { value: [expect.any(Number), 3] },
  ]);
  host.dispose();
});

test("a fault in the process, or memory without end, is one sentence", async () => {
  const host = new TaskHost(forkedTasks(entry), { taskMs: 60_000 });
  expect(codeOf(await host.run("throw", 0))).toBe("task-too-large");
  expect(codeOf(await host.run("fill", 0))).toBe("task-too-large");
  expect(codeOf(await host.run("echo", 0))).toBe("ok");
  host.dispose();
}, 90_000);

test("only so many tasks wait, and closing answers them all", async () => {
  const host = new TaskHost(forkedTasks(entry), { taskMs: 30_000, waiting: 2 });
  const running = host.run("spin", 0);
  const waiting = [host.run("echo", 1), host.run("echo", 2)];
  expect(codeOf(await host.run("echo", 3))).toBe("too-busy");
  host.dispose();
  expect(codeOf(await running)).toBe("task-ended");
  expect((await Promise.all(waiting)).map(codeOf)).toEqual(["task-ended", "task-ended"]);
});
