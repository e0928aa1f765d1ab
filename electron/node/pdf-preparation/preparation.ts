import { type AppError, appError } from "#shared/kernel";
import type { Inline, Run } from "#shared/packet";
import { breakLongWords } from "./break-words.ts";
import type { Coverage } from "./font-coverage.ts";
import { codePointName, type Neutralised, neutralText } from "./neutral-text.ts";
import { svgFault, svgText } from "./safe-svg.ts";

/** Something in a text that was made visible or dropped; `path` leads to it in the document. */
export type TypesetWarning = Neutralised & { readonly path: string };

/** Pieces of text as the templates read them; the meaning of each is listed in `templates/inline.typ`. */
export type Piece =
  | string
  | 0
  | 1
  | { s: Piece[] }
  | { l: string; c: Piece[] }
  | { n: Piece[] }
  | { k: string; n: Piece[] }
  | { r: string };

function excerptAround(text: string, index: number): string {
  return text.slice(Math.max(0, index - 12), index + 14).replaceAll("\n", " ");
}

/**
 * The state of making one document ready: which drawings lie beside it, what was neutralised, what was cited already,
 * and what is wrong. Every text of a document passes through `plain` or `inline`, so none reaches the page unchecked.
 */
export class Preparation {
  readonly files = new Map<string, string>();
  readonly warnings: TypesetWarning[] = [];
  readonly faults: AppError[] = [];
  readonly #cited = new Set<string>();
  readonly #coverage: Coverage;
  readonly lang: "zh" | "en";

  constructor(coverage: Coverage, lang: "zh" | "en") {
    this.#coverage = coverage;
    this.lang = lang;
  }

  /** Text on one line without pieces: headings, alternative texts, document information. */
  plain(text: string, path: string): string {
    return this.#neutral(text, path).replaceAll("\n", " ");
  }

  /** Text in pieces; `tight` lets even codes and amounts break. */
  inline(value: Inline, path: string, tight = false): Piece[] {
    if (typeof value === "string") return this.#pieces(value, path, tight);
    return value.flatMap((run, index) => this.#run(run, `${path}.${index}`, tight));
  }

  optional(value: Inline | undefined, path: string): Piece[] | null {
    return value === undefined ? null : this.inline(value, path);
  }

  optionalPlain(value: string | undefined, path: string): string | null {
    return value === undefined ? null : this.plain(value, path);
  }

  /** Puts a drawing beside the document and returns where the templates find it. */
  addDrawing(name: string, svg: string): string {
    const fault = svgFault(svg, name);
    if (fault) this.faults.push(fault);
    else this.#noteMissing(svgText(svg), name);
    const path = `/data/${name}.svg`;
    this.files.set(path, svg);
    return path;
  }

  #run(run: Run, path: string, tight: boolean): Piece[] {
    const inner = this.#pieces(run.text, path, tight);
    const strong: Piece[] = run.strong ? [{ s: inner }] : inner;
    const linked: Piece[] = run.href ? [{ l: run.href, c: strong }] : strong;
    const notes: Piece[] = [];
    if (run.note !== undefined) notes.push({ n: this.#pieces(run.note, `${path}.note`) });
    if (run.cite) notes.push(this.#citation(run.cite, path));
    return [...linked, ...notes];
  }

  #citation(cite: NonNullable<Run["cite"]>, path: string): Piece {
    if (this.#cited.has(cite.id)) return { r: cite.id };
    this.#cited.add(cite.id);
    return { k: cite.id, n: this.#pieces(cite.text, `${path}.cite`) };
  }

  #pieces(text: string, path: string, tight = false): Piece[] {
    return this.#neutral(text, path)
      .split("\n")
      .flatMap((line, index): Piece[] => {
        const words = breakLongWords(line, tight);
        return index === 0 ? words : [1, ...words];
      });
  }

  #neutral(text: string, path: string): string {
    const seen: Neutralised[] = [];
    const result = neutralText(text, seen);
    for (const item of seen) this.warnings.push({ ...item, path });
    this.#noteMissing(result, path);
    return result;
  }

  #noteMissing(text: string, path: string): void {
    let index = 0;
    for (const character of text) {
      const code = character.codePointAt(0) ?? 0;
      if (code !== 0x0a && !this.#coverage.has(code)) {
        const excerpt = excerptAround(text, index);
        const codePoint = codePointName(code);
        this.faults.push(appError("pdf-glyph-missing", { character, codePoint, path, excerpt }));
        return;
      }
      index += character.length;
    }
  }
}
