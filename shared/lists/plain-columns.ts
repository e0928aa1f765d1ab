/** What a column of a plain list can hold. */
export const plainFields = [
  "name",
  "english",
  "aliases",
  "code",
  "country",
  "address",
  "kind",
  "citation",
  "effect",
  "from",
  "to",
  "number",
] as const;
export type PlainField = (typeof plainFields)[number];

/** Which column (counted from 0) holds which field. */
export type PlainMapping = Partial<Record<PlainField, number>>;

/** Headers in use, in lower case without blanks, `_`, `-`, brackets and what stands in brackets. */
const HEADERS: Readonly<Record<PlainField, readonly string[]>> = {
  name: [
    "name",
    "fullname",
    "entityname",
    "companyname",
    "entity",
    "company",
    "organisation",
    "organization",
    "名称",
    "中文名称",
    "中文名",
    "实体名称",
    "企业名称",
    "公司名称",
    "单位名称",
    "机构名称",
    "主体名称",
    "组织名称",
    "实体",
    "企业",
    "公司",
    "单位",
    "姓名",
    "名称中文",
  ],
  english: [
    "englishname",
    "nameen",
    "nameinenglish",
    "英文名称",
    "英文名",
    "外文名称",
    "英文",
    "原文名称",
  ],
  aliases: ["alias", "aliases", "aka", "altnames", "othernames", "别名", "又名", "曾用名", "简称"],
  code: [
    "code",
    "uscc",
    "registrationnumber",
    "registrationno",
    "companynumber",
    "lei",
    "统一社会信用代码",
    "社会信用代码",
    "信用代码",
    "注册号",
    "登记号",
    "代码",
  ],
  country: [
    "country",
    "countrycode",
    "nationality",
    "国家",
    "国别",
    "国家地区",
    "国家或地区",
    "国籍",
  ],
  address: ["address", "addresses", "地址", "住所", "注册地址"],
  kind: ["type", "kind", "类型", "类别"],
  citation: [
    "citation",
    "notice",
    "announcement",
    "federalregisternotice",
    "source",
    "公告",
    "公告号",
    "公告编号",
    "文号",
    "依据",
    "来源",
  ],
  effect: [
    "effect",
    "measure",
    "measures",
    "policy",
    "licensepolicy",
    "措施",
    "管控措施",
    "限制措施",
    "后果",
  ],
  from: [
    "from",
    "date",
    "startdate",
    "effectivedate",
    "listedon",
    "日期",
    "列入日期",
    "公布日期",
    "生效日期",
    "实施日期",
  ],
  to: ["to", "enddate", "until", "终止日期", "截止日期", "失效日期", "移出日期"],
  number: ["id", "number", "no", "entitynumber", "编号"],
};

const spelled = (header: string) =>
  header
    .normalize("NFKC")
    .toLowerCase()
    .replace(/\([^)]*\)/g, "")
    .replace(/[\s_\-/、·:：()]/g, "");

/** Finds the columns that headers name; the first column of a kind counts. */
export function guessPlainColumns(headers: readonly string[]): PlainMapping {
  const plain = headers.map(spelled);
  const mapping: PlainMapping = {};
  for (const field of plainFields) {
    const at = plain.findIndex((header) => HEADERS[field].includes(header));
    if (at >= 0) mapping[field] = at;
  }
  if (mapping.name === undefined && mapping.english !== undefined) {
    mapping.name = mapping.english;
    delete mapping.english;
  }
  return mapping;
}

/** Whether a first row names a column of names, so that the file can be a plain list without being told. */
export function isPlainHeader(headers: readonly string[]): boolean {
  return guessPlainColumns(headers).name !== undefined;
}
