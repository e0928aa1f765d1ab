/** Endings that say a legal form and nothing about who it is. Longest first, so that a form is taken off whole. */
const latinForms: readonly string[] = [
  "company limited by shares",
  "public limited company",
  "limited liability company",
  "joint stock company",
  "proprietary limited",
  "private limited",
  "company limited",
  "co limited",
  "pte limited",
  "pty limited",
  "corporation",
  "incorporated",
  "sdn bhd",
  "co ltd",
  "pte ltd",
  "pvt ltd",
  "pty ltd",
  "company",
  "limited",
  "l l c",
  "gmbh",
  "corp",
  "llc",
  "ltd",
  "inc",
  "plc",
  "co",
  "ag",
  "bv",
  "nv",
  "kk",
  "sa",
  "s a",
  "oao",
  "ooo",
  "pao",
  "zao",
  "ao",
];

const hanForms: readonly string[] = [
  "股份有限责任公司",
  "有限责任公司",
  "股份有限公司",
  "股份公司",
  "有限公司",
  "有限合伙",
  "普通合伙",
  "公司",
];

/** Words that a group adds to the name of its firms; without them two names are alike, not the same. */
export const weakWords: ReadonlySet<string> = new Set([
  "group",
  "holding",
  "holdings",
  "international",
  "technology",
  "technologies",
  "corporation",
  "china",
  "the",
]);
/** The same at the end of Chinese names. */
export const weakHan = /(集团|控股|科技|技术)+$/;

const HAN = /\p{Script=Han}/u;

/** One spelling for many: width, case, accents, punctuation and spaces no longer tell two names apart. */
export function normalName(name: string): string {
  const folded = name
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .normalize("NFKC")
    .toLowerCase()
    .replace(/&/g, " and ")
    .replace(/['’`.]/g, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
  // Spaces between Chinese characters carry nothing; between Latin words they do.
  return folded.replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, "");
}

function withoutLatinForm(name: string): string {
  for (const form of latinForms) {
    if (name.endsWith(` ${form}`)) return name.slice(0, -form.length - 1);
  }
  return name;
}

function withoutHanForm(name: string): string {
  for (const form of hanForms) {
    if (name.endsWith(form) && name.length > form.length) return name.slice(0, -form.length);
  }
  return name;
}

/** The normal name without its legal form, however many forms stand at its end. */
export function bareName(name: string): string {
  const normal = normalName(name);
  const strip = HAN.test(normal) ? withoutHanForm : withoutLatinForm;
  let current = normal;
  for (let next = strip(current); next !== current; next = strip(current)) current = next;
  return current;
}

/** The bare name without words that every group adds, in a fixed order; undefined where too little would be left. */
export function coreName(name: string): string | undefined {
  const bare = bareName(name);
  if (HAN.test(bare)) {
    const core = bare.replace(weakHan, "");
    return core.length >= 2 ? core : undefined;
  }
  const words = bare.split(" ").filter((word) => !weakWords.has(word));
  const core = words.toSorted().join(" ");
  return core.length >= 4 ? core : undefined;
}
