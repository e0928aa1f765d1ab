import { boxSize, layOut } from "./layout.ts";

/** A party's box as it is drawn: names and marks are words already. */
export type DrawnBox = {
  readonly id: string;
  readonly label: string;
  /** The second line: kind and marks. */
  readonly note: string;
  /** How the frame looks beside its words: the subject thick, public holders double, listed ones dashed. */
  readonly frame: "plain" | "subject" | "public" | "listed";
};

/** A line between two boxes with what stands on it. */
export type DrawnLine = {
  readonly from: string;
  readonly to: string;
  readonly label: string;
  readonly style: "solid" | "dashed";
};

const COLUMNS = 24;
const SMALL_COLUMNS = 31;
const NOTE_COLUMNS = 28;

function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

const isWide = (sign: string) => (sign.codePointAt(0) ?? 0) > 0x2e7f;

/** Cuts a text into lines of so many columns, a Chinese character taking two; what does not fit ends in `…`. */
export function linesOf(text: string, columns: number, most: number): string[] {
  const lines: string[] = [];
  let line = "";
  let used = 0;
  for (const sign of text) {
    const width = isWide(sign) ? 2 : 1;
    if (used + width > columns) {
      const space = line.lastIndexOf(" ");
      // A Latin word is not broken where there is a space to break at.
      const keep = !isWide(sign) && sign !== " " && space > 0 ? space : line.length;
      lines.push(line.slice(0, keep).trimEnd());
      line = line.slice(keep).trimStart();
      used = [...line].reduce((sum, one) => sum + (isWide(one) ? 2 : 1), 0);
    }
    line += sign;
    used += width;
  }
  if (line !== "") lines.push(line);
  if (lines.length <= most) return lines;
  const last = lines[most - 1] ?? "";
  return [...lines.slice(0, most - 1), `${[...last].slice(0, -1).join("")}…`];
}

function boxSvg({ label, note, frame }: DrawnBox, x: number, y: number): string {
  const { width, height } = boxSize;
  const thick = frame === "subject" ? 2.5 : 1;
  const dash = frame === "listed" ? ' stroke-dasharray="3 2"' : "";
  const rect = (inset: number) =>
    `<rect x="${x + inset}" y="${y + inset}" width="${width - 2 * inset}" height="${height - 2 * inset}" rx="5" fill="#ffffff" stroke="#333333" stroke-width="${thick}"${dash}/>`;
  // A long name takes three lines in smaller letters rather than losing its end.
  const long = linesOf(label, COLUMNS, 3).length > 2;
  const [top, step, size] = long ? [17, 14.5, 11] : [20, 16, 12.5];
  const text = (words: string, line: number, weight: string) =>
    `<text x="${x + 10}" y="${y + top + line * step}" font-size="${size}"${weight}>${escaped(words)}</text>`;
  const names = long ? linesOf(label, SMALL_COLUMNS, 3) : linesOf(label, COLUMNS, 2);
  const notes = linesOf(note, NOTE_COLUMNS, 1);
  return [
    rect(0),
    ...(frame === "public" ? [rect(3)] : []),
    ...names.map((words, line) => text(words, line, ' font-weight="700"')),
    ...notes.map((words) => text(words, names.length + 0.35, "")),
  ].join("");
}

type Point = { readonly x: number; readonly y: number };

/** A line as it is drawn: its path, where it ends, and where the middle of what stands on it is. */
export type Curve = { readonly path: string; readonly end: Point; readonly middle: Point };

type Line = Pick<DrawnLine, "from" | "to" | "label">;
/** How far along a line its words may stand, the best place first. */
const ALONG = [0.5, 0.36, 0.64, 0.2, 0.8, 0.43, 0.57, 0.28, 0.72];

type Area = { readonly x: number; readonly y: number; readonly w: number; readonly h: number };

const columnsOf = (text: string) =>
  [...text].reduce((sum, sign) => sum + (isWide(sign) ? 2 : 1), 0);
const roomOf = (label: string) => columnsOf(label) * 6.6 + 8;

function overlap(a: Area, b: Area): boolean {
  return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
}

/** Areas that are taken, found again by the strip of the picture they lie in. */
function createAreas() {
  const strips = new Map<number, Area[]>();
  const stripsOf = ({ y, h }: Area) => [Math.floor(y / 100), Math.floor((y + h) / 100)];
  return {
    take: (area: Area) => {
      for (const strip of new Set(stripsOf(area)))
        strips.set(strip, [...(strips.get(strip) ?? []), area]);
    },
    isFree: (area: Area) =>
      stripsOf(area).every((strip) => !(strips.get(strip) ?? []).some((one) => overlap(one, area))),
  };
}

/**
 * The lines between boxes, in the order given; undefined where an end has no place. What stands on a line moves along it
 * where it would cover a box or other words, so that both lines of a ring can be read.
 */
export function curvesOf(
  lines: readonly Line[],
  places: ReadonlyMap<string, Point>,
): (Curve | undefined)[] {
  const taken = createAreas();
  for (const { x, y } of places.values()) taken.take({ x, y, w: boxSize.width, h: boxSize.height });
  return lines.map(({ from, to, label }) => {
    const [start, end] = [places.get(from), places.get(to)];
    if (start === undefined || end === undefined) return undefined;
    const curve = curveOf(start, end);
    if (label === "") return { ...curve, middle: curve.at(0.5) };
    const w = roomOf(label);
    const areaAt = (along: number) => {
      const { x, y } = curve.at(along);
      return { x: x - w / 2, y: y - 12, w, h: 16 };
    };
    const part = ALONG.find((each) => taken.isFree(areaAt(each))) ?? 0.5;
    taken.take(areaAt(part));
    return { path: curve.path, end: curve.end, middle: curve.at(part) };
  });
}

/**
 * The line from the foot of the holder's box to the head of the held one's, given their left upper corners; one that runs
 * up or along a tier bends aside, so that the two lines of a ring stay apart.
 */
function curveOf(from: Point, to: Point) {
  const { width, height } = boxSize;
  const start = { x: from.x + width / 2, y: from.y + height };
  const end = { x: to.x + width / 2, y: to.y };
  const down = end.y > start.y;
  const bend = down ? (end.y - start.y) / 2 : 60;
  const aside = down ? 0 : (start.x <= end.x ? -1 : 1) * width * 0.7;
  const path = `M${start.x} ${start.y}C${start.x + aside} ${start.y + bend} ${end.x + aside} ${end.y - bend} ${end.x} ${end.y}`;
  const [c1, c2] = [start.x + aside, end.x + aside];
  const [d1, d2] = [start.y + bend, end.y - bend];
  const at = (part: number): Point => {
    const rest = 1 - part;
    const weighed = (p0: number, p1: number, p2: number, p3: number) =>
      rest ** 3 * p0 + 3 * rest ** 2 * part * p1 + 3 * rest * part ** 2 * p2 + part ** 3 * p3;
    return {
      x: Math.round(weighed(start.x, c1, c2, end.x)),
      y: Math.round(weighed(start.y, d1, d2, end.y) + 4),
    };
  };
  return { path, end, at };
}

function lineSvg(line: DrawnLine, { path, end, middle }: Curve): { line: string; label: string } {
  const dash = line.style === "dashed" ? ' stroke-dasharray="6 4"' : "";
  const room = roomOf(line.label);
  const label =
    line.label === ""
      ? ""
      : `<rect x="${middle.x - room / 2}" y="${middle.y - 12}" width="${room}" height="16" fill="#ffffff"/><text x="${middle.x}" y="${middle.y}" font-size="12" text-anchor="middle">${escaped(line.label)}</text>`;
  const { x, y } = end;
  const head = `<path d="M${x} ${y}L${x - 4.5} ${y - 9}L${x + 4.5} ${y - 9}Z" fill="#333333"/>`;
  const drawn = `<path d="${path}" stroke="#333333" stroke-width="1" fill="none"${dash}/>${head}`;
  return { line: drawn, label };
}

/** The ownership picture as a standing file: boxes, lines and words only, every word escaped; the same input gives the same bytes. */
export function pictureSvg(
  root: string,
  boxes: readonly DrawnBox[],
  lines: readonly DrawnLine[],
): string {
  const places = layOut({ root, nodes: boxes.map(({ id }) => id), edges: lines });
  const all = [...places.values()];
  const left = Math.min(0, ...all.map(({ x }) => x)) - 90;
  const right = Math.max(0, ...all.map(({ x }) => x)) + boxSize.width + 90;
  const bottom = Math.max(0, ...all.map(({ y }) => y)) + boxSize.height + 20;
  const curves = curvesOf(lines, places);
  const drawnLines = lines.flatMap((line, index) => {
    const curve = curves[index];
    return curve ? [lineSvg(line, curve)] : [];
  });
  const drawnBoxes = boxes.flatMap((box) => {
    const place = places.get(box.id);
    return place ? [boxSvg(box, place.x, place.y)] : [];
  });
  // Lines pass behind boxes, what stands on them never does.
  const [width, height] = [right - left, bottom + 20];
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="${left} -20 ${width} ${height}" font-family="Noto Sans SC, sans-serif" fill="#111111">${drawnLines.map(({ line }) => line).join("")}${drawnBoxes.join("")}${drawnLines.map(({ label }) => label).join("")}</svg>`;
}
