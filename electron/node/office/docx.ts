import {
  Document,
  Footer,
  Header,
  type ISectionOptions,
  Packer,
  PageOrientation,
  Paragraph,
  SectionType,
} from "docx";
import type { PacketDocument } from "#shared/packet";
import { type BodyPart, DocxBlocks } from "./docx-blocks.ts";
import { sameBytes } from "./docx-same-bytes.ts";
import { docxNumbering, docxStyles } from "./docx-styles.ts";
import { DocxNotes, textRuns } from "./docx-text.ts";
import { DRAFT_NOTE, LICENCE_NOTE } from "./office-file.ts";

const MARGINS = {
  zh: { top: 2098, right: 1474, bottom: 1984, left: 1587 },
  en: { top: 1701, right: 1474, bottom: 1701, left: 1587 },
} as const;

function section(zh: boolean, turned: boolean, children: readonly BodyPart[]): ISectionOptions {
  const note = (text: string, alignment: "right" | "center", strong: boolean) =>
    new Paragraph({
      style: "TableTextSmall",
      alignment,
      children: [...textRuns(text, { strong })],
    });
  return {
    properties: {
      type: SectionType.NEXT_PAGE,
      page: {
        size: {
          width: 11_906,
          height: 16_838,
          orientation: turned ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: { ...MARGINS[zh ? "zh" : "en"], header: 850, footer: 850 },
      },
    },
    headers: { default: new Header({ children: [note(DRAFT_NOTE, "right", true)] }) },
    footers: { default: new Footer({ children: [note(LICENCE_NOTE, "center", false)] }) },
    children: [...children],
  };
}

/** Number, title and facts of a paper, as they stand above its text. */
function head(document: PacketDocument): readonly BodyPart[] {
  const line = (text: string | undefined, style: string, alignment?: "right") =>
    text === undefined
      ? []
      : [
          new Paragraph({
            style,
            ...(alignment === undefined ? {} : { alignment }),
            children: [...textRuns(text)],
          }),
        ];
  const colon = document.lang === "en" ? ": " : "：";
  return [
    ...line(document.number, "BodyFlat"),
    ...line(document.reference, "BodyFlat", "right"),
    ...line(document.title, "Title"),
    ...line(document.subtitle, "Caption"),
    ...(document.facts ?? []).flatMap(({ label, value }) =>
      line(`${label}${colon}${value}`, "TableTextSmall"),
    ),
  ];
}

/** The paper in sections: upright pages, and turned ones where the paper turns them. */
function sections(document: PacketDocument, notes: DocxNotes): readonly ISectionOptions[] {
  const zh = document.lang !== "en";
  const blocks = new DocxBlocks({ lang: zh ? "zh" : "en", turned: false, notes });
  const made: ISectionOptions[] = [];
  let upright: BodyPart[] = [...head(document)];
  for (const block of document.blocks) {
    if (block.kind !== "landscape") upright.push(...blocks.of(block));
    else {
      if (upright.length > 0) made.push(section(zh, false, upright));
      upright = [];
      made.push(
        section(
          zh,
          true,
          block.blocks.flatMap((inner) => blocks.of(inner, true)),
        ),
      );
    }
  }
  if (upright.length > 0 || made.length === 0) made.push(section(zh, false, upright));
  return made;
}

/**
 * A paper as a Word file for lawyers to edit, with its numbering, drawings and footnotes. It is marked as a draft on every page,
 * whatever the paper's state, and belongs beside a packet, never into it: only the PDF is hashed and sealed. The same paper gives
 * the same bytes.
 */
export async function docxDraft(document: PacketDocument): Promise<Uint8Array> {
  const zh = document.lang !== "en";
  const notes = new DocxNotes();
  const parts = sections(document, notes);
  const file = new Document({
    title: document.title,
    creator: "",
    lastModifiedBy: "",
    description: LICENCE_NOTE,
    styles: docxStyles(zh),
    numbering: docxNumbering(zh),
    footnotes: notes.footnotes(),
    sections: [...parts],
  });
  return sameBytes(await Packer.toBuffer(file), document.date);
}
