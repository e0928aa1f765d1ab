import table from "../tables/legal-forms.json" with { type: "json" };

const forms: ReadonlyMap<string, string> = new Map(Object.entries(table.rows));
const longest = 6;
/** Forms that stand before a name. */
const leading =
  /^(?:ooo|oao|zao|pao|ao|jsc|pjsc|ojsc|cjsc|llc|pt|fgup|tov|too|uab|sia|ltd|tdv|joint|open|closed|public|limited|otkrytoe|zakrytoe|publichnoe|obshchestvo|obschestvo|aktsionernoe|aktsionernoye|perusahaan)$/;

/** Where the legal form of a name stands, and the form it is compared as; an empty form says no country. */
export type FormSpan = { readonly from: number; readonly to: number; readonly form: string };

function at(words: readonly string[], from: number, size: number): string | undefined {
  return forms.get(size === 1 ? (words[from] ?? "") : words.slice(from, from + size).join(" "));
}

/** The legal forms at the end of the words of a name, and at its beginning where the form is one that stands there. */
export function formSpans(words: readonly string[]): readonly FormSpan[] {
  const spans: FormSpan[] = [];
  let end = words.length;
  for (;;) {
    let found: FormSpan | undefined;
    for (let size = Math.min(longest, end); size >= 1; size -= 1) {
      const form = at(words, end - size, size);
      if (form !== undefined) {
        found = { from: end - size, to: end, form };
        break;
      }
    }
    if (found === undefined) break;
    spans.push(found);
    end = found.from;
  }
  if (end > 1 && leading.test(words[0] ?? ""))
    for (let size = Math.min(longest, end - 1); size >= 1; size -= 1) {
      const form = at(words, 0, size);
      if (form === undefined) continue;
      spans.push({ from: 0, to: size, form });
      break;
    }
  return spans;
}

/** Whether a word in normal spelling is a legal form by itself. */
export function isForm(word: string): boolean {
  return forms.has(word);
}
