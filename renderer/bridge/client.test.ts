import { expect, test } from "vitest";
import { clientOver, type Send } from "./client.ts";

const answering =
  (reply: unknown): Send =>
  () =>
    Promise.resolve(reply);

test("a reply that keeps to the contract comes back as its value", async () => {
  const client = clientOver(answering({ ok: true, value: { id: "b1" } }));
  expect(await client.workspace.backup({})).toEqual({ ok: true, value: { id: "b1" } });
});

test("a failure of the desk comes back with its code and parameters", async () => {
  const error = { code: "stale-report", params: { order: "ord_1" } };
  const client = clientOver(answering({ ok: false, error }));
  expect(await client.workspace.backup({})).toEqual({ ok: false, error });
});

test("a value of another shape than the contract's is refused, and the place is named", async () => {
  const client = clientOver(answering({ ok: true, value: { id: 7 } }));
  const result = await client.workspace.backup({});
  expect(result).toEqual({
    ok: false,
    error: { code: "reply-not-understood", params: { channel: "workspace.backup", at: "id" } },
  });
});

test.each([undefined, null, "ok", { ok: "yes" }, { ok: true, value: {}, more: 1 }])(
  "the answer %j is not understood",
  async (reply) => {
    const result = await clientOver(answering(reply)).workspace.backup({});
    expect(result).toMatchObject({ ok: false, error: { code: "reply-not-understood" } });
  },
);

test("a host that is gone is an error, not an exception", async () => {
  const client = clientOver(() => Promise.reject(new Error("socket closed")));
  expect(await client.jobs.cancel({ job: "job_1" })).toEqual({
    ok: false,
    error: { code: "host-gone", params: { channel: "jobs.cancel" } },
  });
});
