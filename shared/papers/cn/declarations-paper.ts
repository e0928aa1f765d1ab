import type { Answer, Party } from "#shared/model";
import type { Cell, FlowBlock } from "#shared/packet";
import { applicantAndUsers } from "../parts/class-statement.ts";
import { closing, type Paper } from "../parts/paper.ts";
import type { PaperFormatter } from "../parts/paper-formatter.ts";
import { undertakings } from "../parts/undertakings.ts";

type Question = readonly [key: string, answer: string];

/** Three questions on infrastructure that are never merged (DF-C-06), then those on public bodies. */
function questions(party: Party, formatter: PaperFormatter): readonly Question[] {
  const said = party.criticalInfrastructure;
  const answer = (value: Answer | undefined) =>
    value === undefined ? formatter.say("declarations.open") : formatter.answer(value);
  const institution =
    party.publicFunction !== undefined || party.administrativeFunctions !== undefined;
  return [
    ["ciiNotice", answer(said?.notice)],
    ["ciiBusiness", answer(said?.business)],
    ["ciiServes", answer(said?.serves)],
    ["military", answer(party.military)],
    ["sensitiveGovernment", answer(party.sensitiveGovernment)],
    ...(institution
      ? ([
          ["administrative", answer(party.administrativeFunctions)],
          ["publicFunction", party.publicFunction ?? ""],
        ] as const)
      : []),
    [
      "stateCapital",
      party.stateCapital === undefined ? "" : formatter.word(`state.capital.${party.stateCapital}`),
    ],
  ];
}

function table(formatter: PaperFormatter): FlowBlock {
  const { order } = formatter.dossier;
  const said = order.declarations;
  const rows: Cell[][] = [];
  const groups: number[] = [];
  const group = (title: string, items: readonly Question[]) => {
    const stated = items.filter(([, answer]) => answer !== "");
    if (stated.length === 0) return;
    groups.push(rows.length);
    rows.push([{ content: title, colspan: 2, strong: true }]);
    for (const [key, answer] of stated) rows.push([formatter.say(`field.${key}`), answer]);
  };
  for (const id of applicantAndUsers(formatter.dossier)) {
    const party = formatter.partyOf(id);
    if (party !== undefined) group(formatter.party(id), questions(party, formatter));
  }
  group(formatter.say("declarations.order"), [
    ["commercialOnly", formatter.answer(said?.commercialUseOnly)],
    ["militaryUse", formatter.answer(said?.militaryEndUse)],
    ["servesOthers", formatter.answer(said?.capacityServesOthers)],
    ["stateProject", formatter.answer(said?.stateFundedProject)],
    ["split", formatter.answer(said?.splitOfLargerOrder)],
    ["nationalSecurity", formatter.answer(said?.affectsNationalSecurity)],
    ["cyberReview", formatter.answer(said?.cyberReviewFiled)],
  ]);
  return formatter.table(
    [
      ["question", 7],
      ["answerOf", 5],
    ],
    rows,
    { groups },
  );
}

/**
 * What the applicant declares, undertakes and answers for, over one signature: each question with its own answer, undertakings
 * in words that fit whether others use the capacity, and the statement that the papers are true and complete (CN-L-02).
 */
export function declarationsPaper(formatter: PaperFormatter): Paper {
  const { declarations: said, buyer } = formatter.dossier.order;
  const serves = said?.capacityServesOthers?.value === "yes";
  return {
    name: "declarations",
    title: formatter.say("title.declarations"),
    blocks: [
      formatter.heading("declarations"),
      table(formatter),
      formatter.heading("undertakings"),
      ...undertakings(formatter, [
        [serves ? "commercialServing" : "commercialOnly", said?.commercialUseOnly, "yes"],
        ["noMilitary", said?.militaryEndUse, "no"],
        [serves ? "noTransferServing" : "noTransfer", said?.noTransferWithoutAuthorisation, "yes"],
        ...(serves ? ([["mixComplete", said?.tenantMixComplete, "yes"]] as const) : []),
        ["notSplit", said?.splitOfLargerOrder, "no"],
        ["notStateFunded", said?.stateFundedProject, "no"],
      ]),
      formatter.heading("truth"),
      ...closing(formatter, "closing.truth", buyer),
    ],
  };
}
