import type { Contact } from "#shared/model";
import { type Paper, signing } from "../parts/paper.ts";
import type { PaperFormatter } from "../parts/paper-formatter.ts";

/** Whoever acts besides the legal representative: who signs, and the handler. */
function agents(formatter: PaperFormatter): readonly Contact[] {
  const party = formatter.partyOf(formatter.dossier.order.buyer);
  const all = [party?.signatory, party?.contacts?.[0]].filter((one) => one !== undefined);
  const others = all.filter(({ name }) => name !== party?.legalRepresentative?.name);
  return [...new Map(others.map((one) => [one.name, one])).values()];
}

/** The mandate of those who sign and hand in for the applicant; nothing where the legal representative does it alone. */
export function authorisationPaper(formatter: PaperFormatter): readonly Paper[] {
  const { order } = formatter.dossier;
  const party = formatter.partyOf(order.buyer);
  const found = agents(formatter);
  if (party === undefined || found.length === 0) return [];
  return [
    {
      name: "authorisation",
      title: formatter.say("title.authorisation"),
      blocks: [
        formatter.form(
          [
            ["unitName", formatter.party(party.id)],
            ["code", formatter.code(party)],
            ["address", formatter.address(party)],
            ["legalRepresentative", formatter.person(party.legalRepresentative)],
          ],
          { caption: formatter.say("authorisation.principal") },
        ),
        ...found.map((agent) =>
          formatter.form(
            [
              ["agentName", formatter.main === "zh" ? agent.name : (agent.nameEn ?? agent.name)],
              ["agentTitle", formatter.title(agent)],
              ["agentUnit", formatter.party(party.id)],
              ["agentPhone", agent.phone],
            ],
            { caption: formatter.say("authorisation.agent") },
          ),
        ),
        formatter.paragraph("authorisation.matters", {
          subject: formatter.text(order.subject) || formatter.say("title.letter"),
        }),
        formatter.paragraph("authorisation.limits"),
        formatter.paragraph("authorisation.id"),
        formatter.paragraph("authorisation.closing"),
        signing(formatter, order.buyer, {
          byHand: true,
          hands: ["sign.byRepresentative", "sign.byAgent"],
        }),
      ],
    },
  ];
}
