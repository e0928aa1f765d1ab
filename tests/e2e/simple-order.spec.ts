import { readFileSync } from "node:fs";
import { afterEach, expect, test } from "vitest";
import { Hand } from "../support/actions/hand.ts";
import { adaptCopy, draftSimpleOrder, sealSimpleOrder } from "../support/actions/simple-order.ts";
import { type OpenDesk, openDesk } from "../support/hosts.ts";
import { editorPage } from "../support/pages/editor-page.ts";
import { reviewPage } from "../support/pages/review-page.ts";
import { shellPage } from "../support/pages/shell-page.ts";
import { wordsOf } from "../support/pages/words.ts";

const passphrase = "eight or more";
const persons = { drafter: "赵起草（虚构）", reviewer: "钱复核（虚构）", lawyer: "孙法务（虚构）" };
const MOST_ACTIONS = 140;
const MOST_PER_FACT = 1.3;
const MOST_FOR_COPY = 40;

let desk: OpenDesk | undefined;
afterEach(async () => {
  await desk?.close();
  desk = undefined;
});

test("a simple order is led from an empty workspace to two sealed and verified sets", async () => {
  desk = await openDesk("loopback", { lang: "zh" });
  const { page } = desk;
  const w = wordsOf("zh");
  const shell = shellPage(page, w);
  const review = reviewPage(page, w);
  const { drafter, reviewer, lawyer } = persons;
  await shell.ready();
  // Three persons with keys are registered first and counted apart.
  await shell.goTo("settings");
  await review.addPerson(reviewer, "reviewer", passphrase);
  await review.addPerson(lawyer, "legal", passphrase);
  await review.addPerson(drafter, "drafter", passphrase);
  for (const [of, by] of [
    [reviewer, lawyer],
    [lawyer, reviewer],
    [drafter, reviewer],
    [drafter, lawyer],
  ] as const)
    await review.confirm(of, by, passphrase);
  await shell.goTo("orders");

  const hand = new Hand(page);
  await draftSimpleOrder(hand, w, drafter);
  await editorPage(page, w).saved();
  const drafted = hand.count;
  await sealSimpleOrder(hand, w, { reviewer, lawyer, passphrase }, desk.saved);
  const perFact = hand.count / hand.facts;
  console.log(
    `${hand.count} actions (${drafted} to draft), ${hand.facts} facts, ${perFact.toFixed(2)} actions a fact`,
  );
  expect(hand.count).toBeLessThanOrEqual(MOST_ACTIONS);
  expect(perFact).toBeLessThanOrEqual(MOST_PER_FACT);
  expect(await desk.outside()).toEqual([]);

  // Whoever knows the way copies the order and adapts it; what was declared for the older one is not there any more.
  await shell.goTo("orders");
  const expert = new Hand(page);
  await adaptCopy(expert, w, "训练集群 16 块");
  await editorPage(page, w).saved();
  await expect
    .poll(async () => await page.locator(".editor-nav .badge").allTextContents())
    .toEqual([]);
  console.log(`${expert.count} actions to adapt a copy`);
  expect(expert.count).toBeLessThanOrEqual(MOST_FOR_COPY);
}, 240_000);

test("no driver hides an action: every press, filled field and choice goes through the hand that counts", () => {
  const text = readFileSync(new URL("../support/actions/simple-order.ts", import.meta.url), "utf8");
  const uncounted = text
    .split("\n")
    .filter((line) => /\.(?:click|check|press|selectOption|setInputFiles|tap)\(/.test(line))
    .filter((line) => !/hand\.\w+\(|combo\.click\(\)|getByRole\("option"/.test(line));
  expect(uncounted).toEqual([]);
});
