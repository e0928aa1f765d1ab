/** One record of a CSV text with the line it begins on. */
export type CsvRecord = { readonly line: number; readonly fields: readonly string[] };

/**
 * Reads CSV (RFC 4180: quotes doubled inside quotes, any line ending) record by record. A quote that is never closed ends
 * the last field at the end of the text; callers see it as a record with too few fields.
 */
export function* csvRecords(text: string): Generator<CsvRecord> {
  const field = /[ \t]*"((?:[^"]|"")*)"[ \t]*|([^,\r\n]*)/y;
  let at = 0;
  let line = 1;
  while (at < text.length) {
    const start = line;
    const fields: string[] = [];
    for (;;) {
      field.lastIndex = at;
      const found = field.exec(text);
      if (found === null) break;
      at += found[0].length;
      const quoted = found[1];
      fields.push(quoted === undefined ? (found[2] ?? "") : quoted.replaceAll('""', '"'));
      if (quoted !== undefined) line += quoted.split("\n").length - 1;
      // Text between a closing quote and the comma is kept rather than lost.
      const rest = /[^,\r\n]*/y;
      rest.lastIndex = at;
      const extra = rest.exec(text)?.[0] ?? "";
      if (extra !== "") {
        fields[fields.length - 1] += extra;
        at += extra.length;
      }
      if (text[at] !== ",") break;
      at += 1;
    }
    if (text[at] === "\r") at += 1;
    if (text[at] === "\n") at += 1;
    line += 1;
    if (fields.length > 1 || fields[0] !== "") yield { line: start, fields };
  }
}
