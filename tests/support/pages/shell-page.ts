import type { Page } from "playwright";
import type { Words } from "./words.ts";

type Place =
  | "orders"
  | "cases"
  | "screening"
  | "verify"
  | "parties"
  | "sites"
  | "products"
  | "evidence"
  | "rules"
  | "journal"
  | "trash"
  | "settings";

/** The frame of the page: navigation and switches. */
export function shellPage(page: Page, w: Words) {
  const link = (place: Place) =>
    page
      .getByRole("navigation", { name: w("screen.nav") })
      .getByRole("link", { name: w(`screen.nav.${place}`), exact: true });
  return {
    link,
    goTo: async (place: Place) => {
      await link(place).click();
      await page
        .getByRole("heading", {
          level: 1,
          name: w(place === "verify" ? "verify.title" : `screen.nav.${place}`),
          exact: true,
        })
        .waitFor();
    },
    /** Waits until the frame stands in the language of these words. */
    ready: async () => await link("orders").waitFor(),
    switchLanguage: async () =>
      await page.getByRole("button", { name: w("screen.language.other"), exact: true }).click(),
  };
}
