import type { Evidence } from "./evidence.ts";

type Kind = Evidence["kind"];
type Side = Evidence["side"];

/** Words in a file's name that say what paper it is; the first that fits counts, so narrower ones stand first. */
const NAMES: readonly (readonly [RegExp, Kind])[] = [
  [/关键信息基础设施|关基|\bcii\b/i, "cii-notice"],
  [/网络安全审查|cyber.?review/i, "cyber-review-notice"],
  [/受益所有人|beneficial.?owner/i, "beneficial-owner-filing"],
  [/产权登记|state.?property/i, "state-property-certificate"],
  [/营业执照|business.?licen[cs]e/i, "business-licence"],
  [/章程|articles/i, "articles-of-association"],
  [/股东名册|股东名单|shareholder|register.?of.?members|cap.?table/i, "shareholder-register"],
  [/企业信用|工商|公示系统|registry|extract/i, "registry-extract"],
  [/预裁定|advance.?ruling/i, "hs-advance-ruling"],
  [/归类意见|报关行|broker/i, "hs-broker-opinion"],
  [/出口许可|export.?licen[cs]e/i, "exporter-licence"],
  [/eccn|归类说明|classification/i, "exporter-classification"],
  [/出口商.{0,4}(证明|声明)|exporter.?cert/i, "exporter-certification"],
  [/最终用户|最终用途|end.?us(?:er|e)/i, "end-user-statement"],
  [/尽职调查|了解客户|\bkyc\b|know.?your/i, "kyc-policy"],
  [/远程访问|远程接入|remote.?access/i, "remote-access-policy"],
  [/实体安全|物理安全|安保|physical.?security/i, "physical-security-plan"],
  [/租赁合同|机房租|产权证|不动产|\blease\b|\btitle\b/i, "site-lease-or-title"],
  [/供电|用电|power/i, "power-contract"],
  [/实测|测试报告|benchmark/i, "benchmark-report"],
  [/适配评估|移植|porting/i, "porting-estimate"],
  [/交期|delivery.?letter|lead.?time/i, "delivery-letter"],
  [/检测报告|lab.?report/i, "lab-report"],
  [/租户|tenant/i, "tenant-list"],
  [/承诺书|undertaking/i, "undertaking"],
  [/报价|quot(?:e|ation)/i, "quotation"],
  [/合同|协议|contract|agreement/i, "contract"],
  [/技术参数|规格书|产品手册|data.?sheet|spec/i, "datasheet"],
  [/译文|translation/i, "translation"],
];

/** The sets that ask for a paper of each kind; a paper that neither set asks for stays in the house. */
const SIDES: Partial<Record<Kind, Side>> = {
  "business-licence": "cn-filing",
  "shareholder-register": "cn-filing",
  "registry-extract": "cn-filing",
  "articles-of-association": "cn-filing",
  "beneficial-owner-filing": "cn-filing",
  "hs-advance-ruling": "cn-filing",
  "hs-broker-opinion": "cn-filing",
  "benchmark-report": "cn-filing",
  "porting-estimate": "cn-filing",
  "delivery-letter": "cn-filing",
  "necessity-support": "cn-filing",
  "site-lease-or-title": "cn-filing",
  "power-contract": "cn-filing",
  datasheet: "cn-filing",
  contract: "cn-filing",
  quotation: "cn-filing",
  "kyc-policy": "us-exporter",
  "remote-access-policy": "us-exporter",
  "physical-security-plan": "us-exporter",
  "end-user-statement": "both",
};

/** What a paper most likely is by its name; nothing where the name says nothing, or says two things. */
export function guessKind(fileName: string): Kind | undefined {
  const name = fileName.replace(/\.[^.]+$/, "").normalize("NFKC");
  return NAMES.find(([words]) => words.test(name))?.[1];
}

/** Who asks for a paper of a kind; a paper that nobody asks for is kept inside. */
export function usualSide(kind: Kind): Side {
  return SIDES[kind] ?? "internal";
}

/** Whether the first bytes are those of the type that the name's ending claims; undefined where the ending claims none that is known. */
export function bytesFit(fileName: string, head: Uint8Array): boolean | undefined {
  const ending = /\.([a-z0-9]+)$/i.exec(fileName)?.[1]?.toLowerCase() ?? "";
  const starts = (...bytes: readonly number[]) => bytes.every((byte, at) => head[at] === byte);
  switch (ending) {
    case "pdf":
      return starts(0x25, 0x50, 0x44, 0x46);
    case "png":
      return starts(0x89, 0x50, 0x4e, 0x47);
    case "jpg":
    case "jpeg":
      return starts(0xff, 0xd8, 0xff);
    case "docx":
    case "xlsx":
    case "zip":
      return starts(0x50, 0x4b);
    default:
      return undefined;
  }
}
