import type { Page } from "playwright";
import type { Words } from "./words.ts";

/** The party book, its import and merge windows, and the page of who stands behind a party. */
export function partiesPage(page: Page, w: Words) {
  const dialog = () => page.getByRole("dialog").last();
  const button = (name: string) => page.getByRole("button", { name, exact: true });
  const side = page.getByRole("complementary", { name: w("ownership.selected") });
  return {
    dialog,
    side,
    row: (name: string) => page.getByRole("row").filter({ hasText: name }),
    search: async (text: string) => await page.getByRole("searchbox").first().fill(text),
    /** Opens the import window and chooses a file; the preview shows. */
    choose: async (name: string, content: string | Uint8Array) => {
      await button(w("parties.import")).click();
      await dialog()
        .locator('input[type="file"]')
        .setInputFiles({ name, mimeType: "text/plain", buffer: Buffer.from(content) });
      await dialog()
        .getByRole("button", { name: w("parties.import.commit") })
        .waitFor();
    },
    commit: async () => {
      await dialog()
        .getByRole("button", { name: w("parties.import.commit") })
        .click();
      await dialog().waitFor({ state: "detached" });
    },
    undo: async () => {
      await button(w("screen.undo")).first().click();
      await page.getByText(w("parties.undone"), { exact: true }).waitFor();
    },
    merge: async (keep: string, drop: string) => {
      await button(`${w("parties.merge")}: ${keep}`).click();
      const box = dialog().getByRole("combobox");
      await box.fill(drop);
      await dialog().getByRole("option", { name: drop }).first().click();
    },
    /** Opens the ownership page of a party from the book. */
    behind: async (name: string) => {
      await button(w("ownership.page", { name })).click();
      await page.getByRole("heading", { level: 1, name: w("ownership.page", { name }) }).waitFor();
      await side.waitFor();
    },
    box: (name: string) => page.locator(".party-node-name").filter({ hasText: name }),
    /** A class of the chosen party with what stands beside it. */
    standing: (title: string) =>
      side.getByRole("listitem").filter({ has: page.getByText(title, { exact: true }) }),
  };
}
