import { readFile } from "node:fs/promises";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type OpenDesk, openDesk } from "../support/hosts.ts";
import { editorPage } from "../support/pages/editor-page.ts";
import { ordersPage } from "../support/pages/orders-page.ts";
import { shellPage } from "../support/pages/shell-page.ts";
import { wordsOf } from "../support/pages/words.ts";

const w = wordsOf("zh");
let desk: OpenDesk;

beforeEach(async () => {
  desk = await openDesk("loopback");
  await shellPage(desk.page, w).ready();
});
afterEach(async () => {
  await desk.close();
});

describe("the list of orders", () => {
  test("says what to do first when it is empty", async () => {
    await ordersPage(desk.page, w).empty().waitFor();
  });

  test("copies, deletes and brings back an order, and takes its own export in again", async () => {
    const orders = ordersPage(desk.page, w);
    const shell = shellPage(desk.page, w);
    await orders.create("甲单");
    await editorPage(desk.page, w).saved();
    await shell.goTo("orders");
    await orders.copy("甲单").click();
    await desk.page.getByRole("heading", { level: 1, name: "甲单（副本）" }).waitFor();
    await shell.goTo("orders");
    await orders.remove("甲单（副本）").click();
    await orders.row("甲单（副本）").waitFor({ state: "detached" });
    await orders.undo().click();
    await orders.row("甲单（副本）").waitFor();
    const file = await desk.saved(async () => await orders.exportFile("甲单").click());
    expect(JSON.parse(file.bytes.toString("utf8"))).toMatchObject({ order: { title: "甲单" } });
    await orders.remove("甲单").click();
    await orders.remove("甲单").waitFor({ state: "detached" });
    await orders.importFile(file.name, file.bytes);
    await desk.page.getByRole("button", { name: w("screen.orders.bring.back") }).click();
    await desk.page.getByRole("heading", { level: 1, name: "甲单" }).waitFor();
  });

  test.each([
    ["not JSON", "no.json", "{ not json"],
    ["another shape", "shape.json", JSON.stringify({ schema: "h200-desk/dossier@1", order: 7 })],
    ["an unknown version", "version.json", JSON.stringify({ schema: "h200-desk/dossier@99" })],
    ["another encoding", "gbk.json", Buffer.from([0x7b, 0xc4, 0xe3, 0xba, 0xc3, 0x7d])],
    ["nothing", "empty.json", ""],
  ])(
    "refuses a file that is %s with one sentence and keeps nothing of it",
    async (_, name, text) => {
      const orders = ordersPage(desk.page, w);
      await orders.importFile(name, text);
      await orders.problem().waitFor();
      const sentence = await orders.problem().innerText();
      expect(sentence).toMatch(/\p{Script=Han}/u);
      expect(sentence).not.toContain("undefined");
      await orders.empty().waitFor();
    },
  );

  test("opens the example of a start-up with all its parties", async () => {
    await ordersPage(desk.page, w).loadSample();
    await editorPage(desk.page, w).section("parties");
    const seller = editorPage(desk.page, w).field("order.route.seller").getByRole("combobox");
    const sample = JSON.parse(
      await readFile(
        new URL("../../examples/private-start-up-complete.json", import.meta.url),
        "utf8",
      ),
    ) as {
      order: { buyer: string; route: { seller: string } };
      parties: { id: string; names: { zh?: string } }[];
    };
    const party = sample.parties.find(({ id }) => id === sample.order.route.seller);
    expect(await seller.inputValue()).toBe(party?.names.zh);
    await shellPage(desk.page, w).goTo("orders");
    const buyer = sample.parties.find(({ id }) => id === sample.order.buyer);
    await ordersPage(desk.page, w)
      .row(buyer?.names.zh ?? "")
      .waitFor();
  });
});
