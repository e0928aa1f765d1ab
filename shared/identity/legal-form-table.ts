/** A legal form as a name shows it. */
export type FormId =
  | "limited-liability-company"
  | "joint-stock-company"
  | "limited-company"
  | "one-person-company"
  | "group"
  | "limited-partnership"
  | "general-partnership"
  | "special-general-partnership"
  | "partnership"
  | "sole-proprietorship"
  | "sole-trader"
  | "cooperative"
  | "branch"
  | "representative-office"
  | "law-firm"
  | "foundation"
  | "social-organisation"
  | "unlimited-company"
  | "guarantee-company"
  | "trust"
  | "fund"
  | "foreign-corporation"
  | "foreign-limited-company"
  | "foreign-partnership";

/** What kind of party bears a form; used to find contradictions, never to fill in a kind. */
export type FormFamily = "company" | "partnership" | "social-organisation" | "fund" | "other";

/** How a form is written at the end of a name, longest spellings first within a script. */
export type FormSpelling = {
  readonly form: FormId;
  readonly family: FormFamily;
  readonly script: "zh" | "en";
  /** Chinese: the literal ending. English: the ending in lower case without dots and commas. */
  readonly ending: string;
};

const zh = (form: FormId, family: FormFamily, ...endings: string[]): FormSpelling[] =>
  endings.map((ending) => ({ form, family, script: "zh", ending }));
const en = (form: FormId, family: FormFamily, ...endings: string[]): FormSpelling[] =>
  endings.map((ending) => ({ form, family, script: "en", ending }));

/** Endings of names. The ISO list has no entry for 有限责任公司 or 集团; Chinese names use both, so they are here. */
export const FORM_SPELLINGS: readonly FormSpelling[] = [
  ...zh("joint-stock-company", "company", "股份有限公司", "股份公司"),
  ...zh("limited-liability-company", "company", "有限责任公司", "有限責任公司"),
  ...zh("unlimited-company", "company", "無限公司", "无限公司"),
  ...zh("guarantee-company", "company", "擔保有限公司", "担保有限公司"),
  ...zh("limited-company", "company", "有限公司"),
  ...zh("group", "company", "集团公司", "集團公司", "集团", "集團"),
  ...zh("limited-partnership", "partnership", "有限合伙企业", "合伙企业(有限合伙)", "有限合伙"),
  ...zh("limited-partnership", "partnership", "有限責任合夥", "有限合夥"),
  ...zh("special-general-partnership", "partnership", "(特殊普通合伙)", "特殊普通合伙企业"),
  ...zh("general-partnership", "partnership", "合伙企业(普通合伙)", "(普通合伙)", "普通合伙企业"),
  ...zh("partnership", "partnership", "合伙企业"),
  ...zh("sole-proprietorship", "other", "(个人独资)", "个人独资企业"),
  ...zh("sole-trader", "other", "个体工商户"),
  ...zh("cooperative", "other", "农民专业合作社", "专业合作社", "合作社"),
  ...zh("branch", "other", "分公司"),
  ...zh("representative-office", "other", "代表处", "常驻代表机构"),
  ...zh("law-firm", "partnership", "律师事务所", "律師事務所"),
  ...zh("foundation", "social-organisation", "基金会", "基金會"),
  ...zh("social-organisation", "social-organisation", "协会", "学会", "商会", "联合会", "促进会"),
  ...en("joint-stock-company", "company", "joint stock company", "company limited by shares"),
  ...en("joint-stock-company", "company", "joint stock co ltd", "joint stock limited company"),
  ...en("limited-liability-company", "company", "limited liability company"),
  ...en("limited-company", "company", "company limited", "co ltd", "co limited", "limited", "ltd"),
  ...en("unlimited-company", "company", "unlimited", "unltd", "ultd"),
  ...en("guarantee-company", "company", "company limited by guarantee"),
  ...en("group", "company", "group", "group corporation", "group company"),
  ...en("limited-partnership", "partnership", "limited partnership", "lp", "l p"),
  ...en("limited-partnership", "partnership", "enterprise (limited partnership)"),
  ...en("special-general-partnership", "partnership", "special general partnership"),
  ...en("special-general-partnership", "partnership", "(special general partnership)"),
  ...en("general-partnership", "partnership", "general partnership", "(general partnership)"),
  ...en("foreign-partnership", "partnership", "llp", "l l p", "limited liability partnership"),
  ...en("foreign-limited-company", "company", "llc", "l l c", "plc", "public limited company"),
  ...en("foreign-limited-company", "company", "pte ltd", "private limited", "pvt ltd", "pty ltd"),
  ...en("foreign-limited-company", "company", "gmbh", "sarl", "s a r l", "bv", "b v", "nv", "n v"),
  ...en("foreign-limited-company", "company", "ag", "sa", "s a", "kk", "k k", "co kg", "kg"),
  ...en("foreign-corporation", "company", "inc", "incorporated", "corp", "corporation"),
  ...en("cooperative", "other", "cooperative", "co-operative"),
  ...en("branch", "other", "branch", "branch company", "branch office"),
  ...en("representative-office", "other", "representative office"),
  ...en("law-firm", "partnership", "law firm", "law offices"),
  ...en("foundation", "social-organisation", "foundation"),
  ...en("social-organisation", "social-organisation", "association", "society"),
  ...en("trust", "fund", "trust"),
  ...en("fund", "fund", "fund"),
];

/** One form of ISO 20275 as GLEIF lists it for the mainland and Hong Kong (its list has none for Macau or Taiwan). */
export type ElfForm = {
  readonly code: string;
  readonly country: "CN" | "HK";
  readonly zh: string;
  readonly en?: string;
};

const cn = (code: string, name: string): ElfForm => ({ code, country: "CN", zh: name });
const hk = (code: string, name: string, english: string): ElfForm => ({
  code,
  country: "HK",
  zh: name,
  en: english,
});

/** All active codes; those of the mainland follow the categories of GB 32100, not the forms of the Company Law. */
export const ELF_FORMS: readonly ElfForm[] = [
  cn("1IWK", "外国常驻新闻机构"),
  cn("2M6Y", "基金会"),
  cn("5A9K", "军队事业单位"),
  cn("5GXA", "村级集体经济组织"),
  cn("6KC0", "宗教院校"),
  cn("6NSC", "律师执业机构"),
  cn("8XAW", "外国在华文化中心"),
  cn("B5UZ", "事业单位"),
  cn("BDTI", "编办直接管理机构编制的群众团体"),
  cn("C38B", "其他（外交）"),
  cn("CYV6", "其他（中央军委改革和编制办公室）"),
  cn("DLEK", "乡镇级集体经济组织"),
  cn("E4FG", "民办非企业单位"),
  cn("E4YV", "港澳台地区旅游部门常驻内地(大陆)代表机构"),
  cn("E88S", "公证处"),
  cn("ECAK", "企业"),
  cn("ESZ8", "其他（农业）"),
  cn("GGZ5", "社会团体"),
  cn("GPHT", "其他（文化）"),
  cn("I39S", "机关"),
  cn("IBEM", "基层法律服务所"),
  cn("LURL", "其他（适用于无登记机构的的情况）"),
  cn("NWJX", "其他（司法行政）"),
  cn("OH9O", "基层工会"),
  cn("OMUD", "其他（旅游）"),
  cn("R3O0", "其他（工会）"),
  cn("RV48", "个体工商户"),
  cn("S9UH", "司法鉴定机构"),
  cn("SH05", "其他（机构编制）"),
  cn("T0KK", "其他（宗教）"),
  cn("TBG2", "外国旅游部门常驻代表机构"),
  cn("UMCR", "农民专业合作社"),
  cn("V251", "仲裁委员会"),
  cn("V816", "组级集体经济组织"),
  cn("WEUX", "其他（民政）"),
  cn("YXJ5", "宗教活动场所"),
  hk("254M", "私人股份有限公司", "Private company limited by shares"),
  { code: "2QMJ", country: "HK", zh: "信託", en: "Trust" },
  hk("85VD", "註冊受託人", "Registered trustee"),
  hk("E1SE", "根據法例成立的實體", "Entity established by Ordinance"),
  hk("EPG7", "公眾股份有限公司", "Public company limited by shares"),
  hk("KSUS", "非香港公司", "Non-Hong Kong company"),
  hk("N3VO", "有股本的公眾無限公司", "Public unlimited company with a share capital"),
  hk("S2E3", "擔保有限公司", "Company limited by guarantee"),
  hk("UDG6", "有股本的私人無限公司", "Private unlimited company with a share capital"),
  hk("XPE5", "有限責任合夥", "Limited partnership"),
];
