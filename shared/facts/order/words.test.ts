import { describe, expect, test } from "vitest";
import { uses } from "./words.ts";

const args = {
  words: ["军事", "军方", "army", "weapon"],
  unlessAfter: ["不用于", "not for", "no"],
  unlessBefore: ["路", "road"],
  exceptions: ["除外", "except"],
  notPlaces: ["路由"],
  lookalikes: ["冠军"],
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
    ["不用于军事，但个别项目除外", true],
    ["不用于军事。个别用户除外", false],
    ["No army use except one project", true],
    ["No army use. All staff except guests", false],
    ["a volcano army", true],
    ["no army", false],
    ["军事路由器", true],
    ["冠军方案", false],
    ["冠军方案供军方使用", true],
    ["军事路 12 号", false],
  ])("%s: %s", (text, found) => {
    expect(uses([text], args)).toBe(found);
  });

  test("a denial in one place takes nothing from another", () => {
    expect(uses(["not for army use", undefined, "army use"], args)).toBe(true);
  });
});
