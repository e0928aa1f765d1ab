import type { Party } from "#shared/model";
import type { FlowBlock } from "#shared/packet";
import { applicantAndUsers } from "../parts/class-statement.ts";
import { closing, type Paper } from "../parts/paper.ts";
import type { PaperFormatter } from "../parts/paper-formatter.ts";

/** Three questions that are never merged: notice received, business of the kind, services to such operators (DF-C-06). */
function infrastructure(party: Party, formatter: PaperFormatter): FlowBlock[] {
  const said = party.criticalInfrastructure;
  return [
    formatter.nameHeading(formatter.party(party.id)),
    formatter.form([
      [
        "ciiNotice",
        formatter.answer(said?.notice),
        `parties.${party.id}.criticalInfrastructure.notice`,
      ],
      ["ciiBusiness", formatter.answer(said?.business)],
      ["ciiServes", formatter.answer(said?.serves)],
      ["sectors", formatter.join(party.sectors ?? [])],
    ]),
  ];
}

function publicBody(party: Party, formatter: PaperFormatter): FlowBlock[] {
  return [
    formatter.nameHeading(formatter.party(party.id)),
    formatter.form([
      ["partyKind", formatter.word(`party.kind.${party.kind}`)],
      ["code", formatter.code(party)],
      ["military", formatter.answer(party.military)],
      ["sensitiveGovernment", formatter.answer(party.sensitiveGovernment)],
      ["administrative", formatter.answer(party.administrativeFunctions)],
      ["publicFunction", party.publicFunction],
      [
        "stateCapital",
        party.stateCapital === undefined
          ? ""
          : formatter.word(`state.capital.${party.stateCapital}`),
      ],
    ]),
  ];
}

/** Declarations on critical infrastructure and on public bodies, each question with its own answer. */
export function declarationsPaper(formatter: PaperFormatter): Paper {
  const { order } = formatter.dossier;
  const parties = applicantAndUsers(formatter.dossier).flatMap((id) => {
    const party = formatter.partyOf(id);
    return party === undefined ? [] : [party];
  });
  return {
    name: "declarations",
    title: formatter.say("title.declarations"),
    blocks: [
      formatter.heading("infrastructure"),
      formatter.paragraph("infrastructure.about"),
      ...parties.flatMap((party) => infrastructure(party, formatter)),
      formatter.form([
        ["nationalSecurity", formatter.answer(order.declarations?.affectsNationalSecurity)],
        ["cyberReview", formatter.answer(order.declarations?.cyberReviewFiled)],
      ]),
      formatter.heading("publicBodies"),
      ...parties.flatMap((party) => publicBody(party, formatter)),
      ...closing(formatter, "closing.declarations", order.buyer),
    ],
  };
}
