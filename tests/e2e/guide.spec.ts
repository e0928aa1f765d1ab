import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { Page } from "playwright";
import { afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type OpenDesk, openDesk } from "../support/hosts.ts";
import { editorPage } from "../support/pages/editor-page.ts";
import { ordersPage } from "../support/pages/orders-page.ts";
import { shellPage } from "../support/pages/shell-page.ts";
import { wordsOf } from "../support/pages/words.ts";

const w = wordsOf("zh");
const sample = new URL("../../examples/private-start-up-complete.json", import.meta.url);
const steps = ["start", "applicant", "route", "papers", "goods", "site", "use", "declarations"];
const line = "order.lines.lin_boards";

let axe = "";
let desk: OpenDesk;
let order = "";

beforeAll(async () => {
  axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
});
beforeEach(async () => {
  desk = await openDesk("loopback", { lang: "zh" });
  await shellPage(desk.page, w).ready();
  await ordersPage(desk.page, w).importFile("sample.json", await readFile(sample));
  await desk.page.getByRole("navigation", { name: w("editor.sections") }).waitFor();
  order = /ord_[A-Za-z0-9-]+/.exec(desk.page.url())?.[0] ?? "";
});
afterEach(async () => await desk.close());

async function open(page: Page, step: string): Promise<void> {
  await page.evaluate((to) => {
    location.hash = to;
  }, `#/orders/${order}/edit/guide/${step}`);
  await page.locator("#guide-title").waitFor();
  await page.locator(".skeleton").first().waitFor({ state: "detached" });
}

/** Serious faults that axe finds on the page as it stands. */
async function faults(page: Page): Promise<readonly string[]> {
  return await page.evaluate<readonly string[]>(
    `${axe};axe.run(document, { resultTypes: ["violations"] }).then((found) => found.violations.filter(({ impact }) => impact === "serious" || impact === "critical").map(({ id, nodes }) => id + " " + nodes.map((node) => node.target.join(" ")).join(", ")))`,
  );
}

async function paste(page: Page, label: string, text: string): Promise<void> {
  await page.getByLabel(label, { exact: true }).evaluate((box, given) => {
    const data = new DataTransfer();
    data.setData("text", given);
    box.dispatchEvent(
      new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }),
    );
  }, text);
}

const cell = (column: "date" | "quantity", row: number) =>
  w("grid.cell", { column: w(`field.delivery.${column}`), number: String(row) });

describe("the guided form", () => {
  test("is clean for assistive technology and never scrolls sideways, at 320 px and in the dark too", async () => {
    const { page } = desk;
    for (const step of steps) {
      await open(page, step);
      expect(await faults(page), step).toEqual([]);
    }
    await page.emulateMedia({ colorScheme: "dark" });
    await page.setViewportSize({ width: 320, height: 640 });
    for (const step of steps) {
      await open(page, step);
      expect(await faults(page), `${step}, dark`).toEqual([]);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
      expect(wide, step).toBe(false);
    }
  }, 120_000);

  test("shows a pasted table before it counts, and one act takes it back", async () => {
    const { page } = desk;
    await open(page, "goods");
    await page.getByLabel(cell("date", 1), { exact: true }).waitFor();
    await paste(page, cell("quantity", 1), "4\t240000\n12");
    const preview = page.getByRole("dialog");
    await preview.getByText(w("grid.paste.place")).waitFor();
    expect(await page.getByLabel(cell("quantity", 1), { exact: true }).inputValue()).toBe("8");
    await preview.getByRole("button", { name: w("grid.paste.take", { count: "2" }) }).click();
    expect(await page.getByLabel(cell("quantity", 1), { exact: true }).inputValue()).toBe("4");
    expect(await page.getByLabel(cell("quantity", 2), { exact: true }).inputValue()).toBe("12");
    await page.keyboard.press("Control+z");
    await expect
      .poll(async () => await page.getByLabel(cell("quantity", 1), { exact: true }).inputValue())
      .toBe("8");
  }, 60_000);

  test("brings a deleted delivery back by the keyboard, and keeps the focus in the form", async () => {
    const { page } = desk;
    await open(page, "goods");
    const row = page.locator(`[data-path="${line}.schedule.dlv_1"]`);
    await row.waitFor();
    await row.getByRole("button", { name: w("screen.row.remove", { number: "1" }) }).click();
    await row.waitFor({ state: "detached" });
    expect(await page.evaluate(() => document.activeElement?.tagName)).not.toBe("BODY");
    await page.keyboard.press("Control+z");
    await row.waitFor();
    await page.keyboard.press("Control+y");
    await row.waitFor({ state: "detached" });
  }, 60_000);

  test("moves the verdict as an answer is given, names the move, and leads back to the answer", async () => {
    const { page } = desk;
    await open(page, "declarations");
    const field = page.locator('[data-path="order.declarations.militaryEndUse"]').first();
    await field.getByLabel(w("answer.yes"), { exact: true }).check();
    const bar = page.locator(".verdict");
    await bar.getByText(w("lane.reported-barred")).first().waitFor();
    await bar
      .getByRole("status")
      .filter({ hasText: w("lane.reported-barred") })
      .waitFor();
    await editorPage(page, w).saved();
    await open(page, "start");
    const answer = bar
      .getByRole("button", {
        name: w("verdict.answer", { field: w("field.order.declarations.militaryEndUse") }),
      })
      .first();
    // The step that is left may still stand there: what was unfolded in it is gone with it.
    await expect
      .poll(
        async () => {
          if (!(await answer.isVisible())) await bar.getByText(w("verdict.why")).first().click();
          return await answer.isVisible();
        },
        { timeout: 20_000 },
      )
      .toBe(true);
    await answer.click();
    await page.waitForFunction(
      () =>
        document.activeElement?.closest('[data-path="order.declarations.militaryEndUse"]') !== null,
    );
    expect(await page.locator("#guide-title").textContent()).toContain(
      w("guide.step.declarations"),
    );
  }, 60_000);

  test("goes on with Enter alone, field by field, and says at once what is not saved", async () => {
    const { page } = desk;
    await open(page, "goods");
    const price = page.locator(`[data-path="${line}.unitPrice"] input`);
    await price.fill("1,5");
    const status = page.locator(".save-status");
    await status
      .getByText(w("editor.save.except", { field: w("field.line.unitPrice"), count: "1" }))
      .waitFor();
    await price.fill("25万");
    await editorPage(page, w).saved();
    await price.press("Enter");
    await page.waitForFunction(
      () => document.activeElement?.closest('[data-path$=".hs.code"]') !== null,
    );
  }, 60_000);
});
