import { readFile } from "node:fs/promises";
import { afterEach, beforeEach, expect, test } from "vitest";
import { readXlsx } from "#node/workbooks";
import { batchSchema, matchesSchema } from "#shared/ipc";
import { sampleList } from "../support/pages/lists-page.ts";
import { openTestDesk, type TestDesk } from "./desk-harness.ts";

let desk: TestDesk;
beforeEach(async () => {
  desk = await openTestDesk();
});
afterEach(async () => {
  await desk.close();
});

/** A job's result, once it is done. */
async function resultOf(job: string): Promise<unknown> {
  for (;;) {
    const status = await desk.call<{ state: string; result?: unknown; error?: { code: string } }>(
      "jobs",
      "status",
      { job, waitMs: 5_000 },
    );
    if (status.state === "failed") throw new Error(status.error?.code);
    if (status.state !== "running") return status.result;
  }
}

async function takeIn(name: string, text: string): Promise<void> {
  const grant = await desk.upload(name, Buffer.from(text));
  await desk.call("lists", "import", { grant, fileName: name });
}

async function draft(name: string): Promise<string> {
  const text = await readFile(new URL(`../../examples/${name}.json`, import.meta.url), "utf8");
  const asked = { fileName: "draft.json", text, onConflict: "ask" };
  const { order } = await desk.call<{ order: string }>("orders", "import", asked);
  return order;
}

test("the matches of all drafts are found, each with the draft it belongs to", async () => {
  const order = await draft("state-group-subsidiary");
  await takeIn("entities-2026-07-01.csv", sampleList("Presumption of denial."));
  const { job } = await desk.call<{ job: string }>("lists", "matches", {});
  const found = matchesSchema.parse(await resultOf(job));
  expect(found).toMatchObject({ orders: 1, unread: [] });
  expect(found.lists.map(({ date }) => date)).toEqual(["2026-07-01"]);
  expect(found.found.map((one) => one.order)).toEqual([order]);
  const [hit] = found.found[0]?.hits ?? [];
  expect(hit).toMatchObject({ name: "Sample Industrial Group", status: "possible" });

  // A doubt is kept with the match and settles nothing.
  await desk.call("lists", "decide", {
    order,
    party: hit?.party,
    list: hit?.list,
    entry: hit?.entry,
    decision: "unsure",
    reason: "登记号待该公司答复",
  });
  const again = await desk.call<{ job: string }>("lists", "matches", {});
  const now = matchesSchema.parse(await resultOf(again.job)).found[0]?.hits[0];
  expect(now).toMatchObject({ status: "possible", decision: { decision: "unsure" } });
});

test("a file of names is searched whole, and every name stands in the table that is saved", async () => {
  await takeIn("entities-2026-07-01.csv", sampleList("Presumption of denial."));
  const grant = await desk.upload(
    "names.txt",
    Buffer.from("样例产业集团\n=1+1\n虚构花店有限公司\n"),
  );
  const { job } = await desk.call<{ job: string }>("lists", "batch", {
    grant,
    fileName: "names.txt",
    language: "en",
  });
  const batch = batchSchema.parse(await resultOf(job));
  expect(batch).toMatchObject({ names: 3, hit: 1 });
  const file = desk.desk.grants.redeem(batch.table.grant);
  const bytes = await file?.bytes();
  if (bytes?.ok !== true) throw new Error("no table");
  const sheet = await readXlsx(bytes.value, "screening.xlsx");
  if (!sheet.ok) throw new Error(sheet.error.code);
  expect(sheet.value.rows.map(({ fields }) => fields.slice(0, 2))).toEqual([
    ["Name", "Strength"],
    ["样例产业集团", "strong"],
    ["=1+1", "none found"],
    ["虚构花店有限公司", "none found"],
  ]);
});

test("without a list a batch is refused instead of being clean", async () => {
  const grant = await desk.upload("names.txt", Buffer.from("样例产业集团\n"));
  const { job } = await desk.call<{ job: string }>("lists", "batch", {
    grant,
    fileName: "names.txt",
    language: "zh",
  });
  await expect(resultOf(job)).rejects.toThrow("screening-no-lists");
});
