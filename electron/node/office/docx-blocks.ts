import { PageBreak, Paragraph, type Table, TextRun } from "docx";
import { qrSvg } from "#node/pdf-preparation";
import type { Block } from "#shared/packet";
import { drawingRun } from "./docx-drawing.ts";
import { type TableSpace, tableBlocks } from "./docx-table.ts";
import { type Child, textRuns } from "./docx-text.ts";
import { formTable } from "./form-table.ts";

/** What the body of a Word draft is made of. */
export type BodyPart = Paragraph | Table;

type Of<K extends Block["kind"]> = Extract<Block, { kind: K }>;

/** Turns the blocks of one paper into Word's, counting tables, figures and lists as the PDF does. */
export class DocxBlocks {
  readonly #space: TableSpace;
  #tables = 0;
  #figures = 0;
  #lists = 0;

  constructor(space: TableSpace) {
    this.#space = space;
  }

  /** One block; a turned page is a section of its own and is not asked for here. */
  of(block: Exclude<Block, { kind: "landscape" }>, turned = false): readonly BodyPart[] {
    const space = { ...this.#space, turned };
    switch (block.kind) {
      case "heading":
        return [this.#heading(block)];
      case "paragraph":
        return [this.#paragraph(block)];
      case "list":
        return this.#list(block);
      case "table":
        return [...this.#caption("table", block.caption), ...tableBlocks(block, space)];
      case "keyValue":
        return [...this.#caption("table", block.caption), ...tableBlocks(formTable(block), space)];
      case "checklist":
        return block.items.map(({ text, checked }) =>
          this.#body([new TextRun(checked ? "■ " : "□ "), ...this.#space.notes.inline(text)]),
        );
      case "figure":
        return this.#figure(block);
      case "notice":
        return this.#notice(block);
      case "signature":
        return block.parties.flatMap((party) => this.#signature(party));
      case "qr":
        return [
          new Paragraph({
            style: "Caption",
            children: [drawingRun(qrSvg(block.text), `QR ${block.text}`, 32)],
          }),
          ...(block.caption === undefined ? [] : [this.#small(block.caption)]),
        ];
      case "contents":
        return [];
      case "pageBreak":
        return [new Paragraph({ children: [new PageBreak()] })];
    }
  }

  #heading({ level, text, numbered }: Of<"heading">): Paragraph {
    return new Paragraph({
      style: `Heading${level}`,
      ...(numbered === false ? {} : { numbering: { reference: "headings", level: level - 1 } }),
      children: [...textRuns(text)],
    });
  }

  #paragraph({ text, align, indent, small }: Of<"paragraph">): Paragraph {
    const flat = indent === false || align === "center" || align === "right";
    const body = flat ? "BodyFlat" : "Body";
    return new Paragraph({
      style: small === true ? "TableTextSmall" : body,
      ...(align === undefined ? {} : { alignment: align }),
      children: this.#space.notes.inline(text),
    });
  }

  #list({ items, ordered }: Of<"list">): readonly Paragraph[] {
    this.#lists += 1;
    return items.map(
      (item) =>
        new Paragraph({
          style: "Body",
          numbering:
            ordered === true
              ? { reference: "ordered", level: 0, instance: this.#lists }
              : { reference: "dashes", level: 0 },
          children: this.#space.notes.inline(item),
        }),
    );
  }

  #caption(kind: "table" | "figure", caption: string | undefined): readonly Paragraph[] {
    if (caption === undefined) return [];
    const count = kind === "table" ? ++this.#tables : ++this.#figures;
    const words = {
      zh: { table: "表", figure: "图" },
      en: { table: "Table", figure: "Figure" },
    } as const;
    const label = `${words[this.#space.lang][kind]} ${count}`;
    const text = this.#space.lang === "zh" ? `${label}　${caption}` : `${label}: ${caption}`;
    return [
      new Paragraph({
        style: "Caption",
        keepNext: kind === "table",
        children: [...textRuns(text)],
      }),
    ];
  }

  #figure({ svg, alt, caption, widthMm }: Of<"figure">): readonly Paragraph[] {
    return [
      new Paragraph({
        style: "Caption",
        keepNext: true,
        children: [drawingRun(svg, alt, widthMm)],
      }),
      ...this.#caption("figure", caption),
      // Programs that draw no SVG show nothing: the drawing's words stand below it.
      new Paragraph({ style: "TableTextTiny", children: [...textRuns(alt)] }),
    ];
  }

  #notice({ title, text }: Of<"notice">): readonly Paragraph[] {
    const head =
      title === undefined
        ? []
        : [
            new Paragraph({
              style: "BodyFlat",
              keepNext: true,
              children: [...textRuns(title, { strong: true })],
            }),
          ];
    return [
      ...head,
      new Paragraph({ style: "BodyFlat", children: this.#space.notes.inline(text) }),
    ];
  }

  /** Who signs, the lines to fill in, issuer, day and room for the seal: one block that no page end divides. */
  #signature(party: Of<"signature">["parties"][number]): readonly Paragraph[] {
    const zh = this.#space.lang === "zh";
    const colon = zh ? "：" : ": ";
    const blank = "________________";
    const lines = party.lines.map(({ label, value }) => `${label}${colon}${value ?? blank}`);
    const all = zh
      ? [...lines, party.sealSpace, party.name, party.day]
      : [party.role, party.name, ...lines, party.sealSpace, party.day];
    const said = all.filter((line) => line !== undefined && line !== "");
    return said.map(
      (line, at) =>
        new Paragraph({
          style: "BodyFlat",
          keepLines: true,
          keepNext: at < said.length - 1,
          ...(zh ? { alignment: "right" as const, indent: { right: 640 } } : {}),
          children: [...textRuns(line ?? "")],
        }),
    );
  }

  #body(children: readonly Child[]): Paragraph {
    return new Paragraph({ style: "Body", children: [...children] });
  }

  #small(text: string): Paragraph {
    return new Paragraph({
      style: "TableTextTiny",
      alignment: "center",
      children: [...textRuns(text)],
    });
  }
}
