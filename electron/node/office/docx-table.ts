import {
  AlignmentType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlign,
  WidthType,
} from "docx";
import { fitTable } from "#node/pdf-preparation";
import type { Cell, Column, Table as PacketTable } from "#shared/packet";
import type { DocxNotes } from "./docx-text.ts";

const TWIPS_PER_MM = 1440 / 25.4;
const WIDTH_MM = { upright: 156, turned: 245 } as const;
// Half an em of the small type: the PDF counts with the same.
const CELL_INSET = 85;
const STYLE_OF = { normal: "TableText", small: "TableTextSmall", tiny: "TableTextTiny" } as const;

/** Where a table stands: the words of its paper and whether its page is turned. */
export type TableSpace = {
  readonly lang: "zh" | "en";
  readonly turned: boolean;
  readonly notes: DocxNotes;
};

type Given = Exclude<Cell, string>;
const given = (cell: Cell): Given => (typeof cell === "string" ? { content: cell } : cell);

const millimetres = (width: Column["width"]): number => {
  if (width === "auto") return 20;
  return "mm" in width ? width.mm : 0;
};
const share = (width: Column["width"]): number =>
  typeof width === "object" && "fr" in width ? width.fr : 0;

/** Widths in twentieths of a point; the same columns that the PDF widens so that no code or amount is broken. */
function twips(columns: readonly Column["width"][], turned: boolean): readonly number[] {
  const fixed = columns.reduce((sum, width) => sum + millimetres(width), 0);
  const left = Math.max(20, WIDTH_MM[turned ? "turned" : "upright"] - fixed);
  const total = columns.reduce((sum, width) => sum + share(width), 0) || 1;
  return columns.map((width) =>
    Math.round((millimetres(width) + (left * share(width)) / total) * TWIPS_PER_MM),
  );
}

type RowLook = {
  readonly table: PacketTable;
  readonly style: string;
  readonly header: boolean;
  /** Whether the row stays on one page with the next one. */
  readonly held: boolean;
};

function cellOf(cell: Cell, column: number, look: RowLook, notes: DocxNotes): TableCell {
  const { content, colspan = 1, rowspan = 1, align, strong = false } = given(cell);
  const usual = look.header ? "center" : (look.table.columns[column]?.align ?? "left");
  return new TableCell({
    columnSpan: colspan,
    rowSpan: rowspan,
    verticalAlign: VerticalAlign.CENTER,
    ...(look.header ? { shading: { fill: "F0F0F0" } } : {}),
    children: [
      new Paragraph({
        style: look.style,
        alignment: AlignmentType[(align ?? usual).toUpperCase() as "LEFT" | "CENTER" | "RIGHT"],
        keepNext: look.held,
        children: notes.inline(content, { strong: look.header || strong }),
      }),
    ],
  });
}

function rowOf(cells: readonly Cell[], look: RowLook, notes: DocxNotes): TableRow {
  let column = 0;
  const children = cells.map((cell) => {
    const made = cellOf(cell, column, look, notes);
    column += given(cell).colspan ?? 1;
    return made;
  });
  return new TableRow({
    cantSplit: look.table.splitRows !== true,
    tableHeader: look.header,
    children,
  });
}

/** A table with its header repeated on every page, rows kept whole and the totals kept with the last row. */
export function tableBlocks(table: PacketTable, space: TableSpace): readonly (Paragraph | Table)[] {
  const { lang, turned, notes } = space;
  const fit = fitTable(table, { lang, turned });
  const style = STYLE_OF[fit.size];
  const widths = twips(fit.columns, turned);
  const totals = table.totals ?? [];
  const groups = new Set(table.groups ?? []);
  const rows = [
    ...table.header.map((cells) => rowOf(cells, { table, style, header: true, held: true }, notes)),
    ...table.rows.map((cells, at) => {
      const held = groups.has(at) || (totals.length > 0 && at === table.rows.length - 1);
      return rowOf(cells, { table, style, header: false, held }, notes);
    }),
    ...totals.map((cells, at) =>
      rowOf(cells, { table, style, header: false, held: at < totals.length - 1 }, notes),
    ),
  ];
  if (rows.length === 0) return [];
  return [
    new Table({
      layout: TableLayoutType.FIXED,
      width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
      columnWidths: [...widths],
      margins: { left: CELL_INSET, right: CELL_INSET },
      rows,
    }),
    table.note === undefined
      ? new Paragraph({ style: "TableGap" })
      : new Paragraph({ style: "TableTextTiny", children: notes.inline(table.note) }),
  ];
}
