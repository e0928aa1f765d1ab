import { type AppError, appError, err, ok, type Result } from "#shared/kernel";
import {
  type Block,
  type Cell,
  type Inline,
  type PacketDocument,
  plainText,
  type Run,
} from "#shared/packet";
import { breakLongWords } from "./break-words.ts";
import type { Coverage } from "./font-coverage.ts";
import { codePointName, type Neutralised, neutralText } from "./neutral-text.ts";
import { qrSvg } from "./qr-svg.ts";
import { svgFault, svgText } from "./safe-svg.ts";

/** Something in a text that was made visible or dropped; `path` leads to it in the document. */
export type TypesetWarning = Neutralised & { readonly path: string };

/** Pieces of text as the templates read them; the meaning of each is listed in `templates/inline.typ`. */
type Piece =
  | string
  | 0
  | 1
  | { s: Piece[] }
  | { l: string; c: Piece[] }
  | { n: Piece[] }
  | { k: string; n: Piece[] }
  | { r: string };

/** A document ready for the templates: data only, with its drawings as files beside it. */
export type Prepared = {
  readonly json: string;
  readonly files: ReadonlyMap<string, string>;
  readonly warnings: readonly TypesetWarning[];
};

// A shorter notice is kept on one page.
const LONG_NOTICE = 600;

type Context = {
  readonly files: Map<string, string>;
  readonly warnings: TypesetWarning[];
  readonly cited: Set<string>;
  readonly coverage: Coverage;
  readonly faults: AppError[];
};

function excerptAround(text: string, index: number): string {
  return text.slice(Math.max(0, index - 12), index + 14).replaceAll("\n", " ");
}

function noteMissing(text: string, path: string, context: Context): void {
  let index = 0;
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0;
    if (code !== 0x0a && !context.coverage.has(code)) {
      context.faults.push(
        appError("pdf.glyph.missing", {
          character: char,
          codePoint: codePointName(code),
          path,
          excerpt: excerptAround(text, index),
        }),
      );
      return;
    }
    index += char.length;
  }
}

function neutral(text: string, path: string, context: Context): string {
  const seen: Neutralised[] = [];
  const result = neutralText(text, seen);
  for (const item of seen) context.warnings.push({ ...item, path });
  noteMissing(result, path, context);
  return result;
}

function pieces(text: string, path: string, context: Context): Piece[] {
  return neutral(text, path, context)
    .split("\n")
    .flatMap((line, index): Piece[] => {
      const words = breakLongWords(line);
      return index === 0 ? words : [1, ...words];
    })
    .filter((piece) => piece !== "");
}

function plain(text: string, path: string, context: Context): string {
  return neutral(text, path, context).replaceAll("\n", " ");
}

function runPieces(run: Run, path: string, context: Context): Piece[] {
  const inner = pieces(run.text, path, context);
  const strong: Piece[] = run.strong ? [{ s: inner }] : inner;
  const linked: Piece[] = run.href ? [{ l: run.href, c: strong }] : strong;
  const notes: Piece[] = [];
  if (run.note !== undefined) notes.push({ n: pieces(run.note, `${path}.note`, context) });
  if (run.cite) {
    if (context.cited.has(run.cite.id)) notes.push({ r: run.cite.id });
    else {
      context.cited.add(run.cite.id);
      notes.push({ k: run.cite.id, n: pieces(run.cite.text, `${path}.cite`, context) });
    }
  }
  return [...linked, ...notes];
}

function inline(value: Inline, path: string, context: Context): Piece[] {
  if (typeof value === "string") return pieces(value, path, context);
  return value.flatMap((run, index) => runPieces(run, `${path}.${index}`, context));
}

const optional = (value: Inline | undefined, path: string, context: Context): Piece[] | null =>
  value === undefined ? null : inline(value, path, context);

function cell(value: Cell, path: string, context: Context) {
  if (typeof value === "string")
    return { c: inline(value, path, context), a: null, b: false, x: 1, y: 1 };
  return {
    c: inline(value.content, value.field ?? path, context),
    a: value.align ?? null,
    b: value.strong ?? false,
    x: value.colspan ?? 1,
    y: value.rowspan ?? 1,
  };
}

const grid = (rows: readonly (readonly Cell[])[], path: string, context: Context) =>
  rows.map((row, y) => row.map((value, x) => cell(value, `${path}.${y}.${x}`, context)));

function addFile(name: string, content: string, context: Context): string {
  const path = `/data/${name}.svg`;
  const fault = svgFault(content, name);
  if (fault) context.faults.push(fault);
  else noteMissing(svgText(content), name, context);
  context.files.set(path, content);
  return path;
}

function block(value: Block, path: string, context: Context): object {
  switch (value.kind) {
    case "heading":
      return {
        kind: value.kind,
        level: value.level,
        text: plain(value.text, `${path}.text`, context),
        numbered: value.numbered ?? true,
      };
    case "paragraph":
      return {
        kind: value.kind,
        text: inline(value.text, `${path}.text`, context),
        align: value.align ?? null,
        indent: value.indent ?? true,
      };
    case "list":
      return {
        kind: value.kind,
        ordered: value.ordered ?? false,
        items: value.items.map((item, i) => inline(item, `${path}.items.${i}`, context)),
      };
    case "table":
      return {
        kind: value.kind,
        caption: optional(value.caption, `${path}.caption`, context),
        columns: value.columns.map((column) => ({
          width: column.width,
          align: column.align ?? "left",
        })),
        header: grid(value.header, `${path}.header`, context),
        rows: grid(value.rows, `${path}.rows`, context),
        totals: grid(value.totals ?? [], `${path}.totals`, context),
        note: optional(value.note, `${path}.note`, context),
        size: value.size ?? "small",
        split: value.splitRows ?? false,
      };
    case "keyValue":
      return {
        kind: value.kind,
        caption: optional(value.caption, `${path}.caption`, context),
        columns: value.columns ?? 1,
        rows: value.rows.map((row, i) => ({
          label: inline(row.label, `${path}.rows.${i}.label`, context),
          labelEn: optional(row.labelEn, `${path}.rows.${i}.labelEn`, context),
          value: inline(row.value, row.field ?? `${path}.rows.${i}.value`, context),
        })),
      };
    case "checklist":
      return {
        kind: value.kind,
        items: value.items.map((item, i) => ({
          text: inline(item.text, `${path}.items.${i}.text`, context),
          checked: item.checked,
        })),
      };
    case "figure":
      return {
        kind: value.kind,
        file: addFile(path, value.svg, context),
        alt: plain(value.alt, `${path}.alt`, context),
        caption: inline(value.caption, `${path}.caption`, context),
        widthMm: value.widthMm ?? null,
      };
    case "notice":
      return {
        kind: value.kind,
        warn: value.tone === "warn",
        long: plainText(value.text).length > LONG_NOTICE,
        title: optional(value.title, `${path}.title`, context),
        text: inline(value.text, `${path}.text`, context),
      };
    case "signature":
      return {
        kind: value.kind,
        parties: value.parties.map((party, i) => ({
          role: inline(party.role, `${path}.parties.${i}.role`, context),
          name: inline(party.name, `${path}.parties.${i}.name`, context),
          lines: party.lines.map((line, k) => ({
            label: inline(line.label, `${path}.parties.${i}.lines.${k}.label`, context),
            value: inline(line.value ?? "", `${path}.parties.${i}.lines.${k}.value`, context),
          })),
          seal: optional(party.sealSpace, `${path}.parties.${i}.sealSpace`, context),
        })),
      };
    case "qr":
      return {
        kind: value.kind,
        text: plain(value.text, `${path}.text`, context),
        file: addFile(path, qrSvg(value.text), context),
        caption: optional(value.caption, `${path}.caption`, context),
      };
    case "contents":
      return {
        kind: value.kind,
        title: optional(value.title, `${path}.title`, context),
        depth: value.depth ?? 2,
      };
    case "pageBreak":
      return { kind: value.kind };
    case "landscape":
      return {
        kind: value.kind,
        blocks: value.blocks.map((inner, i) => block(inner, `${path}.blocks.${i}`, context)),
      };
  }
}

function letterhead(value: PacketDocument["letterhead"], context: Context) {
  if (!value) return null;
  return {
    name: plain(value.name, "letterhead.name", context),
    nameOther:
      value.nameOther === undefined
        ? null
        : plain(value.nameOther, "letterhead.nameOther", context),
    lines: value.lines.map((line, i) => plain(line, `letterhead.lines.${i}`, context)),
    logo: value.logoSvg === undefined ? null : addFile("logo", value.logoSvg, context),
  };
}

function fingerprint(value: PacketDocument["fingerprint"], context: Context) {
  if (!value) return null;
  const qr = addFile("fingerprint", qrSvg(`h200-desk:sha256:${value.sha256}`), context);
  return { sha256: value.sha256, of: plain(value.of, "fingerprint.of", context), qr };
}

/**
 * Turns a document into what the templates read. Pure; the same document gives the same text. Refuses characters that
 * no font covers (`pdf.glyph.missing`, naming character, place and surroundings) and drawings that hold more than shapes.
 */
export function prepare(document: PacketDocument, coverage: Coverage): Result<Prepared> {
  const context: Context = {
    files: new Map(),
    warnings: [],
    cited: new Set(),
    coverage,
    faults: [],
  };
  const opt = (value: string | undefined, path: string) =>
    value === undefined ? null : plain(value, path, context);
  const data = {
    lang: document.lang,
    title: plain(document.title, "title", context),
    subtitle: opt(document.subtitle, "subtitle"),
    number: opt(document.number, "number"),
    author: opt(document.author, "author"),
    date: document.date.split("-").map(Number),
    draft: document.draft,
    cover: document.cover ?? false,
    facts: (document.facts ?? []).map((fact, i) => ({
      label: inline(fact.label, `facts.${i}.label`, context),
      value: inline(fact.value, `facts.${i}.value`, context),
    })),
    letterhead: letterhead(document.letterhead, context),
    fingerprint: fingerprint(document.fingerprint, context),
    blocks: document.blocks.map((item, i) => block(item, `blocks.${i}`, context)),
  };
  const [fault] = context.faults;
  if (fault) return err(fault);
  return ok({ json: JSON.stringify(data), files: context.files, warnings: context.warnings });
}
