/** The code points that a font has a glyph for, read from its character map. */
export type Coverage = { has(codePoint: number): boolean };

const BITS = 0x110000;

function tableOffset(view: DataView, tag: string): number {
  const count = view.getUint16(4);
  for (let i = 0; i < count; i += 1) {
    const at = 12 + i * 16;
    const name = String.fromCharCode(...[0, 1, 2, 3].map((k) => view.getUint8(at + k)));
    if (name === tag) return view.getUint32(at + 8);
  }
  throw new RangeError(`font has no ${tag} table`);
}

function addRange(bits: Uint8Array, from: number, to: number): void {
  for (let code = from; code <= to && code < BITS; code += 1)
    bits[code >> 3] = (bits[code >> 3] ?? 0) | (1 << (code & 7));
}

function addSegmented(view: DataView, at: number, bits: Uint8Array): void {
  const segments = view.getUint16(at + 6) / 2;
  for (let i = 0; i < segments; i += 1) {
    const end = view.getUint16(at + 14 + i * 2);
    const start = view.getUint16(at + 16 + segments * 2 + i * 2);
    if (end !== 0xffff) addRange(bits, start, end);
  }
}

function addGroups(view: DataView, at: number, bits: Uint8Array): void {
  const groups = view.getUint32(at + 12);
  for (let i = 0; i < groups; i += 1) {
    const group = at + 16 + i * 12;
    addRange(bits, view.getUint32(group), view.getUint32(group + 4));
  }
}

/**
 * Reads the Unicode subtables (formats 4 and 12) of a TrueType or OpenType font. Throws a RangeError on a file that is
 * no such font. A segment may name a glyph 0 in rare fonts; the fonts that ship do not.
 */
export function fontCoverage(font: Uint8Array): Coverage {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const cmap = tableOffset(view, "cmap");
  const bits = new Uint8Array(BITS / 8);
  const count = view.getUint16(cmap + 2);
  for (let i = 0; i < count; i += 1) {
    const at = cmap + view.getUint32(cmap + 4 + i * 8 + 4);
    const format = view.getUint16(at);
    if (format === 12) addGroups(view, at, bits);
    else if (format === 4) addSegmented(view, at, bits);
  }
  return { has: (code) => ((bits[code >> 3] ?? 0) & (1 << (code & 7))) !== 0 };
}

/** The union of several fonts: a character is covered when one of them has it. */
export function unionCoverage(parts: readonly Coverage[]): Coverage {
  return { has: (code) => parts.some((part) => part.has(code)) };
}
