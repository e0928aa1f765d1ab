import fc from "fast-check";
import { expect, test } from "vitest";
import { thinOut } from "../documents/history.ts";
import { snapshotsToDrop, whyBadPath } from "./backup-files.ts";

const now = Date.parse("2026-11-23T08:00:00.000Z");
const hour = 3_600_000;
const ages = fc.uniqueArray(fc.integer({ min: 0, max: 24 * 800 }), { maxLength: 200 });

test("snapshots thin out: the last day stays whole, and an older day with any keeps one for a month", () => {
  fc.assert(
    fc.property(ages, (hours) => {
      const all = hours.map((age) => ({
        id: `s${age}`,
        at: new Date(now - age * hour).toISOString(),
      }));
      const drop = new Set(snapshotsToDrop(all, now));
      const kept = all.filter(({ id }) => !drop.has(id));
      for (const { id, at } of all) {
        if (now - Date.parse(at) < 24 * hour) expect(drop.has(id)).toBe(false);
      }
      const dayOf = (at: string) => Math.floor(Date.parse(at) / (24 * hour));
      const within = (at: string) => now - Date.parse(at) < 30 * 24 * hour;
      const days = new Set(all.filter(({ at }) => within(at)).map(({ at }) => dayOf(at)));
      const keptDays = new Set(kept.map(({ at }) => dayOf(at)));
      for (const day of days) expect(keptDays.has(day)).toBe(true);
      expect(kept.length).toBeLessThanOrEqual(24 + 33 + 54 + 36);
    }),
  );
});

test("versions thin out but the newest thirty and one for each old day stay", () => {
  fc.assert(
    fc.property(ages, (hours) => {
      const newestFirst = [...hours].sort((a, b) => a - b);
      const files = newestFirst.map((age) => ({ path: `r${age}`, mtimeMs: now - age * hour }));
      const drop = new Set(thinOut(files, now));
      for (const { path } of files.slice(0, 30)) expect(drop.has(path)).toBe(false);
      const dayOf = (time: number) => Math.floor(time / (24 * hour));
      const kept = files.filter(({ path }) => !drop.has(path));
      const young = (time: number) => now - time < 365 * 24 * hour;
      for (const { mtimeMs } of files.filter((file) => young(file.mtimeMs))) {
        expect(kept.some((file) => dayOf(file.mtimeMs) === dayOf(mtimeMs))).toBe(true);
      }
    }),
  );
});

test("a snapshot cannot name a place outside the folder it is restored to", () => {
  for (const path of [
    "../x",
    "a/../../x",
    "/etc/x",
    "a//b",
    "a/./b",
    "C:/x",
    "a\\b",
    "a/\u0000b",
  ]) {
    expect(whyBadPath(path)?.code).toBe("store.bad-path");
  }
  expect(whyBadPath("orders/ord_1.json")).toBeUndefined();
});
