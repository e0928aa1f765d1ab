import type { Lang } from "#shared/i18n";
import type { Option } from "./combobox.tsx";

/** Names that a Chinese filing must write in full. */
const ZH_NAMES: Readonly<Record<string, string>> = {
  HK: "中国香港",
  MO: "中国澳门",
  TW: "中国台湾",
};

/** Codes that the platform can name although they are no country or region of ISO 3166-1. */
const NOT_COUNTRIES = new Set(
  "AC AN BU CP CQ CS DD DG EA EU EZ FX IC NT QO SU TA TP UK UN XA XB XK YD YU ZR ZZ".split(" "),
);
const FIRST = ["CN", "US", "HK", "MO", "TW", "SG", "JP", "KR", "MY"];
const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

const cache = new Map<Lang, readonly Option[]>();

function namer(lang: Lang): (code: string) => string | undefined {
  const names = new Intl.DisplayNames(lang === "zh" ? "zh-Hans" : "en", {
    type: "region",
    fallback: "none",
  });
  return (code) => (lang === "zh" ? ZH_NAMES[code] : undefined) ?? names.of(code);
}

/** All countries and regions with their names, the ones of this trade first. */
export function countryOptions(lang: Lang): readonly Option[] {
  const known = cache.get(lang);
  if (known !== undefined) return known;
  const name = namer(lang);
  const other = namer(lang === "zh" ? "en" : "zh");
  const codes = [...LETTERS].flatMap((a) => [...LETTERS].map((b) => a + b));
  const all = codes
    .filter((code) => !NOT_COUNTRIES.has(code) && name(code) !== undefined)
    .map((code) => ({
      value: code,
      label: `${name(code)} (${code})`,
      search: other(code)?.toLowerCase() ?? "",
    }));
  const rank = (code: string) => (FIRST.includes(code) ? FIRST.indexOf(code) : FIRST.length);
  const sorted = all.toSorted((a, b) => rank(a.value) - rank(b.value));
  cache.set(lang, sorted);
  return sorted;
}

/** The name of a country with its code; the code alone where it has no name. */
export function countryName(code: string, lang: Lang): string {
  return countryOptions(lang).find((option) => option.value === code)?.label ?? code;
}
