import { setImmediate } from "node:timers/promises";
import fc from "fast-check";
import { expect, test } from "vitest";
import { createDocumentQueue } from "./document-queue.ts";

test("tasks of one key run one after another in their order, tasks of others side by side", async () => {
  const queue = createDocumentQueue();
  const seen: string[] = [];
  const task = (name: string) => async () => {
    seen.push(`${name} begins`);
    await setImmediate();
    seen.push(`${name} ends`);
  };
  await Promise.all([
    queue.run("a", task("1")),
    queue.run("a", task("2")),
    queue.run("b", task("3")),
  ]);
  expect(seen).toEqual(["1 begins", "3 begins", "1 ends", "2 begins", "3 ends", "2 ends"]);
});

test("waiting inputs are merged: the last one runs, all callers get its outcome, and order is kept", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.boolean(), { minLength: 1, maxLength: 40 }), async (merges) => {
      const queue = createDocumentQueue();
      const ran: number[] = [];
      const work = async (input: number) => {
        ran.push(input);
        await setImmediate();
        return input;
      };
      const outcomes = await Promise.all(
        merges.map((merge, n) =>
          merge ? queue.coalesce("a", n, work) : queue.run("a", () => work(n)),
        ),
      );
      expect(ran).toEqual([...ran].sort((a, b) => a - b));
      outcomes.forEach((outcome, n) => {
        expect(outcome).toBeGreaterThanOrEqual(n);
        if (!merges[n]) expect(outcome).toBe(n);
      });
      expect(ran.at(-1)).toBe(merges.length - 1);
    }),
  );
});

test("a failing task does not stop those behind it", async () => {
  const queue = createDocumentQueue();
  const failed = queue.run("a", () => Promise.reject(new Error("no")));
  const next = queue.run("a", () => Promise.resolve("yes"));
  await expect(failed).rejects.toThrow("no");
  expect(await next).toBe("yes");
});

test("during a pause nothing runs, and everything held back runs afterwards", async () => {
  const queue = createDocumentQueue();
  const seen: string[] = [];
  const before = queue.run("a", async () => {
    await setImmediate();
    seen.push("before");
  });
  const pause = queue.pause(async () => {
    seen.push("pause begins");
    await setImmediate();
    await setImmediate();
    seen.push("pause ends");
  });
  const after = [
    queue.run("a", () => Promise.resolve(seen.push("after"))),
    queue.runTogether(["b", "c"], () => Promise.resolve(void seen.push("together"))),
  ];
  await Promise.all([before, pause, ...after]);
  expect(seen).toEqual(["before", "pause begins", "pause ends", "after", "together", "together"]);
});
