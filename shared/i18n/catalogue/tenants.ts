/** Tenant books: what reading one may refuse, and what the terminal says of it. */
export const tenants = {
  "error.tenants-capacity": {
    zh: "{file} 第 {line} 行的“{column}”不是数值（{value}），合计会出错。请改正该行。",
    en: "{file}, line {line}: “{column}” is not a number ({value}), so the sum would be wrong. Correct the row.",
  },
  "error.tenants-too-many": {
    zh: "{file} 超过 {limit} 行。请分成几个文件导入。",
    en: "{file} has more than {limit} rows. Import it as several files.",
  },
  "error.tenants-book-damaged": {
    zh: "租户名册 {file} 已损坏或不是租户名册。请从原始文件重新导入。",
    en: "The tenant book {file} is damaged or none at all. Import it again from the original file.",
  },
  "error.tenants-unknown": {
    zh: "没有租户名册 {id}。请刷新列表。",
    en: "There is no tenant book {id}. Refresh the page.",
  },
  "tenants.evidence.code": { zh: "代码前缀 {what}", en: "code prefix {what}" },
  "tenants.evidence.code-invalid": { zh: "代码不成立：{what}", en: "code not valid: {what}" },
  "tenants.evidence.nature": { zh: "名册写明：{what}", en: "stated in the book: {what}" },
  "tenants.evidence.name": { zh: "名称含“{what}”", en: "name holds “{what}”" },
  "tenants.evidence.sector": { zh: "行业含“{what}”", en: "sector holds “{what}”" },
  "tenants.evidence.country": { zh: "国家或地区：{what}", en: "country or region: {what}" },
  "tenants.evidence.list": { zh: "与名单条目相近：{what}", en: "resembles a listed name: {what}" },
  "tenants.evidence.nothing": { zh: "没有名称也没有代码", en: "neither name nor code" },
  "tenants.evidence.repeated": { zh: "与前面某行重复", en: "stands in an earlier row, too" },
  "cli.help.tenants": {
    zh: "tenants classify 文件 --workspace 目录 [--title 名称] [--column 字段=表头]… [--encoding gbk] [--passphrase-file 文件] [--json]\ntenants list|show|mix|sample --workspace 目录 [--book 编号] [--class 类别] [--size N] [--wrong N] [--json]\n\n租户名册。classify 逐行读入 CSV 或 .xlsx（字段：name、code、sector、nature、country、capacity），按代码前缀、名册写明的性质、名称、行业和已导入的名单归类，并保存在工作区。show 列出各行及依据；mix 汇总为订单可用的租户构成，未能确定的写成区间；sample 抽样供人复核，并给出错误率上限（95% 置信）。",
    en: "tenants classify FILE --workspace DIR [--title TEXT] [--column FIELD=HEADER]… [--encoding gbk] [--passphrase-file FILE] [--json]\ntenants list|show|mix|sample --workspace DIR [--book ID] [--class CLASS] [--size N] [--wrong N] [--json]\n\nTenant books. classify reads a CSV or .xlsx file row by row (fields: name, code, sector, nature, country, capacity), classes each tenant by code prefix, stated nature, name, sector and the imported lists, and keeps the book in the workspace. show lists rows with their evidence; mix sums them to a tenant mix, with ranges for what is not sure; sample draws rows for review and bounds the error (95 % confidence).",
  },
  "cli.tenants.book": {
    zh: "{title}（{id}）：{rows} 行，重复 {repeated} 行，与名单相近 {resembling} 行；比对名单 {lists} 份",
    en: "{title} ({id}): {rows} {rows|row|rows}, {repeated} repeated, {resembling} resembling listed names; {lists} {lists|list|lists} compared",
  },
  "cli.tenants.header.class": { zh: "类别", en: "class" },
  "cli.tenants.header.tenants": { zh: "租户", en: "tenants" },
  "cli.tenants.header.sure": { zh: "其中确定", en: "of them sure" },
  "cli.tenants.header.share": { zh: "容量占比 %", en: "share of capacity %" },
  "tenants.sample.bound": {
    zh: "从 {of} 行中抽取 {size} 行（种子 {seed}）。若其中 {wrong} 行有误，全部行的错误率不超过 {bound}%（95% 置信）。",
    en: "{size} of {of} rows drawn (seed {seed}). If {wrong} of them are wrong, at most {bound} % of all rows are (95 % confidence).",
  },
} as const;
