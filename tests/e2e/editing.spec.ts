import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type OpenDesk, openDesk } from "../support/hosts.ts";
import { editorPage } from "../support/pages/editor-page.ts";
import { ordersPage } from "../support/pages/orders-page.ts";
import { shellPage } from "../support/pages/shell-page.ts";
import { wordsOf } from "../support/pages/words.ts";

const w = wordsOf("zh");
let desk: OpenDesk;

/** A window that hears nothing of others until it saves, so that it always meets them in a conflict. */
async function hearNoNews(): Promise<void> {
  await desk.page.route("**/api/workspace/changes", async (route) => await route.abort());
}

beforeEach(async () => {
  desk = await openDesk("loopback");
  await shellPage(desk.page, w).ready();
});
afterEach(async () => {
  await desk.close();
});

describe("editing an order", () => {
  test("saves by itself, and what was typed is there after a reload", async () => {
    const editor = editorPage(desk.page, w);
    await ordersPage(desk.page, w).create("自动保存");
    await editor.fill("order.reference", "INV-7");
    await editor
      .state()
      .getByText(w("editor.save.waiting"))
      .or(editor.state().getByText(w("editor.save.saving")))
      .first()
      .waitFor();
    await editor.saved();
    await desk.page.reload();
    await editor.field("order.reference").waitFor();
    expect(await editor.field("order.reference").locator("input").inputValue()).toBe("INV-7");
  });

  test("keeps what is wrong out of the file, says so, saves the rest and forgets neither", async () => {
    const editor = editorPage(desk.page, w);
    await ordersPage(desk.page, w).create("半截");
    await editor.section("lines");
    const line = await editor.addLine();
    await editor.fill(`${line}.hs.code`, "12");
    await editor.field(`${line}.hs.code`).getByText(w("screen.issue.format")).waitFor();
    await editor.fill(`${line}.quantity`, "3");
    await editor
      .state()
      .getByText(w("editor.save.incomplete", { count: 1 }))
      .waitFor();
    await editor.saved();
    await desk.page.reload();
    await editor.field(`${line}.quantity`).waitFor();
    expect(await editor.field(`${line}.quantity`).locator("input").inputValue()).toBe("3");
    // The half-typed code is in nobody's file, and is there again all the same: the host held it.
    const order = /ord_[^/]+/.exec(desk.page.url())?.[0] ?? "";
    const file = await readFile(join(desk.workspace, "orders", `${order}.json`), "utf8");
    expect(JSON.parse(file).data.lines[0]).not.toHaveProperty("hs.code");
    expect(await editor.field(`${line}.hs.code`).locator("input").inputValue()).toBe("12");
    await editor.field(`${line}.hs.code`).getByText(w("screen.issue.format")).waitFor();
  });

  test("is there again at once when a person looks at the check and comes back", async () => {
    const editor = editorPage(desk.page, w);
    await ordersPage(desk.page, w).create("来回");
    await editor.view("check");
    await desk.page.getByRole("region", { name: w("check.readings") }).waitFor();
    await editor.view("edit");
    await editor.field("order.reference").waitFor();
    await editor.view("packets");
    await editor.view("edit");
    await editor.field("order.reference").waitFor();
  });

  test("leads from a missing item to its field and puts the focus there", async () => {
    const editor = editorPage(desk.page, w);
    await ordersPage(desk.page, w).create("跳转");
    const item = editor
      .missing()
      .getByRole("button", { name: w("completeness.why.currency") })
      .first();
    await item.click();
    const box = editor.field("order.terms.currency").getByRole("combobox");
    await expect
      .poll(async () => await box.evaluate((node) => node === document.activeElement))
      .toBe(true);
  });

  test("explains a conflict with another window and lets a person choose", async () => {
    const editor = editorPage(desk.page, w);
    await hearNoNews();
    await ordersPage(desk.page, w).create("两个窗口");
    await editor.fill("order.reference", "一");
    await editor.saved();
    const other = await desk.page.context().newPage();
    await other.goto(desk.page.url());
    const there = editorPage(other, w);
    await there.fill("order.reference", "二");
    await there.saved();
    await editor.fill("order.reference", "三");
    await editor
      .dialog()
      .getByRole("button", { name: w("editor.conflict.theirs") })
      .click();
    await editor.saved();
    expect(await editor.field("order.reference").locator("input").inputValue()).toBe("二");
    await there.fill("order.reference", "四");
    await there.saved();
    await editor.fill("order.reference", "五");
    await editor
      .dialog()
      .getByRole("button", { name: w("editor.conflict.mine") })
      .click();
    await editor.saved();
    await other.reload();
    await there.field("order.reference").waitFor();
    expect(await there.field("order.reference").locator("input").inputValue()).toBe("五");
  });

  test("keeps the words of an undecided conflict through another save, other views and a reload", async () => {
    const editor = editorPage(desk.page, w);
    await hearNoNews();
    await ordersPage(desk.page, w).create("未决冲突");
    await editor.fill("order.reference", "一");
    await editor.saved();
    const other = await desk.page.context().newPage();
    await other.goto(desk.page.url());
    const there = editorPage(other, w);
    await there.fill("order.reference", "二");
    await there.saved();
    await editor.fill("order.reference", "我的三");
    const later = editor.dialog().getByRole("button", { name: w("editor.conflict.later") });
    await later.click();
    await there.fill("order.reference", "四");
    await there.saved();
    const mine = async () => {
      await later.click();
      return await editor.field("order.reference").locator("input").inputValue();
    };
    await editor.view("check");
    await desk.page.getByRole("region", { name: w("check.readings") }).waitFor();
    await editor.view("edit");
    expect(await mine()).toBe("我的三");
    desk.page.on("dialog", (dialog) => void dialog.accept());
    await desk.page.reload();
    expect(await mine()).toBe("我的三");
    await desk.page.getByRole("button", { name: w("editor.conflict.decide") }).click();
    await editor
      .dialog()
      .getByRole("button", { name: w("editor.conflict.theirs") })
      .click();
    await editor.saved();
    expect(await editor.field("order.reference").locator("input").inputValue()).toBe("四");
  });

  test("can be done with the keyboard alone", async () => {
    const { page } = desk;
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("MAIN");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.keyboard.type("键盘");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 1, name: "键盘" }).waitFor();
    await page.locator("#guide-title").waitFor();
    await page.keyboard.press("Control+.");
    const editor = editorPage(page, w);
    await editor.field("order.createdOn").getByRole("button").focus();
    await page.keyboard.press("Enter");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await editor.saved();
    expect(await editor.field("order.createdOn").locator("input").inputValue()).toMatch(
      /^\d{4}-\d\d-\d\d$/,
    );
  });
});
