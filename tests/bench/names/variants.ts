import type { ListEntry } from "#shared/lists";

/** Ways in which a listed name comes in on paper. */
const variantKinds = [
  "typing error",
  "form dropped",
  "acronym dropped",
  "abbreviated",
  "reordered",
  "upper case, no points",
  "without accents",
] as const;
export type VariantKind = (typeof variantKinds)[number];

const forms =
  /[,\s]+(?:co\.?,?\s*ltd\.?|co\.?\s*limited|company limited|limited liability company|limited|ltd\.?|inc\.?|llc|l\.l\.c\.?|corp\.?|corporation|gmbh|jsc|ojsc|pjsc|s\.?a\.?|s\.?r\.?l\.?|b\.?v\.?|ag|plc|pte\.?\s*ltd\.?|pvt\.?\s*ltd\.?|sdn\.?\s*bhd\.?|fze|fzco|co\.?)\s*$/i;
const short: readonly (readonly [RegExp, string])[] = [
  [/\btechnology\b/gi, "Tech"],
  [/\btechnologies\b/gi, "Tech"],
  [/\binternational\b/gi, "Intl"],
  [/\bgroup\b/gi, "Grp"],
  [/\binstitute\b/gi, "Inst"],
  [/\buniversity\b/gi, "Univ"],
  [/\bcompany\b/gi, "Co"],
  [/\bscience\b/gi, "Sci"],
  [/\bdevelopment\b/gi, "Dev"],
  [/\bmanufacturing\b/gi, "Mfg"],
  [/\bengineering\b/gi, "Eng"],
  [/\bindustry\b/gi, "Ind"],
  [/\bmanagement\b/gi, "Mgmt"],
  [/\binformation\b/gi, "Info"],
];

/** mulberry32: small, fast and the same everywhere. */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** One letter wrong, missing, doubled or changed about with its neighbour, in the longest word. */
function mistyped(name: string, random: () => number): string | undefined {
  const word = [...name.matchAll(/[A-Za-z]{5,}/g)].toSorted((a, b) => b[0].length - a[0].length)[0];
  if (word === undefined) return undefined;
  const at = word.index + 1 + Math.floor(random() * (word[0].length - 2));
  const letter = String.fromCharCode(97 + Math.floor(random() * 26));
  const [before, here, next, after] = [
    name.slice(0, at),
    name[at] ?? "",
    name[at + 1] ?? "",
    name.slice(at + 2),
  ];
  const kinds = [
    before + letter + next + after,
    before + next + after,
    before + here + here + next + after,
    before + next + here + after,
  ];
  return kinds[Math.floor(random() * kinds.length)];
}

function abbreviated(name: string): string {
  return short.reduce((text, [pattern, other]) => text.replace(pattern, other), name);
}

function reordered(entry: ListEntry): string | undefined {
  const { name } = entry;
  if (name.includes(", ")) {
    const [last = "", ...first] = name.split(", ");
    return entry.kind === "person" ? `${first.join(" ")} ${last}` : undefined;
  }
  const words = name.replace(forms, "").split(" ");
  return words.length < 3 || entry.kind === "vessel"
    ? undefined
    : [...words.slice(1), words[0]].join(" ");
}

/** The variants of an entry's first name; those that would not change it are left out. */
export function variantsOfEntry(
  entry: ListEntry,
  random: () => number,
): ReadonlyMap<VariantKind, string> {
  const { name } = entry;
  const all: readonly (readonly [VariantKind, string | undefined])[] = [
    ["typing error", mistyped(name, random)],
    ["form dropped", name.replace(forms, "")],
    ["acronym dropped", name.replace(/\s*\([A-Z][A-Za-z0-9\- ]{1,14}\)/g, "")],
    ["abbreviated", abbreviated(name)],
    ["reordered", reordered(entry)],
    ["upper case, no points", name.toUpperCase().replace(/[.,]/g, "")],
    ["without accents", name.normalize("NFD").replace(/\p{M}+/gu, "")],
  ];
  const found = new Map<VariantKind, string>();
  for (const [kind, text] of all)
    if (text !== undefined && text !== name && text.trim().length > 1) found.set(kind, text);
  return found;
}
