/** What a column of a table of holdings can hold. */
export const csvFields = [
  "owner",
  "ownerEn",
  "ownerCode",
  "ownerKind",
  "ownerCountry",
  "target",
  "targetEn",
  "targetCode",
  "targetKind",
  "targetCountry",
  "equity",
  "voting",
  "boardMajority",
  "agreement",
  "from",
  "to",
  "asOf",
  "source",
] as const;
export type CsvField = (typeof csvFields)[number];

/** Which column (counted from 0) holds which field; a field without a column is not in the table. */
export type CsvMapping = Partial<Record<CsvField, number>>;

/** Headers in use, in lower case without spaces, `_`, `-`, `(`, `)` and `%`. */
const HEADERS: Readonly<Record<CsvField, readonly string[]>> = {
  owner: ["owner", "holder", "shareholder", "股东", "股东名称", "持有人", "投资方", "出资人"],
  ownerEn: ["ownerenglish", "owneren", "股东英文名称", "股东英文名"],
  ownerCode: [
    "ownercode",
    "owneruscc",
    "股东代码",
    "股东统一社会信用代码",
    "股东信用代码",
    "持有人代码",
  ],
  ownerKind: ["ownerkind", "ownertype", "股东类型", "股东性质", "持有人类型"],
  ownerCountry: ["ownercountry", "股东国别", "股东国家", "股东注册地"],
  target: [
    "target",
    "company",
    "subject",
    "被投资企业",
    "被投资方",
    "被投资公司",
    "被持股方",
    "被持股公司",
    "目标公司",
    "公司",
    "公司名称",
    "企业名称",
    "主体",
    "主体名称",
    "name",
    "namezh",
  ],
  targetEn: ["targetenglish", "targeten", "nameen", "公司英文名称", "企业英文名称"],
  targetCode: ["targetcode", "targetuscc", "uscc", "统一社会信用代码", "公司代码", "企业代码"],
  targetKind: [
    "targetkind",
    "targettype",
    "kind",
    "企业类型",
    "公司类型",
    "主体类型",
    "被投资企业类型",
    "被持股方类型",
  ],
  targetCountry: ["targetcountry", "country", "公司国别", "公司注册地", "企业注册地"],
  equity: ["equity", "share", "shareholding", "percent", "持股比例", "出资比例", "股权比例"],
  voting: ["voting", "votes", "votingrights", "表决权比例", "表决权"],
  boardMajority: ["boardmajority", "board", "董事会多数", "董事会多数席位"],
  agreement: ["agreement", "controlbyagreement", "协议控制", "控制协议"],
  from: ["from", "start", "startdate", "起始日期", "开始日期", "入股日期"],
  to: ["to", "end", "enddate", "终止日期", "结束日期", "退出日期"],
  asOf: ["asof", "date", "截至日期", "截止日期", "查询日期"],
  source: ["source", "来源", "数据来源"],
};

function plain(header: string): string {
  return header
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s_\-()%]/g, "");
}

/** The mapping that the headers suggest; a person confirms it before anything is taken. */
export function guessMapping(headers: readonly string[]): CsvMapping {
  const mapping: CsvMapping = {};
  headers.forEach((header, column) => {
    const found = csvFields.find((field) => HEADERS[field].includes(plain(header)));
    if (found && mapping[found] === undefined) mapping[found] = column;
  });
  return mapping;
}
