/** The records of a CSV text (RFC 4180), each as its fields; what lies beside the bench is well formed, and anything else throws. */
function csvRows(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/gy;
  let row: string[] = [];
  while (field.lastIndex < text.length) {
    const from = field.lastIndex;
    const found = field.exec(text);
    if (found === null) throw new Error(`not CSV at ${from}`);
    const [, quoted, plain = "", end] = found;
    row.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === ",") continue;
    if (row.length > 1 || row[0] !== "") rows.push(row);
    row = [];
  }
  return rows;
}

/** The rows of a CSV text with a header, each as its fields by column. */
export function csvTable(text: string): readonly ReadonlyMap<string, string>[] {
  const [head = [], ...rows] = csvRows(text);
  return rows.map((fields) => new Map(head.map((column, at) => [column, fields[at] ?? ""])));
}
