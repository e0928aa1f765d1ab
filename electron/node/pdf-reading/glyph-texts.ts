/** A piece of text where it stands on a page; `y` is its upper edge. */
export type PlacedText = {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
};

function characters(hex: string): string {
  const units = (hex.match(/.{4}/g) ?? []).map((unit) => Number.parseInt(unit, 16));
  return String.fromCharCode(...units);
}

function readMap(source: string): ReadonlyMap<number, string> {
  const found = new Map<number, string>();
  for (const [, block = ""] of source.matchAll(/beginbfchar([\s\S]*?)endbfchar/g))
    for (const [, glyph = "", text = ""] of block.matchAll(/<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>/g))
      found.set(Number.parseInt(glyph, 16), characters(text));
  for (const [, block = ""] of source.matchAll(/beginbfrange([\s\S]*?)endbfrange/g))
    for (const [, from = "", to = "", text = ""] of block.matchAll(
      /<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>/g,
    )) {
      const [first, last, start] = [from, to, text].map((hex) => Number.parseInt(hex, 16));
      for (let glyph = first ?? 0; glyph <= Math.min(last ?? 0, (first ?? 0) + 65_535); glyph += 1)
        found.set(glyph, String.fromCodePoint((start ?? 0) + glyph - (first ?? 0)));
    }
  return found;
}

/** What the glyphs of a font stand for, from the table that a PDF carries for copying text; read when first asked. */
export function glyphTexts(source: () => Uint8Array): (glyph: number) => string {
  let map: ReadonlyMap<number, string> | undefined;
  return (glyph) => {
    map ??= readMap(Buffer.from(source()).toString("latin1"));
    return map.get(glyph) ?? "";
  };
}
