import { describe, expect, test } from "vitest";
import { uses } from "./words.ts";

const args = {
  words: ["军事", "army", "weapon"],
  unlessAfter: ["不用于", "not for"],
  unlessBefore: ["路", "road"],
};

describe("words of use in free text", () => {
  test.each([
    ["用于军事训练", true],
    ["不用于军事训练", false],
    ["军事路十二号", false],
    ["军事路旁的军事基地", true],
    ["for the army", true],
    ["Army Road 12", false],
    ["a pharmacy", false],
    ["not for weapon design", false],
    ["ＡＲＭＹ", true],
    ["", false],
  ])("%s: %s", (text, found) => {
    expect(uses([text], args)).toBe(found);
  });

  test("a denial in one place takes nothing from another", () => {
    expect(uses(["not for army use", undefined, "army use"], args)).toBe(true);
  });
});
