import { describe, expect, it } from "vitest";
import { loadTypesetterAssets } from "#node/pdf";
import type { Table } from "#shared/packet";
import { fitTable, isFigure, isTall } from "./table-widths.ts";

const upright = { lang: "zh", turned: false } as const;

function tableOf(rows: string[][], frs: number[], size?: Table["size"]): Table {
  const columns = frs.map((fr) => ({ width: { fr } }));
  return { kind: "table", columns, header: [], rows, ...(size ? { size } : {}) };
}

describe("the widths of a table", () => {
  it("stay as they were asked for when every code and amount has room", () => {
    const table = tableOf([["名称", "1,000.00"]], [3, 2]);
    expect(fitTable(table, upright)).toEqual({
      columns: [{ fr: 3 }, { fr: 2 }],
      size: "small",
      tight: false,
    });
  });
  it("give an amount the room it needs from the columns that share the rest", () => {
    const fit = fitTable(tableOf([["名称", "123,456,789,012.00"]], [9, 1]), upright);
    expect(fit.columns[0]).toEqual({ fr: 9 });
    expect(fit.columns[1]).toEqual({
      mm: expect.closeTo((18 * 0.5 + 1) * 10.5 * (25.4 / 72), 1),
    });
  });
  it("widen a fixed column that would break a registration code", () => {
    const table: Table = {
      ...tableOf([["91310000MA1FXXXX0A", "x"]], [1, 1]),
      columns: [{ width: { mm: 10 } }, { width: { fr: 1 } }],
    };
    const [code] = fitTable(table, upright).columns;
    expect(typeof code === "object" && "mm" in code && code.mm).toBeGreaterThan(35);
  });
  it("take smaller type before they let anything break", () => {
    const row = Array.from({ length: 8 }, () => "1,234,567,890.00");
    expect(
      fitTable(
        tableOf(
          [row],
          row.map(() => 1),
        ),
        upright,
      ),
    ).toMatchObject({ size: "tiny", tight: true });
    const six = row.slice(0, 5);
    expect(
      fitTable(
        tableOf(
          [six],
          six.map(() => 1),
          "normal",
        ),
        upright,
      ),
    ).toMatchObject({ tight: false });
  });
  it("use the room of a turned page", () => {
    const row = Array.from({ length: 8 }, () => "1,234,567,890.00");
    const table = tableOf(
      [row],
      row.map(() => 1),
    );
    expect(fitTable(table, { lang: "zh", turned: true })).toMatchObject({ tight: false });
  });
  it("know the type sizes and margins of the templates", async () => {
    const theme = (await loadTypesetterAssets()).templates.get("theme.typ") ?? "";
    expect(theme).toContain("table: (normal: 12pt, small: 10.5pt, tiny: 9pt)");
    expect(theme).toContain("table: (normal: 10pt, small: 9pt, tiny: 8pt)");
    expect(theme).toContain("margin: (top: 37mm, left: 28mm, right: 26mm, bottom: 35mm)");
    expect(theme).toContain("turned: (top: 28mm, left: 26mm, right: 26mm, bottom: 26mm)");
    expect(theme).toContain("margin: (top: 30mm, left: 28mm, right: 26mm, bottom: 30mm)");
    expect(theme).toContain("turned: (top: 26mm, left: 24mm, right: 24mm, bottom: 26mm)");
  });
});

it("lets only high rows be split", () => {
  expect(isTall(["名称", "一行\n两行\n三行"])).toBe(false);
  expect(isTall(["名称", Array.from({ length: 12 }, (_, i) => `CN-${i}`).join("\n")])).toBe(true);
  expect(isTall([{ content: "长".repeat(300) }])).toBe(true);
});

it("tells figures from words", () => {
  for (const text of ["16", "4,512,000.00", "-3.5", "60%", "60 %"])
    expect(isFigure(text), text).toBe(true);
  for (const text of ["", "16 台", "H200", "2026-08-20", "USD 4"])
    expect(isFigure(text), text).toBe(false);
});
