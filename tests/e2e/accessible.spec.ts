import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { Page } from "playwright";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { catalogue } from "#shared/i18n";
import { type OpenDesk, openDesk } from "../support/hosts.ts";
import { ordersPage } from "../support/pages/orders-page.ts";
import { shellPage } from "../support/pages/shell-page.ts";
import { wordsOf } from "../support/pages/words.ts";

type Violation = {
  readonly id: string;
  readonly impact: string;
  readonly nodes: readonly string[];
};

let axe = "";
let desk: OpenDesk;
let order = "";

async function violations(page: Page): Promise<readonly Violation[]> {
  const found = await page.evaluate<readonly Violation[]>(
    `${axe};axe.run(document, { resultTypes: ["violations"] }).then((result) => result.violations.map(({ id, impact, nodes }) => ({ id, impact, nodes: nodes.map((node) => node.target.join(" ")) })))`,
  );
  return found.filter(({ impact }) => impact === "serious" || impact === "critical");
}

const sections = [
  "basics",
  "parties",
  "lines",
  "schedule",
  "route",
  "customs",
  "use",
  "tenants",
  "necessity",
  "declarations",
  "exporter",
  "lookups",
  "evidence",
  "review",
];
const places = [
  "orders",
  "cases",
  "screening",
  "totals",
  "calendar",
  "verify",
  "parties",
  "sites",
  "products",
  "evidence",
  "rules",
  "journal",
  "settings",
];

async function settle(page: Page, hash: string): Promise<void> {
  await page.evaluate((to) => {
    location.hash = to;
  }, hash);
  await page.locator("main h1, main h2").first().waitFor();
  await page.locator(".skeleton").first().waitFor({ state: "detached" });
}

const areas = new Set(Object.keys(catalogue).map((key) => key.slice(0, key.indexOf("."))));

/** Texts that look like the key of a word and stand where the word should. */
async function keysShown(page: Page): Promise<readonly string[]> {
  const text = (await page.locator("body").textContent()) ?? "";
  return [...text.matchAll(/[a-z][a-z-]*(?:\.[A-Za-z][\w-]*)+/g)]
    .map(([key]) => key)
    .filter((key) => areas.has(key.slice(0, key.indexOf("."))) && !key.endsWith(".json"));
}

beforeAll(async () => {
  axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
  desk = await openDesk("loopback");
  await shellPage(desk.page, wordsOf("zh")).ready();
  await ordersPage(desk.page, wordsOf("zh")).loadSample();
  order = /#\/(orders\/[^/]+)/.exec(desk.page.url())?.[1] ?? "";
}, 60_000);
afterAll(async () => {
  await desk.close();
});

const everyPage = () => [
  ...places.map((place) => `#/${place}`),
  ...sections.map((section) => `#/${order}/edit/${section}`),
  `#/${order}/check`,
  `#/${order}/packets`,
];

describe.each(["light", "dark"] as const)("in the %s theme", (theme) => {
  test("no page has a serious or critical obstacle for anyone", async () => {
    await desk.page.emulateMedia({ colorScheme: theme });
    for (const hash of everyPage()) {
      await settle(desk.page, hash);
      expect(await violations(desk.page), hash).toEqual([]);
    }
  }, 120_000);
});

test("a page at 200 % zoom on a small screen never scrolls sideways", async () => {
  await desk.page.setViewportSize({ width: 640, height: 400 });
  for (const hash of [
    `#/${order}/edit/lines`,
    `#/${order}/check`,
    `#/${order}/packets`,
    "#/totals",
    "#/calendar",
    "#/rules",
  ]) {
    await settle(desk.page, hash);
    const over = await desk.page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(over, hash).toBe(0);
  }
});

test("every page has words for all it shows", async () => {
  for (const hash of everyPage()) {
    await settle(desk.page, hash);
    expect(await keysShown(desk.page), hash).toEqual([]);
  }
}, 60_000);
