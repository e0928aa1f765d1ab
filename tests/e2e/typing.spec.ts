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

/** Pastes as a person does: the clipboard holds the text, and the focused box gets the event. */
async function paste(address: string, text: string): Promise<void> {
  const box = editor.field(address).locator("input").first();
  await box.focus();
  await box.evaluate((node, held) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text", held);
    const event = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true });
    // Untrusted events insert nothing by themselves, so what a browser would do is done here when nobody prevented it.
    if (node.dispatchEvent(event)) document.execCommand("insertText", false, held);
  }, text);
}

describe("what is typed and pasted into an order", () => {
  test("cells of a table never become one number, and 万, 亿 and thousands are read", async () => {
    await editor.section("lines");
    const line = await editor.addLine();
    const box = editor.field(`${line}.quantity`).locator("input").first();
    await paste(`${line}.quantity`, "16\t240000");
    await editor.field(`${line}.quantity`).getByText(w("screen.number.several")).waitFor();
    expect(await box.inputValue()).toBe("");
    await paste(`${line}.quantity`, "16\n8\n4");
    expect(await box.inputValue()).toBe("");
    await paste(`${line}.quantity`, "16\n");
    await box.blur();
    await expect.poll(async () => await box.inputValue()).toBe("16");
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

  test("a picker keeps what was typed, offers to create it, and leaves Enter to the input method", async () => {
    await editor.section("parties");
    const field = editor.field("order.buyer");
    const box = field.getByRole("combobox");
    await box.click();
    await box.fill("星河样例");
    await box.press("Tab");
    await field.getByText(w("screen.picker.unpicked", { text: "星河样例" })).waitFor();
    expect(await box.inputValue()).toBe("星河样例");
    await field
      .getByRole("button", { name: w("screen.create.named", { name: "星河样例" }) })
      .waitFor();
    await box.click();
    await box.fill("yang");
    const chosen = await box.evaluate((node) =>
      node.dispatchEvent(
        new KeyboardEvent("keydown", {
          key: "Enter",
          isComposing: true,
          keyCode: 229,
          bubbles: true,
          cancelable: true,
        }),
      ),
    );
    expect(chosen).toBe(true);
    expect(await box.getAttribute("aria-expanded")).toBe("true");
  });
});
