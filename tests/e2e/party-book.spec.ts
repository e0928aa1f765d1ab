import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type OpenDesk, openDesk } from "../support/hosts.ts";
import { checkPage } from "../support/pages/check-page.ts";
import { editorPage } from "../support/pages/editor-page.ts";
import { ordersPage } from "../support/pages/orders-page.ts";
import { partiesPage } from "../support/pages/parties-page.ts";
import { shellPage } from "../support/pages/shell-page.ts";
import { wordsOf } from "../support/pages/words.ts";
import { readVectors, type Vector } from "../support/vectors.ts";

const w = wordsOf("zh");
let desk: OpenDesk;

beforeEach(async () => {
  desk = await openDesk("loopback");
  await shellPage(desk.page, w).ready();
});
afterEach(async () => {
  await desk.close();
});

const MAJORITY = "国有控股（第四条第（二）（三）项）";

describe("the party book", () => {
  test("takes a table in by the columns a person names, refuses rows one by one, and takes it back", async () => {
    const { page } = desk;
    const book = partiesPage(page, w);
    await shellPage(page, w).goTo("parties");
    const table =
      "被投单位,股东,持股比例\n虚构云计算有限公司,虚构控股有限公司,60\n虚构云计算有限公司,虚构乙,4O\n";
    await book.choose("登记.csv", table);
    await book.dialog().getByText(w("parties.import.needs.target")).waitFor();
    await book.dialog().getByLabel("被投单位: 内容").selectOption("target");
    const counts = { parties: 2, links: 1, changed: 0, same: 0 };
    await book.dialog().getByText(w("parties.import.counts", counts)).waitFor();
    await book
      .dialog()
      .getByText(w("ownership.csv.share-not-read", { line: 3, value: "4O" }))
      .waitFor();
    const commit = book.dialog().getByRole("button", { name: w("parties.import.commit") });
    expect(await commit.isDisabled()).toBe(true);
    await book
      .dialog()
      .getByLabel(w("parties.import.skip", { count: 1 }))
      .check();
    await book.commit();
    await book.search("xgyjs");
    await book.row("虚构云计算有限公司").waitFor();
    expect(await book.row("虚构控股有限公司").count()).toBe(0);
    await book.undo();
    await page.getByRole("heading", { name: w("parties.empty.title") }).waitFor();
  });

  test("merges two entries of one party after showing what moves, and takes that back too", async () => {
    const { page } = desk;
    const book = partiesPage(page, w);
    await shellPage(page, w).goTo("parties");
    await book.choose(
      "登记.csv",
      "股东,公司,持股比例\n虚构控股公司,虚构云计算有限公司,60\n虚构甲,虚构控股有限公司,100\n",
    );
    await book.commit();
    await book.merge("虚构控股有限公司", "虚构控股公司");
    await book
      .dialog()
      .getByText(`${w("screen.nav.parties")} · 虚构云计算有限公司`)
      .waitFor();
    await book
      .dialog()
      .getByRole("button", { name: w("parties.merge.commit") })
      .click();
    await page.getByText(w("parties.merged"), { exact: true }).waitFor();
    await expect.poll(async () => await page.getByRole("row").count()).toBe(4);
    await page
      .getByRole("region", { name: w("screen.messages") })
      .getByRole("button", { name: w("screen.undo") })
      .last()
      .click();
    await page.getByText(w("parties.undone"), { exact: true }).waitFor();
    await expect.poll(async () => await page.getByRole("row").count()).toBe(5);
  });
});

describe("who stands behind a party", () => {
  test("is drawn and tabled; a class names its chain, a holding is edited in place, and arrows walk it", async () => {
    const { page } = desk;
    const book = partiesPage(page, w);
    await shellPage(page, w).goTo("parties");
    await book.choose(
      "登记.csv",
      "股东,股东类型,公司,公司类型,持股比例\n虚构国资委,机关,虚构母公司,公司,60\n虚构乙,自然人,虚构母公司,公司,40\n虚构母公司,公司,虚构子公司,公司,60\n虚构丙,自然人,虚构子公司,公司,40\n",
    );
    await book.commit();
    await book.behind("虚构子公司");
    // B-15: 60 % of 60 % is control, and never 36 %.
    const majority = book.standing(MAJORITY);
    await majority.getByText(w("ownership.class.holds"), { exact: true }).waitFor();
    await majority.getByRole("button", { name: /虚构国资委 → 虚构母公司 → 虚构子公司/ }).click();
    await expect.poll(async () => await page.locator(".party-node-lit").count()).toBe(3);
    await expect.poll(async () => await page.locator(".edge-lit").count()).toBe(2);
    await book.box("虚构国资委").getByText(w("mark.public")).waitFor();

    await book.box("虚构子公司").focus();
    await page.keyboard.press("ArrowUp");
    await book.side.getByRole("heading", { level: 2, name: /虚构(母公司|丙)/ }).waitFor();

    await page.getByRole("button", { name: w("ownership.table"), exact: true }).click();
    await page
      .getByRole("button", { name: `${w("ownership.edit")}: 虚构国资委 → 虚构母公司`, exact: true })
      .click();
    const editor = page.getByRole("region", { name: w("ownership.edit") });
    await editor.getByLabel(w("screen.share.percent"), { exact: true }).fill("30");
    await editor.getByRole("button", { name: w("screen.save"), exact: true }).click();
    await page.getByText(w("ownership.edit.saved")).waitFor();
    await page.getByRole("cell", { name: "30%", exact: true }).waitFor();
    await page.getByRole("button", { name: "虚构子公司", exact: true }).first().click();
    await majority
      .getByText(w("ownership.class.holds"), { exact: true })
      .waitFor({ state: "detached" });

    // Downwards from the same page: the table stays, and the one held is named; of the bottom one there is nothing.
    const way = page.getByLabel(w("ownership.direction"), { exact: true });
    await way.selectOption("down");
    await page.getByText(w("ownership.none.down", { name: "虚构子公司" })).waitFor();
    await shellPage(page, w).goTo("parties");
    await book.search("虚构母公司");
    await book.behind("虚构母公司");
    await way.selectOption("down");
    await book.box("虚构子公司").waitFor();
    expect(await book.box("虚构国资委").count()).toBe(0);
  });
});

/** Takes a vector's order in, and its list where it has one, and asks on its day under its reading. */
async function ask({ one, dossier, list }: Vector, at: number) {
  const { page } = desk;
  if (list !== undefined) {
    await shellPage(page, w).goTo("settings");
    await page.getByRole("tab", { name: w("settings.tab.lists"), exact: true }).click();
    await page
      .getByRole("tabpanel")
      .locator('input[type="file"]')
      .setInputFiles({ name: "el.csv", mimeType: "text/csv", buffer: Buffer.from(list) });
    await page.getByRole("listitem").filter({ hasText: "el" }).first().waitFor();
  }
  await shellPage(page, w).goTo("orders");
  const order = { ...dossier.order, id: `ord_vector${at}`, title: `虚构边界情形${at}` };
  await ordersPage(page, w).importFile("vector.json", JSON.stringify({ ...dossier, order }));
  await page
    .getByRole("heading", { level: 1, name: order.title })
    .or(page.getByRole("dialog"))
    .first()
    .waitFor();
  const theirs = page
    .getByRole("dialog")
    .getByRole("button", { name: w("screen.orders.conflict.theirs") });
  if (await theirs.isVisible()) await theirs.click();
  await page.getByRole("heading", { level: 1, name: order.title }).waitFor();
  await editorPage(page, w).view("check");
  await checkPage(page, w).asOf(one.asOf);
}

test("the boundary vectors of identity and ownership show their lanes on screen", async () => {
  const first = new Map<string, Vector>();
  for (const vector of readVectors())
    for (const id of vector.ids)
      if (
        vector.one.reading === undefined &&
        vector.one.expect.lane !== undefined &&
        !first.has(id)
      )
        first.set(id, vector);
  const vectors = [...new Set(first.values())];
  expect(first.size).toBeGreaterThanOrEqual(10);
  for (const [at, vector] of vectors.entries()) {
    const lane = vector.one.expect.lane;
    await ask(vector, at);
    if (lane !== undefined) await checkPage(desk.page, w).lane(vector.track, lane);
  }
}, 120_000);
