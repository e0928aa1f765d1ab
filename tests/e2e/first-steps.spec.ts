import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type OpenDesk, openDesk } from "../support/hosts.ts";
import { shellPage } from "../support/pages/shell-page.ts";
import { wordsOf } from "../support/pages/words.ts";

const w = wordsOf("zh");

let desk: OpenDesk;
beforeEach(async () => {
  desk = await openDesk("loopback", { lang: "zh" });
  await shellPage(desk.page, w).ready();
});
afterEach(async () => await desk.close());

const focused = async () =>
  await desk.page.evaluate(() => document.activeElement?.textContent ?? "");

async function openPersons(): Promise<void> {
  await desk.page.getByRole("link", { name: w("screen.nav.settings"), exact: true }).click();
  await desk.page.getByRole("tab", { name: w("settings.tab.persons"), exact: true }).click();
}

async function addPerson(name: string): Promise<void> {
  const { page } = desk;
  await page.getByRole("button", { name: w("settings.persons.new"), exact: true }).click();
  const form = page.getByRole("dialog");
  await form.locator('[data-path$=".name"] input').fill(name);
  await form.getByRole("button", { name: w("screen.save"), exact: true }).click();
  await form.waitFor({ state: "detached" });
}

describe("the first steps in an empty workspace", () => {
  test("a new entry is not called wrong before anything was entered", async () => {
    const { page } = desk;
    await openPersons();
    await page.getByRole("button", { name: w("settings.persons.new"), exact: true }).click();
    const form = page.getByRole("dialog");
    const name = form.locator('[data-path$=".name"] input');
    await name.waitFor();
    const required = form.getByText(w("screen.issue.required"), { exact: true });
    expect(await required.count()).toBe(0);
    expect(await form.locator("[aria-invalid=true], .notice-warn").count()).toBe(0);
    await form.locator('[data-path$=".title"] input').fill("采购主管");
    await required.waitFor();
  });

  test("a key is made for somebody who is named, and the focus stays in the row", async () => {
    const { page } = desk;
    await openPersons();
    expect(await page.getByRole("button", { name: w("persons.signin") }).count()).toBe(0);
    await addPerson("沈若谷");
    await page.getByRole("button", { name: w("settings.persons.makekey") }).click();
    const title = w("settings.persons.makekey.for", { name: "沈若谷" });
    const form = page.getByRole("dialog", { name: title, exact: true });
    for (const label of [
      "settings.persons.passphrase",
      "settings.persons.passphrase.again",
    ] as const)
      await form.getByLabel(w(label), { exact: true }).fill("long enough");
    await form.getByRole("button", { name: w("screen.create"), exact: true }).click();
    await page.getByRole("button", { name: w("persons.confirm"), exact: true }).waitFor();
    expect(await focused()).toBe("沈若谷");
  });

  test("a deleted person comes back with one press, and the focus stays on the page", async () => {
    const { page } = desk;
    await openPersons();
    await addPerson("沈若谷");
    const row = page.getByRole("button", { name: "沈若谷", exact: true });
    await page.getByRole("button", { name: w("screen.delete.named", { name: "沈若谷" }) }).click();
    await row.waitFor({ state: "detached" });
    expect(await focused()).toBe(w("settings.persons.new"));
    await page.getByRole("button", { name: w("screen.undo"), exact: true }).click();
    await row.waitFor();
  });

  test("every page names itself in the title, an order by its own name", async () => {
    const { page } = desk;
    const title = async () => await page.title();
    await page.getByRole("link", { name: w("screen.nav.parties"), exact: true }).click();
    await expect.poll(title).toBe(`${w("screen.nav.parties")} · ${w("app.name")}`);
    await page.getByRole("link", { name: w("screen.nav.orders"), exact: true }).click();
    await page
      .getByRole("button", { name: w("screen.orders.new") })
      .first()
      .click();
    const form = page.getByRole("dialog");
    await form.getByRole("textbox").fill("训练集群一期");
    await form.getByRole("button", { name: w("screen.create"), exact: true }).click();
    await expect
      .poll(title)
      .toBe(`训练集群一期 · ${w("screen.order.view.edit")} · ${w("app.name")}`);
    // Whoever made the order stands where it begins, and the part at hand is marked as such.
    await page.locator("#guide-title").waitFor();
    await expect.poll(focused).toContain(w("guide.step.start"));
    const steps = page.getByRole("navigation", { name: w("guide.steps") });
    const weightOf = async (name: string) =>
      await steps.getByText(name).evaluate((word) => getComputedStyle(word).fontWeight);
    expect(await weightOf(w("guide.step.start"))).not.toBe(await weightOf(w("guide.step.papers")));
  });

  test("no question stands again below the field that answers it", async () => {
    const { page } = desk;
    await page
      .getByRole("button", { name: w("screen.orders.new") })
      .first()
      .click();
    await page.getByRole("dialog").getByRole("textbox").fill("训练集群一期");
    await page.getByRole("button", { name: w("screen.create"), exact: true }).click();
    const buyer = page.locator('[data-path="order.buyer"]').first();
    await buyer.getByRole("combobox").fill("沪上星野");
    await buyer
      .getByRole("option", { name: w("screen.create.named", { name: "沪上星野" }) })
      .click();
    const steps = page.getByRole("navigation", { name: w("guide.steps") });
    await steps.getByText(/^缺/).nth(1).waitFor();
    await steps.getByRole("link", { name: w("guide.step.applicant") }).click();
    await page.locator('[data-path$=".military"]').first().waitFor();
    const below = page.getByRole("region", { name: w("guide.questions"), exact: true });
    const again = below.getByRole("button", { name: w("fact.party.military") });
    await expect.poll(async () => await again.count()).toBe(0);
    // A credit code with a wrong check character says so beside its box, and no longer once it is right.
    const code = page.locator('[data-path$=".uscc"] input').first();
    await code.fill("91310115MAXE00018");
    await code.pressSequentially("E");
    const wrong = page.locator(".guide .field-error");
    await expect.poll(async () => await wrong.count()).toBe(1);
    await code.fill("91310115MAXE00018D");
    await expect.poll(async () => await wrong.count()).toBe(0);
    // What is offered under a field stands under its box, as a button of its own width.
    const offer = await page.getByRole("button", { name: w("guide.same.country") }).boundingBox();
    const seat = await page
      .locator('[data-path$=".headquarters"] [role="combobox"]')
      .first()
      .boundingBox();
    expect(offer?.x).toBe(seat?.x);
    expect(offer?.width).toBeLessThan((seat?.width ?? 0) / 2);
  });

  test("the causes of both lanes open inside the window", async () => {
    const { page } = desk;
    await page
      .getByRole("button", { name: w("screen.orders.new") })
      .first()
      .click();
    await page.getByRole("dialog").getByRole("textbox").fill("训练集群一期");
    await page.getByRole("button", { name: w("screen.create"), exact: true }).click();
    for (const width of [1360, 1100, 800]) {
      await page.setViewportSize({ width, height: 700 });
      for (const lane of [0, 1]) {
        const why = page.locator(".verdict-why").nth(lane);
        await why.locator("summary").click();
        const box = await why.locator(".verdict-causes").boundingBox();
        expect(box?.x).toBeGreaterThanOrEqual(0);
        expect((box?.x ?? width) + (box?.width ?? 0)).toBeLessThanOrEqual(width);
        await why.locator("summary").click();
      }
    }
  });
});
