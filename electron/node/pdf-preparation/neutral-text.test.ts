import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Neutralised, neutralText } from "./neutral-text.ts";

describe("neutral text", () => {
  it("leaves ordinary Chinese, English and rare characters alone", () => {
    const seen: Neutralised[] = [];
    const text = "示例（虚构）有限公司 𠮷䶮㐂 Ltd. #let x = 1 *not bold* $a$ \\n @ref <label>";
    expect(neutralText(text, seen)).toBe(text);
    expect(seen).toEqual([]);
  });
  it("prints direction overrides by number, so that a line reads as it is stored", () => {
    const seen: Neutralised[] = [];
    expect(neutralText("pay \u202e0001 USD\u2066x", seen)).toBe("pay ‹U+202E›0001 USD‹U+2066›x");
    expect(seen.map((item) => item.codePoint)).toEqual(["U+202E", "U+2066"]);
  });
  it("prints control characters by number and drops those without ink", () => {
    const seen: Neutralised[] = [];
    expect(neutralText("a\u0000b\u001bc\u200bd\ufeffe\u00adf\ufe0fg", seen)).toBe(
      "a‹U+0000›b‹U+001B›cdefg",
    );
    expect(seen.map((item) => item.shown)).toEqual([true, true, false, false, false, false]);
  });
  it("reads every kind of line end as a new line and a tab as a space", () => {
    expect(neutralText("a\r\nb\u2028c\u2029d\te\rf", [])).toBe("a\nb\nc\nd ef");
  });
  it("shows unpaired surrogates instead of losing them", () => {
    expect(neutralText("a\ud800b", [])).toBe("a‹U+D800›b");
  });
  it("never lets a control or format character through, and does nothing the second time", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const once = neutralText(text, []);
        expect(once).not.toMatch(/(?!\n)\p{Cc}|\p{Cf}|\p{Cs}|\p{Variation_Selector}/u);
        expect(neutralText(once, [])).toBe(once);
      }),
    );
  });
});
