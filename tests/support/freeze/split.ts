/** What stands in the record of facts where words were. */
const WORDS = "<words>";

/** Words for people hold a blank or a letter beyond ASCII; ids, keys, lanes, numbers and dates hold neither. */
const isWords = (text: string) => /[^!-~]/.test(text);

/** A value without its words, and the words by the dotted path at which they stood. */
export function splitWords(value: unknown): {
  readonly facts: unknown;
  readonly texts: Readonly<Record<string, string>>;
} {
  const texts: Record<string, string> = {};
  const walk = (part: unknown, path: string): unknown => {
    if (typeof part === "string") {
      if (!isWords(part)) return part;
      texts[path] = part;
      return WORDS;
    }
    if (Array.isArray(part)) return part.map((entry, at) => walk(entry, `${path}.${at}`));
    if (typeof part !== "object" || part === null) return part;
    return Object.fromEntries(
      Object.entries(part).map(([key, entry]) => [key, walk(entry, `${path}.${key}`)]),
    );
  };
  return { facts: walk(value, ""), texts };
}
