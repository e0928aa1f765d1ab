import { ExternalHyperlink, FootnoteReferenceRun, Paragraph, TextRun } from "docx";
import { neutralText } from "#node/pdf-preparation";
import type { Inline, Run } from "#shared/packet";

/** What may stand in a paragraph of a Word draft. */
export type Child = TextRun | ExternalHyperlink | FootnoteReferenceRun;

type Look = { readonly strong?: boolean };

// An amount stays with its currency, a quantity with its unit: no line ends between them.
const BEFORE_FIGURE = /(\b[A-Z]{3}) (?=\d)/g;
const AFTER_FIGURE = /(\d) (?=[\p{L}%]{1,6}(?:\s|$))/gu;

/** Text as Word may show it: direction and control characters by number, figures kept whole. */
function wordText(text: string): string {
  return neutralText(text, []).replace(BEFORE_FIGURE, "$1\u00a0").replace(AFTER_FIGURE, "$1\u00a0");
}

/** Plain text as runs; line breaks become breaks. */
export function textRuns(text: string, { strong = false }: Look = {}): readonly TextRun[] {
  return wordText(text)
    .split("\n")
    .map((line, at) => new TextRun({ text: line, bold: strong, ...(at > 0 ? { break: 1 } : {}) }));
}

/** The footnotes of one draft, numbered as they are cited. */
export class DocxNotes {
  readonly #notes: string[] = [];
  readonly #cited = new Map<string, string>();

  /** A stretch of text with its link, its note and the source that it cites. */
  run(run: Run, look: Look): readonly Child[] {
    const texts = textRuns(run.text, { strong: run.strong ?? look.strong ?? false });
    const shown: readonly Child[] =
      run.href === undefined
        ? texts
        : [new ExternalHyperlink({ link: run.href, children: [...texts] })];
    return [
      ...shown,
      ...(run.note === undefined ? [] : [this.#reference(run.note)]),
      ...(run.cite === undefined ? [] : [this.#reference(this.#source(run.cite))]),
    ];
  }

  /** An inline of the document model as runs. */
  inline(inline: Inline, look: Look = {}): Child[] {
    return typeof inline === "string"
      ? [...textRuns(inline, look)]
      : inline.flatMap((run) => this.run(run, look));
  }

  /** The notes as the library wants them. */
  footnotes(): Record<string, { readonly children: readonly Paragraph[] }> {
    return Object.fromEntries(
      this.#notes.map((text, at) => [
        String(at + 1),
        {
          children: [new Paragraph({ style: "FootnoteText", children: [...textRuns(` ${text}`)] })],
        },
      ]),
    );
  }

  #source({ id, text }: { readonly id: string; readonly text: string }): string {
    const said = this.#cited.get(id) ?? text;
    this.#cited.set(id, said);
    return said;
  }

  #reference(text: string): FootnoteReferenceRun {
    this.#notes.push(text);
    return new FootnoteReferenceRun(this.#notes.length);
  }
}
