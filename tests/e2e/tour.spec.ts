import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type HostName, journeyHosts, type OpenDesk, openDesk } from "../support/hosts.ts";
import { shellPage } from "../support/pages/shell-page.ts";
import { wordsOf } from "../support/pages/words.ts";

/** Either host in one of the languages: the journey is the same. */
const languageOf: Readonly<Record<HostName, "zh" | "en">> = { loopback: "en", electron: "zh" };

describe.each(journeyHosts)("the tour on the %s host", (host) => {
  const lang = languageOf[host];
  const w = wordsOf(lang);
  let desk: OpenDesk;
  beforeAll(async () => {
    desk = await openDesk(host, { lang: "zh" });
    if (lang === "en") await shellPage(desk.page, wordsOf("zh")).switchLanguage();
  });
  afterAll(async () => {
    await desk?.close();
  });

  test("leads from an empty list to a packet that verifies, and asks no other machine", async () => {
    const { page } = desk;
    const card = page.getByRole("complementary", { name: w("tour.title") });
    const press = async (key: Parameters<typeof w>[0]) =>
      await card.getByRole("button", { name: w(key), exact: true }).click();
    const next = async (title: Parameters<typeof w>[0]) => {
      await press("tour.next");
      await card.getByRole("heading", { name: w(title) }).waitFor();
    };
    await page.getByRole("button", { name: w("tour.title") }).click();
    await page.getByRole("button", { name: w("tour.start") }).click();
    expect(await card.getByRole("button", { name: w("tour.next") }).isDisabled()).toBe(true);
    await press("tour.load.do");
    await card.getByText(w("tour.load.done")).waitFor();
    await next("tour.draft.title");
    await next("tour.route.title");
    // A reload in the middle goes on where it was.
    await page.reload();
    await card.getByRole("heading", { name: w("tour.route.title") }).waitFor();
    await next("tour.books.title");
    await next("tour.check.title");
    await next("tour.build.title");
    await page.getByRole("button", { name: w("packets.start"), exact: true }).click();
    await card.getByText(w("tour.build.done")).waitFor({ timeout: 60_000 });
    await next("tour.verify.title");
    await press("tour.verify.do");
    await card.getByText(w("tour.verify.done")).waitFor();
    await press("tour.finish");
    await card.waitFor({ state: "detached" });
    expect(await desk.outside()).toEqual([]);
  }, 120_000);
});
