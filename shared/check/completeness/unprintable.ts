import type { Dossier } from "#shared/model";
import { type CarriedText, textsIn } from "#shared/packet";
import type { Collector } from "./collector.ts";
import { printedCharacters } from "./printed-characters.ts";
import { sectionOfPath } from "./section-of-path.ts";
import { textsOf } from "./whole-text.ts";

// Characters that the typesetter never asks a font for: it drops them, breaks a line at them or prints their number.
const HANDLED = "\\p{Cc}\\p{Cf}\\p{Cs}\\p{Variation_Selector}\\p{Zl}\\p{Zp}";
const DIRECTIONS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;
const ALL_DIRECTIONS = new RegExp(DIRECTIONS, "gu");
const AROUND = 10;
const MOST = 100;

function classOf(runs: string): string {
  let at = 0;
  return runs
    .split(" ")
    .map((run) => {
      const [gap = "0", more = "0"] = run.split(".");
      const from = at + Number.parseInt(gap, 36);
      at = from + Number.parseInt(more, 36);
      return `\\u{${from.toString(16)}}-\\u{${at.toString(16)}}`;
    })
    .join("");
}

type Patterns = { readonly one: RegExp; readonly all: RegExp };
let compiled: Patterns | undefined;

/** A character that no font here has a glyph for; made when first asked. */
function missing(): Patterns {
  if (compiled === undefined) {
    const outside = `[^${HANDLED}${classOf(printedCharacters)}]`;
    compiled = { one: new RegExp(outside, "u"), all: new RegExp(outside, "gu") };
  }
  return compiled;
}

/** What is known of a code unit: nothing yet, plain, or one to look at (no glyph, or a mark of direction). */
const PLAIN = 1;
const SUSPECT = 2;
const kinds = new Uint8Array(65_536);

function kindOf(unit: number): number {
  const character = String.fromCharCode(unit);
  const suspect = DIRECTIONS.test(character) || missing().one.test(character);
  const kind = suspect ? SUSPECT : PLAIN;
  kinds[unit] = kind;
  return kind;
}

const isSurrogate = (unit: number) => unit >= 0xd800 && unit <= 0xdfff;

/** Whether a text holds any such character; each is looked up in the fonts once, whatever the number of texts. */
function isSuspect(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (isSurrogate(unit)) return missing().one.test(text) || DIRECTIONS.test(text);
    if ((kinds[unit] || kindOf(unit)) !== PLAIN) return true;
  }
  return false;
}

const numberOf = (character: string) =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;

/** What stands about a character, with `stand` in its place; the papers that quote it must be printable themselves. */
function excerpt(text: string, at: number, character: string, stand: string): string {
  const near = (part: string) =>
    part.replace(missing().all, "□").replace(ALL_DIRECTIONS, "").replace(/\s+/g, " ");
  const before = [...text.slice(0, at)].slice(-AROUND).join("");
  const after = [...text.slice(at + character.length)].slice(0, AROUND).join("");
  return `${near(before)}${stand}${near(after)}`.trim();
}

type Found = { readonly codePoint: string; readonly text: string };

function found(text: string, pattern: RegExp, stand: (codePoint: string) => string): Found | null {
  const plain = text.normalize("NFC");
  const hit = pattern.exec(plain);
  if (hit === null) return null;
  const codePoint = numberOf(hit[0]);
  return { codePoint, text: excerpt(plain, hit.index, hit[0], stand(codePoint)) };
}

/** The first character of a text that papers cannot print, by its number, with a □ for it in what stands around it. */
export function unprintable(text: string): Found | null {
  return found(text, missing().one, () => "□");
}

/**
 * Texts that papers could not print as they are: characters that no font has (emoji, private use; no paper is made of them)
 * and marks that turn the direction of reading round (printed by their number, so that a name never reads otherwise than it
 * is stored). Looks at everything, since what goes to neither reader is printed in the record that sealing makes as well.
 */
export function unprintableTexts(items: Collector, returns: Collector, dossier: Dossier): void {
  const { evidence, rest } = textsOf(dossier);
  const reviews = JSON.stringify(dossier.order.reviews ?? []);
  if (![rest, evidence, reviews].some(isSuspect)) return;
  let told = 0;
  for (const carried of textsIn(dossier)) {
    if (told >= MOST) return;
    told += toldOf(carried, items, returns);
  }
}

function toldOf({ path, text }: CarriedText, items: Collector, returns: Collector): number {
  const section = sectionOfPath(path);
  const lacking = unprintable(text);
  if (lacking !== null) items.in(section).add("required", path, "unprintable", { ...lacking });
  const turning = found(text, DIRECTIONS, (codePoint) => `‹${codePoint}›`);
  if (turning !== null)
    returns.in(section).add("conditional", path, "direction-mark", { ...turning });
  return lacking === null && turning === null ? 0 : 1;
}
