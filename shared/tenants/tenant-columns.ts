/** What a column of a tenant book can hold. */
export const tenantFields = ["name", "code", "sector", "nature", "country", "capacity"] as const;
export type TenantField = (typeof tenantFields)[number];

/** Which column (counted from 0) holds which field. */
export type TenantColumns = Partial<Record<TenantField, number>>;

/** Headers in use, in lower case without blanks, `_`, `-`, brackets and what stands in brackets. */
const HEADERS: Readonly<Record<TenantField, readonly string[]>> = {
  name: [
    "name",
    "tenant",
    "tenantname",
    "customer",
    "customername",
    "company",
    "companyname",
    "名称",
    "租户",
    "租户名称",
    "客户",
    "客户名称",
    "企业名称",
    "公司名称",
    "单位名称",
  ],
  code: ["code", "uscc", "统一社会信用代码", "社会信用代码", "信用代码", "代码"],
  sector: ["sector", "industry", "trade", "行业", "所属行业", "行业类别", "行业分类"],
  nature: [
    "nature",
    "ownership",
    "type",
    "kind",
    "性质",
    "企业性质",
    "单位性质",
    "客户性质",
    "企业类型",
    "经济类型",
  ],
  country: ["country", "countrycode", "国家", "国别", "国家地区", "国家或地区", "注册地"],
  capacity: [
    "capacity",
    "share",
    "usage",
    "hours",
    "gpuhours",
    "cards",
    "用量",
    "算力",
    "算力用量",
    "卡时",
    "卡数",
    "份额",
    "占比",
    "容量",
  ],
};

const spelled = (header: string) =>
  header
    .normalize("NFKC")
    .toLowerCase()
    .replace(/\([^)]*\)/g, "")
    .replace(/[\s_\-/、·:：%]/g, "");

/** Finds the columns that headers name; the first column of a kind counts. */
export function guessTenantColumns(headers: readonly string[]): TenantColumns {
  const plain = headers.map(spelled);
  const columns: TenantColumns = {};
  for (const field of tenantFields) {
    const at = plain.findIndex((header) => HEADERS[field].includes(header));
    if (at >= 0) columns[field] = at;
  }
  return columns;
}
