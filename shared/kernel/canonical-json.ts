const MAX_DEPTH = 200;

/**
 * Text that is its own canonical form: printable ASCII without quote or backslash, and Chinese characters and punctuation
 * that no normalisation changes or puts in another order. Nearly all of a dossier is.
 */
const PLAIN = /^[ !#-[\]-~\u2013\u2014\u2018-\u201d\u3001-\u3020\u4e00-\u9fff\uff01-\uff5e]*$/;

function writeText(text: string): string {
  return PLAIN.test(text) ? `"${text}"` : JSON.stringify(text.normalize("NFC"));
}

/** Members' names as they are written; a dossier has a few hundred, and each is met again and again. */
const names = new Map<string, string>();
const MOST_NAMES = 2_000;

function writeName(name: string): string {
  const known = names.get(name);
  if (known !== undefined) return known;
  const text = JSON.stringify(name);
  // Names may come from anybody's file: what is remembered stays bounded, in number and in size.
  if (name.length <= 80 && names.size < MOST_NAMES) names.set(name, text);
  return text;
}

/** Up to here putting names in order one by one is quicker than a sort that copies them. */
const FEW = 24;

/** Names in the order of their UTF-16 units, in place. */
function inOrder(list: string[]): readonly string[] {
  // The default order is by UTF-16 unit, which is the one wanted.
  if (list.length > FEW) return list.sort();
  for (let at = 1; at < list.length; at += 1) {
    const name = list[at] ?? "";
    let to = at;
    for (; to > 0; to -= 1) {
      const before = list[to - 1] ?? "";
      if (before <= name) break;
      list[to] = before;
    }
    list[to] = name;
  }
  return list;
}

function writeObject(value: object, depth: number): string {
  const record = value as Readonly<Record<string, unknown>>;
  let text = "";
  for (const name of inOrder(Object.keys(record))) {
    const item = record[name];
    if (item === undefined) continue;
    text += `${text === "" ? "" : ","}${writeName(name)}:${write(item, depth + 1)}`;
  }
  return `{${text}}`;
}

function writeArray(items: readonly unknown[], depth: number): string {
  let text = "";
  for (let at = 0; at < items.length; at += 1)
    text += `${at === 0 ? "" : ","}${write(items[at] ?? null, depth + 1)}`;
  return `[${text}]`;
}

function write(value: unknown, depth: number): string {
  if (depth > MAX_DEPTH) throw new RangeError(`canonical JSON: deeper than ${MAX_DEPTH} levels`);
  if (typeof value === "string") return writeText(value);
  if (value === null || typeof value === "boolean") return String(value);
  if (typeof value === "number") {
    if (!Number.isFinite(value)) throw new RangeError("canonical JSON: number is not finite");
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) return writeArray(value, depth);
  if (typeof value === "object") return writeObject(value, depth);
  throw new TypeError(`canonical JSON: ${typeof value} has no JSON form`);
}

/** Values nested less deep than this are handed on member by member, those below as one text. */
const OPEN_DEPTH = 5;

function handOn(value: unknown, depth: number, take: (text: string) => void): void {
  if (depth >= OPEN_DEPTH || typeof value !== "object" || value === null) {
    take(write(value, depth));
    return;
  }
  const isList = Array.isArray(value);
  let mark = isList ? "[" : "{";
  const next = (before: string, item: unknown) => {
    take(mark + before);
    mark = ",";
    handOn(item, depth + 1, take);
  };
  if (isList) for (const item of value) next("", item ?? null);
  else {
    const record = value as Readonly<Record<string, unknown>>;
    for (const name of inOrder(Object.keys(record)))
      if (record[name] !== undefined) next(`${writeName(name)}:`, record[name]);
  }
  // Nothing inside: the mark that opens is still to be written.
  take(`${mark === "," ? "" : mark}${isList ? "]" : "}"}`);
}

/** The canonical text in pieces, for whoever has no use for it as a whole: a long report's is a hundred megabytes. */
export function canonicalPieces(value: unknown, take: (text: string) => void): void {
  handOn(value, 0, take);
}

/**
 * One text for one value (after RFC 8785): keys sorted by UTF-16 unit, no white space, strings in NFC, undefined members
 * left out. Throws on functions, non-finite numbers, cycles and nesting beyond 200 levels.
 */
export function canonicalJson(value: unknown): string {
  return write(value, 0);
}
