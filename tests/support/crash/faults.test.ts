import { expect, test } from "vitest";
import { countCalls, crashAt, failAt, failFrom, killAt } from "./faults.ts";

const calls = await countCalls();
const every = Array.from({ length: calls }, (_, index) => index + 1);

async function lossesOf(run: (at: number) => Promise<readonly string[]>): Promise<string[]> {
  const losses: string[] = [];
  for (const at of every) {
    for (const loss of await run(at)) losses.push(`call ${at}: ${loss}`);
  }
  return losses;
}

test("a power cut before or after any file-system call loses nothing that was acknowledged", async () => {
  expect(calls).toBeGreaterThan(200);
  expect(await lossesOf((at) => crashAt(at, "crash-before", at))).toEqual([]);
  expect(await lossesOf((at) => crashAt(at, "crash-after", at * 31))).toEqual([]);
}, 60_000);

test("a process killed after any file-system call loses nothing that was acknowledged", async () => {
  expect(await lossesOf((at) => killAt(at, "crash-after"))).toEqual([]);
}, 60_000);

test("any one call that fails or writes short leaves every edit saved or kept in memory", async () => {
  expect(await lossesOf((at) => failAt(at, { kind: "short" }))).toEqual([]);
  expect(await lossesOf((at) => failAt(at, { kind: "error", code: "EIO" }))).toEqual([]);
}, 60_000);

test("a disk that is full from any call on refuses, keeps the edits, and saves them once there is room", async () => {
  expect(await lossesOf((at) => failFrom(at, "ENOSPC"))).toEqual([]);
}, 60_000);
