/** Characters that a terminal shows two cells wide: Chinese, full-width punctuation, Kana, Hangul. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]/u;
const MARK = /\p{M}/u;

/** How many cells a text takes in a terminal. */
function cellWidth(text: string): number {
  let width = 0;
  for (const char of text) {
    if (MARK.test(char)) continue;
    width += WIDE.test(char) ? 2 : 1;
  }
  return width;
}

/** Rows in aligned columns, two spaces apart, with no trailing spaces. */
export function table(rows: readonly (readonly string[])[], indent = ""): string {
  const widths: number[] = [];
  for (const row of rows)
    for (const [index, cell] of row.entries())
      widths[index] = Math.max(widths[index] ?? 0, cellWidth(cell));
  return rows
    .map((row) => {
      const cells = row.map(
        (cell, index) => cell + " ".repeat((widths[index] ?? 0) - cellWidth(cell)),
      );
      return `${indent}${cells.join("  ")}`.trimEnd();
    })
    .map((line) => `${line}\n`)
    .join("");
}
