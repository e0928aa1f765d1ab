import { expect, test } from "vitest";
import { appError, err, ok, type Result } from "#shared/kernel";
import { createGuesses } from "./guesses.ts";

const wrong = (): Promise<Result<string>> => Promise.resolve(err(appError("key-wrong-passphrase")));
const right = (): Promise<Result<string>> => Promise.resolve(ok("opened"));

function clocked() {
  let clock = 0;
  const guesses = createGuesses(() => clock);
  const codeOf = async (attempt: () => Promise<Result<string>>, person = "psn_a") => {
    const result = await guesses.take(person, attempt);
    return result.ok
      ? result.value
      : `${result.error.code} ${result.error.params["seconds"] ?? ""}`.trim();
  };
  return { codeOf, wait: (ms: number) => (clock += ms) };
}

test("a right passphrase forgets the slips before it", async () => {
  const { codeOf } = clocked();
  for (let n = 0; n < 5; n += 1) {
    expect(await codeOf(wrong)).toBe("key-wrong-passphrase");
    expect(await codeOf(wrong)).toBe("key-wrong-passphrase");
    expect(await codeOf(right)).toBe("opened");
  }
});

test("the wait grows to five minutes and no further; another person waits for nothing", async () => {
  const { codeOf, wait } = clocked();
  const waits: number[] = [];
  for (let n = 0; n < 14; n += 1) {
    expect(await codeOf(wrong)).toBe("key-wrong-passphrase");
    const next = await codeOf(wrong);
    if (!next.startsWith("key-wait")) {
      waits.push(0);
      continue;
    }
    const seconds = Number(next.split(" ")[1]);
    waits.push(seconds);
    wait(seconds * 1000);
  }
  const delays = waits.filter((seconds) => seconds > 0);
  expect(delays.slice(0, 4)).toEqual([1, 2, 4, 8]);
  expect(Math.max(...delays)).toBe(300);
  expect(await codeOf(right, "psn_b")).toBe("opened");
  expect(await codeOf(right)).toBe("opened");
  expect(await codeOf(wrong)).toBe("key-wrong-passphrase");
});

test("a hundred guesses at the same time are tried in a row, and few of them", async () => {
  const { codeOf } = clocked();
  let tried = 0;
  const counting = () => {
    tried += 1;
    return wrong();
  };
  const codes = await Promise.all(Array.from({ length: 100 }, () => codeOf(counting)));
  expect(tried).toBe(3);
  expect(codes.filter((code) => code.startsWith("key-wait"))).toHaveLength(97);
});
