import table from "../tables/korean.json" with { type: "json" };

const rows = Object.entries(table.rows).toSorted(([one], [other]) => other.length - one.length);

/** A Korean name with the words that such names are made of in English, each by itself; what is left is spelled later. */
export function koreanWords(text: string): string {
  let out = text;
  for (const [word, english] of rows) out = out.replaceAll(word, ` ${english} `);
  return out;
}
