import fc from "fast-check";
import { expect, test } from "vitest";
import { visibleJson, visibleText } from "./visible-text.ts";

const hidden = /\p{Cc}|\p{Cf}|\p{Zl}|\p{Zp}|\p{Cs}/u;

test("what would move a terminal's cursor or turn a line is shown by its number", () => {
  expect(visibleText("a\u001b[2Kb\u009b1mc\u202etxt\r\n")).toBe(
    "a‹U+001B›[2Kb‹U+009B›1mc‹U+202E›txt‹U+000D›‹U+000A›",
  );
  expect(visibleText("one\ntwo\tthree\r", { lines: true })).toBe("one\ntwo\tthree‹U+000D›");
  expect(visibleText("证据 100%.pdf")).toBe("证据 100%.pdf");
});

test("no text keeps a character without ink", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      expect(visibleText(text)).not.toMatch(hidden);
    }),
  );
});

test("JSON stays the same value", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const shown = visibleJson(JSON.stringify({ text }, null, 2));
      expect(JSON.parse(shown)).toEqual({ text });
      expect(shown.replaceAll("\n", "")).not.toMatch(hidden);
    }),
  );
});
