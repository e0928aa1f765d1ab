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
            ["principal", formatter.party(party.id)],
            ["code", formatter.code(party)],
            ["address", formatter.address(party)],
            ["legalRepresentative", formatter.person(party.legalRepresentative)],
            ...found.map(
              (agent) =>
                [
                  "agent",
                  [formatter.person(agent), agent.phone, formatter.short(party.id)]
                    .filter((part) => part !== undefined && part !== "")
                    .join(formatter.main === "zh" ? "，" : ", "),
                ] as const,
            ),
          ],
          { columns: 2 },
        ),
        formatter.paragraph("authorisation.matters", {
          subject: formatter.text(order.subject) || formatter.say("title.letter"),
        }),
        formatter.paragraph("authorisation.limits"),
        signing(formatter, order.buyer, {
          byHand: true,
          hands: ["sign.byRepresentative", "sign.byAgent", "sign.agentIdentity"],
        }),
      ],
    },
  ];
}
