import type { Answer } from "#shared/model";
import type { Paper } from "./paper.ts";
import type { PaperVoice } from "./voice.ts";

/** What only the exporter, or the laboratory it engages, can state; the buyer lists it and records what it was told. */
export function askedOfExporter(voice: PaperVoice): Paper {
  const facts = voice.dossier.order.exporterFacts;
  const lab = facts?.laboratory;
  const own: readonly (readonly [string, string, Answer | undefined])[] = [
    ["supply", "US-R-10", facts?.usSupplySufficient],
    ["delay", "US-R-10", facts?.noUsDelay],
    ["foundry", "US-R-10", facts?.noFoundryDiversion],
    ["cap", "US-R-11", facts?.aggregateCapMet],
    ["users", "US-R-12", facts?.noProhibitedUsers],
    ["technical", "US-R-09", facts?.technicalDataStated],
  ];
  const ofLab: readonly (readonly [string, string, Answer | undefined])[] = [
    ["labSeat", "US-R-16", lab?.headquarteredInUs],
    ["labControl", "US-R-16", lab?.controlledFromD5],
    ["labIndependent", "US-R-16", lab?.independent],
    ["labPlace", "US-R-16", lab?.testsInUs],
    ["labSample", "US-R-16", lab?.sampleOfEveryShipment],
  ];
  const table = (rows: typeof own, caption: string) =>
    voice.table(
      [
        ["no", 1, "center"],
        ["asked", 8],
        ["fact", 2, "center"],
        ["toldSoFar", 4],
      ],
      rows.map(([key, fact, answer], index) => [
        String(index + 1),
        voice.say(`asked.${key}`),
        fact,
        answer === undefined ? voice.say("asked.open") : voice.answer(answer),
      ]),
      { caption: voice.say(caption) },
    );
  const licence = facts?.licence;
  return {
    name: "asked-of-exporter",
    title: voice.say("title.asked"),
    blocks: [
      voice.paragraph("asked.about"),
      voice.heading("askedExporter"),
      table(own, "caption.asked"),
      voice.heading("askedLaboratory"),
      table(ofLab, "caption.askedLab"),
      voice.form([
        ["laboratory", voice.named(lab?.party)],
        ["testedOn", lab?.testedOn],
      ]),
      voice.heading("licence"),
      voice.form([
        [
          "licenceStatus",
          licence === undefined ? "" : voice.word(`licence.status.${licence.status}`),
        ],
        ["licenceNumber.us", licence?.number],
        ["licenceDate", licence?.date],
        ["licenceExpires", licence?.expiresOn],
        ["proofs", voice.proofs(licence?.evidence)],
      ]),
    ],
  };
}
