import { type Inline, plainText } from "#shared/packet";

/** One row as the texts of its cells and the share of the page that each cell takes. */
export type RowShape = readonly { readonly text: Inline; readonly share: number }[];

// Characters that a full line of a form or table takes at its usual size.
const LINE = 38;
// Lines of a table on one page, give or take; what is estimated lower may be moved overleaf as a whole.
const KEPT_LINES = 15;

function linesOf({ text, share }: RowShape[number]): number {
  const room = Math.max(4, Math.floor(LINE * share));
  return plainText(text)
    .split("\n")
    .reduce((sum, line) => {
      const width = [...line].reduce((em, char) => em + (char < "\u0250" ? 0.55 : 1), 0);
      return sum + Math.max(1, Math.ceil(width / room));
    }, 0);
}

/** Whether a form or table is so low that breaking it in two would look careless: it then moves overleaf as a whole. */
export function staysWhole(rows: readonly RowShape[]): boolean {
  let lines = 0;
  for (const row of rows) {
    lines += 0.6 + Math.max(1, ...row.map(linesOf));
    if (lines > KEPT_LINES) return false;
  }
  return true;
}
