import { expect, test } from "vitest";
import { buildPrototype, mutateOnce } from "./mutations.ts";

test("2,000 mutated workspace files never crash the store and never change a document unnoticed", async () => {
  const prototype = await buildPrototype();
  const wrong: string[] = [];
  for (let seed = 1; seed <= 2000; seed += 1) wrong.push(...(await mutateOnce(prototype, seed)));
  expect(wrong.slice(0, 10)).toEqual([]);
}, 120_000);
