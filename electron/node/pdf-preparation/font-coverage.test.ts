import { describe, expect, it } from "vitest";
import { loadTypesetterAssets } from "#node/pdf";
import { fontCoverage, unionCoverage } from "./font-coverage.ts";

const assets = await loadTypesetterAssets();
const covering = assets.fonts.filter((font) => font.covers).map((font) => fontCoverage(font.bytes));

describe("the fonts that ship", () => {
  it("cover the rare characters of names that registers hold", () => {
    const union = unionCoverage(covering);
    for (const char of "𠮷䶮㐂堃喆髙﨑𬭎")
      expect(union.has(char.codePointAt(0) ?? 0), char).toBe(true);
  });
  it("do not cover each of them alone: the fallback is needed", () => {
    expect(covering[0]?.has(0x20bb7)).toBe(false);
    expect(covering[1]?.has(0x4dae)).toBe(false);
  });
  it("cover every character of GB 2312", () => {
    const union = unionCoverage(covering);
    const decoder = new TextDecoder("gb2312");
    const cells = Array.from({ length: 72 * 94 }, (_, i) =>
      Uint8Array.of(0xb0 + Math.floor(i / 94), 0xa1 + (i % 94)),
    );
    // Five cells at the end of the level 1 characters are unassigned.
    const chars = cells.map((cell) => decoder.decode(cell)).filter((c) => /^\p{Lo}$/u.test(c));
    expect(chars).toHaveLength(6763);
    expect(chars.filter((char) => !union.has(char.charCodeAt(0)))).toEqual([]);
  });
  it("cover the marks that papers use", () => {
    const union = unionCoverage(covering);
    const marks = [..."□■—–‹›…·①⑩％℃㎡×≤≥€¥“”"];
    expect(marks.filter((char) => !union.has(char.codePointAt(0) ?? 0))).toEqual([]);
  });
  it("do not pretend to cover emoji, Arabic or private use", () => {
    const union = unionCoverage(covering);
    for (const code of [0x1f600, 0x0627, 0xe000, 0x2ffff]) expect(union.has(code)).toBe(false);
  });
  it("are read only where they are fonts", () => {
    expect(() => fontCoverage(new Uint8Array(200))).toThrow(RangeError);
  });
});
