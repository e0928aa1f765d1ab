import type { Party } from "#shared/model";
import type { FlowBlock } from "#shared/packet";
import { applicantAndUsers } from "../parts/class-statement.ts";
import { closing, type Paper } from "../parts/paper.ts";
import type { PaperVoice } from "../parts/paper-formatter.ts";

/** Three questions that are never merged: notice received, business of the kind, services to such operators (DF-C-06). */
function infrastructure(party: Party, voice: PaperVoice): FlowBlock[] {
  const said = party.criticalInfrastructure;
  return [
    voice.nameHeading(voice.party(party.id)),
    voice.form([
      [
        "ciiNotice",
        voice.answer(said?.notice),
        `parties.${party.id}.criticalInfrastructure.notice`,
      ],
      ["ciiBusiness", voice.answer(said?.business)],
      ["ciiServes", voice.answer(said?.serves)],
      ["sectors", voice.join(party.sectors ?? [])],
    ]),
  ];
}

function publicBody(party: Party, voice: PaperVoice): FlowBlock[] {
  return [
    voice.nameHeading(voice.party(party.id)),
    voice.form([
      ["partyKind", voice.word(`party.kind.${party.kind}`)],
      ["code", voice.code(party)],
      ["military", voice.answer(party.military)],
      ["sensitiveGovernment", voice.answer(party.sensitiveGovernment)],
      ["administrative", voice.answer(party.administrativeFunctions)],
      ["publicFunction", party.publicFunction],
      [
        "stateCapital",
        party.stateCapital === undefined ? "" : voice.word(`state.capital.${party.stateCapital}`),
      ],
    ]),
  ];
}

/** Declarations on critical infrastructure and on public bodies, each question with its own answer. */
export function declarationsPaper(voice: PaperVoice): Paper {
  const { order } = voice.dossier;
  const parties = applicantAndUsers(voice.dossier).flatMap((id) => {
    const party = voice.partyOf(id);
    return party === undefined ? [] : [party];
  });
  return {
    name: "declarations",
    title: voice.say("title.declarations"),
    blocks: [
      voice.heading("infrastructure"),
      voice.paragraph("infrastructure.about"),
      ...parties.flatMap((party) => infrastructure(party, voice)),
      voice.form([
        ["nationalSecurity", voice.answer(order.declarations?.affectsNationalSecurity)],
        ["cyberReview", voice.answer(order.declarations?.cyberReviewFiled)],
      ]),
      voice.heading("publicBodies"),
      ...parties.flatMap((party) => publicBody(party, voice)),
      ...closing(voice, "closing.declarations", order.buyer),
    ],
  };
}
