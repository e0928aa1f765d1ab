import type { PacketDocument, Table } from "#shared/packet";

const words = {
  zh: "本公司申请采购用于商业推理服务的加速器，所填事实均附证据，数量、用途与部署地点以订购明细表为准。",
  en: "The applicant asks to purchase accelerators for a commercial inference service; each fact is tied to evidence, and quantities, uses and sites are those of the order schedule.",
};

/** An order schedule of `rows` lines with long names, amounts and a total. */
export function orderTable(rows: number, lang: "zh" | "en", salt = ""): Table {
  const zh = lang === "zh";
  return {
    kind: "table",
    caption: zh ? "订购明细" : "Order schedule",
    columns: [
      { width: { mm: 12 }, align: "center" },
      { width: { fr: 2.4 } },
      { width: { fr: 1.3 } },
      { width: { mm: 20 }, align: "right" },
      { width: { mm: 38 }, align: "right" },
    ],
    header: [
      zh
        ? ["序号", "货物名称与型号", "HS 编码", "数量", "金额（美元）"]
        : ["No.", "Goods and model", "HS code", "Quantity", "Amount (USD)"],
    ],
    rows: Array.from({ length: rows }, (_, i) => [
      String(i + 1),
      zh
        ? `NVIDIA HGX H200 8-GPU 基板，第 ${i + 1} 批，用于示例云计算${salt}（虚构）有限公司第 ${(i % 7) + 1} 数据中心`
        : `NVIDIA HGX H200 8-GPU baseboard, lot ${i + 1}, for Example Cloud${salt} (Fictitious) data centre ${(i % 7) + 1}`,
      "8473309000",
      String((i + 1) * 16),
      `${(i + 1) * 4}${zh ? "" : ""},512,000.00`,
    ]),
    totals: [
      [
        { content: zh ? "合计" : "Total", colspan: 3, align: "right", strong: true },
        { content: "5,120", strong: true },
        { content: "123,456,789,000.00", strong: true },
      ],
    ],
    note: zh
      ? "注：金额为合同金额，不含税费。"
      : "Note: contract amounts, before taxes and duties.",
  };
}

/** A paper that uses every kind of block once. */
export function sampleDocument(lang: "zh" | "en", rows = 40, cover = true): PacketDocument {
  const zh = lang === "zh";
  const say = (a: string, b: string) => (zh ? a : b);
  return {
    schema: "h200-desk/document@1",
    id: `sample-${lang}`,
    lang,
    title: say(
      "关于采购 NVIDIA H200 加速器的情况说明",
      "Statement on a purchase of NVIDIA H200 accelerators",
    ),
    subtitle: say("订购明细与最终用途", "Order schedule and end use"),
    number: say("附件 3", "Annex 3"),
    date: "2026-08-20",
    author: say("示例智能科技（虚构）有限公司", "Example Intelligence (Fictitious) Co., Ltd."),
    draft: true,
    cover,
    facts: [
      {
        label: say("申请人", "Applicant"),
        value: say("示例智能科技（虚构）有限公司", "Example Intelligence (Fictitious) Co., Ltd."),
      },
      { label: say("统一社会信用代码", "Unified social credit code"), value: "91310000MA1FXXXX0A" },
      { label: say("日期", "Date"), value: say("2026年8月20日", "20 August 2026") },
    ],
    letterhead: {
      name: say("示例智能科技（虚构）有限公司", "Example Intelligence (Fictitious) Co., Ltd."),
      nameOther: say("Example Intelligence (Fictitious) Co., Ltd.", "示例智能科技（虚构）有限公司"),
      lines: [
        say("上海市示例区虚构路 1 号 200000", "1 Fictitious Road, Shanghai 200000"),
        "+86 21 5555 0100",
      ],
    },
    fingerprint: {
      sha256: "0123456789abcdef".repeat(4),
      of: say("本套材料的规范 JSON（dossier.json）", "canonical JSON of this set (dossier.json)"),
    },
    blocks: [
      { kind: "contents", depth: 2 },
      { kind: "pageBreak" },
      { kind: "heading", level: 1, text: say("采购概况", "Overview") },
      { kind: "paragraph", text: words[lang].repeat(3) },
      { kind: "heading", level: 2, text: say("法规依据", "Texts relied on") },
      {
        kind: "paragraph",
        text: [
          {
            text: say("依据《出口管理条例》相关条文", "Under the rule on licence review policy"),
            cite: {
              id: "US-R-03",
              text: say(
                "15 CFR 742.6，2026-01-15 版；来源 US-R-03，核对日 2026-11-23。",
                "15 CFR 742.6 as of 2026-01-15; source US-R-03, checked 2026-11-23.",
              ),
            },
          },
          { text: say("，", ", ") },
          { text: say("重点事实", "key fact"), strong: true },
          {
            text: say("已另行说明", " is explained separately"),
            cite: { id: "US-R-03", text: "x" },
            note: say("见附件 5。", "See annex 5."),
          },
          { text: say("。", ".") },
        ],
      },
      {
        kind: "list",
        ordered: true,
        items: [words[lang], say("第二项。", "Second item."), say("第三项。", "Third item.")],
      },
      { kind: "list", items: [words[lang], say("第二项。", "Second item.")] },
      { kind: "heading", level: 3, text: say("申请人资料", "Applicant data") },
      {
        kind: "keyValue",
        caption: say("申请人", "Applicant"),
        rows: [
          {
            label: say("名称", "Name"),
            labelEn: "Name",
            value: say(
              "𠮷祥䶮㐂（虚构）数据服务有限公司",
              "Jixiang Yanxi (Fictitious) Data Services Co., Ltd. 𠮷祥䶮㐂",
            ),
            field: "parties.0.name",
          },
          {
            label: say("邮箱", "Mail"),
            labelEn: "E-mail",
            value:
              "very.long.mailbox.name.of.the.compliance.department@subsidiary.example-intelligence.example.org",
          },
          {
            label: say("地址", "Address"),
            value: say(
              "上海市示例区虚构路一号示例大厦十二层（邮政编码 200000）",
              "12th floor, Example Building, 1 Fictitious Road, Shanghai 200000",
            ),
          },
          { label: say("摘要", "Digest"), value: "0123456789abcdef".repeat(4) },
          { label: say("传真", "Fax"), value: "" },
        ],
      },
      {
        kind: "keyValue",
        columns: 2,
        rows: [
          { label: say("币种", "Currency"), value: "USD" },
          { label: say("汇率", "Rate"), value: "7.1234" },
          { label: say("贸易术语", "Incoterm"), value: "DAP Shanghai" },
          { label: say("付款", "Payment"), value: "T/T" },
          { label: say("备注", "Remark"), value: words[lang] },
        ],
      },
      { kind: "heading", level: 1, text: say("订购明细表", "Order schedule") },
      orderTable(rows, lang),
      { kind: "heading", level: 1, text: say("声明", "Declarations") },
      {
        kind: "checklist",
        items: [
          { text: words[lang], checked: true },
          { text: say("否。", "No."), checked: false },
        ],
      },
      { kind: "notice", tone: "warn", title: say("待补充", "Still open"), text: words[lang] },
      {
        kind: "figure",
        svg: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 100"><rect x="10" y="20" width="110" height="40" fill="none" stroke="#000"/><text x="65" y="45" font-size="14" text-anchor="middle" font-family="Noto Sans SC">${say("母公司", "Parent")}</text><path d="M120 40H180" stroke="#000"/><text x="150" y="34" font-size="10" text-anchor="middle" font-family="Noto Sans SC">60%</text><rect x="180" y="20" width="110" height="40" fill="none" stroke="#000"/><text x="235" y="45" font-size="14" text-anchor="middle" font-family="Noto Sans SC">${say("子公司", "Subsidiary")}</text></svg>`,
        alt: say("母公司持有子公司 60%。", "The parent holds 60% of the subsidiary."),
        caption: say("股权结构", "Ownership"),
        widthMm: 120,
      },
      {
        kind: "landscape",
        blocks: [
          { kind: "heading", level: 1, text: say("交付计划", "Delivery plan") },
          { ...orderTable(12, lang), size: "tiny" },
        ],
      },
      { kind: "heading", level: 1, text: say("签署", "Signature") },
      {
        kind: "signature",
        parties: [
          {
            role: say("申请人", "Applicant"),
            name: say(
              "示例智能科技（虚构）有限公司",
              "Example Intelligence (Fictitious) Co., Ltd.",
            ),
            lines: [
              { label: say("签字", "Signature") },
              { label: say("姓名", "Name"), value: say("示例人甲", "Sample Person A") },
              { label: say("日期", "Date") },
            ],
            sealSpace: say("（盖章处）", "(place for seal)"),
          },
          {
            role: say("最终用户", "End user"),
            name: say("示例云计算（虚构）有限公司", "Example Cloud (Fictitious) Co., Ltd."),
            lines: [{ label: say("签字", "Signature") }, { label: say("日期", "Date") }],
            sealSpace: say("（盖章处）", "(place for seal)"),
          },
        ],
      },
    ],
  };
}
