import fc from "fast-check";
import { expect, test } from "vitest";
import { readNumber } from "./read-number.ts";

test.each([
  ["16", "16"],
  ["240,000", "240000"],
  ["３，８４０，０００．００", "3840000.00"],
  ["1 234 567", "1234567"],
  ["24,0000", "240000"],
  ["24万", "240000"],
  ["1.5亿", "150000000"],
  ["0.25 万", "2500"],
  ["1.23456万", "12345.6"],
  ["2万亿", "2000000000000"],
  ["￥240,000", "240000"],
  ["¥1.5亿元", "150000000"],
  ["0016", "16"],
  ["0.5", "0.5"],
  ["-3", "-3"],
  [" 16 ", "16"],
  ["16\n", "16"],
])("%j reads as %s", (text, value) => {
  expect(readNumber(text)).toEqual({ kind: "number", value });
});

test.each(["16\t240000", "16\n8\n4", "16\r\n8"])(
  "%j is several values, never joined into one",
  (text) => expect(readNumber(text)).toEqual({ kind: "several" }),
);

test.each(["", "16 240000", "1,5", "12,34", "1.2.3", "$16", "16块", "abc", "万", "1e3", "16-8"])(
  "%j is not read",
  (text) => expect(readNumber(text)).toEqual({ kind: "unread" }),
);

test("every decimal reads as itself, however its thousands are written", () => {
  fc.assert(
    fc.property(
      fc.bigInt({ min: 0n, max: 10n ** 15n }),
      fc.constantFrom(",", " "),
      (whole, mark) => {
        const grouped = whole.toString().replace(/\B(?=(\d{3})+$)/g, mark);
        expect(readNumber(grouped)).toEqual({ kind: "number", value: whole.toString() });
      },
    ),
  );
});
