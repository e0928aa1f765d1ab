import { expect, test } from "vitest";
import type { DeskClient } from "#shared/ipc";
import { clientOver } from "./client.ts";
import { followJob } from "./jobs.ts";

type Status = {
  state: string;
  step: string;
  done: number;
  total: number;
  result?: unknown;
  error?: object;
};

function clientWith(statuses: Status[]): { client: DeskClient; calls: string[] } {
  const calls: string[] = [];
  const client = clientOver((group, name) => {
    calls.push(`${group}.${name}`);
    if (name === "cancel") return Promise.resolve({ ok: true, value: {} });
    const next = statuses.length > 1 ? statuses.shift() : statuses[0];
    return Promise.resolve({ ok: true, value: next });
  });
  return { client, calls };
}

const running = (done: number): Status => ({ state: "running", step: "pdf", done, total: 3 });

test("progress is told step by step until the work is done", async () => {
  const { client } = clientWith([
    running(1),
    running(2),
    { ...running(3), state: "done", result: { id: "p" } },
  ]);
  const seen: number[] = [];
  const outcome = await followJob(client, "job_1", { onProgress: ({ done }) => seen.push(done) });
  expect(outcome).toEqual({ ok: true, value: { state: "done", result: { id: "p" } } });
  expect(seen).toEqual([1, 2, 3]);
});

test("work that fails comes back with its reason", async () => {
  const error = { code: "stale-report", params: {} };
  const { client } = clientWith([{ ...running(1), state: "failed", error }]);
  expect(await followJob(client, "job_1", {})).toEqual({ ok: false, error });
});

test("an abort asks the desk to cancel and waits until it did", async () => {
  const abort = new AbortController();
  const { client, calls } = clientWith([running(1), { ...running(1), state: "cancelled" }]);
  const outcome = await followJob(client, "job_1", {
    onProgress: () => abort.abort(),
    signal: abort.signal,
  });
  expect(outcome).toEqual({ ok: true, value: { state: "cancelled" } });
  expect(calls.filter((name) => name === "jobs.cancel")).toHaveLength(1);
});
