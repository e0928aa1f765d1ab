import type { Answer } from "#shared/model";
import type { FlowBlock } from "#shared/packet";
import { closing, type Paper } from "../parts/paper.ts";
import type { PaperFormatter } from "../parts/paper-formatter.ts";

/** One statement and the answer that chooses it; what nobody answered that way stays unticked. */
type Statement = readonly [key: string, answer: Answer | undefined, chosenBy: Answer["value"]];

/** Statements with a drawn box each. Nothing is chosen unless a person chose it. */
export function statements(formatter: PaperFormatter, items: readonly Statement[]): FlowBlock[] {
  const notes = items.filter(([, answer]) => answer?.note !== undefined);
  return [
    {
      kind: "checklist",
      items: items.map(([key, answer, chosenBy]) => ({
        text: formatter.say(`undertaking.${key}`),
        checked: answer?.value === chosenBy,
      })),
    },
    ...(notes.length === 0
      ? []
      : [
          formatter.table(
            [
              ["question", 6],
              ["answer", 6],
            ],
            notes.map(([key, answer]) => [
              formatter.say(`undertaking.${key}`),
              formatter.answer(answer),
            ]),
          ),
        ]),
  ];
}

/** Undertakings in neutral words: own use at the stated sites, no transfer without required authorisations (CN-L-02). */
export function undertakingsPaper(formatter: PaperFormatter): Paper {
  const { declarations: said, buyer } = formatter.dossier.order;
  return {
    name: "undertakings",
    title: formatter.say("title.undertakings"),
    blocks: [
      formatter.paragraph("undertakings.about"),
      ...statements(formatter, [
        ["commercialOnly", said?.commercialUseOnly, "yes"],
        ["noMilitary", said?.militaryEndUse, "no"],
        ["noTransfer", said?.noTransferWithoutAuthorisation, "yes"],
        ["mixComplete", said?.tenantMixComplete, "yes"],
        ["notSplit", said?.splitOfLargerOrder, "no"],
        ["notStateFunded", said?.stateFundedProject, "no"],
      ]),
      ...closing(formatter, "closing.undertakings", buyer),
    ],
  };
}
