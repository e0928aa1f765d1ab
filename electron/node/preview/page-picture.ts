import { inflateSync } from "node:zlib";
import { objectText, type PdfFile, readPdf, reference } from "#node/pdf";
import { appError, err, ok, type Result } from "#shared/kernel";
import { contentTokens, type Token } from "./content-tokens.ts";
import { type GlyphOutlines, readOutlines } from "./glyph-outlines.ts";

type Matrix = readonly [number, number, number, number, number, number];
const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** First `a`, then `b`. */
function times(a: Matrix, b: Matrix): Matrix {
  return [
    a[0] * b[0] + a[1] * b[2],
    a[0] * b[1] + a[1] * b[3],
    a[2] * b[0] + a[3] * b[2],
    a[2] * b[1] + a[3] * b[3],
    a[4] * b[0] + a[5] * b[2] + b[4],
    a[4] * b[1] + a[5] * b[3] + b[5],
  ];
}

const short = (value: number) => String(Math.round(value * 10_000) / 10_000);
const matrixText = (matrix: Matrix) => `matrix(${matrix.map(short).join(" ")})`;

function streamOf(file: PdfFile, number: number): Buffer {
  const range = file.objects.get(number);
  const text = objectText(file, number);
  const start = text.indexOf("stream");
  const length = Number(/\/Length (\d+)/.exec(text)?.[1] ?? 0);
  if (range === undefined || start < 0) return Buffer.alloc(0);
  const from = range.from + start + (text.startsWith("stream\r\n", start) ? 8 : 7);
  const raw = file.bytes.subarray(from, from + length);
  return text.slice(0, start).includes("/FlateDecode") ? inflateSync(raw) : raw;
}

/** Names of a resource dictionary with the objects they stand for: `/f0 134 0 R`. */
function named(text: string, kind: "Font" | "XObject"): ReadonlyMap<string, number> {
  const inner = new RegExp(`/${kind} <<([^>]*)>>`).exec(text)?.[1] ?? "";
  return new Map(
    [...inner.matchAll(/\/(\S+) (\d+) 0 R/g)].map((match) => [match[1] ?? "", Number(match[2])]),
  );
}

type State = {
  ctm: Matrix;
  fill: string;
  stroke: string;
  width: number;
  dash: string;
  font: string;
  size: number;
};

function colour(values: readonly number[]): string {
  const channel = (value: number | undefined) =>
    Math.round(Math.min(1, Math.max(0, value ?? 0)) * 255);
  const [r, g, b] = values.length >= 3 ? values : [values[0], values[0], values[0]];
  return `rgb(${channel(r)} ${channel(g)} ${channel(b)})`;
}

/** Draws one page: vectors and glyph outlines as they stand in the file; no font of the machine is used. */
class PagePainter {
  readonly #file: PdfFile;
  readonly #outlines = new Map<number, GlyphOutlines>();
  readonly #glyphs = new Map<string, string>();
  readonly #shapes: string[] = [];

  constructor(file: PdfFile) {
    this.#file = file;
  }

  #font(number: number): GlyphOutlines | undefined {
    const known = this.#outlines.get(number);
    if (known !== undefined) return known;
    const descendant = /\/DescendantFonts \[(\d+) 0 R\]/.exec(objectText(this.#file, number))?.[1];
    if (descendant === undefined) return undefined;
    const descriptor = reference(objectText(this.#file, Number(descendant)), "FontDescriptor");
    const program = reference(objectText(this.#file, descriptor), "FontFile2");
    const outlines = readOutlines(new Uint8Array(streamOf(this.#file, program)));
    this.#outlines.set(number, outlines);
    return outlines;
  }

  #glyph(font: number, glyph: number, outlines: GlyphOutlines): string {
    const id = `g${font}-${glyph}`;
    if (!this.#glyphs.has(id)) this.#glyphs.set(id, outlines.path(glyph));
    return id;
  }

  paint(content: string, resources: string, base: Matrix, depth: number): void {
    const fonts = named(resources, "Font");
    const forms = named(resources, "XObject");
    let state: State = {
      ctm: base,
      fill: "rgb(0 0 0)",
      stroke: "rgb(0 0 0)",
      width: 1,
      dash: "",
      font: "",
      size: 0,
    };
    const stack: State[] = [];
    let line: Matrix = IDENTITY;
    let path = "";
    let operands: Token[] = [];
    const numbers = () =>
      operands.flatMap((token) => (token.kind === "number" ? [token.value] : []));
    const number = (index: number) => numbers()[index] ?? 0;
    const name = () => operands.findLast((token) => token.kind === "name")?.value ?? "";

    const shape = (fill: boolean, stroke: boolean, evenOdd = false) => {
      const looks = [
        `fill="${fill ? state.fill : "none"}"`,
        evenOdd ? 'fill-rule="evenodd"' : "",
        stroke ? `stroke="${state.stroke}" stroke-width="${short(state.width)}"` : "",
        stroke && state.dash !== "" ? `stroke-dasharray="${state.dash}"` : "",
      ];
      if (path !== "")
        this.#shapes.push(
          `<path d="${path}" transform="${matrixText(state.ctm)}" ${looks.filter(Boolean).join(" ")}/>`,
        );
      path = "";
    };

    const show = (tokens: readonly Token[]) => {
      const font = fonts.get(state.font) ?? -1;
      const outlines = this.#font(font);
      if (outlines === undefined) return;
      const scale = state.size / outlines.unitsPerEm;
      let x = 0;
      for (const token of tokens) {
        if (token.kind === "number") x -= (token.value / 1_000) * state.size;
        if (token.kind !== "text") continue;
        for (let at = 0; at + 1 < token.value.length; at += 2) {
          const glyph = (token.value[at] ?? 0) * 256 + (token.value[at + 1] ?? 0);
          const place = times(times([scale, 0, 0, scale, x, 0], line), state.ctm);
          const id = this.#glyph(font, glyph, outlines);
          this.#shapes.push(
            `<use href="#${id}" transform="${matrixText(place)}" fill="${state.fill}"/>`,
          );
          x += outlines.advance(glyph) * scale;
        }
      }
      line = times([1, 0, 0, 1, x, 0], line);
    };

    const matrix = (): Matrix => [number(0), number(1), number(2), number(3), number(4), number(5)];
    const actions: Readonly<Record<string, () => void>> = {
      q: () => stack.push({ ...state }),
      Q: () => {
        state = stack.pop() ?? state;
      },
      cm: () => {
        state.ctm = times(matrix(), state.ctm);
      },
      w: () => {
        state.width = number(0);
      },
      d: () => {
        state.dash = numbers().slice(0, -1).map(short).join(" ");
      },
      g: () => {
        state.fill = colour(numbers());
      },
      G: () => {
        state.stroke = colour(numbers());
      },
      m: () => {
        path += `M${short(number(0))} ${short(number(1))}`;
      },
      l: () => {
        path += `L${short(number(0))} ${short(number(1))}`;
      },
      c: () => {
        path += `C${numbers().map(short).join(" ")}`;
      },
      re: () => {
        const [x = 0, y = 0, w = 0, h = 0] = numbers();
        path += `M${short(x)} ${short(y)}h${short(w)}v${short(h)}h${short(-w)}Z`;
      },
      h: () => {
        path += "Z";
      },
      n: () => {
        path = "";
      },
      f: () => shape(true, false),
      "f*": () => shape(true, false, true),
      S: () => shape(false, true),
      s: () => {
        path += "Z";
        shape(false, true);
      },
      B: () => shape(true, true),
      "B*": () => shape(true, true, true),
      BT: () => {
        line = IDENTITY;
      },
      Tf: () => {
        state.font = name();
        state.size = number(0);
      },
      Tm: () => {
        line = matrix();
      },
      Td: () => {
        line = times([1, 0, 0, 1, number(0), number(1)], line);
      },
      Tj: () => show(operands),
      TJ: () => show(operands),
      Do: () => {
        const form = forms.get(name());
        if (form === undefined || depth > 8) return;
        const text = objectText(this.#file, form);
        if (!text.includes("/Subtype /Form")) return;
        const own = /\/Matrix \[([^\]]+)\]/.exec(text)?.[1]?.trim().split(/\s+/).map(Number);
        const place = own?.length === 6 ? (own as unknown as Matrix) : IDENTITY;
        const inner = streamOf(this.#file, form).toString("latin1");
        this.paint(inner, text, times(place, state.ctm), depth + 1);
      },
    };
    const same: Readonly<Record<string, string>> = {
      sc: "g",
      scn: "g",
      rg: "g",
      SC: "G",
      SCN: "G",
      RG: "G",
    };
    for (const token of contentTokens(content)) {
      if (token.kind !== "operator") {
        operands.push(token);
        continue;
      }
      actions[same[token.value] ?? token.value]?.();
      operands = [];
    }
  }

  svg(width: number, height: number): string {
    const glyphs = [...this.#glyphs].map(([id, path]) => `<path id="${id}" d="${path}"/>`).join("");
    const size = `width="${short(width)}" height="${short(height)}" viewBox="0 0 ${short(width)} ${short(height)}"`;
    return `<svg xmlns="http://www.w3.org/2000/svg" ${size}><defs>${glyphs}</defs><rect width="100%" height="100%" fill="rgb(255 255 255)"/>${this.#shapes.join("")}</svg>`;
  }
}

function pagesOf(file: PdfFile): readonly number[] {
  const root = reference(file.trailer, "Root");
  const walk = (number: number, depth: number): number[] => {
    const text = objectText(file, number);
    const kids = /\/Kids \[([^\]]*)\]/.exec(text)?.[1];
    if (kids === undefined || depth > 20) return [number];
    return [...kids.matchAll(/(\d+) 0 R/g)].flatMap((kid) => walk(Number(kid[1]), depth + 1));
  };
  return walk(reference(objectText(file, root), "Pages"), 0);
}

/** A page of one of our own PDFs as a picture for the screen, and how many pages there are. */
export type PagePicture = { readonly svg: string; readonly pages: number };

/**
 * Draws a page (from 1) of a PDF that the typesetter made. It knows what that typesetter writes and no more: a file made
 * elsewhere, or a page that is not there, answers `packet-no-page`.
 */
export function drawPage(pdf: Uint8Array, path: string, page: number): Result<PagePicture> {
  const none = () => err(appError("packet-no-page", { path, page }));
  try {
    const file = readPdf(pdf);
    const pages = pagesOf(file);
    const number = pages[page - 1];
    if (number === undefined) return none();
    const text = objectText(file, number);
    const box = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(text);
    const [width, height] = [Number(box?.[1] ?? 595.28), Number(box?.[2] ?? 841.89)];
    const painter = new PagePainter(file);
    const content = streamOf(file, reference(text, "Contents")).toString("latin1");
    // PDF counts upwards from the lower edge, a picture downwards from the upper one.
    painter.paint(content, text, [1, 0, 0, -1, 0, height], 0);
    return ok({ svg: painter.svg(width, height), pages: pages.length });
  } catch {
    return none();
  }
}
