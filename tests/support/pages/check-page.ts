import type { Page } from "playwright";
import type { Lane, Track } from "#shared/rules";
import type { Words } from "./words.ts";

/** The check panel of one order. */
export function checkPage(page: Page, w: Words) {
  const card = (track: Track) =>
    page.getByRole("region", { name: `${w("check.lanes")} · ${w(`track.${track}`)}` });
  return {
    card,
    /** Waits for a lane to be shown as the outcome of a track. */
    lane: async (track: Track, lane: Lane) => {
      await card(track)
        .locator(".lane-name", { hasText: w(`lane.${lane}`) })
        .waitFor();
    },
    asOf: async (day: string) => {
      const box = page.getByRole("textbox", { name: w("check.asof"), exact: true });
      await box.fill(day);
      await box.press("Tab");
    },
    tab: async (name: "findings" | "ask" | "verify" | "screening" | "whatif" | "plan") =>
      await page.getByRole("tab", { name: w(`check.tab.${name}`), exact: true }).click(),
  };
}
