import { z } from "zod";

/**
 * Words that a pack looks for in free text. A hit does not count where one of `unlessAfter` stands right before it ("not for …") or
 * one of `unlessBefore` right after it (the name of a street). A denial whose sentence goes on to make one of `exceptions` denies
 * nothing ("no military use except …"); what stands in `notPlaces` only begins like a place ("路由器" like "路"). Chinese does not
 * part words: `lookalikes` are words that a hit would be cut out of ("军方" in "冠军方案").
 */
export const wordsSchema = z.strictObject({
  words: z.array(z.string().min(1).max(400)).min(1).max(500),
  unlessAfter: z.array(z.string().min(1).max(60)).max(100).optional(),
  unlessBefore: z.array(z.string().min(1).max(60)).max(100).optional(),
  exceptions: z.array(z.string().min(1).max(60)).max(100).optional(),
  notPlaces: z.array(z.string().min(1).max(60)).max(200).optional(),
  lookalikes: z.array(z.string().min(2).max(60)).max(200).optional(),
});
export type WordsArgs = z.infer<typeof wordsSchema>;

const latin = /[a-z0-9]/;

/** Whether a Latin word is cut out of a longer one: "army" in "pharmacy" is no word. */
function isCut(text: string, at: number, word: string): boolean {
  const first = word.charAt(0);
  const last = word.charAt(word.length - 1);
  const before = text.charAt(at - 1);
  const after = text.charAt(at + word.length);
  return (latin.test(first) && latin.test(before)) || (latin.test(last) && latin.test(after));
}

/** Whether the text up to a hit ends with a denial, as words of its own: "no" in "volcano" denies nothing. */
function endsWithDenial(head: string, denials: readonly string[]): boolean {
  return denials.some((one) => head.endsWith(one) && !isCut(head, head.length - one.length, one));
}

/** The sentence around a place of the text. */
function sentenceAt(text: string, at: number): string {
  const ends = /[。！？；!?;\n]|\.(?=\s|$)/gu;
  let start = 0;
  for (const { index } of text.matchAll(ends)) {
    if (index >= at) return text.slice(start, index);
    start = index + 1;
  }
  return text.slice(start);
}

/** Whether a hit shares a character with one of these words. */
function overlaps(text: string, at: number, length: number, words: readonly string[]): boolean {
  return words.some((one) => {
    const found = text.indexOf(one, Math.max(0, at - one.length + 1));
    return found >= 0 && found < at + length;
  });
}

/** Whether a text uses one of the words as more than a denial or the name of a place. */
export function uses(texts: readonly (string | undefined)[], args: WordsArgs): boolean {
  const text = texts
    .filter((one) => one !== undefined)
    .join("\n")
    .normalize("NFKC")
    .toLowerCase();
  const fold = (list: readonly string[] = []) =>
    list.map((one) => one.normalize("NFKC").toLowerCase().trim());
  const after = fold(args.unlessAfter);
  const before = fold(args.unlessBefore);
  const exceptions = fold(args.exceptions);
  const notPlaces = fold(args.notPlaces);
  const lookalikes = fold(args.lookalikes);
  const has = (where: string, word: string) => {
    const at = where.indexOf(word);
    return at >= 0 && !isCut(where, at, word);
  };
  return fold(args.words).some((word) => {
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
      if (isCut(text, at, word) || overlaps(text, at, word.length, lookalikes)) continue;
      const tail = text.slice(at + word.length).trimStart();
      const placed =
        before.some((one) => tail.startsWith(one)) &&
        !notPlaces.some((one) => tail.startsWith(one));
      if (placed) continue;
      if (!endsWithDenial(text.slice(0, at).trimEnd(), after)) return true;
      if (exceptions.some((one) => has(sentenceAt(text, at), one))) return true;
    }
    return false;
  });
}
