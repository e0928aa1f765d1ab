import { expect, test } from "vitest";
import { totalShare } from "./total-share.ts";

const exact = (percent: string) => ({ equity: { kind: "exact" as const, percent } });

test("shares of 110 % are told while they are typed, and no total is told while one is open", () => {
  expect(totalShare([exact("70"), exact("40")])).toBe("110");
  expect(totalShare([exact("33.3"), exact("66.7")])).toBe("100");
  expect(totalShare([exact("60"), { equity: { kind: "unknown" } }])).toBeUndefined();
  expect(totalShare([exact("60"), exact("abc")])).toBeUndefined();
  expect(totalShare([])).toBeUndefined();
});
