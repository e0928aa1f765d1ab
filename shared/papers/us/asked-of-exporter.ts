import type { Answer } from "#shared/model";
import type { Paper } from "../parts/paper.ts";
import type { PaperFormatter } from "../parts/paper-formatter.ts";

/**
 * What only the exporter, or the laboratory it engages, can state; the buyer lists it and records what it was told
 * (US-R-09 to US-R-12, US-R-16).
 */
export function askedOfExporter(formatter: PaperFormatter): Paper {
  const facts = formatter.dossier.order.exporterFacts;
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
    formatter.table(
      [
        ["no", 1, "center"],
        ["asked", 8],
        ["toldSoFar", 4],
      ],
      rows.map(([key, answer], index) => [
        String(index + 1),
        formatter.say(`asked.${key}`),
        answer === undefined ? formatter.say("asked.open") : formatter.answer(answer),
      ]),
      { caption: formatter.say(caption), note: formatter.say("asked.note") },
    );
  const licence = facts?.licence;
  return {
    name: "asked-of-exporter",
    title: formatter.say("title.asked"),
    blocks: [
      formatter.paragraph("asked.about"),
      formatter.heading("askedExporter"),
      table(own, "caption.asked"),
      formatter.heading("askedLaboratory"),
      table(ofLab, "caption.askedLab"),
      formatter.form([
        ["laboratory", formatter.named(lab?.party)],
        ["testedOn", lab?.testedOn],
      ]),
      formatter.heading("licence"),
      formatter.form([
        [
          "licenceStatus",
          licence === undefined ? "" : formatter.word(`licence.status.${licence.status}`),
        ],
        ["licenceNumber.us", licence?.number],
        ["licenceDate", licence?.date],
        ["licenceExpires", licence?.expiresOn],
        ["proofs", formatter.proofs(licence?.evidence)],
      ]),
    ],
  };
}
