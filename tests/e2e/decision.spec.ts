import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterEach, expect, test } from "vitest";
import { type OpenDesk, openDesk } from "../support/hosts.ts";
import { checkPage } from "../support/pages/check-page.ts";
import { editorPage } from "../support/pages/editor-page.ts";
import { ordersPage } from "../support/pages/orders-page.ts";
import { reviewPage } from "../support/pages/review-page.ts";
import { shellPage } from "../support/pages/shell-page.ts";
import { wordsOf } from "../support/pages/words.ts";

const sample = readFileSync(
  fileURLToPath(new URL("../../examples/private-start-up-complete.json", import.meta.url)),
  "utf8",
);
const passphrase = "eight or more";

let desk: OpenDesk | undefined;
afterEach(async () => {
  await desk?.close();
  desk = undefined;
});

async function openSample(lang: "zh" | "en", text: string) {
  desk = await openDesk("loopback", { lang });
  const { page } = desk;
  const w = wordsOf(lang);
  await shellPage(page, w).ready();
  await ordersPage(page, w).importFile("sample.json", Buffer.from(text));
  await page.getByRole("navigation", { name: w("editor.sections") }).waitFor();
  return { page, w, editor: editorPage(page, w), check: checkPage(page, w) };
}

test.each(["zh", "en"] as const)(
  "the person's own answer that decides stands in the first screen and leads to its field (%s)",
  async (lang) => {
    const field = "order.declarations.remoteUsersComplete";
    const dossier = JSON.parse(sample) as { order: { declarations: Record<string, unknown> } };
    dossier.order.declarations["remoteUsersComplete"] = { value: "no" };
    const { page, w, editor, check } = await openSample(lang, JSON.stringify(dossier));
    await editor.view("check");
    await check.asOf("2026-08-20");
    await check.lane("us-export", "presumption-of-denial");
    const answers = check.card("us-export").getByRole("region", { name: w("decision.answers") });
    const own = answers
      .getByRole("listitem")
      .filter({ hasText: w("fact.order.declared.remote-users-complete") });
    await own.waitFor();
    const box = await own.boundingBox();
    const height = await page.evaluate(() => globalThis.innerHeight);
    expect((box?.y ?? height) + (box?.height ?? 0)).toBeLessThan(height);
    await own.getByRole("button", { name: w("check.ask.jump"), exact: true }).click();
    await editor.field(field).waitFor();
    await expect
      .poll(
        async () => await editor.field(field).evaluate((e) => e.contains(document.activeElement)),
      )
      .toBe(true);
  },
);

test("what was looked up is weighed, entered and confirmed by a second person, and the planner shows every state", async () => {
  const { page, w, editor, check } = await openSample("zh", sample);
  const shell = shellPage(page, w);
  const review = reviewPage(page, w);
  await shell.goTo("settings");
  await review.addPerson("钱复核（虚构）", "reviewer", passphrase);
  await review.addPerson("赵起草（虚构）", "drafter", passphrase);
  await review.confirm("钱复核（虚构）", "赵起草（虚构）", passphrase);
  await review.confirm("赵起草（虚构）", "钱复核（虚构）", passphrase);
  await review.signIn("赵起草（虚构）", passphrase);
  await shell.goTo("orders");
  await page.getByRole("table").getByRole("link").first().click();
  await editor.view("check");
  await check.asOf("2026-11-23");
  await check.lane("cn-import", "verify-first");
  await check.tab("plan");
  const plan = page.getByRole("tabpanel").getByRole("region", { name: w("track.cn-import") });
  await plan.getByRole("row").nth(3).waitFor();
  expect(await plan.getByRole("row").count()).toBeGreaterThan(4);

  await check.tab("verify");
  await page
    .getByRole("tabpanel")
    .locator(".entry", { hasText: "报道中的进口状态" })
    .getByRole("button", { name: w("check.verify.enter"), exact: true })
    .first()
    .click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel(w("field.lookup.state"), { exact: true }).selectOption("in-force");
  await dialog.getByLabel(w("field.lookup.value"), { exact: true }).selectOption("limited");
  await dialog.getByLabel(w("field.lookup.citation"), { exact: true }).fill("虚构公告第 7 号");
  const person = dialog.getByRole("combobox", { name: w("field.lookup.person"), exact: true });
  await person.click();
  await person.fill("赵起草");
  await dialog.getByRole("option", { name: "赵起草（虚构）", exact: true }).click();
  const preview = dialog.getByRole("region", { name: w("lookup.preview"), exact: true });
  await preview.getByText(w("lane.case-by-case")).first().waitFor();
  await dialog.getByRole("button", { name: w("screen.save"), exact: true }).click();
  await dialog.waitFor({ state: "detached" });
  await check.lane("cn-import", "case-by-case");

  const entered = page.getByRole("region", { name: w("check.verify.entered"), exact: true });
  await entered.getByText(w("lookup.unconfirmed"), { exact: true }).waitFor();
  await entered.getByRole("button", { name: w("lookup.confirm"), exact: true }).click();
  const act = page.getByRole("dialog");
  const signers = act.getByLabel(w("act.person"), { exact: true });
  await signers.selectOption({ label: "钱复核（虚构）" });
  expect(await signers.getByRole("option", { name: "赵起草（虚构）" }).count()).toBe(0);
  await act.getByLabel(w("act.passphrase"), { exact: true }).fill(passphrase);
  await act.getByRole("button", { name: w("act.sign"), exact: true }).click();
  await act.waitFor({ state: "detached" });
  await entered.getByRole("button", { name: w("lookup.withdraw"), exact: true }).waitFor();
  await entered.getByText("钱复核（虚构）").first().waitFor();
});
