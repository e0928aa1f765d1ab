import type { FlowBlock } from "#shared/packet";
import type { Paper } from "../parts/paper.ts";
import type { PaperFormatter } from "../parts/paper-formatter.ts";

function security(formatter: PaperFormatter): FlowBlock[] {
  return formatter.dossier.sites.flatMap((site) => [
    formatter.nameHeading(formatter.site(site.id)),
    formatter.form([
      ["physical", formatter.answer(site.physicalSecurity)],
      ["physicalText", site.physicalSecurityText],
      ["remoteControlled", formatter.answer(site.remoteAccessControlled)],
      ["proofs", formatter.proofs(site.evidence)],
    ]),
  ]);
}

const policies = new Set(["kyc-policy", "remote-access-policy", "physical-security-plan"]);

/** Know-your-customer procedures, control of remote access and physical security (US-R-13). */
export function securityPaper(formatter: PaperFormatter): Paper {
  const { order, sites, evidence } = formatter.dossier;
  const users = [
    ...new Set([order.buyer, order.route?.consignee, ...(order.route?.endUsers ?? [])]),
  ];
  return {
    name: "security",
    title: formatter.say("title.security"),
    blocks: [
      formatter.heading("kyc"),
      formatter.table(
        [
          ["name", 6],
          ["kyc", 6],
        ],
        users
          .filter((id) => formatter.partyOf(id) !== undefined)
          .map((id) => [
            formatter.party(id),
            formatter.answer(formatter.partyOf(id)?.kycProcedures),
          ]),
        { caption: formatter.say("caption.kyc") },
      ),
      formatter.heading("physical"),
      ...(sites.length === 0 ? [formatter.none()] : security(formatter)),
      formatter.heading("policies"),
      formatter.table(
        [
          ["number", 2, "center"],
          ["paper", 7],
          ["kind", 4],
        ],
        evidence
          .filter(({ kind }) => policies.has(kind))
          .map((item) => [
            formatter.proof(item.id),
            formatter.text(item.title),
            formatter.word(`evidence.kind.${item.kind}`),
          ]),
      ),
    ],
  };
}
