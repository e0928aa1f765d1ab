/** What the front of a packet says, all of it following from the content but the typesetter. */
export type BagFacts = {
  readonly set: string;
  readonly draft: boolean;
  readonly asOf: string;
  readonly fingerprint: string;
  readonly commitment: string;
  readonly madeWith: string;
  readonly typesetter: string;
};

/** The lines of `bag-info.txt` in their order, before the sum that the writer of bags adds. Nothing else stands there. */
export function bagInfoOf(facts: BagFacts): readonly (readonly [string, string])[] {
  const notice = "申请材料，不构成许可 / Application material, not a licence";
  return [
    ["Packet-Set", facts.set],
    ["Packet-State", facts.draft ? "draft" : "sealed"],
    ["Packet-Notice", facts.draft ? `草稿 / Draft. ${notice}` : notice],
    ["Facts-As-Of", facts.asOf],
    ["Content-SHA256", facts.fingerprint],
    ["Internal-Record-Commitment", facts.commitment],
    ["Made-With", facts.madeWith],
    ["Typesetter", facts.typesetter],
  ];
}
