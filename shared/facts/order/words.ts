import { z } from "zod";

/**
 * Words that a pack looks for in free text. A hit does not count where one of `unlessAfter` stands right before it ("not for …") or
 * one of `unlessBefore` right after it (the name of a street).
 */
export const wordsSchema = z.strictObject({
  words: z.array(z.string().min(1).max(400)).min(1).max(500),
  unlessAfter: z.array(z.string().min(1).max(60)).max(100).optional(),
  unlessBefore: z.array(z.string().min(1).max(60)).max(100).optional(),
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

/** Whether a text uses one of the words as more than a denial or the name of a place. */
export function uses(texts: readonly (string | undefined)[], args: WordsArgs): boolean {
  const text = texts
    .filter((one) => one !== undefined)
    .join("\n")
    .normalize("NFKC")
    .toLowerCase();
  const fold = (list: readonly string[] = []) => list.map((one) => one.toLowerCase());
  const after = fold(args.unlessAfter);
  const before = fold(args.unlessBefore);
  return fold(args.words).some((word) => {
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
      const head = text.slice(0, at).trimEnd();
      const tail = text.slice(at + word.length).trimStart();
      const denied = after.some((one) => head.endsWith(one.trimEnd()));
      const placed = before.some((one) => tail.startsWith(one));
      if (!denied && !placed && !isCut(text, at, word)) return true;
    }
    return false;
  });
}
