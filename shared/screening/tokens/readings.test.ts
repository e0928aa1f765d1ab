import fc from "fast-check";
import { expect, test } from "vitest";
import brands from "../tables/brands.json" with { type: "json" };
import kinds from "../tables/kinds.json" with { type: "json" };
import shortNames from "../tables/short-names.json" with { type: "json" };
import trades from "../tables/trades.json" with { type: "json" };
import { otherReadings, readName } from "./name.ts";
import { normalName } from "./normal.ts";

const read = (name: string) =>
  otherReadings(readName(name)).map(({ tokens, slips }) => ({
    texts: tokens.map(({ text }) => text).join(" "),
    slips: slips.length,
  }));

test.each([
  ["哈尔滨工业大雪", "哈尔滨工业大学"],
  ["海康威示", "海康威视"],
  ["珍蓝灯塔科枝有限公司", "珍蓝 灯塔 科技"],
])("%s may be meant for %s", (name, meant) => {
  expect(read(name)).toContainEqual({ texts: meant, slips: 1 });
});

test.each(["华伟科技有限公司", "大桦科技有限公司", "中国电建集团有限公司", "哈尔滨商业大学"])(
  "%s is another name, not one with an error",
  (name) => {
    expect(read(name).filter(({ slips }) => slips > 0)).toEqual([]);
  },
);

test("a character left alone beside a longer word is tried with the next one", () => {
  expect(read("成都虚光电子股份有限公司").map(({ texts }) => texts)).toContain("成都 虚光 电子");
});

test("another reading stands on the places of the name that was written", () => {
  const char = fc.constantFrom(..."华海康威视科技枝术木大学雪成都亚光电子工业第十四所");
  fc.assert(
    fc.property(fc.array(char, { minLength: 2, maxLength: 14 }), (chars) => {
      const name = readName(chars.join(""));
      for (const other of otherReadings(name)) {
        expect(other.written.length).toBe(other.cells.length);
        for (const { to } of other.tokens) expect(to).toBeLessThanOrEqual(other.cells.length);
      }
    }),
  );
});

test("the tables write their words in the characters that names are compared in", () => {
  for (const { rows } of [brands, kinds, trades, shortNames])
    for (const word of Object.keys(rows).filter((one) => /^\p{Script=Han}+$/u.test(one)))
      expect(normalName(word)).toBe(word);
});
