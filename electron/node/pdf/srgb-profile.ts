// Figures of the sRGB colour space (IEC 61966-2-1) adapted to D50, as ICC.1 version 4 wants them.
const D50 = [0.9642, 1, 0.8249] as const;
const RED = [0.43607, 0.22249, 0.01392] as const;
const GREEN = [0.38515, 0.71687, 0.09708] as const;
const BLUE = [0.14307, 0.06061, 0.7141] as const;
const ADAPTATION = [
  1.04788, 0.02292, -0.05022, 0.02959, 0.99048, -0.01707, -0.00925, 0.01508, 0.75168,
] as const;
// Exponent and the linear part of the transfer curve: g a b c d of parametric curve type 3.
const CURVE = [2.4, 0.94787, 0.05213, 0.0774, 0.04045] as const;

function ascii(text: string): number[] {
  return [...text].map((char) => char.charCodeAt(0));
}

function uint32(value: number): number[] {
  return [(value >>> 24) & 255, (value >>> 16) & 255, (value >>> 8) & 255, value & 255];
}

function fixed(values: readonly number[]): number[] {
  return values.flatMap((value) => uint32(Math.round(value * 65536) | 0));
}

function xyz(values: readonly number[]): number[] {
  return [...ascii("XYZ "), 0, 0, 0, 0, ...fixed(values)];
}

function words(text: string): number[] {
  const utf16 = [...text].flatMap((char) => [0, char.charCodeAt(0)]);
  const head = [...ascii("mluc"), 0, 0, 0, 0, ...uint32(1), ...uint32(12), ...ascii("enUS")];
  const body = [...head, ...uint32(utf16.length), ...uint32(28), ...utf16];
  return [...body, ...Array.from({ length: (4 - (body.length % 4)) % 4 }, () => 0)];
}

function header(size: number): number[] {
  return [
    ...uint32(size),
    ...uint32(0),
    ...uint32(0x04200000),
    ...ascii("mntrRGB XYZ "),
    ...[2026, 1, 1, 0, 0, 0].flatMap((part) => [part >> 8, part & 255]),
    ...ascii("acsp"),
    ...Array.from({ length: 28 }, () => 0),
    ...fixed(D50),
    ...Array.from({ length: 48 }, () => 0),
  ];
}

/** An sRGB display profile made from its published figures: the output intent that PDF/A asks a file to carry. */
export function srgbProfile(): Uint8Array {
  const curve = [...ascii("para"), 0, 0, 0, 0, 0, 3, 0, 0, ...fixed(CURVE)];
  const bodies = [
    words("sRGB"),
    words("CC0"),
    xyz(D50),
    [...ascii("sf32"), 0, 0, 0, 0, ...fixed(ADAPTATION)],
    xyz(RED),
    xyz(GREEN),
    xyz(BLUE),
    curve,
  ];
  const tags = ["desc", "cprt", "wtpt", "chad", "rXYZ", "gXYZ", "bXYZ", "rTRC", "gTRC", "bTRC"];
  const start = 128 + 4 + tags.length * 12;
  const offsets = bodies.map((_, i) => start + bodies.slice(0, i).flat().length);
  const table = tags.flatMap((tag, i) => {
    // All three channels share one curve.
    const at = Math.min(i, bodies.length - 1);
    return [...ascii(tag), ...uint32(offsets[at] ?? 0), ...uint32(bodies[at]?.length ?? 0)];
  });
  const data = [...uint32(tags.length), ...table, ...bodies.flat()];
  return Uint8Array.from([...header(128 + data.length), ...data]);
}
