import type { Picture, PictureEdge, PictureNode } from "#shared/ownership";

/** Words the drawing needs; names and shares are data. */
export type DrawingWords = {
  readonly name: (node: PictureNode) => string;
  readonly share: (edge: PictureEdge) => string;
  readonly more: (count: number) => string;
};

/** A drawing with what the page needs to know of it. */
export type Drawing = {
  readonly svg: string;
  readonly widthMm: number;
  readonly shown: number;
  readonly left: number;
};

const PAGE = 156;
const GAP = 5;
const ROW = 15;
const STEP = 31;
const MOST_IN_ROW = 6;
const MOST_TIERS = 5;
const FONT = 2.7;
const LINE = 3.3;

type Box = {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly lines: readonly string[];
};

/** Everything but letters, digits and what lies beyond ASCII as a number: no name can become markup or look like it. */
function escaped(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Variation_Selector}]/gu, "")
    .replace(/[^A-Za-z0-9 \u0080-\u{10ffff}]/gu, (char) => `&#${char.codePointAt(0)};`);
}

const widthOf = (char: string) => (char < "\u0250" ? 0.56 : 1);

/** Breaks a name into at most four lines of a box; what is longer ends in an ellipsis and stands whole in the table. */
function wrap(name: string, width: number): readonly string[] {
  const whole = [...name].reduce((sum, char) => sum + widthOf(char), 0);
  const count = Math.max(1, Math.ceil(whole / (width / FONT)));
  // Lines of about equal length: one character alone on the last looks careless.
  const most = Math.min(width / FONT, whole / count + 1);
  const lines: string[] = [];
  let line = "";
  let used = 0;
  for (const char of name) {
    if (used + widthOf(char) > most) {
      lines.push(line);
      line = "";
      used = 0;
    }
    line += char;
    used += widthOf(char);
  }
  lines.push(line);
  if (lines.length <= 4) return lines.map((item) => item.trim());
  return [...lines.slice(0, 3), `${(lines[3] ?? "").slice(0, -1)}…`].map((item) => item.trim());
}

const strength = ({ label }: PictureEdge): number => {
  if (label.kind === "exact") return Number(label.percent);
  return label.kind === "range" ? Number(label.max) : 0;
};

type Row = { readonly nodes: readonly PictureNode[]; readonly left: number };

/** Rows from the top tier down to the subject: the largest holders of each, as many as a page takes. */
function rowsOf(picture: Picture): readonly Row[] {
  const top = Math.min(MOST_TIERS, Math.max(0, ...picture.nodes.map(({ tier }) => tier)));
  const rows: Row[] = [];
  const place = new Map<string, number>([[picture.subject, 0]]);
  for (let tier = 0; tier <= top; tier += 1) {
    const own = picture.nodes.filter((node) => node.tier === tier);
    const below = (node: PictureNode) =>
      picture.edges.filter((edge) => edge.owner === node.id && place.has(edge.target));
    const ranked = own
      .filter((node) => tier === 0 || below(node).length > 0)
      .toSorted((a, b) => {
        const strongest = (node: PictureNode) => Math.max(0, ...below(node).map(strength));
        return strongest(b) - strongest(a) || Number(a.id > b.id) - Number(a.id < b.id);
      })
      .slice(0, MOST_IN_ROW);
    const mean = (node: PictureNode) => {
      const at = below(node).map((edge) => place.get(edge.target) ?? 0);
      return at.length === 0 ? 0 : at.reduce((sum, value) => sum + value, 0) / at.length;
    };
    const nodes = ranked.toSorted((a, b) => mean(a) - mean(b));
    nodes.forEach((node, index) => {
      place.set(node.id, (index + 0.5) / nodes.length);
    });
    rows.unshift({ nodes, left: own.length - nodes.length });
  }
  return rows;
}

function boxesOf(rows: readonly Row[], words: DrawingWords): ReadonlyMap<string, Box> {
  const boxes = new Map<string, Box>();
  rows.forEach(({ nodes, left }, row) => {
    const count = nodes.length + (left > 0 ? 1 : 0);
    const w = Math.min(46, (PAGE - GAP * (count - 1)) / Math.max(1, count));
    const start = (PAGE - (w * count + GAP * (count - 1))) / 2;
    const put = (id: string, at: number, text: string) =>
      boxes.set(id, { x: start + at * (w + GAP), y: row * STEP + 1, w, lines: wrap(text, w - 3) });
    nodes.forEach((node, at) => {
      put(node.id, at, words.name(node));
    });
    if (left > 0) put(`more-${row}`, nodes.length, words.more(left));
  });
  return boxes;
}

const n = (value: number) => String(Math.round(value * 100) / 100);
const FAMILY = `font-family="Noto Sans SC, Noto Serif SC, Noto Serif JP" font-size="${FONT}" text-anchor="middle"`;

function drawBox(id: string, box: Box, subject: boolean): string {
  const { x, y, w, lines } = box;
  const more = id.startsWith("more-");
  const frame = `<rect x="${n(x)}" y="${n(y)}" width="${n(w)}" height="${ROW}" fill="${subject ? "#eee" : "#fff"}" stroke="${more ? "none" : "#000"}" stroke-width="${subject ? 0.5 : 0.25}"/>`;
  const first = y + ROW / 2 - ((lines.length - 1) * LINE) / 2 + FONT * 0.36;
  const text = lines.map(
    (line, index) =>
      `<text x="${n(x + w / 2)}" y="${n(first + index * LINE)}" ${FAMILY}>${escaped(line)}</text>`,
  );
  return frame + text.join("");
}

/** Labels stand at different heights along their lines, so that those of one target do not cover each other. */
function drawEdge(
  edge: PictureEdge,
  from: Box,
  to: Box,
  turn: number,
  words: DrawingWords,
): string {
  const [x1, y1] = [from.x + from.w / 2, from.y + ROW];
  const [x2, y2] = [to.x + to.w / 2, to.y];
  const dash = edge.style === "dashed" ? ' stroke-dasharray="1.4 1"' : "";
  const upwards = y2 <= y1;
  const path = upwards
    ? `M${n(x1)} ${n(y1)}C${n(x1 + 18)} ${n(y1 + 9)} ${n(x2 + 18)} ${n(y2 - 9)} ${n(x2)} ${n(y2)}`
    : `M${n(x1)} ${n(y1)}L${n(x2)} ${n(y2)}`;
  const line = `<path d="${path}" fill="none" stroke="#000" stroke-width="0.25"${dash}/>`;
  const head = `<path d="M${n(x2 - 0.9)} ${n(y2 - 1.8)}L${n(x2)} ${n(y2)}L${n(x2 + 0.9)} ${n(y2 - 1.8)}Z" fill="#000"/>`;
  const label = words.share(edge);
  if (label === "") return line + head;
  const part = 0.34 + (turn % 2) * 0.22;
  const [x, y] = [x1 + (x2 - x1) * part, y1 + (y2 - y1) * part];
  const w = [...label].reduce((sum, char) => sum + widthOf(char), 0) * FONT + 1.4;
  return `${line}${head}<rect x="${n(x - w / 2)}" y="${n(y - FONT * 0.75)}" width="${n(w)}" height="${n(FONT * 1.35)}" fill="#fff"/><text x="${n(x)}" y="${n(y + FONT * 0.3)}" ${FAMILY}>${escaped(label)}</text>`;
}

/** Who holds whom as a drawing, top holders above, the unit below; dashed where power rests on a contract. */
export function drawOwnership(picture: Picture, words: DrawingWords): Drawing {
  const rows = rowsOf(picture);
  const boxes = boxesOf(rows, words);
  const turns = new Map<string, number>();
  const edges = picture.edges.flatMap((edge) => {
    const [from, to] = [boxes.get(edge.owner), boxes.get(edge.target)];
    if (from === undefined || to === undefined) return [];
    const turn = turns.get(edge.target) ?? 0;
    turns.set(edge.target, turn + 1);
    return [drawEdge(edge, from, to, turn, words)];
  });
  const height = (rows.length - 1) * STEP + ROW + 2;
  const nodes = [...boxes].map(([id, box]) => drawBox(id, box, id === picture.subject));
  const shown = rows.reduce((sum, row) => sum + row.nodes.length, 0);
  return {
    svg: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${PAGE} ${n(height)}">${edges.join("")}${nodes.join("")}</svg>`,
    widthMm: PAGE,
    shown,
    left: picture.nodes.filter(({ tier }) => tier >= 0).length - shown,
  };
}
