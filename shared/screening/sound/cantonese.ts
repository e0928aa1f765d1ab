import table from "../tables/cantonese.json" with { type: "json" };

let reading: ReadonlyMap<string, string> | undefined;

function readings(): ReadonlyMap<string, string> {
  reading ??= new Map(
    Object.entries(table.rows).flatMap(([jyutping, chars]) =>
      [...chars].map((char) => [char, jyutping] as const),
    ),
  );
  return reading;
}

const finals: readonly (readonly [RegExp, string])[] = [
  [/aau/, "au"],
  [/aai/, "ai"],
  [/aang/, "ang"],
  [/aan/, "an"],
  [/aam/, "am"],
  [/aak/, "ak"],
  [/aat/, "at"],
  [/aap/, "ap"],
  [/aa/, "a"],
  [/eoi/, "ui"],
  [/eon/, "un"],
  [/eot/, "ut"],
  [/oeng/, "eung"],
  [/oek/, "euk"],
  [/oe/, "eu"],
  [/yun$/, "uen"],
  [/yut$/, "uet"],
  [/yu$/, "yu"],
  [/ou$/, "o"],
];

const initials: readonly (readonly [RegExp, string])[] = [
  [/^gw/, "kw"],
  [/^g/, "k"],
  [/^b/, "p"],
  [/^d/, "t"],
  [/^z/, "ch"],
  [/^c/, "ch"],
  [/^j(?=y)/, ""],
  [/^j/, "y"],
];

/** A syllable of Jyutping as Hong Kong's registers write it. */
function hongKong(jyutping: string): string {
  let text = jyutping;
  for (const [pattern, other] of finals)
    if (pattern.test(text)) {
      text = text.replace(pattern, other);
      break;
    }
  for (const [pattern, other] of initials)
    if (pattern.test(text)) {
      text = text.replace(pattern, other);
      break;
    }
  return text.replace(/^aa?u(?=ng)/, "au");
}

/** A Chinese text as Hong Kong spells it, character by character; undefined where a character has no known reading. */
export function cantonese(text: string): readonly string[] | undefined {
  const found: string[] = [];
  for (const char of text) {
    const jyutping = readings().get(char);
    if (jyutping === undefined) return undefined;
    found.push(hongKong(jyutping));
  }
  return found;
}

/** Every syllable as Hong Kong's registers may write it. */
export function hongKongSyllables(): readonly string[] {
  return Object.keys(table.rows)
    .map(hongKong)
    .flatMap((syllable) =>
      syllable.startsWith("s") ? [syllable, `sh${syllable.slice(1)}`] : [syllable],
    );
}
