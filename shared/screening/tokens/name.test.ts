import { expect, test } from "vitest";
import { readName } from "./name.ts";
import { hanNumber } from "./numerals.ts";
import { readSpelled } from "./spelled.ts";
import { variantsOf } from "./variants.ts";

const pieces = (name: string) => readName(name).tokens.map(({ text, cls }) => `${text}/${cls}`);

test.each([
  ["浙江永旭化工有限公司", ["浙江/place", "永旭/brand", "化工/trade"]],
  ["四川聚信和网络科技有限公司", ["四川/place", "聚信和/brand", "网络科技/trade"]],
  ["航天科工二院", ["航天科工/brand", "2/number", "研究院/kind"]],
  ["Deutsche Bank (Schweiz) AG", ["deutsche/brand", "bank/kind", "schweiz/country"]],
  ["Brigade Forty-Four", ["brigade/brand", "44/number"]],
  ["Co., Ltd.", []],
])("%s is cut into its pieces", (name, expected) => {
  expect(pieces(name)).toEqual(expected);
});

test.each([
  ["十四", "14"],
  ["七〇一", "701"],
  ["一百零二", "102"],
  ["38", "38"],
  ["甲", undefined],
])("%s is the number %s", (text, value) => {
  expect(hanNumber(text)).toBe(value);
});

test("a line of a list may hold several names; brackets that say where stay in one", () => {
  expect(variantsOf("Sample University of Posts (SUP)")).toEqual([
    "Sample University of Posts",
    "SUP",
  ]);
  expect(variantsOf("Sample (Shenzhen) Co., Ltd.")).toEqual(["Sample (Shenzhen) Co., Ltd."]);
  expect(variantsOf("Sample 13th Institute. Subordinate Institution - Lantern Works")[0]).toBe(
    "Lantern Works",
  );
});

test.each(["Haerbin Gongye Daxue", "Ha-erh-pin Kung-yeh Ta-hsueh"])(
  "%s is heard as Chinese",
  (name) => {
    const [heard] = readSpelled(readName(name)).map(({ tokens }) => tokens.map(({ text }) => text));
    expect(heard).toEqual(["哈尔滨工业大学"]);
  },
);
