import type { Locator, Page } from "playwright";
import type { MessageKey } from "#shared/i18n";
import type { Words } from "./words.ts";

/** The editor of one order and the book editors that open over it. */
export function editorPage(page: Page, w: Words) {
  const field = (address: string): Locator => page.locator(`[data-path="${address}"]`);
  const dialog = () => page.getByRole("dialog").last();
  return {
    field,
    dialog,
    section: async (name: string) => {
      const key = `editor.section.${name}` as MessageKey;
      const full = page.getByRole("link", { name: w("guide.to.form"), exact: true });
      const nav = page.getByRole("navigation", { name: w("editor.sections") });
      await full.or(nav).first().waitFor();
      if (await full.isVisible()) await full.click();
      await page
        .getByRole("navigation", { name: w("editor.sections") })
        .getByRole("link", { name: w(key), exact: true })
        .click();
      await page.getByRole("heading", { level: 2, name: w(key), exact: true }).waitFor();
    },
    fill: async (address: string, text: string) => {
      await field(address).locator("input, textarea").first().fill(text);
    },
    /** Types into a field with a list below it and takes the first that fits. */
    pick: async (address: string, text: string) => {
      const box = field(address).getByRole("combobox");
      await box.click();
      await box.fill(text);
      await field(address).getByRole("option").first().waitFor();
      await box.press("Enter");
    },
    choose: async (address: string, value: string) => {
      await field(address).locator("select").selectOption(value);
    },
    answer: async (address: string, value: "yes" | "no" | "unknown") => {
      await field(address)
        .getByLabel(w(`answer.${value}`), { exact: true })
        .check();
    },
    /** Makes a new entry of a book from inside a field; `fillIn` acts in the window that opens. */
    create: async (address: string, name: string, fillIn: (within: Locator) => Promise<void>) => {
      const box = field(address).getByRole("combobox");
      await box.click();
      await box.fill(name);
      await field(address)
        .getByRole("option", { name: w("screen.create.named", { name }) })
        .click();
      const window = dialog();
      await window.waitFor();
      await fillIn(window);
      await window.getByRole("button", { name: w("screen.save"), exact: true }).click();
      await window.waitFor({ state: "detached" });
    },
    addLine: async () => {
      await page.getByRole("button", { name: w("editor.line.add") }).click();
      const line = await page
        .locator('[data-path^="order.lines.lin_"]')
        .first()
        .getAttribute("data-path");
      return line ?? "";
    },
    /** Waits until everything on the screen is on the disk. */
    saved: async () => {
      await page
        .locator(".save-status")
        .getByText(new RegExp(`^${w("editor.save.saved")}`))
        .waitFor();
    },
    state: () => page.locator(".save-status"),
    missing: () => page.getByRole("complementary", { name: w("editor.missing.title") }),
    view: async (name: "edit" | "check" | "packets") => {
      await page
        .getByRole("navigation", { name: w("screen.order.views") })
        .getByRole("link", { name: w(`screen.order.view.${name}`) })
        .click();
    },
  };
}
