/** The outlines of a TrueType font as SVG paths, in units of the em, y pointing up. */
export type GlyphOutlines = {
  readonly unitsPerEm: number;
  path(glyph: number): string;
};

type Point = { readonly x: number; readonly y: number; readonly on: boolean };

const MAX_PARTS = 8;

function tables(view: DataView): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (let i = 0; i < view.getUint16(4); i += 1) {
    const at = 12 + i * 16;
    const tag = String.fromCharCode(...[0, 1, 2, 3].map((k) => view.getUint8(at + k)));
    found.set(tag, view.getUint32(at + 8));
  }
  return found;
}

function middle(a: Point, b: Point): Point {
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2, on: true };
}

// Between two control points of a quadratic outline lies a point that is not written.
function contourPath(points: readonly Point[]): string {
  const first = points[0];
  const last = points.at(-1);
  if (!first || !last) return "";
  const start = [first, last].find((point) => point.on) ?? middle(first, last);
  let path = `M${start.x} ${start.y}`;
  let control: Point | null = null;
  for (const point of [...(first.on ? points.slice(1) : points), start]) {
    if (point.on) {
      path += control
        ? `Q${control.x} ${control.y} ${point.x} ${point.y}`
        : `L${point.x} ${point.y}`;
      control = null;
    } else {
      if (control) {
        const between = middle(control, point);
        path += `Q${control.x} ${control.y} ${between.x} ${between.y}`;
      }
      control = point;
    }
  }
  return `${path}Z`;
}

function readFlags(view: DataView, from: number, count: number): { flags: number[]; at: number } {
  const flags: number[] = [];
  let at = from;
  while (flags.length < count) {
    const flag = view.getUint8(at);
    at += 1;
    flags.push(flag);
    if (flag & 8) {
      for (let left = view.getUint8(at); left > 0; left -= 1) flags.push(flag);
      at += 1;
    }
  }
  return { flags, at };
}

function readAxis(
  view: DataView,
  from: number,
  flags: readonly number[],
  short: number,
  same: number,
): { values: number[]; at: number } {
  let at = from;
  let value = 0;
  const values = flags.map((flag) => {
    if (flag & short) {
      value += flag & same ? view.getUint8(at) : -view.getUint8(at);
      at += 1;
    } else if (!(flag & same)) {
      value += view.getInt16(at);
      at += 2;
    }
    return value;
  });
  return { values, at };
}

function simpleGlyph(view: DataView, at: number, contours: number): Point[][] {
  const ends = Array.from({ length: contours }, (_, i) => view.getUint16(at + 10 + i * 2));
  const count = (ends.at(-1) ?? -1) + 1;
  const instructions = at + 10 + contours * 2;
  const head = readFlags(view, instructions + 2 + view.getUint16(instructions), count);
  const xs = readAxis(view, head.at, head.flags, 2, 16);
  const ys = readAxis(view, xs.at, head.flags, 4, 32);
  const points = head.flags
    .slice(0, count)
    .map((flag, i) => ({ x: xs.values[i] ?? 0, y: ys.values[i] ?? 0, on: (flag & 1) === 1 }));
  return ends.map((end, i) => points.slice(i === 0 ? 0 : (ends[i - 1] ?? 0) + 1, end + 1));
}

type Part = {
  readonly glyph: number;
  readonly matrix: readonly [number, number, number, number, number, number];
};

function compositeParts(view: DataView, from: number): Part[] {
  const parts: Part[] = [];
  let at = from + 10;
  for (;;) {
    const flags = view.getUint16(at);
    const glyph = view.getUint16(at + 2);
    const words = (flags & 1) !== 0;
    const dx = words ? view.getInt16(at + 4) : view.getInt8(at + 4);
    const dy = words ? view.getInt16(at + 6) : view.getInt8(at + 5);
    at += words ? 8 : 6;
    const f = (offset: number) => view.getInt16(at + offset) / 16384;
    let matrix: Part["matrix"] = [1, 0, 0, 1, dx, dy];
    if (flags & 8) {
      matrix = [f(0), 0, 0, f(0), dx, dy];
      at += 2;
    } else if (flags & 64) {
      matrix = [f(0), 0, 0, f(2), dx, dy];
      at += 4;
    } else if (flags & 128) {
      matrix = [f(0), f(2), f(4), f(6), dx, dy];
      at += 8;
    }
    parts.push({ glyph, matrix });
    if (!(flags & 32)) return parts;
  }
}

/** Reads the outlines of a TrueType font. Throws a RangeError on a file that has none. */
export function glyphOutlines(font: Uint8Array): GlyphOutlines {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const places = tables(view);
  const need = (tag: string) => {
    const at = places.get(tag);
    if (at === undefined) throw new RangeError(`font has no ${tag} table`);
    return at;
  };
  const [head, loca, glyf] = [need("head"), need("loca"), need("glyf")];
  const long = view.getInt16(head + 50) === 1;
  const offset = (glyph: number) =>
    long ? view.getUint32(loca + glyph * 4) : view.getUint16(loca + glyph * 2) * 2;
  const contoursOf = (glyph: number, depth: number): Point[][] => {
    if (depth > MAX_PARTS || offset(glyph) === offset(glyph + 1)) return [];
    const at = glyf + offset(glyph);
    const count = view.getInt16(at);
    if (count >= 0) return simpleGlyph(view, at, count);
    return compositeParts(view, at).flatMap(({ glyph: part, matrix: [a, b, c, d, e, f] }) =>
      contoursOf(part, depth + 1).map((points) =>
        points.map(({ x, y, on }) => ({ x: a * x + c * y + e, y: b * x + d * y + f, on })),
      ),
    );
  };
  return {
    unitsPerEm: view.getUint16(head + 18),
    path: (glyph) => contoursOf(glyph, 0).map(contourPath).join(""),
  };
}
