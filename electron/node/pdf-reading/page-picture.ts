import { inflateSync } from "node:zlib";
import { appError, err, ok, type Result } from "#shared/kernel";
import { type GlyphOutlines, glyphOutlines } from "./glyph-outlines.ts";
import { glyphTexts, type PlacedText } from "./glyph-texts.ts";
import { type PdfFile, readPdf, reference } from "./pdf-file.ts";
import { isDict, isRef, PdfReader, type PdfValue } from "./pdf-syntax.ts";

/** A page as a picture that needs neither a font nor a viewer. */
export type PagePicture = { readonly svg: string; readonly pages: number };

type Dict = ReadonlyMap<string, PdfValue>;

type Font = {
  readonly outlines: GlyphOutlines;
  readonly width: (glyph: number) => number;
  readonly key: string;
  readonly text: (glyph: number) => string;
};

type State = {
  readonly matrix: readonly number[];
  readonly fill: string;
  readonly stroke: string;
  readonly line: number;
};

const STREAM_LIMIT = 64 * 1024 ** 2;

/** Follows references in one PDF of the compiler. */
class PdfObjects {
  readonly file: PdfFile;

  constructor(pdf: Uint8Array) {
    this.file = readPdf(pdf);
  }

  value(value: PdfValue | undefined): PdfValue | undefined {
    return isRef(value) ? this.object(value.ref) : value;
  }

  dict(value: PdfValue | undefined): Dict {
    const found = this.value(value);
    return isDict(found) ? found : new Map();
  }

  #start(number: number): number {
    const range = this.file.objects.get(number);
    if (!range) throw new RangeError(`PDF has no object ${number}`);
    return this.file.bytes.indexOf("obj", range.from) + 3;
  }

  object(number: number): PdfValue | undefined {
    return new PdfReader(this.file.bytes, this.#start(number)).next();
  }

  stream(value: PdfValue | undefined): Uint8Array {
    if (!isRef(value)) return new Uint8Array();
    const dict = this.dict(value);
    const length = this.value(dict.get("Length"));
    const at = this.file.bytes.indexOf("stream\n", this.#start(value.ref)) + 7;
    const raw = this.file.bytes.subarray(at, at + (typeof length === "number" ? length : 0));
    return dict.get("Filter") === "/FlateDecode"
      ? inflateSync(raw, { maxOutputLength: STREAM_LIMIT })
      : raw;
  }

  pages(): Dict[] {
    const root = this.dict({ ref: reference(this.file.trailer, "Root") });
    const walk = (value: PdfValue | undefined, depth: number): Dict[] => {
      const node = this.dict(value);
      if (node.get("Type") === "/Page" || depth > 30) return [node];
      const kids = this.value(node.get("Kids"));
      return Array.isArray(kids) ? kids.flatMap((kid: PdfValue) => walk(kid, depth + 1)) : [];
    };
    return walk(root.get("Pages"), 0);
  }
}

function numbers(values: readonly PdfValue[]): number[] {
  return values.map((value) => (typeof value === "number" ? value : 0));
}

function times(m: readonly number[], n: readonly number[]): number[] {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = m;
  const [A = 1, B = 0, C = 0, D = 1, E = 0, F = 0] = n;
  return [
    A * a + B * c,
    A * b + B * d,
    C * a + D * c,
    C * b + D * d,
    E * a + F * c + e,
    E * b + F * d + f,
  ];
}

function short(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}

function colour(values: readonly number[]): string {
  const level = (value: number) => Math.round(Math.min(1, Math.max(0, value)) * 255);
  const [r = 0, g = r, b = r] = values.map(level);
  return `rgb(${r},${g},${b})`;
}

// `W` of a CID font: runs of widths `first [w w …]`, or `first last w`.
function widths(objects: PdfObjects, font: Dict): (glyph: number) => number {
  const table = new Map<number, number>();
  const list = objects.value(font.get("W"));
  const items: readonly PdfValue[] = Array.isArray(list) ? list : [];
  for (let i = 0; i < items.length; ) {
    const first = Number(items[i]);
    const next = objects.value(items[i + 1]);
    if (Array.isArray(next)) {
      numbers(next).forEach((width, k) => {
        table.set(first + k, width);
      });
      i += 2;
    } else {
      for (let glyph = first; glyph <= Number(next); glyph += 1)
        table.set(glyph, Number(items[i + 2]));
      i += 3;
    }
  }
  const usual = Number(font.get("DW") ?? 1000);
  return (glyph) => table.get(glyph) ?? usual;
}

function fontsOf(objects: PdfObjects, resources: Dict, prefix: string): ReadonlyMap<string, Font> {
  const fonts = new Map<string, Font>();
  for (const [name, value] of objects.dict(resources.get("Font"))) {
    const kin = objects.value(objects.dict(value).get("DescendantFonts"));
    const font = objects.dict(Array.isArray(kin) ? (kin[0] as PdfValue) : undefined);
    const descriptor = objects.dict(font.get("FontDescriptor"));
    const outlines = glyphOutlines(objects.stream(descriptor.get("FontFile2")));
    // Names come from the file and may hold anything; ids of the picture are made here.
    const key = `${prefix}${fonts.size}`;
    const text = glyphTexts(() => objects.stream(objects.dict(value).get("ToUnicode")));
    fonts.set(`/${name}`, { outlines, width: widths(objects, font), key, text });
  }
  return fonts;
}

/** What the painters of one page share: the shapes of glyphs, and how much was done, so that a hostile file ends. */
type Sheet = {
  readonly glyphs: Map<string, string>;
  readonly texts: PlacedText[];
  painters: number;
  steps: number;
};

const STEP_LIMIT = 2_000_000;
const FORM_LIMIT = 200;

/** Draws the operators of one content stream as SVG. Only what the compiler writes is known; the rest draws nothing. */
class Painter {
  readonly #objects: PdfObjects;
  readonly #fonts: ReadonlyMap<string, Font>;
  readonly #resources: Dict;
  readonly #sheet: Sheet;
  readonly #out: string[] = [];
  readonly #stack: State[] = [];
  #state: State;
  #path = "";
  #clip = false;
  #font: Font | undefined;
  #size = 0;
  #text: readonly number[] = [1, 0, 0, 1, 0, 0];

  constructor(objects: PdfObjects, resources: Dict, matrix: readonly number[], sheet: Sheet) {
    this.#objects = objects;
    this.#resources = resources;
    sheet.painters += 1;
    this.#fonts = fontsOf(objects, resources, `g${sheet.painters}f`);
    this.#sheet = sheet;
    this.#state = { matrix, fill: "rgb(0,0,0)", stroke: "rgb(0,0,0)", line: 1 };
  }

  paint(content: Uint8Array): string {
    const reader = new PdfReader(content);
    let operands: PdfValue[] = [];
    for (let value = reader.next(); value !== undefined; value = reader.next()) {
      if (typeof value === "object" && value !== null && "op" in value) {
        this.#apply(value.op, operands);
        operands = [];
      } else operands.push(value);
    }
    return this.#out.join("");
  }

  #apply(op: string, operands: readonly PdfValue[]): void {
    this.#sheet.steps += 1;
    if (this.#sheet.steps > STEP_LIMIT) throw new RangeError("page too complex");
    const n = numbers(operands);
    switch (op) {
      case "q":
        this.#stack.push(this.#state);
        break;
      case "Q":
        this.#state = this.#stack.pop() ?? this.#state;
        break;
      case "cm":
        this.#state = { ...this.#state, matrix: times(this.#state.matrix, n) };
        break;
      case "sc":
      case "scn":
      case "g":
      case "rg":
        this.#state = { ...this.#state, fill: colour(n) };
        break;
      case "SC":
      case "SCN":
      case "G":
      case "RG":
        this.#state = { ...this.#state, stroke: colour(n) };
        break;
      case "w":
        this.#state = { ...this.#state, line: n[0] ?? 1 };
        break;
      case "Do":
        this.#form(String(operands[0]));
        break;
      default:
        this.#draw(op, n);
        this.#write(op, operands, n);
    }
  }

  #draw(op: string, n: readonly number[]): void {
    const points = () => n.map(short).join(" ");
    if (op === "m") this.#path += `M${points()}`;
    else if (op === "l") this.#path += `L${points()}`;
    else if (op === "c") this.#path += `C${points()}`;
    else if (op === "h") this.#path += "Z";
    else if (op === "re") {
      const [x = 0, y = 0, w = 0, h = 0] = n;
      this.#path += `M${short(x)} ${short(y)}h${short(w)}v${short(h)}h${short(-w)}Z`;
    } else if (op === "W" || op === "W*") this.#clip = true;
    else if (["S", "s", "f", "F", "f*", "B", "b", "n"].includes(op)) this.#finish(op);
  }

  #finish(op: string): void {
    const { matrix, fill, stroke, line } = this.#state;
    if (op !== "n" && !this.#clip && this.#path !== "") {
      const filled = ["f", "F", "f*", "B", "b"].includes(op);
      const lined = ["S", "s", "B", "b"].includes(op);
      const look = [
        `fill="${filled ? fill : "none"}"`,
        op === "f*" ? 'fill-rule="evenodd"' : "",
        lined ? `stroke="${stroke}" stroke-width="${short(line)}"` : "",
      ].filter((part) => part !== "");
      this.#out.push(
        `<path transform="matrix(${matrix.map(short).join(" ")})" d="${this.#path}" ${look.join(" ")}/>`,
      );
    }
    this.#path = "";
    this.#clip = false;
  }

  #write(op: string, operands: readonly PdfValue[], n: readonly number[]): void {
    if (op === "BT") this.#text = [1, 0, 0, 1, 0, 0];
    else if (op === "Tf") {
      this.#font = this.#fonts.get(String(operands[0]));
      this.#size = n[1] ?? 0;
    } else if (op === "Tm") this.#text = n;
    else if (op === "Td") this.#text = times(this.#text, [1, 0, 0, 1, n[0] ?? 0, n[1] ?? 0]);
    else if (op === "Tj") this.#show(operands);
    else if (op === "TJ" && Array.isArray(operands[0]))
      this.#show(operands[0] as readonly PdfValue[]);
  }

  #show(parts: readonly PdfValue[]): void {
    for (const part of parts) {
      if (typeof part === "number") this.#advance((-part / 1000) * this.#size);
      else if (part instanceof Uint8Array)
        for (let i = 0; i + 1 < part.length; i += 2)
          this.#glyph(((part[i] ?? 0) << 8) | (part[i + 1] ?? 0));
    }
  }

  #advance(by: number): void {
    this.#text = times(this.#text, [1, 0, 0, 1, by, 0]);
  }

  #glyph(glyph: number): void {
    const font = this.#font;
    if (!font) return;
    const id = `${font.key}-${glyph}`;
    if (!this.#sheet.glyphs.has(id)) this.#sheet.glyphs.set(id, font.outlines.path(glyph));
    if (this.#sheet.glyphs.get(id) !== "") {
      const scale = this.#size / font.outlines.unitsPerEm;
      const matrix = times(times(this.#state.matrix, this.#text), [scale, 0, 0, scale, 0, 0]);
      const place = matrix.map((value) => String(Math.round(value * 100000) / 100000)).join(" ");
      this.#out.push(
        `<use href="#${id}" transform="matrix(${place})" fill="${this.#state.fill}"/>`,
      );
    }
    const advance = (font.width(glyph) / 1000) * this.#size;
    const [a = 1, , , , e = 0, f = 0] = times(this.#state.matrix, this.#text);
    const [w, h] = [Math.abs(a) * advance, Math.abs(a) * this.#size];
    this.#sheet.texts.push({ text: font.text(glyph), x: e, y: f - h * 0.88, w, h });
    this.#advance(advance);
  }

  #form(name: string): void {
    const objects = this.#objects;
    const form = objects.dict(this.#resources.get("XObject")).get(name.slice(1));
    const dict = objects.dict(form);
    if (dict.get("Subtype") !== "/Form" || this.#sheet.painters > FORM_LIMIT) return;
    const own = objects.value(dict.get("Matrix"));
    const matrix = times(
      this.#state.matrix,
      Array.isArray(own) ? numbers(own) : [1, 0, 0, 1, 0, 0],
    );
    const painter = new Painter(objects, objects.dict(dict.get("Resources")), matrix, this.#sheet);
    this.#out.push(painter.paint(objects.stream(form)));
  }
}

function paintPage(objects: PdfObjects, page: Dict, upright: readonly number[]) {
  const sheet: Sheet = { glyphs: new Map(), texts: [], painters: 0, steps: 0 };
  const painter = new Painter(objects, objects.dict(page.get("Resources")), upright, sheet);
  return { drawn: painter.paint(objects.stream(page.get("Contents"))), sheet };
}

/**
 * What stands on each page of a PDF that this program typeset, glyph by glyph in the order of writing, in the units of the
 * page's picture. Other PDFs throw.
 */
export function pageTexts(pdf: Uint8Array): readonly (readonly PlacedText[])[] {
  const objects = new PdfObjects(pdf);
  return objects.pages().map((page) => {
    const box = objects.value(page.get("MediaBox"));
    const [x = 0, , , top = 842] = Array.isArray(box) ? numbers(box) : [];
    return paintPage(objects, page, [1, 0, 0, -1, -x, top]).sheet.texts;
  });
}

/**
 * One page (counted from 1) of a PDF that this program typeset, drawn from the PDF itself: what is shown is what is in the
 * file. To be shown as an image (its ids repeat from page to page). PDFs from elsewhere are refused with `pdf-preview-foreign`; a viewer has to open those.
 */
export function pagePicture(pdf: Uint8Array, page: number): Result<PagePicture> {
  try {
    const objects = new PdfObjects(pdf);
    const pages = objects.pages();
    const found = pages[page - 1];
    if (!found) return err(appError("pdf-page-missing", { page, pages: pages.length }));
    const box = objects.value(found.get("MediaBox"));
    const [x = 0, y = 0, right = 595, top = 842] = Array.isArray(box) ? numbers(box) : [];
    const { drawn, sheet } = paintPage(objects, found, [1, 0, 0, -1, -x, top]);
    const shapes = [...sheet.glyphs].map(([id, path]) => `<path id="${id}" d="${path}"/>`).join("");
    const [w, h] = [short(right - x), short(top - y)];
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${w} ${h}" width="${w}" height="${h}"><rect width="100%" height="100%" fill="#fff"/><defs>${shapes}</defs>${drawn}</svg>`;
    return ok({ svg, pages: pages.length });
  } catch (error) {
    return err(
      appError("pdf-preview-foreign", { problem: error instanceof Error ? error.message : "" }),
    );
  }
}
