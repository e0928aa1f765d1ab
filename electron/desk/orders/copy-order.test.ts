import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { orderSchema } from "#shared/model";
import { copyOf } from "./copy-order.ts";

const text = readFileSync(
  new URL("../../../examples/private-start-up-complete.json", import.meta.url),
  "utf8",
);
const order = orderSchema.parse((JSON.parse(text) as { order: unknown }).order);

test("a copied order keeps goods, parties and words, and asks every declaration anew", () => {
  const customs = { ...order.customs, selfAssessed: { value: "yes" as const } };
  const copy = copyOf({ ...order, customs }, "ord_copy", "copy", "2026-12-01");
  expect(orderSchema.safeParse(copy).success).toBe(true);
  for (const name of [
    "declarations",
    "endUses",
    "tenantMix",
    "remoteUsers",
    "screening",
    "exporterFacts",
    "reviews",
  ] as const)
    expect(copy[name], name).toBeUndefined();
  expect(copy.lines[0]).toMatchObject({ product: order.lines[0]?.product, quantity: "16" });
  expect(copy.lines[0]?.cryptoDevice).toBeUndefined();
  // What is left holds no answer that somebody gave under a name.
  expect(JSON.stringify(copy)).not.toMatch(/"value":"(?:yes|no|unknown)"/);
  expect(copy.buyer).toBe(order.buyer);
  expect(copy.necessity).toEqual(order.necessity);
});
