import { afterEach, expect, test } from "vitest";
import { Hand } from "../support/actions/hand.ts";
import { draftSimpleOrder } from "../support/actions/simple-order.ts";
import { type OpenDesk, openDesk } from "../support/hosts.ts";
import { editorPage } from "../support/pages/editor-page.ts";
import { packetsPage } from "../support/pages/packets-page.ts";
import { reviewPage } from "../support/pages/review-page.ts";
import { shellPage } from "../support/pages/shell-page.ts";
import { wordsOf } from "../support/pages/words.ts";

const passphrase = "eight or more";
const [drafter, reviewer, lawyer] = ["赵起草（虚构）", "钱复核（虚构）", "孙法务（虚构）"] as const;
const MOST_ACTIONS = 140;
const MOST_PER_FACT = 1.3;

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
  const left = page.locator(".editor-nav .badge");
  expect(await left.allTextContents()).toEqual([]);
  console.log(`drafted: ${hand.count} actions, ${hand.facts} facts`);
}, 240_000);
