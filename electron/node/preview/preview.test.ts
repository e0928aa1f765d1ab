import fc from "fast-check";
import { expect, test } from "vitest";
import { contentTokens } from "./content-tokens.ts";
import { drawPage } from "./index.ts";

test("a content stream falls apart into its tokens, dictionaries passed over", () => {
  const text =
    "/Span <</MCID 0 /A <</B (>>)>>>> BDC\nq 1 -0.5 .25 cm [(\\000\\101\\)) -32 <0041>] TJ % end\nEMC";
  const tokens = [...contentTokens(text)].map((token) =>
    "value" in token ? token.value : token.kind,
  );
  expect(tokens).toEqual([
    "Span",
    "dictionary",
    "BDC",
    "q",
    1,
    -0.5,
    0.25,
    "cm",
    "open",
    [0, 65, 41],
    -32,
    [0, 65],
    "close",
    "TJ",
    "EMC",
  ]);
});

test("any text ends in tokens, whatever stands in it", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 200 }), (text) => {
      expect([...contentTokens(text)].length).toBeLessThanOrEqual(text.length);
    }),
  );
});

test("bytes that are no PDF of ours are refused, never thrown at the caller", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
      const drawn = drawPage(bytes, "x.pdf", 1);
      expect(!drawn.ok && drawn.error.code).toBe("packet-no-page");
    }),
  );
});
