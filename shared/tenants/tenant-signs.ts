import type { TenantClass } from "./tenant.ts";

/** A word by which a name or a sector points to a class; it proves nothing, a person decides. */
export type Sign = { readonly pattern: RegExp; readonly class: TenantClass };

/** Words in names. Their order counts: the first that fits is the one that is told. */
export const nameSigns: readonly Sign[] = [
  {
    pattern: /解放军|武警|武装警察|军区|战区|人民武装|陆军|海军|空军|火箭军|国防科技大学|部队$/u,
    class: "military",
  },
  {
    pattern:
      /人民政府|人民法院|人民检察院|公安(?:局|厅|部|分局)|国家安全|税务局|财政局|海关$|管理委员会|监督管理局|(?:委员会|办公室|厅)$/u,
    class: "government",
  },
  {
    pattern: /大学|学院|中学|小学|医院|研究院|研究所|科学院|图书馆|博物馆/u,
    class: "public-institution",
  },
  { pattern: /国有|国资|国投|央企/u, class: "state-owned-enterprise" },
  { pattern: /\b(?:ministry|government|municipal(?:ity)?)\b/i, class: "government" },
  { pattern: /\b(?:army|navy|air force|armed forces|military)\b/i, class: "military" },
  {
    pattern: /\b(?:university|college|hospital|institute|academy)\b/i,
    class: "public-institution",
  },
];

/** Words in sectors. A sector makes nobody an operator of critical infrastructure: only a notice of identification does. */
export const sectorSigns: readonly Sign[] = [
  { pattern: /国防|军工|军队|defen[cs]e|military/iu, class: "military" },
  {
    pattern: /公共管理|党政|机关|政府|政务|public administration|government/iu,
    class: "government",
  },
  {
    pattern:
      /电力|能源|石油|天然气|水利|供水|电信|通信|广电|金融|银行|证券|保险|交通|铁路|民航|航空|港口|energy|power|water|telecom|bank|financ|insurance|transport|rail|aviation/iu,
    class: "critical-infrastructure",
  },
  { pattern: /教育|医疗|卫生|科研|education|health|research/iu, class: "public-institution" },
];

/** What a provider states of a tenant's nature. Foreign capital in a mainland firm makes no foreign tenant. */
export const natureSigns: readonly Sign[] = [
  { pattern: /军队|部队|^military/iu, class: "military" },
  { pattern: /机关|政府|^government/iu, class: "government" },
  { pattern: /事业单位|^public[- ]institution/iu, class: "public-institution" },
  { pattern: /国有|国企|央企|国资|^state/iu, class: "state-owned-enterprise" },
  { pattern: /民营|私营|个体|^private/iu, class: "private-commercial" },
  { pattern: /境外|国外|^foreign(?! invested)/iu, class: "foreign" },
  { pattern: /自用|本公司|^own/iu, class: "own-use" },
];

/** The class of the first sign that fits, with the words that made it fit. */
export function signIn(
  text: string,
  signs: readonly Sign[],
): { readonly class: TenantClass; readonly what: string } | undefined {
  if (text === "") return undefined;
  for (const sign of signs) {
    const found = sign.pattern.exec(text);
    if (found !== null) return { class: sign.class, what: found[0] };
  }
  return undefined;
}
