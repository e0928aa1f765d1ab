import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cellsOf, type GridColumn, isTable, readCell, readPaste } from "./read-cells.ts";

const columns: readonly GridColumn[] = [
  { name: "date", label: "交付日期", kind: "date" },
  { name: "quantity", label: "数量", kind: "integer" },
  { name: "site", label: "场所", kind: "book", options: [{ value: "ste_1", label: "贵阳样例" }] },
];

describe("a table from the clipboard", () => {
  test("keeps its cells apart: 16 and 240000 never become one number", () => {
    expect(cellsOf("16\t240000")).toEqual([["16", "240000"]]);
    expect(cellsOf("16\r\n8\r\n4\r\n")).toEqual([["16"], ["8"], ["4"]]);
    expect(isTable("16\t240000")).toBe(true);
    expect(isTable("16\n")).toBe(false);
  });

  test("keeps quotes, tabs and line ends inside a cell", () => {
    expect(cellsOf('"a\tb"\t"c ""d"""\n"e\nf"\tg')).toEqual([
      ["a\tb", 'c "d"'],
      ["e\nf", "g"],
    ]);
  });

  test("comes back as it was written, whatever the cells hold", () => {
    const cell = fc.string({ maxLength: 6 }).map((text) => text.replace(/\r/g, "").trim() || "x");
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 }),
        (rows) => {
          const written = rows
            .map((row) => row.map((text) => `"${text.replaceAll('"', '""')}"`).join("\t"))
            .join("\n");
          expect(cellsOf(written)).toEqual(rows);
        },
      ),
    );
  });

  test("is read by its headings where it has them, and by place where not", () => {
    expect(readPaste(columns, "数量\t交付日期\n8\t2027-02-15", 0)).toMatchObject({
      rows: [["8", "2027-02-15"]],
      mapping: [1, 0],
      byHeading: true,
    });
    expect(readPaste(columns, "8\t贵阳样例\t多余", 1)).toMatchObject({
      mapping: [1, 2, undefined],
      byHeading: false,
    });
  });
});

describe("a pasted cell", () => {
  test.each([
    ["2027/2/15", "2027-02-15"],
    ["2027年2月15日", "2027-02-15"],
    ["2027-02-15 00:00:00", "2027-02-15"],
  ])("the day %s is read", (text, value) => {
    expect(readCell(columns[0]!, text)).toEqual({ kind: "value", value });
  });
  test.each([
    ["24万", "240000"],
    ["1,600", "1600"],
    ["１６", "16"],
  ])("the number %s is read", (text, value) => {
    expect(readCell(columns[1]!, text)).toEqual({ kind: "value", value });
  });
  test.each(["1,5", "16 块", "8.5", "约 8"])("%s is no whole number and stays out", (text) => {
    expect(readCell(columns[1]!, text)).toEqual({ kind: "unread", text });
  });
  test("a name is taken only when exactly one entry is called so", () => {
    expect(readCell(columns[2]!, "贵阳样例")).toEqual({ kind: "value", value: "ste_1" });
    expect(readCell(columns[2]!, "贵阳")).toEqual({ kind: "unread", text: "贵阳" });
  });
});
