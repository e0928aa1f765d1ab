import { FORM_SPELLINGS, type FormFamily, type FormId } from "./legal-form-table.ts";

/** The legal form that a name ends in, with the ISO 20275 codes it may stand for in a country. */
export type LegalForm = {
  readonly form: FormId;
  readonly family: FormFamily;
  readonly script: "zh" | "en";
  /** The ending as the table spells it. */
  readonly ending: string;
  /** The name says that it is a group, beside its form. */
  readonly group: boolean;
  readonly elf: readonly string[];
};

/** Forms of Hong Kong that an ending may stand for; those of the mainland follow the code, not the name. */
const HONG_KONG: Partial<Record<FormId, readonly string[]>> = {
  "limited-company": ["254M", "EPG7", "S2E3"],
  "joint-stock-company": ["254M", "EPG7"],
  "unlimited-company": ["UDG6", "N3VO"],
  "guarantee-company": ["S2E3"],
  "limited-partnership": ["XPE5"],
  trust: ["2QMJ"],
};

/** All firms of the mainland share one code of the list (企业). */
function elfOf(form: FormId, family: FormFamily, country: string | undefined): readonly string[] {
  if (country === "HK") return HONG_KONG[form] ?? [];
  if (country !== "CN") return [];
  if (form === "foundation") return ["2M6Y"];
  if (form === "social-organisation") return ["GGZ5"];
  if (form === "law-firm") return ["6NSC"];
  if (form === "cooperative") return ["UMCR"];
  if (form === "sole-trader") return ["RV48"];
  const isFirm = family === "company" || family === "partnership" || form === "sole-proprietorship";
  return isFirm ? ["ECAK"] : [];
}

const HAN = /\p{Script=Han}/u;

function spellChinese(name: string): string {
  return name.normalize("NFKC").replace(/\s/g, "");
}

function spellEnglish(name: string): string {
  return name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[.,]/g, " ")
    .replace(/\bcompany ltd\b/g, "co ltd")
    .replace(/\bl ?t ?d\b/g, "ltd")
    .replace(/\s+/g, " ")
    .trim();
}

function endsIn(name: string, script: "zh" | "en", ending: string): boolean {
  if (!name.endsWith(ending) || name.length === ending.length) return false;
  // An English ending is a word of its own: "Marinc" is no "Inc".
  return (
    script === "zh" ||
    /[\s(-]/.test(name.charAt(name.length - ending.length - 1)) ||
    ending.startsWith("(")
  );
}

/** The legal form at the end of a name, the longest spelling that fits; undefined when the name shows none. */
export function legalFormOf(name: string, country?: string): LegalForm | undefined {
  const script = HAN.test(name) ? "zh" : "en";
  const spelled = script === "zh" ? spellChinese(name) : spellEnglish(name);
  let best: (typeof FORM_SPELLINGS)[number] | undefined;
  for (const spelling of FORM_SPELLINGS) {
    if (spelling.script !== script || !endsIn(spelled, script, spelling.ending)) continue;
    if (!best || spelling.ending.length > best.ending.length) best = spelling;
  }
  if (!best) return undefined;
  const { form, family, ending } = best;
  const group = form === "group" || /集[团團]|\bgroup\b/.test(spelled);
  return { form, family, script, ending, group, elf: elfOf(form, family, country) };
}
