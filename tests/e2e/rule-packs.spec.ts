import { readFile } from "node:fs/promises";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type OpenDesk, openDesk } from "../support/hosts.ts";
import { ordersPage } from "../support/pages/orders-page.ts";
import { rulesPage } from "../support/pages/rules-page.ts";
import { shellPage } from "../support/pages/shell-page.ts";
import { wordsOf } from "../support/pages/words.ts";

const w = wordsOf("zh");
const folder = new URL("../../shared/packs/cn-import/2026-12-01/", import.meta.url);
const readJson = async (path: string) =>
  JSON.parse(await readFile(new URL(path, folder), "utf8")) as Record<string, unknown>;

/** The delivered Chinese pack as one file, with another version and, where told, the state-owned class weighed otherwise. */
async function nextPack(version: string, stateOwned: string, cases: unknown): Promise<string> {
  const pack = await readJson("pack.json");
  const rules = (pack["rules"] as { id: string }[]).map((rule) =>
    ["cn.state-owned", "cn.government-owner"].includes(rule.id)
      ? { ...rule, effect: { lane: stateOwned } }
      : rule,
  );
  return JSON.stringify({
    schema: "h200-desk/pack-bundle@1",
    pack: { ...pack, version, rules },
    sources: await readJson("sources.json"),
    cases: [cases],
    dossiers: { "private-start-up": await readJson("dossiers/private-start-up.json") },
  });
}

const firstCase = {
  name: "On 14 January 2026 customs reportedly let none through, whoever asks",
  asOf: "2026-01-14",
  dossier: "private-start-up",
  expect: { lane: "reported-hold" },
};

let desk: OpenDesk;
beforeEach(async () => {
  desk = await openDesk("loopback");
  await shellPage(desk.page, w).ready();
});
afterEach(async () => {
  await desk.close();
});

describe("rule packs", () => {
  test("an unsigned pack is taken in once a person vouches for it, and the drafts it moves are listed", async () => {
    const orders = ordersPage(desk.page, w);
    const shell = shellPage(desk.page, w);
    const rules = rulesPage(desk.page, w);
    const example = new URL("../../examples/state-group-subsidiary.json", import.meta.url);
    await orders.importFile("draft.json", await readFile(example));
    await desk.page.getByRole("navigation", { name: w("editor.sections") }).waitFor();
    await shell.goTo("rules");
    await rules.tab("packs");
    await rules.importFile("next.json", await nextPack("2.2.0", "case-by-case", [firstCase]));
    const question = desk.page.getByRole("dialog");
    await question.getByText(w("rules.pack.unsigned.ask")).waitFor();
    await question.getByText(w("pack.warning.unsigned")).waitFor();
    await question.getByRole("button", { name: w("rules.pack.accept") }).click();
    await desk.page.getByText(w("rules.pack.rechecked")).waitFor();
    const moved = rules.draft("国有控股集团二级子公司采购（虚构样例）");
    expect(await moved.innerText()).toContain(w("lane.reported-barred"));
    await rules.tab("compare");
    await rules.change("cn.state-owned").click();
    expect(await rules.change("cn.state-owned").innerText()).toContain(w("pack.part.rule"));
    await desk.page.getByRole("button", { name: w("rules.compare.drafts") }).click();
    await rules.draft("国有控股集团二级子公司采购（虚构样例）").waitFor();
  });

  test("a pack whose own case fails is refused with a sentence, and nothing of it stays", async () => {
    const rules = rulesPage(desk.page, w);
    await shellPage(desk.page, w).goTo("rules");
    await rules.tab("packs");
    const wrong = { ...firstCase, expect: { lane: "no-bar-found" } };
    await rules.importFile("wrong.json", await nextPack("2.2.0", "reported-barred", [wrong]));
    const alert = desk.page.getByRole("alert");
    await alert.waitFor();
    const sentence = await alert.innerText();
    expect(sentence).toContain(firstCase.name);
    expect(sentence).toContain("no-bar-found");
    expect(await desk.page.getByText("cn-import 2.2.0").count()).toBe(0);
  });
});
