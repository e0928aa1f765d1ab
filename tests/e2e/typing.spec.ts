import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type OpenDesk, openDesk } from "../support/hosts.ts";
import { editorPage } from "../support/pages/editor-page.ts";
import { ordersPage } from "../support/pages/orders-page.ts";
import { shellPage } from "../support/pages/shell-page.ts";
import { wordsOf } from "../support/pages/words.ts";

const w = wordsOf("zh");
let desk: OpenDesk;
let editor: ReturnType<typeof editorPage>;

beforeEach(async () => {
  desk = await openDesk("loopback");
  await shellPage(desk.page, w).ready();
  editor = editorPage(desk.page, w);
  await ordersPage(desk.page, w).create("键入");
});
afterEach(async () => {
  await desk.close();
});

describe("what is typed into an order", () => {
  test("a price in 万 goes into the total of the order", async () => {
    await editor.section("lines");
    const line = await editor.addLine();
    await editor.fill(`${line}.quantity`, "16");
    await editor.pick("order.terms.currency", "USD");
    await editor.fill(`${line}.unitPrice`, "24万");
    await editor.field(`${line}.unitPrice`).locator("input").first().blur();
    await desk.page.getByText("3,840,000.00").first().waitFor();
    await editor.fill(`${line}.unitPrice`, "1,5");
    await editor.field(`${line}.unitPrice`).getByRole("status").waitFor();
  });

  test("a line that was removed comes back whole by one act, after other edits too", async () => {
    await editor.section("lines");
    const line = await editor.addLine();
    await editor.pick(`${line}.product`, "HGX H200");
    await editor.fill(`${line}.quantity`, "16");
    await editor.saved();
    const id = line.split(".").at(-1);
    await desk.page.getByRole("button", { name: w("editor.line.remove", { number: 1 }) }).click();
    await editor.field(line).waitFor({ state: "detached" });
    const other = await editor.addLine();
    await editor.fill(`${other}.quantity`, "4");
    await desk.page.getByRole("button", { name: w("screen.undo"), exact: true }).click();
    await editor.field(line).waitFor();
    expect(
      await desk.page.locator('[data-path^="order.lines.lin_"]').first().getAttribute("data-path"),
    ).toContain(id);
    await editor.saved();
    await desk.page.reload();
    await editor.field(line).waitFor();
    await desk.page.getByText("16", { exact: true }).first().waitFor();
  });
});
