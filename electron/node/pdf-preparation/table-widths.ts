import type { Cell, Column, Table } from "#shared/packet";
import { plainText } from "#shared/packet";

/** How a table will be set: its columns, its type size, and whether codes and amounts must be broken after all. */
export type TableFit = {
  readonly columns: readonly Column["width"][];
  readonly size: NonNullable<Table["size"]>;
  readonly tight: boolean;
};

// Figures of `templates/theme.typ`; a test compares them.
const TYPE_SIZES = {
  zh: { normal: 12, small: 10.5, tiny: 9 },
  en: { normal: 10, small: 9, tiny: 8 },
} as const;
const TEXT_WIDTH_MM = {
  zh: { upright: 156, turned: 245 },
  en: { upright: 156, turned: 249 },
} as const;
// Twice the inset of a cell, and a hair for rounding.
const INSET_EM = 1;
const MM_PER_POINT = 25.4 / 72;

// Codes, amounts and dates: breaking one in two invites a misreading.
const SOLID = /(?=[^\s]*\d)[0-9A-Z][0-9A-Z,.-]{4,29}/g;

/** Whether a text is a figure and nothing else; such cells are set in half-width digits that stand under each other. */
export function isFigure(text: string): boolean {
  return /^[-+−]?[\d,.]+ ?%?$/.test(text);
}

function emWidth(text: string): number {
  if (isFigure(text)) return text.length * 0.5;
  return [...text].reduce((sum, char) => sum + (/[A-Z]/.test(char) ? 0.72 : 0.57), 0);
}

function textOf(cell: Cell): string {
  return typeof cell === "string" ? cell : plainText(cell.content);
}

// A heading may wrap, but not after every character.
function headWidth(text: string): number {
  const words = text
    .split(/\s+/)
    .map((word) =>
      /^[!-~]+$/.test(word) ? Math.min(word.length, 12) * 0.6 : Math.min([...word].length, 3),
    );
  return Math.max(0, ...words);
}

/** The widest code, amount or head word of each column, in em. */
function solidWidths(table: Table): number[] {
  const widths = table.columns.map(() => 0);
  for (const row of table.header)
    row.forEach((cell, i) => {
      const single =
        row.length === table.columns.length &&
        (typeof cell === "string" || (cell.colspan ?? 1) === 1);
      if (single) widths[i] = Math.max(widths[i] ?? 0, headWidth(textOf(cell)) + INSET_EM);
    });
  for (const row of [...table.rows, ...(table.totals ?? [])]) {
    let at = 0;
    for (const cell of row) {
      const span = typeof cell === "string" ? 1 : (cell.colspan ?? 1);
      const wide = Math.max(
        0,
        ...[...textOf(cell).matchAll(SOLID)].map((match) => emWidth(match[0])),
      );
      if (span === 1 && wide > 0) widths[at] = Math.max(widths[at] ?? 0, wide + INSET_EM);
      at += span;
    }
  }
  return widths;
}

type Space = { readonly lang: "zh" | "en"; readonly turned: boolean };

function fitAt(
  table: Table,
  needs: readonly number[],
  size: TableFit["size"],
  space: Space,
): Column["width"][] | null {
  const em = TYPE_SIZES[space.lang][size] * MM_PER_POINT;
  const minimum = needs.map((need) => need * em);
  const fixed = new Map<number, number>();
  table.columns.forEach(({ width }, i) => {
    if (typeof width === "object" && "mm" in width)
      fixed.set(i, Math.max(width.mm, minimum[i] ?? 0));
    else if (width === "auto") fixed.set(i, minimum[i] ?? 0);
  });
  const whole = TEXT_WIDTH_MM[space.lang][space.turned ? "turned" : "upright"];
  const shares = table.columns.map(({ width }) =>
    typeof width === "object" && "fr" in width ? width.fr : 0,
  );
  for (;;) {
    const left = whole - [...fixed.values()].reduce((sum, mm) => sum + mm, 0);
    const total = shares.reduce((sum, fr, i) => sum + (fixed.has(i) ? 0 : fr), 0);
    // What is left must still hold words: about four characters for each share.
    if (left < 0 || (total > 0 && left < total * em)) return null;
    const short = shares.findIndex(
      (fr, i) => !fixed.has(i) && (left * fr) / total < (minimum[i] ?? 0),
    );
    if (short < 0) break;
    fixed.set(short, minimum[short] ?? 0);
  }
  return table.columns.map(({ width }, i) => {
    const mm = fixed.get(i);
    return width === "auto" || mm === undefined ? width : { mm: Math.round(mm * 100) / 100 };
  });
}

// Of a cell this high, part may stand on the next page; lower ones are kept whole.
const TALL_LINES = 11;
const USUAL_LINE = 22;

/** Whether a row is so high that keeping it whole would leave much of a page empty. */
export function isTall(row: readonly Cell[]): boolean {
  return row.some((cell) => {
    const lines = textOf(cell).split("\n");
    return (
      lines.reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / USUAL_LINE)), 0) >
      TALL_LINES
    );
  });
}

/**
 * Widens columns that would break a code or an amount, at the cost of the columns that share the rest; where that is not
 * enough, takes the next smaller type; and only then lets codes and amounts break.
 */
export function fitTable(table: Table, space: Space): TableFit {
  const needs = solidWidths(table);
  const wish = table.size ?? "small";
  const sizes = (["normal", "small", "tiny"] as const).slice(
    ["normal", "small", "tiny"].indexOf(wish),
  );
  for (const size of sizes) {
    const columns = fitAt(table, needs, size, space);
    if (columns) return { columns, size, tight: false };
  }
  return { columns: table.columns.map((column) => column.width), size: "tiny", tight: true };
}
