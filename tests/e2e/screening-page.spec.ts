import { readFile } from "node:fs/promises";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type OpenDesk, openDesk } from "../support/hosts.ts";
import { sampleList, takeInList } from "../support/pages/lists-page.ts";
import { ordersPage } from "../support/pages/orders-page.ts";
import { shellPage } from "../support/pages/shell-page.ts";
import { wordsOf } from "../support/pages/words.ts";

const w = wordsOf("zh");

let desk: OpenDesk;
beforeEach(async () => {
  desk = await openDesk("loopback");
  await shellPage(desk.page, w).ready();
});
afterEach(async () => {
  await desk.close();
});

test("near matches of all drafts are gone through by keyboard, a name and a file are searched, a tenant book is classed", async () => {
  const { page } = desk;
  const example = new URL("../../examples/state-group-subsidiary.json", import.meta.url);
  await ordersPage(page, w).importFile("draft.json", await readFile(example));
  await page.getByRole("navigation", { name: w("editor.sections") }).waitFor();
  await shellPage(page, w).goTo("screening");
  await page.getByText(w("check.screening.nolists")).first().waitFor();
  await takeInList(page, w, "entities-2026-07-01.csv", sampleList("Presumption of denial."));

  await shellPage(page, w).goTo("screening");
  const queue = page.getByRole("region", { name: w("screening.queue") });
  await queue.getByRole("article").waitFor();
  const items = queue.getByRole("list").getByRole("button");
  const before = await items.count();
  expect(before).toBeGreaterThan(0);
  await items.first().focus();
  if (before > 1) {
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowUp");
  }
  await page.keyboard.press("Enter");
  const window = page.getByRole("dialog");
  await window.getByRole("textbox").fill("登记号待该公司答复");
  await window.getByRole("button", { name: w("check.screening.unsure") }).click();
  // Not being sure settles nothing: the match stays in the queue, with what was said of it.
  await queue.getByText("登记号待该公司答复").waitFor();
  expect(await items.count()).toBe(before);

  await page.getByRole("tab", { name: w("screening.tab.name") }).click();
  await page.getByRole("textbox", { name: w("screening.name.label") }).fill("样例产业集团");
  await page.getByRole("article").filter({ hasText: "Sample Industrial Group" }).waitFor();

  await page.getByRole("tab", { name: w("screening.tab.batch") }).click();
  const names = "样例产业集团\n虚构花店有限公司\n";
  await page
    .getByRole("tabpanel")
    .locator('input[type="file"]')
    .setInputFiles({ name: "names.txt", mimeType: "text/plain", buffer: Buffer.from(names) });
  await page
    .getByText(w("screening.batch.done", { file: "names.txt", names: 2, count: 1 }))
    .waitFor();
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: w("screening.batch.save") }).click();
  expect((await download).suggestedFilename()).toMatch(/\.xlsx$/);

  await page.getByRole("tab", { name: w("screening.tab.tenants") }).click();
  const book =
    "名称,统一社会信用代码,行业,单位性质,国家,容量\n虚构甲有限公司,,软件,民营,CN,40\n虚构市某局,,,机关,CN,60\n样例产业集团,,,,CN,5\n";
  await page
    .getByRole("tabpanel")
    .locator('input[type="file"]')
    .setInputFiles({ name: "tenants.csv", mimeType: "text/csv", buffer: Buffer.from(book) });
  await page.getByRole("button", { name: w("tenants.show") }).click();
  await page
    .getByRole("tabpanel")
    .getByRole("button", { name: w("tenant.class.private-commercial") })
    .click();
  await page.getByRole("cell", { name: "虚构甲有限公司" }).waitFor();
  await page.getByRole("button", { name: w("tenants.sample") }).click();
  await page
    .getByRole("checkbox", { name: w("tenants.wrong.named", { name: "虚构甲有限公司" }) })
    .check();
  await page.getByText(/若其中 1 行有误/u).waitFor();
});
