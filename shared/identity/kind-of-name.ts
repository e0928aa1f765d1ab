/** Words that a firm's name has and a person's has not. */
const FIRM =
  /公司|集团|中心|研究院|研究所|大学|合伙|基金|厂|\b(?:inc|ltd|llc|corp|co|gmbh|pte|plc|company|limited|university|fund)\b\.?/i;

/** Whether a name is most likely a firm's; a guess, to be shown beside the name and changed with one choice. */
export function looksLikeFirm(name: string): boolean {
  return FIRM.test(name);
}
