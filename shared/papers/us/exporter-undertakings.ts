import { statements } from "../cn/undertakings-paper.ts";
import { closing, type Paper } from "../parts/paper.ts";
import type { PaperFormatter } from "../parts/paper-formatter.ts";

/** What the buyer undertakes towards the exporter, in neutral words; no blanket refusal of anybody (CN-L-02, US-R-15). */
export function exporterUndertakings(formatter: PaperFormatter): Paper {
  const { declarations: said, buyer } = formatter.dossier.order;
  return {
    name: "undertakings",
    title: formatter.say("title.us-undertakings"),
    blocks: [
      formatter.paragraph("undertakings.about"),
      ...statements(formatter, [
        ["noTransfer", said?.noTransferWithoutAuthorisation, "yes"],
        ["noMilitary", said?.militaryEndUse, "no"],
        ["noProhibited", said?.prohibitedEndUse, "no"],
        ["weights", said?.weightsTransferUndertaking, "yes"],
        ["remoteAccess", said?.remoteAccessUndertaking, "yes"],
        ["remoteComplete", said?.remoteUsersComplete, "yes"],
        ["notSplit", said?.splitOfLargerOrder, "no"],
      ]),
      ...closing(formatter, "closing.us-undertakings", buyer),
    ],
  };
}
