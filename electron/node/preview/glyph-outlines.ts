/** Outlines and widths of an embedded TrueType font, by glyph number. */
export type GlyphOutlines = {
  readonly unitsPerEm: number;
  /** SVG path data in font units, y upwards; empty for a blank. */
  readonly path: (glyph: number) => string;
  readonly advance: (glyph: number) => number;
};

type Point = { readonly x: number; readonly y: number; readonly on: boolean };
type Contours = readonly (readonly Point[])[];

const MAX_DEPTH = 6;

function tablesOf(view: DataView): ReadonlyMap<string, number> {
  const tables = new Map<string, number>();
  for (let index = 0; index < view.getUint16(4); index += 1) {
    const at = 12 + index * 16;
    const tag = String.fromCharCode(...[0, 1, 2, 3].map((byte) => view.getUint8(at + byte)));
    tables.set(tag, view.getUint32(at + 8));
  }
  return tables;
}

/** Reads the flags of a simple glyph; a repeat count follows a flag that says so. */
function readFlags(view: DataView, start: number, count: number): { flags: number[]; at: number } {
  const flags: number[] = [];
  let at = start;
  while (flags.length < count) {
    const flag = view.getUint8(at);
    at += 1;
    flags.push(flag);
    if ((flag & 8) === 0) continue;
    for (let left = view.getUint8(at); left > 0; left -= 1) flags.push(flag);
    at += 1;
  }
  return { flags, at };
}

function readCoordinates(
  view: DataView,
  start: number,
  flags: readonly number[],
  short: number,
  same: number,
): { values: number[]; at: number } {
  const values: number[] = [];
  let at = start;
  let value = 0;
  for (const flag of flags) {
    if ((flag & short) !== 0) {
      value += (flag & same) !== 0 ? view.getUint8(at) : -view.getUint8(at);
      at += 1;
    } else if ((flag & same) === 0) {
      value += view.getInt16(at);
      at += 2;
    }
    values.push(value);
  }
  return { values, at };
}

function simpleGlyph(view: DataView, start: number, contours: number): Contours {
  const ends = Array.from({ length: contours }, (_, index) =>
    view.getUint16(start + 10 + index * 2),
  );
  const count = (ends.at(-1) ?? -1) + 1;
  const instructions = start + 10 + contours * 2;
  const { flags, at } = readFlags(view, instructions + 2 + view.getUint16(instructions), count);
  const xs = readCoordinates(view, at, flags, 2, 16);
  const ys = readCoordinates(view, xs.at, flags, 4, 32);
  const points = flags.map((flag, index) => ({
    x: xs.values[index] ?? 0,
    y: ys.values[index] ?? 0,
    on: (flag & 1) !== 0,
  }));
  return ends.map((end, index) =>
    points.slice(index === 0 ? 0 : (ends[index - 1] ?? 0) + 1, end + 1),
  );
}

type Scale = readonly [a: number, b: number, c: number, d: number];

function readScale(view: DataView, at: number, flags: number): { scale: Scale; at: number } {
  const f2dot14 = (offset: number) => view.getInt16(at + offset) / 16_384;
  if ((flags & 0x08) !== 0) return { scale: [f2dot14(0), 0, 0, f2dot14(0)], at: at + 2 };
  if ((flags & 0x40) !== 0) return { scale: [f2dot14(0), 0, 0, f2dot14(2)], at: at + 4 };
  if ((flags & 0x80) !== 0)
    return { scale: [f2dot14(0), f2dot14(2), f2dot14(4), f2dot14(6)], at: at + 8 };
  return { scale: [1, 0, 0, 1], at };
}

function moved(contours: Contours, [a, b, c, d]: Scale, dx: number, dy: number): Contours {
  return contours.map((points) =>
    points.map(({ x, y, on }) => ({ x: a * x + c * y + dx, y: b * x + d * y + dy, on })),
  );
}

function contourPath(points: readonly Point[]): string {
  const first = points.findIndex((point) => point.on);
  const middle = (a: Point, b: Point): Point => ({
    x: (a.x + b.x) / 2,
    y: (a.y + b.y) / 2,
    on: true,
  });
  const [head, tail] = [points[0], points.at(-1)];
  if (head === undefined || tail === undefined) return "";
  const start = first >= 0 ? (points[first] ?? head) : middle(head, tail);
  const around = first >= 0 ? [...points.slice(first + 1), ...points.slice(0, first)] : points;
  const text = [`M${start.x} ${start.y}`];
  let control: Point | undefined;
  for (const point of [...around, start]) {
    if (point.on) {
      text.push(
        control === undefined
          ? `L${point.x} ${point.y}`
          : `Q${control.x} ${control.y} ${point.x} ${point.y}`,
      );
      control = undefined;
    } else {
      if (control !== undefined) {
        const between = middle(control, point);
        text.push(`Q${control.x} ${control.y} ${between.x} ${between.y}`);
      }
      control = point;
    }
  }
  if (control !== undefined) text.push(`Q${control.x} ${control.y} ${start.x} ${start.y}`);
  return `${text.join("")}Z`;
}

/** Reads the outlines of a TrueType font as PDFs embed it. */
export function readOutlines(bytes: Uint8Array): GlyphOutlines {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const tables = tablesOf(view);
  const table = (tag: string) => tables.get(tag) ?? 0;
  const long = view.getInt16(table("head") + 50) === 1;
  const metrics = view.getUint16(table("hhea") + 34);
  const offset = (glyph: number) =>
    long
      ? view.getUint32(table("loca") + glyph * 4)
      : view.getUint16(table("loca") + glyph * 2) * 2;

  const contoursOf = (glyph: number, depth: number): Contours => {
    const [from, to] = [offset(glyph), offset(glyph + 1)];
    if (from >= to || depth > MAX_DEPTH) return [];
    const start = table("glyf") + from;
    const count = view.getInt16(start);
    return count >= 0 ? simpleGlyph(view, start, count) : compound(start + 10, depth);
  };

  const compound = (start: number, depth: number): Contours => {
    const found: (readonly Point[])[] = [];
    for (let at = start, more = true; more; ) {
      const flags = view.getUint16(at);
      const part = view.getUint16(at + 2);
      const wide = (flags & 1) !== 0;
      const dx = wide ? view.getInt16(at + 4) : view.getInt8(at + 4);
      const dy = wide ? view.getInt16(at + 6) : view.getInt8(at + 5);
      const scaled = readScale(view, at + (wide ? 8 : 6), flags);
      at = scaled.at;
      more = (flags & 0x20) !== 0;
      found.push(...moved(contoursOf(part, depth + 1), scaled.scale, dx, dy));
    }
    return found;
  };

  return {
    unitsPerEm: view.getUint16(table("head") + 18),
    path: (glyph) => contoursOf(glyph, 0).map(contourPath).join(""),
    advance: (glyph) => view.getUint16(table("hmtx") + Math.min(glyph, metrics - 1) * 4),
  };
}
