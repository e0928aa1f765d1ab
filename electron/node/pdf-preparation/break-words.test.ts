import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { breakLongWords } from "./break-words.ts";

const joined = (text: string, tight = false) =>
  breakLongWords(text, tight)
    .filter((part) => part !== 0)
    .join("");

describe("places to break in long words", () => {
  it("change no character of any text", () => {
    const texts = fc.oneof(fc.string({ unit: "grapheme" }), fc.string({ maxLength: 200 }));
    fc.assert(
      fc.property(texts, (text) => {
        expect(joined(text)).toBe(text);
        expect(joined(text, true)).toBe(text);
      }),
    );
  });
  it("leave short words, amounts and Chinese text in one piece", () => {
    for (const text of [
      "",
      "有限公司数据服务中心加速器采购申请材料说明",
      "123,456,789.00 USD",
      "8473.30.90.00",
      "91310000MA1FXXXX0A",
      "123,456,789,012,345,678.00",
    ])
      expect(breakLongWords(text)).toEqual(text === "" ? [] : [text]);
  });
  it("offer a break at least every ten characters of a hash and after marks of an address", () => {
    const parts = breakLongWords("0123456789abcdef".repeat(4)).filter((part) => part !== 0);
    for (const part of parts) expect(part.length).toBeLessThanOrEqual(10);
    expect(breakLongWords("name.surname@example-intelligence.org")).toContain("example-");
  });
  it("break amounts and codes only where there is no room for them", () => {
    expect(breakLongWords("123,456,789.00", true)).toEqual(["123,", 0, "456,", 0, "789.", 0, "00"]);
  });
});
