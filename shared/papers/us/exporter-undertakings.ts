import { closing, type Paper } from "../parts/paper.ts";
import type { PaperFormatter } from "../parts/paper-formatter.ts";
import { undertakings } from "../parts/undertakings.ts";

/**
 * What the buyer undertakes towards the exporter, in neutral words and with no blanket refusal of anybody (CN-L-02, US-R-15).
 * Where checks by a foreign authority come into it, Chinese law on such checks and on data is kept open (CN-L-01, CN-L-05).
 */
export function exporterUndertakings(formatter: PaperFormatter): Paper {
  const { declarations: said, buyer } = formatter.dossier.order;
  return {
    name: "undertakings",
    title: formatter.say("title.us-undertakings"),
    blocks: [
      ...undertakings(formatter, [
        ["noTransfer", said?.noTransferWithoutAuthorisation, "yes"],
        ["noMilitary", said?.militaryEndUse, "no"],
        ["noProhibited", said?.prohibitedEndUse, "no"],
        ["weights", said?.weightsTransferUndertaking, "yes"],
        ["remoteAccess", said?.remoteAccessUndertaking, "yes"],
        ["remoteComplete", said?.remoteUsersComplete, "yes"],
        ["notSplit", said?.splitOfLargerOrder, "no"],
      ]),
      formatter.heading("foreignChecks"),
      formatter.paragraph("foreignChecks"),
      ...closing(formatter, "closing.us-undertakings", buyer),
    ],
  };
}
