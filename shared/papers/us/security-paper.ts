import type { FlowBlock } from "#shared/packet";
import type { Paper } from "../parts/paper.ts";
import type { PaperVoice } from "../parts/paper-formatter.ts";

function security(voice: PaperVoice): FlowBlock[] {
  return voice.dossier.sites.flatMap((site) => [
    voice.nameHeading(voice.site(site.id)),
    voice.form([
      ["physical", voice.answer(site.physicalSecurity)],
      ["physicalText", site.physicalSecurityText],
      ["remoteControlled", voice.answer(site.remoteAccessControlled)],
      ["proofs", voice.proofs(site.evidence)],
    ]),
  ]);
}

const policies = new Set(["kyc-policy", "remote-access-policy", "physical-security-plan"]);

/** Know-your-customer procedures, control of remote access and physical security (US-R-13). */
export function securityPaper(voice: PaperVoice): Paper {
  const { order, sites, evidence } = voice.dossier;
  const users = [
    ...new Set([order.buyer, order.route?.consignee, ...(order.route?.endUsers ?? [])]),
  ];
  return {
    name: "security",
    title: voice.say("title.security"),
    blocks: [
      voice.heading("kyc"),
      voice.table(
        [
          ["name", 6],
          ["kyc", 6],
        ],
        users
          .filter((id) => voice.partyOf(id) !== undefined)
          .map((id) => [voice.party(id), voice.answer(voice.partyOf(id)?.kycProcedures)]),
        { caption: voice.say("caption.kyc") },
      ),
      voice.heading("physical"),
      ...(sites.length === 0 ? [voice.none()] : security(voice)),
      voice.heading("policies"),
      voice.table(
        [
          ["number", 2, "center"],
          ["paper", 7],
          ["kind", 4],
        ],
        evidence
          .filter(({ kind }) => policies.has(kind))
          .map((item) => [
            voice.proof(item.id),
            voice.text(item.title),
            voice.word(`evidence.kind.${item.kind}`),
          ]),
      ),
    ],
  };
}
