import { expect, it } from "vitest";
import { loadTypesetterAssets } from "#node/pdf";
import { unprintable } from "#shared/check";
import { fontCoverage, unionCoverage } from "./font-coverage.ts";
import { neutralText } from "./neutral-text.ts";

// Above these planes nothing is assigned but private use and tags: a sample is enough.
const step = (code: number) => (code < 0x40000 ? 1 : 97);
const SURROGATES = { from: 0xd800, to: 0xdfff };

it("the table that drafts are read against says of every character what the fonts say", async () => {
  const assets = await loadTypesetterAssets();
  const fonts = unionCoverage(
    assets.fonts.filter((font) => font.covers).map((font) => fontCoverage(font.bytes)),
  );
  const printed = (text: string) =>
    [...neutralText(text, [])].every((character) => {
      const code = character.codePointAt(0) ?? 0;
      return code === 0x0a || fonts.has(code);
    });
  const different: string[] = [];
  for (let code = 0; code <= 0x10ffff && different.length < 20; code += step(code)) {
    if (code >= SURROGATES.from && code <= SURROGATES.to) continue;
    const text = String.fromCodePoint(code);
    if ((unprintable(text) === null) !== printed(text)) different.push(code.toString(16));
  }
  // Where this fails after a change of fonts: write the runs of `fontCoverage` into shared/check/completeness/printed-characters.ts.
  expect(different).toEqual([]);
});
