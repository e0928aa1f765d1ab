import type { Answer } from "#shared/model";
import type { Paper } from "../parts/paper.ts";
import type { PaperVoice } from "../parts/paper-formatter.ts";

/**
 * What only the exporter, or the laboratory it engages, can state; the buyer lists it and records what it was told
 * (US-R-09 to US-R-12, US-R-16).
 */
export function askedOfExporter(voice: PaperVoice): Paper {
  const facts = voice.dossier.order.exporterFacts;
  const lab = facts?.laboratory;
  const own: readonly (readonly [string, Answer | undefined])[] = [
    ["supply", facts?.usSupplySufficient],
    ["delay", facts?.noUsDelay],
    ["foundry", facts?.noFoundryDiversion],
    ["cap", facts?.aggregateCapMet],
    ["users", facts?.noProhibitedUsers],
    ["technical", facts?.technicalDataStated],
  ];
  const ofLab: readonly (readonly [string, Answer | undefined])[] = [
    ["labSeat", lab?.headquarteredInUs],
    ["labControl", lab?.controlledFromD5],
    ["labIndependent", lab?.independent],
    ["labPlace", lab?.testsInUs],
    ["labSample", lab?.sampleOfEveryShipment],
  ];
  const table = (rows: typeof own, caption: string) =>
    voice.table(
      [
        ["no", 1, "center"],
        ["asked", 8],
        ["toldSoFar", 4],
      ],
      rows.map(([key, answer], index) => [
        String(index + 1),
        voice.say(`asked.${key}`),
        answer === undefined ? voice.say("asked.open") : voice.answer(answer),
      ]),
      { caption: voice.say(caption), note: voice.say("asked.note") },
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
