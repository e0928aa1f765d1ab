import { encode } from "uqr";

let last: { readonly text: string; readonly svg: string } | undefined;

/** A QR code as an SVG of black squares on white with the quiet zone that readers need; medium error correction. */
export function qrSvg(text: string): string {
  // Every paper of a set carries the same code.
  if (last?.text === text) return last.svg;
  const { data, size } = encode(text, { ecc: "M", border: 4 });
  const rows = data.flatMap((row, y) =>
    row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])),
  );
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}"><rect width="${size}" height="${size}" fill="#fff"/><path d="${rows.join("")}" fill="#000"/></svg>`;
  last = { text, svg };
  return svg;
}
