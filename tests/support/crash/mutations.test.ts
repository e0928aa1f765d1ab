import process from "node:process";
import { expect, test } from "vitest";
import { buildPrototype, mutateOnce } from "./mutations.ts";

const count = process.env["DESK_LONG"] ? 20_000 : 2000;

test("mutated workspace files never crash the store and never change a document unnoticed", async () => {
  const prototype = await buildPrototype();
  const wrong: string[] = [];
  for (let seed = 1; seed <= count; seed += 1) wrong.push(...(await mutateOnce(prototype, seed)));
  expect(wrong.slice(0, 10)).toEqual([]);
}, 600_000);
