import table from "../tables/syllables.json" with { type: "json" };

/** Wade-Giles without its marks cannot tell ch from ch': both spellings of a syllable fold to the same loose key. */
const initialsOf: readonly (readonly [RegExp, string])[] = [
  [/^(?:zh|ch|j|q)/, "ch"],
  [/^b/, "p"],
  [/^d/, "t"],
  [/^g/, "k"],
  [/^x/, "hs"],
  [/^(?:z|c)(?!h)/, "ts"],
  [/^r/, "j"],
];

const whole: Readonly<Record<string, string>> = {
  zhi: "chih",
  chi: "chih",
  shi: "shih",
  ri: "jih",
  zi: "tzu",
  ci: "tzu",
  si: "ssu",
  yi: "i",
  you: "yu",
  yan: "yen",
  er: "erh",
  ye: "yeh",
  jie: "chieh",
  qie: "chieh",
  xie: "hsieh",
  bie: "pieh",
  die: "tieh",
  tie: "tieh",
  lie: "lieh",
  nie: "nieh",
  mie: "mieh",
  pie: "pieh",
  he: "ho",
  ke: "ko",
  ge: "ko",
  e: "o",
  luo: "lo",
  duo: "to",
  tuo: "to",
  nuo: "no",
  suo: "so",
  zuo: "tso",
  cuo: "tso",
  ruo: "jo",
  zhuo: "cho",
  chuo: "cho",
  yong: "yung",
  xu: "hsu",
  ju: "chu",
  qu: "chu",
  jue: "chueh",
  que: "chueh",
  xue: "hsueh",
  yue: "yueh",
  lue: "lueh",
  juan: "chuan",
  quan: "chuan",
  jun: "chun",
  qun: "chun",
  xun: "hsun",
  gui: "kuei",
  kui: "kuei",
  jiong: "chiung",
  qiong: "chiung",
  xiong: "hsiung",
  ran: "jan",
};

function fromPinyin(syllable: string): string {
  const known = whole[syllable];
  if (known !== undefined) return known;
  let text = syllable;
  for (const [initial, other] of initialsOf)
    if (initial.test(text)) {
      text = text.replace(initial, other);
      break;
    }
  return text
    .replace(/ian$/, "ien")
    .replace(/ong$/, "ung")
    .replace(/(?<=^h)e$/, "o");
}

/** The Wade-Giles spelling, without marks, of syllables of Hanyu Pinyin. */
export function wadeGiles(syllables: readonly string[]): string {
  return syllables.map(fromPinyin).join("");
}

let singles: ReadonlySet<string> | undefined;

/** A word as syllables of Wade-Giles without marks; undefined where it is none. */
export function wadeSyllables(word: string): readonly string[] | undefined {
  if (singles === undefined) singles = new Set(Object.keys(table.rows).map(fromPinyin));
  const found: string[] = [];
  let rest = word.replace(/sz[eu]$/, "ssu").replace(/sz[eu](?=[a-z])/g, "ssu");
  while (rest !== "") {
    let size = Math.min(6, rest.length);
    while (size > 0 && !singles.has(rest.slice(0, size))) size -= 1;
    if (size === 0) return undefined;
    found.push(rest.slice(0, size));
    rest = rest.slice(size);
  }
  return found;
}
