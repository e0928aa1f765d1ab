import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ZipFile } from "yazl";
import { officeFile, type Part, xlsxOf } from "#node/office";
import type { Table } from "#shared/packet";
import { readXlsx } from "./read-workbook.ts";
import { readXml, XmlFault } from "./read-xml.ts";
import { withOfficeParts } from "./zip-parts.ts";

const table = (rows: string[][], align: "left" | "right" = "left"): Table => ({
  kind: "table",
  columns: (rows[0] ?? []).map(() => ({ width: "auto", align })),
  header: [],
  rows,
});

async function rowsOf(bytes: Uint8Array, sheet?: number) {
  const read = await readXlsx(bytes, "x.xlsx", sheet);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value.rows.map(({ fields }) => fields);
}

const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";
const workbook = (sheet: string, more: readonly Part[] = [], properties = ""): Part[] => [
  {
    path: "xl/workbook.xml",
    type: `${TYPE}.sheet.main+xml`,
    xml: `<x:workbook xmlns:x="m" xmlns:r="r">${properties}<x:sheets><x:sheet name="持股 &amp; 投票" r:id="rId1"/></x:sheets></x:workbook>`,
  },
  {
    path: "xl/_rels/workbook.xml.rels",
    xml: `<Relationships><Relationship Id="rId1" Type="t/worksheet" Target="worksheets/a.xml"/><Relationship Id="rId2" Type="t/styles" Target="/xl/styles.xml"/><Relationship Id="rId3" Type="t/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
  },
  { path: "xl/worksheets/a.xml", xml: `<worksheet><sheetData>${sheet}</sheetData></worksheet>` },
  ...more,
];

describe("a workbook", () => {
  it("that the desk wrote is read back cell by cell", async () => {
    const cell = fc.string({ unit: "binary", maxLength: 12 }).filter(
      // The writer shows control and direction characters by number, on purpose.
      (text) =>
        /^[\p{L}\p{N} &<>"'.,%-]*$/u.test(text) &&
        !/^[-\d.,%\s]+$/.test(text) &&
        text === text.normalize("NFC"),
    );
    const grid = fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), {
      minLength: 1,
      maxLength: 6,
    });
    await fc.assert(
      fc.asyncProperty(grid, async (rows) => {
        const bytes = await xlsxOf([{ name: "一", table: table(rows) }]);
        const full = rows.filter((row) => row.some((text) => text.trim() !== ""));
        expect(await rowsOf(bytes)).toEqual(full);
      }),
      { numRuns: 40 },
    );
  });

  it("shows days, percentages and kept values of formulas as a person sees them", async () => {
    const styles = `<styleSheet><numFmts><numFmt numFmtId="170" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/><numFmt numFmtId="171" formatCode="0.00%"/><numFmt numFmtId="172" formatCode="#,##0.00&quot;d&quot;"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/><xf numFmtId="9"/><xf numFmtId="171"/><xf numFmtId="172"/></cellXfs></styleSheet>`;
    const sheet = `<row r="2"><c r="A2" s="1"><v>45292</v></c><c r="B2" s="2"><v>61</v></c><c r="C2" s="3"><v>0.51</v></c><c r="D2" s="4"><v>0.28999999999999998</v></c><c r="E2" s="5"><v>7.5</v></c></row><row r="4"><c r="A4"><f>1+1</f><v>2</v></c><c r="C4" t="b"><v>1</v></c><c r="D4" t="e"><v>#REF!</v></c><c r="E4" t="s"><v>1</v></c></row>`;
    const strings = `<sst><si><t>x</t></si><si><r><t>虚构</t></r><r><t xml:space="preserve"> 公司</t></r><rPh sb="0" eb="1"><t>xugou</t></rPh></si></sst>`;
    const bytes = await officeFile(
      workbook(sheet, [
        { path: "xl/styles.xml", xml: styles },
        { path: "xl/sharedStrings.xml", xml: strings },
      ]),
    );
    const read = await readXlsx(bytes, "x.xlsx");
    expect(read).toEqual({
      ok: true,
      value: {
        name: "持股 & 投票",
        sheets: ["持股 & 投票"],
        rows: [
          { line: 2, fields: ["2024-01-01", "1900-03-01", "51%", "29%", "7.5"] },
          { line: 4, fields: ["2", "", "yes", "#REF!", "虚构 公司"] },
        ],
      },
    });
  });

  it("of the old Macintosh calendar counts its days from 1904", async () => {
    const styles = `<styleSheet><cellXfs><xf numFmtId="14"/></cellXfs></styleSheet>`;
    const sheet = `<row><c><v>43830</v></c></row>`;
    const bytes = await officeFile(
      workbook(sheet, [{ path: "xl/styles.xml", xml: styles }], '<x:workbookPr date1904="1"/>'),
    );
    expect(await rowsOf(bytes)).toEqual([["2024-01-01"]]);
  });
});

async function packed(path: string, bytes: Buffer): Promise<Uint8Array> {
  const zip = new ZipFile();
  zip.addBuffer(bytes, path, { compress: true });
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

describe("what is no workbook", () => {
  const codeOf = async (bytes: Uint8Array) => {
    const read = await readXlsx(bytes, "x.xlsx");
    return read.ok ? "read" : read.error.code;
  };

  it("is refused with one plain reason", async () => {
    expect(await codeOf(new TextEncoder().encode("name,share\n"))).toBe("workbook-not-a-zip");
    expect(await codeOf(await officeFile([]))).toBe("workbook-not-a-workbook");
    const declared = [
      { path: "xl/workbook.xml", xml: `<!DOCTYPE a [<!ENTITY b "c">]><workbook/>` },
    ];
    expect(await codeOf(await officeFile(declared))).toBe("workbook-not-readable");
    const wide = await officeFile(workbook(`<row r="1"><c r="ZZ1"><v>1</v></c></row>`));
    expect(await codeOf(wide)).toBe("workbook-too-large");
  });

  it("is refused as too large before it is unpacked when it swells", async () => {
    const bomb = await packed("xl/workbook.xml", Buffer.alloc(20_000_000, " "));
    expect(bomb.length).toBeLessThan(100_000);
    expect(await codeOf(bomb)).toBe("workbook-too-large");
    const limits = { entries: 2, partBytes: 1_000, totalBytes: 1_500, ratio: 10 };
    const many = await officeFile(workbook(""));
    const read = await withOfficeParts(many, "x", limits, () => {
      throw new Error("nothing may be read of it");
    });
    expect(read).toMatchObject({ ok: false, error: { code: "workbook-too-large" } });
  });

  it("never breaks the reader, whatever bytes were damaged", async () => {
    const whole = await xlsxOf([{ name: "一", table: table([["甲", "乙"]]) }]);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 }),
        async (damage) => {
          const bytes = Uint8Array.from(whole);
          for (const [at, byte] of damage) bytes[at] = byte;
          const read = await readXlsx(bytes, "x.xlsx");
          expect(read.ok || read.error.code.startsWith("workbook-")).toBe(true);
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe("the XML reader", () => {
  const told = (text: string) => {
    const all: unknown[] = [];
    readXml(text, {
      open: (name, attributes) => all.push(["open", name, attributes]),
      close: (name) => all.push(["close", name]),
      text: (piece) => all.push(["text", piece]),
    });
    return all;
  };
  it.each([
    `<!DOCTYPE a><a/>`,
    `<a>&b;</a>`,
    `<a>&#0;</a>`,
    `<a>&#xD800;</a>`,
    `<a><b></a></b>`,
    `<a>`,
    `<a b=c/>`,
    `<a b="1" b="2"/>`,
    `<a/>text`,
    `<?php ?><a/>`,
    `${"<a>".repeat(70)}${"</a>".repeat(70)}`,
  ])("refuses %s", (text) => {
    expect(() => told(text)).toThrow(XmlFault);
  });
  it("joins what belongs together and keeps what is quoted", () => {
    expect(
      told(`<?xml version="1.0"?><!-- n --><p:a b='1&amp;2'><![CDATA[<x>]]>&#x4e00;</p:a>`),
    ).toEqual([
      ["open", "a", { b: "1&2" }],
      ["text", "<x>"],
      ["text", "一"],
      ["close", "a"],
    ]);
  });
});
