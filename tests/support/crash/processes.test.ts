import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { afterAll, beforeAll, expect, test } from "vitest";
import { fight } from "./fight.ts";
import { killRound } from "./kill.ts";

const rounds = process.env["DESK_LONG"] ? 1000 : 10;
let dir = "";
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), "desk-crash-"));
});
afterAll(() => rm(dir, { recursive: true, force: true }));

test("a process killed while it saves loses no acknowledged edit", async () => {
  const place = join(dir, "kill");
  let acknowledged = 0;
  for (let round = 1; round <= rounds; round += 1) {
    const result = await killRound(place, round, (round * 37) % 90);
    expect(result.wrong).toEqual([]);
    acknowledged += result.acknowledged;
  }
  expect(acknowledged).toBeGreaterThan(10);
}, 2_400_000);

test("eight processes that fight for one workspace write one at a time and lose no update", async () => {
  const result = await fight(dir, 8, 2);
  expect(result.wrong).toEqual([]);
  expect(result.added).toBe(8 * 2 * 3);
  expect(result.sum).toBe(result.added);
}, 300_000);
