import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { confirmAll, passphrase } from "../support/known-persons.ts";
import { openTestDesk, type TestDesk } from "./desk-harness.ts";

// A workspace as the last program before signed acts left it: a compliance review, and a legal one that asks for changes, both
// inside the order. The fixture is never edited.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const fixture = join(import.meta.dirname, "earlier-reviews.workspace.json");
const order = "ord_t000004";
let dir = "";
let desk: TestDesk;

beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), "desk-earlier-"));
  const files = JSON.parse(readFileSync(fixture, "utf8")) as Record<string, string>;
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    writeFileSync(join(dir, path), text);
  }
  desk = await openTestDesk(dir);
});
afterEach(async () => {
  await desk.close();
  rmSync(dir, { recursive: true, force: true });
});

type Listed = { review: { kind: string; person: string }; state: string; known: boolean };
const reviews = () => desk.call<Listed[]>("orders", "reviews", { id: order });
async function faults(): Promise<readonly string[]> {
  const { items } = await desk.call<{ items: { fault?: { code: string } }[] }>(
    "packets",
    "readiness",
    { order },
  );
  return items.flatMap(({ fault }) => fault?.code ?? []);
}
const know = () => confirmAll(desk.call, ["psn_second", "psn_legal", "psn_drafter"]);

test("earlier reviews are shown for what they are; their signers become known by confirmation alone", async () => {
  expect((await reviews()).map(({ state, known }) => [state, known])).toEqual([
    ["before-acts", false],
    ["before-acts", false],
  ]);
  expect(await faults()).toContain("seal-legal-missing");
  await know();
  expect((await reviews()).map(({ known }) => known)).toEqual([true, true]);
  expect(await faults()).toContain("seal-legal-changes");
  expect(await desk.call("journal", "verify", {})).toMatchObject({ intact: true });
});

test("one taken away by going back to an earlier version makes all of them count for nothing", async () => {
  await know();
  const versions = await desk.call<{ revision: number }[]>("history", "list", {
    book: "orders",
    id: order,
  });
  // The version with the compliance review alone: the request for changes is gone from it.
  const before = versions.map(({ revision }) => revision).toSorted((a, b) => a - b)[2];
  await desk.call("history", "restore", { book: "orders", id: order, revision: before });
  expect((await reviews()).map(({ review }) => review.kind)).toEqual(["compliance"]);
  expect(await faults()).toContain("seal-compliance-before-acts");
  const dossier = await desk.call<{ order: { reviews?: unknown[] } }>("orders", "dossier", {
    id: order,
  });
  expect(dossier.order.reviews).toBeUndefined();
});

test("the drafter of an order from before is the first that its versions name", async () => {
  await know();
  const stored = await desk.call<{ value: object; revision: number }>("orders", "get", {
    id: order,
  });
  const save = {
    value: { ...stored.value, drafter: "psn_second" },
    revision: stored.revision,
  };
  await expect(desk.call("orders", "save", save)).rejects.toThrow("drafter-by-act");
  await expect(
    desk.call("orders", "addReview", {
      id: order,
      kind: "compliance",
      person: "psn_drafter",
      passphrase,
      decision: "ready-to-file",
      comments: [],
    }),
  ).rejects.toThrow("review-own-draft");
});
