import type { Page } from "playwright";
import type { Words } from "./words.ts";

type SetName = "cn-filing" | "us-exporter" | "internal-record";

/** The export panel of one order. */
export function packetsPage(page: Page, w: Words) {
  const card = (set: SetName) =>
    page.getByRole("article").filter({ has: page.getByRole("heading", { name: w(`set.${set}`) }) });
  return {
    card,
    build: async (set: SetName) => {
      await page.getByRole("radio", { name: new RegExp(`^${w(`set.${set}`)}`) }).check();
      await page.getByRole("button", { name: w("packets.start"), exact: true }).click();
      await page
        .getByText(w("packets.done", { title: w(`set.${set}`) }))
        .waitFor({ timeout: 45_000 });
      await card(set).first().waitFor();
    },
    verify: async (set: SetName) => {
      await card(set)
        .first()
        .getByRole("button", { name: w("packets.verify"), exact: true })
        .click();
      await card(set).first().getByText(w("verify.intact.yes")).waitFor({ timeout: 30_000 });
    },
    download: (set: SetName) =>
      card(set)
        .first()
        .getByRole("button", { name: w("packets.download"), exact: true }),
  };
}
