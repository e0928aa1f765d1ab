import type { PlacedText } from "./glyph-texts.ts";
import { pageTexts } from "./page-picture.ts";

/** A box on a page, in the units of its picture. */
type Box = {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
};

/** Words found on a page: what stands around them, and where they are. */
export type Found = {
  readonly page: number;
  readonly excerpt: string;
  readonly boxes: readonly Box[];
};

const MOST = 200;
const AROUND = 16;

// Width and case make no difference to a reader, nor does the end of a line in the middle of a word.
function folded(text: string): string {
  return text.normalize("NFKC").toLowerCase().replace(/\s/gu, "");
}

function rounded({ x, y, w, h }: Box): Box {
  const [left = 0, top = 0, wide = 0, high = 0] = [x, y, w, h].map(
    (value) => Math.round(value * 10) / 10,
  );
  return { x: left, y: top, w: wide, h: high };
}

/** One box for each stretch on a line. */
function boxesOf(texts: readonly PlacedText[]): readonly Box[] {
  const boxes: Box[] = [];
  for (const { x, y, w, h } of texts) {
    const last = boxes.at(-1);
    const joins = last !== undefined && Math.abs(last.y - y) < h / 2 && x >= last.x;
    if (joins && x - (last.x + last.w) < h)
      boxes[boxes.length - 1] = { ...last, w: x + w - last.x };
    else boxes.push({ x, y, w, h });
  }
  return boxes.map(rounded);
}

function onPage(texts: readonly PlacedText[], page: number, wanted: string): Found[] {
  const owner: number[] = [];
  let all = "";
  texts.forEach(({ text }, index) => {
    const part = folded(text);
    for (let count = 0; count < part.length; count += 1) owner.push(index);
    all += part;
  });
  const found: Found[] = [];
  for (let at = all.indexOf(wanted); at >= 0; at = all.indexOf(wanted, at + wanted.length)) {
    const first = owner[at] ?? 0;
    const last = owner[at + wanted.length - 1] ?? first;
    const excerpt = texts
      .slice(Math.max(0, first - AROUND), last + 1 + AROUND)
      .map(({ text }) => text)
      .join("");
    found.push({ page, excerpt, boxes: boxesOf(texts.slice(first, last + 1)) });
    if (found.length >= MOST) break;
  }
  return found;
}

/**
 * Where words stand in a PDF that this program typeset, page by page; at most two hundred places. Upper and lower case,
 * full and half width and line ends make no difference.
 */
export function findWords(pdf: Uint8Array, words: string): readonly Found[] {
  const wanted = folded(words);
  if (wanted === "") return [];
  const found: Found[] = [];
  for (const [index, texts] of pageTexts(pdf).entries()) {
    found.push(...onPage(texts, index + 1, wanted));
    if (found.length >= MOST) break;
  }
  return found.slice(0, MOST);
}
