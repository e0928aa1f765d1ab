import { appError } from "#shared/kernel";
import { type Block, type Cell, plainText, type Table } from "#shared/packet";
import { type RowShape, staysWhole } from "./block-height.ts";
import type { Preparation } from "./preparation.ts";
import { qrSvg } from "./qr-svg.ts";
import { fitTable, isFigure, isTall } from "./table-widths.ts";

// A shorter notice is kept on one page.
const LONG_NOTICE = 600;

function cell(value: Cell, path: string, p: Preparation, tight: boolean) {
  const given = typeof value === "string" ? { content: value } : value;
  return {
    c: p.inline(given.content, given.field ?? path, tight),
    a: given.align ?? null,
    b: given.strong ?? false,
    d: isFigure(plainText(given.content)),
    x: given.colspan ?? 1,
    y: given.rowspan ?? 1,
  };
}

function spanOf(value: Cell): number {
  return typeof value === "string" ? 1 : (value.colspan ?? 1);
}

// Cells are set one after another: one too few or too many would move every later cell into a wrong column.
function checkRows(value: Table, path: string, p: Preparation): void {
  const all = [...value.header, ...value.rows, ...(value.totals ?? [])];
  if (all.some((row) => row.some((item) => typeof item !== "string" && (item.rowspan ?? 1) > 1)))
    return;
  const at = all.findIndex(
    (row) => row.reduce((sum, item) => sum + spanOf(item), 0) !== value.columns.length,
  );
  if (at < 0) return;
  const problem = `row ${at + 1} does not fill ${value.columns.length} columns`;
  p.faults.push(appError("pdf-document-invalid", { path, problem }));
}

type Rows = readonly (readonly Cell[])[];

function grid(rows: Rows, path: string, p: Preparation, tight: boolean) {
  return rows.map((row, y) => row.map((value, x) => cell(value, `${path}.${y}.${x}`, p, tight)));
}

function shapesOf(value: Table): readonly RowShape[] {
  const shares = value.columns.map(({ width }) =>
    typeof width === "object" && "fr" in width ? width.fr : 2,
  );
  const whole = shares.reduce((sum, share) => sum + share, 0);
  return [...value.rows, ...(value.totals ?? [])].map((row) =>
    row.map((item, at) => ({
      text: typeof item === "string" ? item : item.content,
      share: ((shares[at] ?? 1) * spanOf(item)) / whole,
    })),
  );
}

function table(value: Table, path: string, p: Preparation, turned: boolean) {
  checkRows(value, path, p);
  const fit = fitTable(value, { lang: p.lang, turned });
  return {
    kind: value.kind,
    caption: p.optional(value.caption, `${path}.caption`),
    columns: value.columns.map((column, i) => ({
      width: fit.columns[i] ?? column.width,
      align: column.align ?? "left",
    })),
    header: grid(value.header, `${path}.header`, p, false),
    rows: grid(value.rows, `${path}.rows`, p, fit.tight),
    totals: grid(value.totals ?? [], `${path}.totals`, p, fit.tight),
    note: p.optional(value.note, `${path}.note`),
    size: fit.size,
    groups: value.groups ?? [],
    whole: staysWhole(shapesOf(value)),
    split: value.rows.map((row) => (value.splitRows ?? false) || isTall(row)),
  };
}

/** One block as `templates/blocks.typ` reads it. */
export function prepareBlock(value: Block, path: string, p: Preparation, turned = false): object {
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
        small: value.small ?? false,
      };
    case "list":
      return {
        kind: value.kind,
        ordered: value.ordered ?? false,
        items: value.items.map((item, i) => p.inline(item, `${path}.items.${i}`)),
      };
    case "table":
      return table(value, path, p, turned);
    case "keyValue":
      return {
        kind: value.kind,
        caption: p.optional(value.caption, `${path}.caption`),
        columns: value.columns ?? 1,
        whole: staysWhole(
          value.rows.map(({ label, value: text }) => {
            const part = value.columns === 2 ? 0.5 : 1;
            return [
              { text: label, share: part * 0.32 },
              { text, share: part * 0.68 },
            ];
          }),
        ),
        rows: value.rows.map((row, i) => ({
          label: p.inline(row.label, `${path}.rows.${i}.label`),
          labelEn: p.optional(row.labelEn, `${path}.rows.${i}.labelEn`),
          value: p.inline(row.value, row.field ?? `${path}.rows.${i}.value`),
          split: isTall([{ content: row.value }]),
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
          day: p.optional(party.day, `${path}.parties.${i}.day`),
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
        blocks: value.blocks.map((inner, i) => prepareBlock(inner, `${path}.blocks.${i}`, p, true)),
      };
  }
}
