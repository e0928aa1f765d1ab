import { describe, expect, it } from "vitest";
import { fromBuffer } from "yauzl";
import { docxDraft, portalSheet, xlsxOf } from "#node/office";
import type { Table } from "#shared/packet";
import { orderTable, sampleDocument } from "../support/pdf/samples.ts";

/** The parts of an office file as text. */
function partsOf(file: Uint8Array): Promise<Map<string, string>> {
  return new Promise((resolve, reject) => {
    fromBuffer(Buffer.from(file), { lazyEntries: true }, (fault, zip) => {
      if (fault) return reject(fault);
      const parts = new Map<string, string>();
      zip.on("end", () => resolve(parts));
      zip.on("entry", (entry) => {
        zip.openReadStream(entry, async (error, stream) => {
          if (error) return reject(error);
          const chunks: Buffer[] = [];
          for await (const chunk of stream) chunks.push(chunk as Buffer);
          parts.set(entry.fileName, Buffer.concat(chunks).toString("utf8"));
          zip.readEntry();
        });
      });
      zip.readEntry();
    });
  });
}

/** The first place where XML is not well formed, or null. */
function xmlFault(xml: string): string | null {
  const open: string[] = [];
  const rest = xml
    .replace(/^<\?xml[^>]*\?>\s*/, "")
    .replace(
      /<(\/?)([\w:]+)((?:\s+[\w:]+="[^"<]*")*)\s*(\/?)>/g,
      (_, close: string, name: string, _attributes: string, empty: string) => {
        if (close !== "") return open.pop() === name ? "" : `<bad ${name}`;
        if (empty === "") open.push(name);
        return "";
      },
    );
  if (open.length > 0) return `open: ${open.join()}`;
  const stray = /[<>]|&(?!amp;|lt;|gt;|quot;)/.exec(rest);
  return stray ? rest.slice(stray.index, stray.index + 60) : null;
}

const hostile = '</w:t><script>&"\u202e\u0000=HYPERLINK("x")';

describe("a Word draft", () => {
  it.each(["zh", "en"] as const)(
    "in %s is well formed, and every part that is referred to is there",
    async (lang) => {
      const parts = await partsOf(await docxDraft(sampleDocument(lang, 20)));
      for (const [path, xml] of parts)
        if (/\.(xml|rels)$/.test(path)) expect(xmlFault(xml), path).toBeNull();
      const relations = parts.get("word/_rels/document.xml.rels") ?? "";
      for (const [, target] of relations.matchAll(/Target="([^"]+\.xml)"/g))
        expect([...parts.keys()]).toContain(`word/${target}`);
      const used = [
        ...(parts.get("word/document.xml") ?? "").matchAll(/w:footnoteReference w:id="(\d+)"/g),
      ].map((m) => m[1]);
      expect(used.length).toBeGreaterThan(0);
      for (const id of used)
        expect(parts.get("word/footnotes.xml")).toContain(`<w:footnote w:id="${id}">`);
    },
  );
  it("says that it is a draft even when the paper is sealed, and that it is no licence", async () => {
    const parts = await partsOf(await docxDraft({ ...sampleDocument("zh", 1), draft: false }));
    expect(parts.get("word/header1.xml")).toContain("草稿");
    expect(parts.get("word/footer1.xml")).toContain("Application material, not a licence");
  });
  it("holds the text of every block and takes markup as text", async () => {
    const document = sampleDocument("zh", 3);
    const parts = await partsOf(await docxDraft({ ...document, title: hostile }));
    const body = parts.get("word/document.xml") ?? "";
    expect(xmlFault(body)).toBeNull();
    for (const part of [
      "𠮷祥䶮㐂",
      "8473309000",
      "123,456,789,000.00",
      "母公司持有子公司 60%。",
      "‹U+202E›",
    ])
      expect(body).toContain(part);
  });
  it("numbers headings and tables, draws figures and keeps signatures, rows and amounts whole", async () => {
    const parts = await partsOf(await docxDraft(sampleDocument("zh", 3)));
    const body = parts.get("word/document.xml") ?? "";
    const numbering = parts.get("word/numbering.xml") ?? "";
    expect(numbering).toContain('<w:lvlText w:val="（%2）"/>');
    expect(numbering).toContain('w:val="chineseCounting"');
    const numbered =
      body.match(/<w:pStyle w:val="Heading\d"\/>(?:(?!<\/w:pPr>).)*<w:numPr>/g) ?? [];
    expect(numbered.length).toBeGreaterThan(0);
    expect(body).toContain("表 1");
    expect(body).toContain("<w:tblHeader/>");
    expect(body).toContain("<w:cantSplit/>");
    expect([...parts.keys()].filter((path) => path.endsWith(".svg")).length).toBeGreaterThan(0);
    expect(body).toContain("asvg:svgBlip");
    expect(body).not.toMatch(/\b[A-Z]{3} \d/);
  });
  it("has the same bytes each time", async () => {
    const [a, b] = [
      await docxDraft(sampleDocument("zh", 9)),
      await docxDraft(sampleDocument("zh", 9)),
    ];
    expect(Buffer.from(a).equals(Buffer.from(b))).toBe(true);
  });
});

describe("a workbook", () => {
  it("keeps codes as text, makes exact amounts numbers and never a formula", async () => {
    const table: Table = {
      ...orderTable(2, "zh"),
      rows: [
        ["1", "=1+1", "0473309000", "16", "4,512,000.00"],
        ["2", hostile, "8473309000", "+3", "12,345,678,901,234,567.00"],
      ],
    };
    const parts = await partsOf(
      await xlsxOf([
        { name: "订购明细/2026:一", table },
        { name: "订购明细/2026:一", table },
      ]),
    );
    for (const [path, xml] of parts) expect(xmlFault(xml), path).toBeNull();
    const sheet = parts.get("xl/worksheets/sheet1.xml") ?? "";
    expect(sheet).toContain(
      '<c r="C2" s="0" t="inlineStr"><is><t xml:space="preserve">0473309000</t>',
    );
    expect(sheet).toContain('<c r="D2" s="2"><v>16</v></c><c r="E2" s="3"><v>4512000.00</v></c>');
    expect(sheet).toContain("12,345,678,901,234,567.00</t>");
    expect(sheet).toContain(">=1+1</t>");
    expect(sheet).not.toContain("<f>");
    expect(sheet).toContain('<mergeCell ref="A4:C4"/>');
    // A reader prints it on A4 with every column on one page, the header repeated and the draft note on top.
    expect(sheet).toMatch(/fitToPage="1".*paperSize="9" orientation="landscape" fitToWidth="1"/);
    expect(sheet).toMatch(/<oddHeader>[^<]*草稿.*<oddFooter>[^<]*not a licence/);
    expect(parts.get("xl/workbook.xml")).toContain(
      `<definedName name="_xlnm.Print_Titles" localSheetId="1">'订购明细 2026 一 (2)'!$1:$1</definedName>`,
    );
    expect(
      [...(parts.get("xl/workbook.xml") ?? "").matchAll(/<sheet name="([^"]+)"/g)].map((m) => m[1]),
    ).toEqual(["订购明细 2026 一", "订购明细 2026 一 (2)"]);
  });
});

describe("a portal sheet", () => {
  const words = {
    copy: "复制",
    copied: "已复制",
    uploads: "上传文件",
    wrongKind: "Wrong kind",
    tooLarge: "超过上限",
    empty: "（空）",
  };
  const html = portalSheet({
    lang: "zh",
    title: hostile,
    notice: "申请材料，不构成许可",
    words,
    fields: [
      { label: "名称", value: "<b>示例</b>", section: "申请人" },
      { label: "传真", value: "" },
    ],
    uploads: [{ label: "封面信", file: "01.pdf", bytes: 3 * 1024 ** 2, limit: 2 * 1024 ** 2 }],
  });
  it("shows values as text, warns of files above the limit and may load nothing", () => {
    expect(html).toContain("<pre>&lt;b&gt;示例&lt;/b&gt;</pre>");
    expect(html).toContain("超过上限 2.00 MB");
    expect(html).toContain("default-src 'none'");
    expect(html.match(/<script>/g)).toHaveLength(1);
    expect(html).not.toMatch(/(src|href)=/);
  });
});
