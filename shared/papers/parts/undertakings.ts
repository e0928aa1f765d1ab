import type { Answer } from "#shared/model";
import type { FlowBlock } from "#shared/packet";
import type { PaperFormatter } from "./paper-formatter.ts";

/** One undertaking and the answer that makes it; what nobody answered that way is not made and not printed. */
export type Undertaking = readonly [
  key: string,
  answer: Answer | undefined,
  chosenBy: Answer["value"],
];

/** The undertakings that a person chose, counted; one sentence where none was. */
export function undertakings(
  formatter: PaperFormatter,
  items: readonly Undertaking[],
): readonly FlowBlock[] {
  const made = items.filter(([, answer, chosenBy]) => answer?.value === chosenBy);
  if (made.length === 0) return [formatter.paragraph("undertakings.none")];
  return [
    formatter.paragraph("undertakings.about"),
    {
      kind: "list",
      ordered: true,
      items: made.map(([key, answer]) => {
        const text = formatter.say(`undertaking.${key}`);
        const note = answer?.note ?? "";
        return note === "" ? text : formatter.say("undertaking.noted", { text, note });
      }),
    },
  ];
}
