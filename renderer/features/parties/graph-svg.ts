type Box = {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly label: string;
  readonly note: string;
};
type Line = {
  readonly from: string;
  readonly to: string;
  readonly label: string;
  readonly style: "solid" | "dashed";
};
type Size = { readonly width: number; readonly height: number };

function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

function short(text: string): string {
  const signs = [...text];
  return signs.length > 24 ? `${signs.slice(0, 23).join("")}…` : text;
}

/** The picture as a standing file: boxes, lines and words only, every word escaped. */
export function graphSvg(boxes: readonly Box[], lines: readonly Line[], size: Size): string {
  const places = new Map(boxes.map((box) => [box.id, box]));
  const right = Math.max(0, ...boxes.map((box) => box.x + size.width)) + 20;
  const bottom = Math.max(0, ...boxes.map((box) => box.y + size.height)) + 20;
  const drawnLines = lines.map((line) => {
    const from = places.get(line.from);
    const to = places.get(line.to);
    if (from === undefined || to === undefined) return "";
    const [x1, y1] = [from.x + size.width / 2, from.y + size.height];
    const [x2, y2] = [to.x + size.width / 2, to.y];
    const dash = line.style === "dashed" ? ' stroke-dasharray="6 4"' : "";
    return `<path d="M${x1} ${y1}L${x2} ${y2}" stroke="#555" fill="none"${dash} marker-end="url(#a)"/><text x="${(x1 + x2) / 2}" y="${(y1 + y2) / 2}" text-anchor="middle">${escaped(line.label)}</text>`;
  });
  const drawnBoxes = boxes.map(
    ({ x, y, label, note }) =>
      `<g><rect x="${x}" y="${y}" width="${size.width}" height="${size.height}" rx="6" fill="#fff" stroke="#555"/><text x="${x + 10}" y="${y + 28}" font-weight="700">${escaped(short(label))}</text><text x="${x + 10}" y="${y + 48}">${escaped(note)}</text></g>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-20 -20 ${right + 20} ${bottom + 20}" font-family="sans-serif" font-size="13"><defs><marker id="a" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="8" markerHeight="8" orient="auto"><path d="M0 0L8 4L0 8Z" fill="#555"/></marker></defs>${drawnLines.join("")}${drawnBoxes.join("")}</svg>`;
}
