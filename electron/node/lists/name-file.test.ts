import { expect, test } from "vitest";
import { xlsxOf } from "#node/office";
import { readNameFile } from "./name-file.ts";

const read = async (text: string, file: string) => {
  const names = await readNameFile(Buffer.from(text), file);
  return names.ok ? names.value : names.error.code;
};

test("a text file holds a name a line, with its commas", async () => {
  expect(await read("\uFEFF虚构甲有限公司\r\n\r\nInvented Trading Co., Ltd.\n", "n.txt")).toEqual([
    "虚构甲有限公司",
    "Invented Trading Co., Ltd.",
  ]);
});

test("a table gives the column that is headed as names are, else its first", async () => {
  expect(await read("编号,企业名称\n1,虚构甲有限公司\n2,虚构乙有限公司\n", "n.csv")).toEqual([
    "虚构甲有限公司",
    "虚构乙有限公司",
  ]);
  expect(await read("虚构甲有限公司,1\n虚构乙有限公司,2\n", "n.csv")).toEqual([
    "虚构甲有限公司",
    "虚构乙有限公司",
  ]);
  const table = {
    kind: "table" as const,
    columns: [{ width: { fr: 1 } }, { width: { fr: 1 } }],
    header: [["code", "Name"]],
    rows: [["1", "虚构甲有限公司"]],
  };
  const bytes = await xlsxOf([{ name: "一", table }]);
  expect(await readNameFile(bytes, "n.xlsx")).toEqual({ ok: true, value: ["虚构甲有限公司"] });
});

test("a file without names and one that cannot be read whole are refused", async () => {
  expect(await read("name\n", "n.csv")).toBe("csv-empty");
  expect(await read(" \n\n", "n.txt")).toBe("csv-empty");
  expect(await read('a,b\n"open,c\n', "n.csv")).toMatch(/^csv-/);
});
