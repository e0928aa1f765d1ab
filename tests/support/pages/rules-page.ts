import type { Page } from "playwright";
import type { Words } from "./words.ts";

/** The law as the packs have it. */
export function rulesPage(page: Page, w: Words) {
  return {
    tab: async (name: "rules" | "parameters" | "sources" | "packs" | "compare") =>
      await page.getByRole("tab", { name: w(`rules.view.${name}`), exact: true }).click(),
    importFile: async (name: string, content: string) => {
      // Scripts say which file: the window in which a person would choose it is the browser's own.
      await page
        .getByRole("tabpanel")
        .locator('input[type="file"]')
        .setInputFiles({ name, mimeType: "application/json", buffer: Buffer.from(content) });
    },
    /** One draft in a list of those whose lanes move. */
    draft: (title: string) =>
      page.getByRole("tabpanel").getByRole("listitem").filter({ hasText: title }),
    /** One rule, parameter or text that differs between two versions. */
    change: (id: string) => page.getByRole("tabpanel").locator("summary").filter({ hasText: id }),
  };
}
