import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterEach, expect, test } from "vitest";
import { type OpenDesk, openDesk } from "../support/hosts.ts";
import { editorPage } from "../support/pages/editor-page.ts";
import { ordersPage } from "../support/pages/orders-page.ts";
import { packetsPage } from "../support/pages/packets-page.ts";
import { reviewPage } from "../support/pages/review-page.ts";
import { shellPage } from "../support/pages/shell-page.ts";
import { wordsOf } from "../support/pages/words.ts";

const sample = fileURLToPath(
  new URL("../../examples/private-start-up-complete.json", import.meta.url),
);
const passphrase = "eight or more";
const w = wordsOf("zh");

let desk: OpenDesk | undefined;
afterEach(async () => {
  await desk?.close();
  desk = undefined;
});

test("an order is reviewed by two others, sealed, signed on paper, changed and sealed again", async () => {
  desk = await openDesk("loopback", { lang: "zh" });
  const { page } = desk;
  const shell = shellPage(page, w);
  const review = reviewPage(page, w);
  const editor = editorPage(page, w);
  const packets = packetsPage(page, w);
  await shell.ready();
  await ordersPage(page, w).importFile("sample.json", readFileSync(sample));
  await page.getByRole("navigation", { name: w("editor.sections") }).waitFor();
  await shell.goTo("settings");
  await review.addPerson("钱复核（虚构）", "reviewer", passphrase);
  await review.addPerson("孙法务（虚构）", "legal", passphrase);
  await review.addPerson("赵起草（虚构）", "drafter", passphrase);
  const three = ["钱复核（虚构）", "孙法务（虚构）", "赵起草（虚构）"] as const;
  for (const [of, by] of [
    [three[0], three[1]],
    [three[1], three[0]],
    [three[2], three[0]],
    [three[2], three[1]],
  ] as const)
    await review.confirm(of, by, passphrase);
  await shell.goTo("orders");
  await page.getByRole("table").getByRole("link").first().click();
  await editor.view("edit");
  await editor.section("basics");
  await editor.pick("order.drafter", "赵起草");
  await editor.saved();

  // What is missing is listed before anybody is asked for a passphrase.
  await editor.view("packets");
  const early = await review.readiness();
  await early.getByText(w("error.seal-compliance-missing")).waitFor();
  await early.getByText(w("error.seal-legal-missing")).waitFor();
  expect(await early.getByLabel(w("packets.seal.passphrase"), { exact: true }).count()).toBe(0);
  await page.keyboard.press("Escape");

  const signBoth = async (comment?: string) => {
    const first = { kind: "compliance", person: "钱复核（虚构）", passphrase } as const;
    const signed = await review.sign(comment === undefined ? first : { ...first, comment });
    await signed.waitFor({ state: "detached" });
    const legal = await review.sign({ kind: "legal", person: "孙法务（虚构）", passphrase });
    await legal.waitFor({ state: "detached" });
  };
  await editor.view("edit");
  await editor.section("review");
  const refused = await review.sign({
    kind: "compliance",
    person: "钱复核（虚构）",
    passphrase: "not the passphrase",
  });
  // The refusal stands in the dialog and leaves with it.
  await refused.getByText(w("error.key-wrong-passphrase")).waitFor();
  await page.keyboard.press("Escape");
  expect(await page.getByText(w("error.key-wrong-passphrase")).count()).toBe(0);
  await signBoth("请核对汇率日期。");
  await page.getByText("请核对汇率日期。").waitFor();

  await editor.view("packets");
  const wrong = await review.seal("钱复核（虚构）", "not the passphrase");
  await wrong.getByText(w("error.key-wrong-passphrase")).waitFor();
  await page.keyboard.press("Escape");
  const sealed = await review.seal("钱复核（虚构）", passphrase);
  await sealed.waitFor({ state: "detached", timeout: 60_000 });
  for (const set of ["cn-filing", "us-exporter", "internal-record"] as const)
    await packets.card(set).getByText(w("packets.sealed"), { exact: true }).waitFor();
  await packets.verify("us-exporter");
  await packets.card("us-exporter").getByText(w("verify.intact.yes")).waitFor();

  await packets
    .card("cn-filing")
    .getByRole("button", { name: w("packets.preview") })
    .click();
  const viewer = page.getByRole("dialog");
  await viewer.getByRole("img").waitFor();
  await viewer.getByRole("searchbox").fill("h200");
  await viewer.getByRole("button", { name: w("packets.find.go"), exact: true }).click();
  await viewer.locator(".viewer-hits button").first().click();
  await viewer.locator(".preview-mark").first().waitFor();
  await page.keyboard.press("Escape");

  const row = review.papers().getByRole("listitem").first();
  await row.getByText(w("papers.unsigned"), { exact: true }).waitFor();
  const count = await review.papers().getByRole("listitem").count();
  const scan = Buffer.from("%PDF-1.4 a signed page");
  await row
    .locator('input[type="file"]')
    .setInputFiles({ name: "扫描件.pdf", mimeType: "application/pdf", buffer: scan });
  await row.getByText(w("papers.signed"), { exact: true }).waitFor();
  await review
    .papers()
    .getByText(w("papers.open", { open: count - 1, count }))
    .waitFor();
  const back = await desk.saved(
    async () => await row.getByRole("button", { name: w("papers.show"), exact: true }).click(),
  );
  expect(back.bytes.equals(scan)).toBe(true);

  await packets.card("cn-filing").getByText(w("office.title"), { exact: true }).click();
  const sheet = await desk.saved(
    async () =>
      await packets
        .card("cn-filing")
        .getByRole("button", { name: w("office.portal"), exact: true })
        .click(),
  );
  expect(sheet.name).toMatch(/-portal\.html$/);
  expect(sheet.bytes.toString("utf8")).toContain(w("portal.copy"));

  await editor.view("edit");
  await editor.section("basics");
  await editor.fill("order.addressee", "虚构主管机关");
  await editor.saved();
  await editor.section("review");
  await page.getByRole("cell", { name: "虚构主管机关" }).waitFor();
  await signBoth();
  await editor.view("packets");
  const again = await review.seal("钱复核（虚构）", passphrase, true);
  await again.waitFor({ state: "detached", timeout: 60_000 });
  await packets.card("cn-filing").first().getByText(w("packets.amendment")).waitFor();
  await packets.card("cn-filing").last().getByText(w("packets.superseded")).waitFor();
  await review
    .papers()
    .getByText(w("papers.open", { open: count, count }))
    .waitFor();
  expect(await desk.outside()).toEqual([]);
}, 180_000);
