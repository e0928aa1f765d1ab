import type { Block, Cell, Table as PacketTable } from "#shared/packet";

type Given = Exclude<Cell, string>;
const given = (cell: Cell): Given => (typeof cell === "string" ? { content: cell } : cell);

type KeyValues = Extract<Block, { kind: "keyValue" }>;

/** Labels and values ruled like a form, one pair or two beside each other. */
export function formTable({ rows, columns = 1 }: KeyValues): PacketTable {
  const pairs = rows.map(({ label, labelEn, value }): readonly Cell[] => [
    { content: labelEn === undefined ? label : `${label}\n${labelEn}`, strong: true },
    { content: value },
  ]);
  const lines: Cell[][] = [];
  for (let at = 0; at < pairs.length; at += columns) {
    const cells = pairs.slice(at, at + columns).flat();
    const last = cells.at(-1);
    const short = columns * 2 - cells.length;
    if (short > 0 && last !== undefined)
      cells[cells.length - 1] = { ...given(last), colspan: short + 1 };
    lines.push([...cells]);
  }
  const widths = columns === 2 ? [2, 3, 2, 3] : [1, 2];
  return {
    kind: "table",
    columns: widths.map((fr) => ({ width: { fr } })),
    header: [],
    rows: lines,
    size: "normal",
  };
}
