import { readFile } from "node:fs/promises";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type OpenDesk, openDesk } from "../support/hosts.ts";
import { checkPage } from "../support/pages/check-page.ts";
import { editorPage } from "../support/pages/editor-page.ts";
import { sampleList, takeInList } from "../support/pages/lists-page.ts";
import { ordersPage } from "../support/pages/orders-page.ts";
import { reviewPage } from "../support/pages/review-page.ts";
import { shellPage } from "../support/pages/shell-page.ts";
import { wordsOf } from "../support/pages/words.ts";

const w = wordsOf("zh");
const passphrase = "long enough words";
let desk: OpenDesk;
beforeEach(async () => {
  desk = await openDesk("loopback");
  await shellPage(desk.page, w).ready();
});
afterEach(async () => {
  await desk.close();
});

const takeIn = (name: string, text: string) => takeInList(desk.page, w, name, text);

async function openCheck(title: string) {
  await shellPage(desk.page, w).goTo("orders");
  await ordersPage(desk.page, w).open(title);
  await editorPage(desk.page, w).view("check");
}

test("a list is imported, a near match is decided with a reason, and a changed entry opens it again", async () => {
  const { page } = desk;
  const check = checkPage(page, w);
  const title = "国有控股集团二级子公司采购（虚构样例）";
  const example = new URL("../../examples/state-group-subsidiary.json", import.meta.url);
  await ordersPage(page, w).importFile("draft.json", await readFile(example));
  await page.getByRole("navigation", { name: w("editor.sections") }).waitFor();
  await editorPage(page, w).view("check");
  await page.getByText(w("check.lists.none")).waitFor();

  await takeIn("entities-2026-07-01.csv", sampleList("Presumption of denial."));
  await openCheck(title);
  await check.tab("screening");
  const hit = page.getByRole("article").filter({ hasText: "Sample Industrial Group" }).first();
  await hit.getByText(w("check.hit.possible")).waitFor();
  await hit.getByRole("button", { name: w("check.screening.save") }).click();
  const window = page.getByRole("dialog");
  await window.getByRole("textbox").fill("注册地与登记号不同");
  await window.getByRole("button", { name: w("check.screening.isnot") }).click();
  // Nobody unlocked a key: what was said is kept, and the match stays open.
  await hit.getByText(w("check.hit.unsigned")).waitFor();
  await hit.getByText("注册地与登记号不同").waitFor();

  await takeIn("entities-2026-09-01.csv", sampleList("Case-by-case review."));
  await openCheck(title);
  await check.tab("screening");
  const changed = page.getByRole("article").filter({ hasText: "Case-by-case review." }).first();
  await changed.getByText(w("screening.explain.reopened-entry")).waitFor();
  expect(await changed.innerText()).toContain("注册地与登记号不同");
});

test("the vendor of what is ordered is asked about, and the question goes once two persons signed that it is another", async () => {
  const { page } = desk;
  const check = checkPage(page, w);
  const review = reviewPage(page, w);
  const example = new URL("../../examples/private-start-up-complete.json", import.meta.url);
  const draft = JSON.parse(await readFile(example, "utf8"));
  draft.products[0].vendor = "Sample Industrial";
  await ordersPage(page, w).importFile("draft.json", Buffer.from(JSON.stringify(draft)));
  await page.getByRole("navigation", { name: w("editor.sections") }).waitFor();
  await takeIn("entities-2026-07-01.csv", sampleList("Presumption of denial."));
  const [first, second] = ["钱复核（虚构）", "孙法务（虚构）"];
  await review.addPerson(first, "reviewer", passphrase);
  await review.addPerson(second, "legal", passphrase);
  await review.confirm(first, second, passphrase);
  await review.confirm(second, first, passphrase);
  await openCheck(draft.order.title);

  const asked = page
    .getByRole("tabpanel", { name: w("check.tab.ask"), exact: true })
    .getByText(w("fact.order.vendor-listed"), { exact: true });
  await check.tab("ask");
  await asked.waitFor();
  await page.getByRole("button", { name: w("check.ask.decide") }).click();
  const hit = page.getByRole("article").filter({ hasText: w("check.screening.vendor") });
  await hit.getByRole("button", { name: w("check.screening.save") }).click();
  const window = page.getByRole("dialog");
  await window.getByRole("textbox").fill("厂商登记地不同");
  await window.getByRole("button", { name: w("check.screening.isnot") }).click();
  await hit.getByText(w("check.hit.unsigned")).waitFor();
  await check.tab("ask");
  await asked.waitFor();

  await check.tab("screening");
  const sign = hit.getByRole("button", { name: w("check.screening.sign"), exact: true });
  for (const person of [first, second]) {
    await sign.click();
    const act = page.getByRole("dialog");
    const people = act.getByLabel(w("act.person"), { exact: true });
    await people.selectOption({ label: person });
    await act.getByLabel(w("act.passphrase"), { exact: true }).fill(passphrase);
    await act.getByRole("button", { name: w("check.screening.sign"), exact: true }).click();
    await act.waitFor({ state: "detached" });
    await hit.getByText(person).first().waitFor();
  }
  await hit.getByText(w("check.hit.dismissed"), { exact: true }).waitFor();
  await sign.waitFor({ state: "detached" });
  await check.tab("ask");
  await page.getByRole("tabpanel", { name: w("check.tab.ask"), exact: true }).waitFor();
  await asked.waitFor({ state: "detached" });
}, 120_000);
