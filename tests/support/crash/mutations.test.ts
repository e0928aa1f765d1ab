import process from "node:process";
import { expect, test } from "vitest";
import { buildPrototype, mutateOnce } from "./mutations.ts";

const count = process.env["DESK_LONG"] ? 20_000 : 1000;

async function wrongsOf(encrypted: boolean): Promise<readonly string[]> {
  const prototype = await buildPrototype(encrypted);
  const wrong: string[] = [];
  for (let seed = 1; seed <= count / 2; seed += 1)
    wrong.push(...(await mutateOnce(prototype, seed)));
  return wrong.slice(0, 10);
}

test("mutated workspace files never crash the store and never change a document unnoticed", async () => {
  expect(await wrongsOf(false)).toEqual([]);
}, 600_000);

test("mutated, exchanged and foreign files of an encrypted workspace are never taken for good", async () => {
  expect(await wrongsOf(true)).toEqual([]);
}, 600_000);
