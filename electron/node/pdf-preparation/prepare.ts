import { err, ok, type Result } from "#shared/kernel";
import type { Block, PacketDocument } from "#shared/packet";
import type { Coverage } from "./font-coverage.ts";
import { Preparation, type TypesetWarning } from "./preparation.ts";
import { prepareBlock } from "./prepare-block.ts";
import { qrSvg } from "./qr-svg.ts";

/** A document ready for the templates: data only, with its drawings as files beside it. */
export type Prepared = {
  readonly json: string;
  readonly files: ReadonlyMap<string, string>;
  readonly warnings: readonly TypesetWarning[];
};

function hasHeading(block: Block): boolean {
  return block.kind === "heading" || (block.kind === "landscape" && block.blocks.some(hasHeading));
}

/** The paragraph two places before a signature, and a remark between a heading and its table. */
function staysWithNext(blocks: readonly Block[], at: number): boolean {
  const item = blocks[at];
  if (item?.kind !== "paragraph") return false;
  const isRemark = item.small === true && blocks[at - 1]?.kind === "heading";
  return isRemark || blocks[at + 2]?.kind === "signature";
}

function letterhead(value: PacketDocument["letterhead"], p: Preparation) {
  if (!value) return null;
  return {
    name: p.plain(value.name, "letterhead.name"),
    nameOther: p.optionalPlain(value.nameOther, "letterhead.nameOther"),
    lines: value.lines.map((line, i) => p.plain(line, `letterhead.lines.${i}`)),
    logo: value.logoSvg === undefined ? null : p.addDrawing("logo", value.logoSvg),
  };
}

// Enough of the fingerprint to tell two sets apart at a glance; the cover prints it whole.
const SHOWN_DIGITS = /.{4}/g;
const SHOWN_GROUPS = 4;

/**
 * What the head and foot of every page say. The templates read it while they set a page: as part of the page's style it
 * would be part of what every block is remembered by, and a new fingerprint would have the whole paper set again.
 */
function running(data: {
  readonly title: string;
  readonly number: string | null;
  readonly draft: boolean;
  readonly lang: PacketDocument["lang"];
  readonly fingerprint: { readonly sha256: string } | null;
}): string {
  const { title, number, draft, lang } = data;
  const groups = data.fingerprint?.sha256.match(SHOWN_DIGITS)?.slice(0, SHOWN_GROUPS);
  return JSON.stringify({
    title,
    number: number ?? "",
    draft,
    lang,
    short: groups?.join(" ") ?? null,
  });
}

function fingerprint(value: PacketDocument["fingerprint"], p: Preparation) {
  if (!value) return null;
  const qr = p.addDrawing("fingerprint", qrSvg(`h200-desk:sha256:${value.sha256}`));
  return { sha256: value.sha256, of: p.plain(value.of, "fingerprint.of"), qr };
}

/**
 * Turns a document into what the templates read. Pure; the same document gives the same text. Refuses characters that
 * no font covers (`pdf-glyph-missing`, naming character, place and surroundings) and drawings that hold more than shapes.
 */
export function prepare(
  document: PacketDocument,
  coverage: Coverage,
  edition?: number,
): Result<Prepared> {
  const third = edition === 3;
  const p = new Preparation(coverage, document.lang === "en" ? "en" : "zh");
  const data = {
    lang: document.lang,
    title: p.plain(document.title, "title"),
    subtitle: p.optionalPlain(document.subtitle, "subtitle"),
    number: p.optionalPlain(document.number, "number"),
    author: p.optionalPlain(document.author, "author"),
    date: document.date.split("-").map(Number),
    draft: document.draft,
    cover: document.cover ?? false,
    // Templates of the third edition give a paper without headings its one bookmark.
    ...(third ? { bare: !document.blocks.some(hasHeading) } : {}),
    facts: (document.facts ?? []).map((fact, i) => ({
      label: p.inline(fact.label, `facts.${i}.label`),
      value: p.inline(fact.value, `facts.${i}.value`),
    })),
    letterhead: letterhead(document.letterhead, p),
    reference: p.optionalPlain(document.reference, "reference"),
    colophon:
      document.colophon?.map((fact, i) => ({
        label: p.plain(fact.label, `colophon.${i}.label`),
        value: p.plain(fact.value, `colophon.${i}.value`),
      })) ?? null,
    fingerprint: fingerprint(document.fingerprint, p),
    // A place to sign never stands alone on a page: the two paragraphs before it go with it.
    blocks: document.blocks.map((item, i) => ({
      ...prepareBlock(item, `blocks.${i}`, p),
      ...(document.blocks[i + 1]?.kind === "signature" ||
      (!third && staysWithNext(document.blocks, i))
        ? { keep: true }
        : {}),
    })),
  };
  const [fault] = p.faults;
  if (fault) return err(fault);
  p.files.set("/data/running.json", running(data));
  return ok({ json: JSON.stringify(data), files: p.files, warnings: p.warnings });
}
