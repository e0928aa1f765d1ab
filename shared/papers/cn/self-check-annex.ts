import type { Paper } from "../parts/paper.ts";
import type { PaperFormatter } from "../parts/paper-formatter.ts";
import type { SelfCheckRow } from "../parts/self-check.ts";

/** What the applicant looked at itself on this side, with the texts behind it; enclosed by choice and after legal review. */
export function selfCheckAnnex(rows: readonly SelfCheckRow[], formatter: PaperFormatter): Paper {
  // Several matters rest on the same text: each is printed once and named by its number.
  const texts = new Map(rows.flatMap(({ sources }) => sources).map((text) => [text.id, text]));
  const numbers = new Map([...texts.keys()].map((id, index) => [id, index + 1]));
  return {
    name: "self-check",
    title: formatter.say("title.self-check"),
    blocks: [
      formatter.notice("notice.selfCheck"),
      formatter.heading("selfCheck"),
      formatter.table(
        [
          ["no", 1, "center"],
          ["matter", 7],
          ["bears", 4, "center"],
          ["texts", 4],
        ],
        rows.map((row, index) => [
          String(index + 1),
          formatter.titled(row.matter),
          formatter.say(`selfCheck.${row.value}`),
          formatter.join(row.sources.map(({ id }) => `[${numbers.get(id)}]`)),
        ]),
      ),
      formatter.heading("selfCheckTexts"),
      formatter.table(
        [
          ["number", 1.4, "center"],
          ["text", 13],
        ],
        [...texts.values()].map((text) => [`[${numbers.get(text.id)}]`, formatter.cited(text)]),
        { size: "tiny" },
      ),
    ],
  };
}
