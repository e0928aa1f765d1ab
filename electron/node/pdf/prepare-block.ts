import { type Block, type Cell, plainText } from "#shared/packet";
import type { Preparation } from "./preparation.ts";
import { qrSvg } from "./qr-svg.ts";

// A shorter notice is kept on one page.
const LONG_NOTICE = 600;

function cell(value: Cell, path: string, p: Preparation) {
  if (typeof value === "string") return { c: p.inline(value, path), a: null, b: false, x: 1, y: 1 };
  return {
    c: p.inline(value.content, value.field ?? path),
    a: value.align ?? null,
    b: value.strong ?? false,
    x: value.colspan ?? 1,
    y: value.rowspan ?? 1,
  };
}

function grid(rows: readonly (readonly Cell[])[], path: string, p: Preparation) {
  return rows.map((row, y) => row.map((value, x) => cell(value, `${path}.${y}.${x}`, p)));
}

/** One block as `templates/blocks.typ` reads it. */
export function prepareBlock(value: Block, path: string, p: Preparation): object {
  switch (value.kind) {
    case "heading":
      return {
        kind: value.kind,
        level: value.level,
        text: p.plain(value.text, `${path}.text`),
        numbered: value.numbered ?? true,
      };
    case "paragraph":
      return {
        kind: value.kind,
        text: p.inline(value.text, `${path}.text`),
        align: value.align ?? null,
        indent: value.indent ?? true,
      };
    case "list":
      return {
        kind: value.kind,
        ordered: value.ordered ?? false,
        items: value.items.map((item, i) => p.inline(item, `${path}.items.${i}`)),
      };
    case "table":
      return {
        kind: value.kind,
        caption: p.optional(value.caption, `${path}.caption`),
        columns: value.columns.map((column) => ({
          width: column.width,
          align: column.align ?? "left",
        })),
        header: grid(value.header, `${path}.header`, p),
        rows: grid(value.rows, `${path}.rows`, p),
        totals: grid(value.totals ?? [], `${path}.totals`, p),
        note: p.optional(value.note, `${path}.note`),
        size: value.size ?? "small",
        split: value.splitRows ?? false,
      };
    case "keyValue":
      return {
        kind: value.kind,
        caption: p.optional(value.caption, `${path}.caption`),
        columns: value.columns ?? 1,
        rows: value.rows.map((row, i) => ({
          label: p.inline(row.label, `${path}.rows.${i}.label`),
          labelEn: p.optional(row.labelEn, `${path}.rows.${i}.labelEn`),
          value: p.inline(row.value, row.field ?? `${path}.rows.${i}.value`),
        })),
      };
    case "checklist":
      return {
        kind: value.kind,
        items: value.items.map((item, i) => ({
          text: p.inline(item.text, `${path}.items.${i}.text`),
          checked: item.checked,
        })),
      };
    case "figure":
      return {
        kind: value.kind,
        file: p.addDrawing(path, value.svg),
        alt: p.plain(value.alt, `${path}.alt`),
        caption: p.inline(value.caption, `${path}.caption`),
        widthMm: value.widthMm ?? null,
      };
    case "notice":
      return {
        kind: value.kind,
        warn: value.tone === "warn",
        long: plainText(value.text).length > LONG_NOTICE,
        title: p.optional(value.title, `${path}.title`),
        text: p.inline(value.text, `${path}.text`),
      };
    case "signature":
      return {
        kind: value.kind,
        parties: value.parties.map((party, i) => ({
          role: p.inline(party.role, `${path}.parties.${i}.role`),
          name: p.inline(party.name, `${path}.parties.${i}.name`),
          lines: party.lines.map((line, k) => ({
            label: p.inline(line.label, `${path}.parties.${i}.lines.${k}.label`),
            value: p.inline(line.value ?? "", `${path}.parties.${i}.lines.${k}.value`),
          })),
          seal: p.optional(party.sealSpace, `${path}.parties.${i}.sealSpace`),
        })),
      };
    case "qr":
      return {
        kind: value.kind,
        text: p.plain(value.text, `${path}.text`),
        file: p.addDrawing(path, qrSvg(value.text)),
        caption: p.optional(value.caption, `${path}.caption`),
      };
    case "contents":
      return {
        kind: value.kind,
        title: p.optional(value.title, `${path}.title`),
        depth: value.depth ?? 2,
      };
    case "pageBreak":
      return { kind: value.kind };
    case "landscape":
      return {
        kind: value.kind,
        blocks: value.blocks.map((inner, i) => prepareBlock(inner, `${path}.blocks.${i}`, p)),
      };
  }
}
