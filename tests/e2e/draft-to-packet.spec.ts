import { afterEach, describe, expect, test } from "vitest";
import { hostNames, type OpenDesk, openDesk } from "../support/hosts.ts";
import { checkPage } from "../support/pages/check-page.ts";
import { editorPage } from "../support/pages/editor-page.ts";
import { ordersPage } from "../support/pages/orders-page.ts";
import { packetsPage } from "../support/pages/packets-page.ts";
import { shellPage } from "../support/pages/shell-page.ts";
import { wordsOf } from "../support/pages/words.ts";

let desk: OpenDesk | undefined;

afterEach(async () => {
  await desk?.close();
  desk = undefined;
});

const pairs = hostNames.flatMap((host) => (["zh", "en"] as const).map((lang) => ({ host, lang })));
// Each host and each language once; every pair of them in the long run.
const journeys =
  process.env["DESK_LONG"] === "1"
    ? pairs
    : pairs.filter(({ host, lang }) => (host === "loopback") === (lang === "zh"));

describe.each(journeys)("an order drafted by hand on $host in $lang", ({ host, lang }) => {
  test("is checked, exported and verified, and nothing leaves this machine", async () => {
    desk = await openDesk(host, { lang });
    const { page } = desk;
    const w = wordsOf(lang);
    const shell = shellPage(page, w);
    // In the browser the language asked for at the start is that of the page as well; in a window it is switched.
    if (lang === "en" && host === "electron") await shellPage(page, wordsOf("zh")).switchLanguage();
    await shell.ready();
    const editor = editorPage(page, w);
    await ordersPage(page, w).create("Journey 16");

    await editor.section("parties");
    await editor.create("order.buyer", "星河样例智能科技有限公司", async (window) => {
      await window.locator('[data-path$=".uscc"] input').fill("91110000MA00000000");
      await window.getByText(w("uscc.invalid")).waitFor();
      await window.locator('[data-path$=".uscc"] input').fill("");
      await window.locator('[data-path$=".country"]').getByRole("combobox").fill("CN");
      await window.locator('[data-path$=".country"]').getByRole("combobox").press("Enter");
    });
    await editor.pick("order.route.importerOfRecord", "xhyl");
    await editor.section("lines");
    const line = await editor.addLine();
    await editor.pick(`${line}.product`, "HGX H200");
    await editor.fill(`${line}.quantity`, "16");
    await editor.fill(`${line}.unitPrice`, "240,000");
    await editor.pick("order.terms.currency", "USD");
    await page.getByText("3,840,000.00").first().waitFor();
    await page.getByText("叁佰捌拾肆万元整").waitFor();
    await editor.section("declarations");
    await editor.answer("order.declarations.commercialUseOnly", "yes");
    await editor.answer("order.declarations.militaryEndUse", "no");
    await editor.saved();

    await editor.view("check");
    const check = checkPage(page, w);
    await check.asOf("2026-02-02");
    await check.lane("cn-import", "needs-information");
    await check.lane("us-export", "needs-information");
    await check.asOf("2026-11-23");
    await check.lane("cn-import", "verify-first");

    await editor.view("packets");
    const packets = packetsPage(page, w);
    await packets.build("cn-filing");
    await packets.verify("cn-filing");
    await packets
      .card("cn-filing")
      .locator(".badge")
      .getByText(w("packets.draft"), { exact: true })
      .waitFor();
    await packets.card("cn-filing").getByText(w("app.notice.material")).waitFor();
    const zip = await desk.saved(async () => await packets.download("cn-filing").click());
    expect(zip.name).toMatch(/\.zip$/);
    if (host === "electron") {
      await page.getByRole("button", { name: w("packets.show"), exact: true }).click();
      await expect.poll(async () => (await desk?.shown())?.length).toBe(1);
    }

    await shell.goTo("verify");
    await page
      .locator('input[type="file"][accept=".zip"]')
      .setInputFiles({ name: "packet.zip", mimeType: "application/zip", buffer: zip.bytes });
    await page.getByText(w("verify.verdict.draft")).waitFor();
    const broken = Buffer.from(zip.bytes);
    broken[Math.floor(broken.length / 2)]! ^= 1;
    await page
      .locator('input[type="file"][accept=".zip"]')
      .setInputFiles({ name: "broken.zip", mimeType: "application/zip", buffer: broken });
    await page.getByText(w("verify.verdict.altered")).or(page.getByRole("alert")).first().waitFor();
    expect(await desk.outside()).toEqual([]);
  }, 120_000);
});
