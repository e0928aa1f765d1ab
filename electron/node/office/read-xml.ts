/** A piece of an XML text: a tag that opens (an empty one opens and closes at once), a tag that closes, or text between. */
export type XmlPiece =
  | {
      readonly kind: "open";
      readonly name: string;
      readonly attributes: ReadonlyMap<string, string>;
      readonly empty: boolean;
    }
  | { readonly kind: "close"; readonly name: string }
  | { readonly kind: "text"; readonly text: string };

/** The text is no XML that this reader takes; `at` counts characters. */
export class XmlFault extends Error {
  readonly at: number;
  constructor(at: number) {
    super(`XML not readable at ${at}`);
    this.at = at;
  }
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
};

function character(code: number, at: number): string {
  if (!(code > 0 && code <= 0x10ffff) || (code >= 0xd800 && code <= 0xdfff)) throw new XmlFault(at);
  return String.fromCodePoint(code);
}

/** Only the five entities that XML itself knows, and numbers: nothing can be declared, so nothing can swell. */
function unescaped(text: string, at: number): string {
  if (!text.includes("&")) return text;
  return text.replace(/&([^;]{0,12});?/g, (whole, name: string) => {
    if (!whole.endsWith(";")) throw new XmlFault(at);
    const known = Object.hasOwn(ENTITIES, name) ? ENTITIES[name] : undefined;
    if (known !== undefined) return known;
    const hex = /^#x([0-9a-f]{1,6})$/i.exec(name);
    if (hex !== null) return character(Number.parseInt(hex[1] ?? "", 16), at);
    const decimal = /^#(\d{1,7})$/.exec(name);
    if (decimal !== null) return character(Number(decimal[1]), at);
    throw new XmlFault(at);
  });
}

/** The name without the prefix of its namespace: parts of an office file are told apart by their paths. */
const local = (name: string) => name.slice(name.indexOf(":") + 1);

const NAME = String.raw`[A-Za-z_][\w.:-]*`;
const TAG = new RegExp(`<(${NAME})((?:\\s+${NAME}\\s*=\\s*(?:"[^"<]*"|'[^'<]*'))*)\\s*(/?)>`, "y");
const CLOSE = new RegExp(`</(${NAME})\\s*>`, "y");
const ATTRIBUTE = new RegExp(`(${NAME})\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, "g");

function attributesOf(text: string, at: number): Map<string, string> {
  const found = new Map<string, string>();
  if (text === "") return found;
  for (const [, name = "", double, single] of text.matchAll(ATTRIBUTE))
    found.set(name, unescaped(double ?? single ?? "", at));
  return found;
}

/** Where a comment, the head or a CDATA section that begins here ends; undefined when it never does. */
function endOf(text: string, at: number, opening: string, closing: string): number | undefined {
  if (!text.startsWith(opening, at)) return undefined;
  const end = text.indexOf(closing, at + opening.length);
  if (end < 0) throw new XmlFault(at);
  return end;
}

/**
 * Reads XML piece by piece. Strict: declarations of any kind (`<!DOCTYPE`, entities), processing instructions but the
 * head, tags that do not match, and nesting deeper than 64 are faults.
 */
export function* xmlPieces(source: string): Generator<XmlPiece> {
  const text = source.replace(/^\uFEFF/, "");
  const open: string[] = [];
  let at = 0;
  while (at < text.length) {
    if (text.charCodeAt(at) !== 0x3c) {
      const next = text.indexOf("<", at);
      const end = next < 0 ? text.length : next;
      const piece = unescaped(text.slice(at, end), at);
      if (open.length > 0) yield { kind: "text", text: piece };
      else if (piece.trim() !== "") throw new XmlFault(at);
      at = end;
      continue;
    }
    const comment = endOf(text, at, "<!--", "-->");
    if (comment !== undefined) {
      at = comment + 3;
      continue;
    }
    const head = at === 0 ? endOf(text, at, "<?xml", "?>") : undefined;
    if (head !== undefined) {
      at = head + 2;
      continue;
    }
    const raw = endOf(text, at, "<![CDATA[", "]]>");
    if (raw !== undefined) {
      yield { kind: "text", text: text.slice(at + 9, raw) };
      at = raw + 3;
      continue;
    }
    CLOSE.lastIndex = at;
    const closing = CLOSE.exec(text);
    if (closing !== null) {
      if (open.pop() !== closing[1]) throw new XmlFault(at);
      yield { kind: "close", name: local(closing[1] ?? "") };
      at = CLOSE.lastIndex;
      continue;
    }
    TAG.lastIndex = at;
    const opening = TAG.exec(text);
    if (opening === null) throw new XmlFault(at);
    const [, name = "", attributes = "", empty = ""] = opening;
    if (empty === "" && open.push(name) > 64) throw new XmlFault(at);
    yield {
      kind: "open",
      name: local(name),
      attributes: attributesOf(attributes, at),
      empty: empty !== "",
    };
    at = TAG.lastIndex;
  }
  if (open.length > 0) throw new XmlFault(text.length);
}
