import type { Answer } from "#shared/model";
import type { FlowBlock } from "#shared/packet";
import { closing, type Paper } from "../parts/paper.ts";
import type { PaperVoice } from "../parts/paper-formatter.ts";

/** One statement and the answer that chooses it; what nobody answered that way stays unticked. */
type Statement = readonly [key: string, answer: Answer | undefined, chosenBy: Answer["value"]];

/** Statements with a drawn box each. Nothing is chosen unless a person chose it. */
export function statements(voice: PaperVoice, items: readonly Statement[]): FlowBlock[] {
  const notes = items.filter(([, answer]) => answer?.note !== undefined);
  return [
    {
      kind: "checklist",
      items: items.map(([key, answer, chosenBy]) => ({
        text: voice.say(`undertaking.${key}`),
        checked: answer?.value === chosenBy,
      })),
    },
    ...(notes.length === 0
      ? []
      : [
          voice.table(
            [
              ["question", 6],
              ["answer", 6],
            ],
            notes.map(([key, answer]) => [voice.say(`undertaking.${key}`), voice.answer(answer)]),
          ),
        ]),
  ];
}

/** Undertakings in neutral words: own use at the stated sites, no transfer without required authorisations (CN-L-02). */
export function undertakingsPaper(voice: PaperVoice): Paper {
  const { declarations: said, buyer } = voice.dossier.order;
  return {
    name: "undertakings",
    title: voice.say("title.undertakings"),
    blocks: [
      voice.paragraph("undertakings.about"),
      ...statements(voice, [
        ["commercialOnly", said?.commercialUseOnly, "yes"],
        ["noMilitary", said?.militaryEndUse, "no"],
        ["noTransfer", said?.noTransferWithoutAuthorisation, "yes"],
        ["mixComplete", said?.tenantMixComplete, "yes"],
        ["notSplit", said?.splitOfLargerOrder, "no"],
        ["notStateFunded", said?.stateFundedProject, "no"],
      ]),
      ...closing(voice, "closing.undertakings", buyer),
    ],
  };
}
