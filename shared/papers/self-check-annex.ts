import type { Paper } from "./paper.ts";
import type { SelfCheckRow } from "./self-check.ts";
import type { PaperVoice } from "./voice.ts";

/** What the applicant looked at itself on this side, with the texts behind it; enclosed by choice and after legal review. */
export function selfCheckAnnex(rows: readonly SelfCheckRow[], voice: PaperVoice): Paper {
  return {
    name: "self-check",
    title: voice.say("title.self-check"),
    blocks: [
      voice.notice("notice.selfCheck"),
      voice.table(
        [
          ["no", 1, "center"],
          ["matter", 6],
          ["bears", 2.6, "center"],
          ["texts", 6],
        ],
        rows.map((row, index) => [
          String(index + 1),
          voice.titled(row.matter),
          voice.say(`selfCheck.${row.value}`),
          row.sources.map((source) => voice.cited(source)).join("\n"),
        ]),
        { size: "tiny" },
      ),
    ],
  };
}
