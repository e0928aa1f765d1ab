import process from "node:process";
import { expect, test } from "vitest";
import { countCalls, crashAt, failAt, failFrom, killAt } from "./faults.ts";

const calls = await countCalls();
const stride = process.env["DESK_LONG"] ? 1 : 4;

/** Runs at every call; in the short run at every fourth one, beginning where the caller says. */
async function lossesOf(
  begin: number,
  run: (at: number) => Promise<readonly string[]>,
): Promise<string[]> {
  const losses: string[] = [];
  for (let at = stride === 1 ? 1 : begin; at <= calls; at += stride) {
    for (const loss of await run(at)) losses.push(`call ${at}: ${loss}`);
  }
  return losses;
}

test("a power cut before or after any file-system call loses nothing that was acknowledged", async () => {
  expect(calls).toBeGreaterThan(200);
  expect(await lossesOf(1, (at) => crashAt(at, "crash-before", at))).toEqual([]);
  expect(await lossesOf(2, (at) => crashAt(at, "crash-after", at * 31))).toEqual([]);
}, 300_000);

test("a process killed after any file-system call loses nothing that was acknowledged", async () => {
  expect(await lossesOf(1, (at) => killAt(at, "crash-after"))).toEqual([]);
}, 300_000);

test("any one call that fails or writes short leaves every edit saved or kept in memory", async () => {
  expect(await lossesOf(2, (at) => failAt(at, { kind: "short" }))).toEqual([]);
  expect(await lossesOf(1, (at) => failAt(at, { kind: "error", code: "EIO" }))).toEqual([]);
}, 300_000);

test("a disk that is full from any call on refuses, keeps the edits, and saves them once there is room", async () => {
  expect(await lossesOf(2, (at) => failFrom(at, "ENOSPC"))).toEqual([]);
}, 300_000);

test("a file system without hard links loses nothing either", async () => {
  const all = await countCalls(false);
  const losses: string[] = [];
  for (let at = 1; at <= all; at += stride * 2) {
    losses.push(...(await crashAt(at, "crash-after", at, false)));
    losses.push(...(await failAt(at + 1, { kind: "error", code: "EIO" }, false)));
  }
  expect(losses).toEqual([]);
}, 300_000);
