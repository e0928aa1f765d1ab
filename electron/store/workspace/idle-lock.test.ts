import { expect, test } from "vitest";
import { createIdleLock } from "./idle-lock.ts";

function machine() {
  let time = 0;
  let waiting: { at: number; task: () => void } | undefined;
  return {
    clock: () => time,
    later: (ms: number, task: () => void) => {
      waiting = { at: time + ms, task };
      return () => {
        waiting = undefined;
      };
    },
    /** Lets time pass; with the lid closed no timer fires. */
    pass: (ms: number, asleep = false) => {
      const until = time + ms;
      while (!asleep && waiting && waiting.at <= until) {
        time = waiting.at;
        const { task } = waiting;
        waiting = undefined;
        task();
      }
      time = until;
    },
    wake: () => waiting?.task(),
  };
}

test("the workspace locks after the idle time, and each act puts that off", () => {
  const { clock, later, pass } = machine();
  let locked = 0;
  const idle = createIdleLock({ afterMs: 600_000, later, clock, lock: () => (locked += 1) });
  pass(500_000);
  idle.touch();
  pass(500_000);
  expect(locked).toBe(0);
  pass(100_001);
  expect(locked).toBe(1);
  pass(2_000_000);
  expect(locked).toBe(1);
});

test("after a night asleep it locks at the first moment awake", () => {
  const { clock, later, pass, wake } = machine();
  let locked = 0;
  createIdleLock({ afterMs: 600_000, later, clock, lock: () => (locked += 1) });
  pass(28_800_000, true);
  wake();
  expect(locked).toBe(1);
});

test("a stopped idle lock never locks", () => {
  const { clock, later, pass } = machine();
  let locked = 0;
  createIdleLock({ afterMs: 1000, later, clock, lock: () => (locked += 1) }).stop();
  pass(100_000);
  expect(locked).toBe(0);
});
