import type { Paper } from "../parts/paper.ts";
import type { PaperVoice } from "../parts/paper-formatter.ts";
import type { SelfCheckRow } from "../parts/self-check.ts";

/** What the applicant looked at itself on this side, with the texts behind it; enclosed by choice and after legal review. */
export function selfCheckAnnex(rows: readonly SelfCheckRow[], voice: PaperVoice): Paper {
  // Several matters rest on the same text: each is printed once and named by its number.
  const texts = new Map(rows.flatMap(({ sources }) => sources).map((text) => [text.id, text]));
  const numbers = new Map([...texts.keys()].map((id, index) => [id, index + 1]));
  return {
    name: "self-check",
    title: voice.say("title.self-check"),
    blocks: [
      voice.notice("notice.selfCheck"),
      voice.heading("selfCheck"),
      voice.table(
        [
          ["no", 1, "center"],
          ["matter", 7],
          ["bears", 4, "center"],
          ["texts", 4],
        ],
        rows.map((row, index) => [
          String(index + 1),
          voice.titled(row.matter),
          voice.say(`selfCheck.${row.value}`),
          voice.join(row.sources.map(({ id }) => `[${numbers.get(id)}]`)),
        ]),
      ),
      voice.heading("selfCheckTexts"),
      voice.table(
        [
          ["number", 1.4, "center"],
          ["text", 13],
        ],
        [...texts.values()].map((text) => [`[${numbers.get(text.id)}]`, voice.cited(text)]),
        { size: "tiny" },
      ),
    ],
  };
}
