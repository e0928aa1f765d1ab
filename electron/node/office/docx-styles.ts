import {
  AlignmentType,
  type INumberingOptions,
  type IStylesOptions,
  LevelFormat,
  LineRuleType,
} from "docx";

// Names of fonts that Chinese office programs have; the PDF does not depend on them.
const face = (chinese: string, size: number, bold = false) => ({
  font: { ascii: "Times New Roman", hAnsi: "Times New Roman", eastAsia: chinese },
  size,
  bold,
});

const HEADING_FACES = ["黑体", "楷体", "仿宋", "仿宋"] as const;

/** The styles of a paper: those of a Chinese official letter, or of an English business letter. */
export function docxStyles(zh: boolean): IStylesOptions {
  const size = zh ? 32 : 22;
  const spacing = zh
    ? { line: 580, lineRule: LineRuleType.EXACT }
    : { after: 100, line: 310, lineRule: LineRuleType.AUTO };
  const indent = zh ? { firstLineChars: 200, firstLine: 640 } : {};
  const flat = zh ? { firstLineChars: 0, firstLine: 0 } : {};
  const table = (id: string, name: string, points: number) => ({
    id,
    name,
    basedOn: "Normal",
    run: face("仿宋", points),
  });
  return {
    default: { document: { run: face("仿宋", size) } },
    paragraphStyles: [
      {
        id: "Title",
        name: "Title",
        basedOn: "Normal",
        run: face("宋体", zh ? 44 : 40, true),
        paragraph: { spacing: { before: 240, after: 240 }, alignment: AlignmentType.CENTER },
      },
      { id: "Body", name: "Body Text", basedOn: "Normal", paragraph: { spacing, indent } },
      {
        id: "BodyFlat",
        name: "Body Text Flat",
        basedOn: "Body",
        paragraph: { spacing, indent: flat },
      },
      table("TableText", "Table Text", zh ? 24 : 20),
      table("TableTextSmall", "Table Text Small", zh ? 21 : 18),
      table("TableTextTiny", "Table Text Tiny", zh ? 18 : 16),
      // Word wants a paragraph after a table; where nothing is said it takes no room.
      {
        id: "TableGap",
        name: "Table Gap",
        basedOn: "Normal",
        run: face("仿宋", 2),
        paragraph: { spacing: { line: 120, lineRule: LineRuleType.EXACT } },
      },
      {
        id: "Caption",
        name: "caption",
        basedOn: "Normal",
        run: face("黑体", 21),
        paragraph: { spacing: { before: 120, after: 60 }, alignment: AlignmentType.CENTER },
      },
      { id: "FootnoteText", name: "footnote text", basedOn: "Normal", run: face("仿宋", 18) },
      ...HEADING_FACES.map((chinese, at) => ({
        id: `Heading${at + 1}`,
        name: `heading ${at + 1}`,
        basedOn: "Normal",
        next: "Body",
        run: face(chinese, size, at < 3),
        paragraph: { spacing, indent, keepNext: true, outlineLevel: at },
      })),
    ],
  };
}

/** Numbers of headings (一、（一）1.（1） in Chinese, 1 1.1 … in English) and of lists. */
export function docxNumbering(zh: boolean): INumberingOptions {
  const chinese = [
    ["%1、", LevelFormat.CHINESE_COUNTING],
    ["（%2）", LevelFormat.CHINESE_COUNTING],
    ["%3.", LevelFormat.DECIMAL],
    ["（%4）", LevelFormat.DECIMAL],
  ] as const;
  const english = [
    ["%1", LevelFormat.DECIMAL],
    ["%1.%2", LevelFormat.DECIMAL],
    ["%1.%2.%3", LevelFormat.DECIMAL],
    ["%1.%2.%3.%4", LevelFormat.DECIMAL],
  ] as const;
  const item = (text: string, format: (typeof LevelFormat)[keyof typeof LevelFormat]) => ({
    level: 0,
    format,
    text,
    suffix: "space" as const,
    style: {
      paragraph: { indent: zh ? { left: 0, firstLine: 640 } : { left: 360, hanging: 360 } },
    },
  });
  return {
    config: [
      {
        reference: "headings",
        levels: (zh ? chinese : english).map(([text, format], level) => ({
          level,
          format,
          text,
          suffix: zh ? ("nothing" as const) : ("space" as const),
          style: {
            paragraph: { indent: zh ? { left: 0, firstLine: 640 } : { left: 0, firstLine: 0 } },
          },
        })),
      },
      { reference: "ordered", levels: [item("%1.", LevelFormat.DECIMAL)] },
      { reference: "dashes", levels: [item("–", LevelFormat.BULLET)] },
    ],
  };
}
