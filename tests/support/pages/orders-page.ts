import type { Page } from "playwright";
import type { Words } from "./words.ts";

/** The list of orders. */
export function ordersPage(page: Page, w: Words) {
  return {
    /** Makes an order and waits for its editor. */
    create: async (title: string) => {
      await page.getByRole("button", { name: w("screen.orders.new"), exact: true }).click();
      await page.getByLabel(w("screen.orders.title")).fill(title);
      await page.getByRole("button", { name: w("screen.create"), exact: true }).click();
      await page.getByRole("heading", { level: 1, name: title }).waitFor();
      // A new order opens in the guided form; the full one is a press away.
      await page.getByRole("link", { name: w("guide.to.form"), exact: true }).click();
      await page.getByRole("navigation", { name: w("editor.sections") }).waitFor();
    },
    loadSample: async () => {
      await page.getByRole("button", { name: w("screen.orders.sample") }).click();
      await page.getByRole("navigation", { name: w("editor.sections") }).waitFor();
    },
    importFile: async (name: string, content: Buffer | string) =>
      await page
        .locator('input[type="file"]')
        .first()
        .setInputFiles({ name, mimeType: "application/json", buffer: Buffer.from(content) }),
    row: (title: string) => page.getByRole("row").filter({ hasText: title }),
    open: async (title: string) => {
      await page.getByRole("link", { name: title, exact: true }).click();
      await page.getByRole("heading", { level: 1, name: title }).waitFor();
    },
    copy: (title: string) =>
      page.getByRole("button", { name: w("screen.orders.copy", { title }), exact: true }),
    exportFile: (title: string) =>
      page.getByRole("button", { name: w("screen.orders.export", { title }), exact: true }),
    remove: (title: string) =>
      page.getByRole("button", { name: w("screen.orders.delete", { title }), exact: true }),
    undo: () => page.getByRole("button", { name: w("screen.undo"), exact: true }),
    empty: () => page.getByRole("heading", { name: w("screen.orders.empty.title") }),
    problem: () => page.getByRole("alert"),
  };
}
