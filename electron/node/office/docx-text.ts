import type { Inline, Run } from "#shared/packet";
import type { Relation } from "./office-file.ts";
import { OFFICE_RELATIONS } from "./office-file.ts";
import { xmlAttribute, xmlText } from "./xml.ts";

/** What grows while a text is written: footnotes and the addresses that links refer to. */
export class DocxNotes {
  readonly footnotes: string[] = [];
  readonly links: Relation[] = [];
  readonly #cited = new Map<string, string>();

  /** The number of a footnote that is printed where it is cited; a source cited again is repeated in short. */
  cite(id: string, text: string): string {
    const known = this.#cited.get(id);
    const body = known ?? text;
    this.#cited.set(id, body);
    return this.note(body);
  }

  note(text: string): string {
    this.footnotes.push(text);
    // Numbers 0 and 1 belong to the separators.
    return `<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="${this.footnotes.length + 1}"/></w:r>`;
  }

  link(href: string): string {
    const id = `rLink${this.links.length + 1}`;
    this.links.push({
      id,
      type: `${OFFICE_RELATIONS}/hyperlink`,
      target: xmlAttribute(href),
      external: true,
    });
    return id;
  }
}

/** Runs of plain text; line breaks become breaks. */
export function textRuns(text: string, strong = false): string {
  const look = strong ? "<w:rPr><w:b/></w:rPr>" : "";
  return text
    .split("\n")
    .map((line) => `<w:r>${look}<w:t xml:space="preserve">${xmlText(line)}</w:t></w:r>`)
    .join("<w:r><w:br/></w:r>");
}

function runXml(run: Run, notes: DocxNotes): string {
  const plain = textRuns(run.text, run.strong ?? false);
  const linked = run.href
    ? `<w:hyperlink r:id="${notes.link(run.href)}">${plain}</w:hyperlink>`
    : plain;
  const note = run.note === undefined ? "" : notes.note(run.note);
  return `${linked}${note}${run.cite ? notes.cite(run.cite.id, run.cite.text) : ""}`;
}

/** An inline of the document model as runs. */
export function inlineRuns(inline: Inline, notes: DocxNotes, strong = false): string {
  if (typeof inline === "string") return textRuns(inline, strong);
  return inline.map((run) => runXml(strong ? { ...run, strong } : run, notes)).join("");
}

/** A paragraph with a style and, where it differs from the style's, an alignment. */
export function paragraph(
  runs: string,
  style?: string,
  align?: "left" | "center" | "right",
): string {
  const look = `${style ? `<w:pStyle w:val="${style}"/>` : ""}${align ? `<w:jc w:val="${align}"/>` : ""}`;
  return `<w:p>${look === "" ? "" : `<w:pPr>${look}</w:pPr>`}${runs}</w:p>`;
}
