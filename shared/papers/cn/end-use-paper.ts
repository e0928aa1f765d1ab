import type { Site } from "#shared/model";
import type { FlowBlock } from "#shared/packet";
import { siteTotalTable } from "../parts/goods-blocks.ts";
import type { Paper } from "../parts/paper.ts";
import type { PaperFormatter } from "../parts/paper-formatter.ts";

/** What the units are for, by whom, where and with what share of the capacity. */
export function usesTable(formatter: PaperFormatter): FlowBlock {
  return formatter.table(
    [
      ["no", 1, "center"],
      ["use", 6],
      ["user", 4],
      ["site", 3.4],
      ["commercial", 1.8, "center"],
      ["share", 1.8, "right"],
    ],
    (formatter.dossier.order.endUses ?? []).map((use, index) => [
      String(index + 1),
      [formatter.word(`use.kind.${use.kind}`), formatter.text(use.description)]
        .filter(Boolean)
        .join("\n"),
      formatter.party(use.endUser),
      formatter.site(use.site),
      formatter.answer(use.commercial),
      use.capacityShare === undefined ? "" : `${use.capacityShare}%`,
    ]),
    { caption: formatter.say("caption.uses") },
  );
}

function siteForm(site: Site, formatter: PaperFormatter): FlowBlock[] {
  return [
    formatter.nameHeading(formatter.site(site.id)),
    formatter.form([
      [
        "siteAddress",
        [formatter.text(site.address), site.address?.postalCode].filter(Boolean).join(" "),
      ],
      ["siteCountry", formatter.country(site.country)],
      ["operator", formatter.named(site.operator)],
      ["siteOwner", formatter.party(site.owner)],
      ["tenure", site.tenure === undefined ? "" : formatter.word(`site.tenure.${site.tenure}`)],
      ["power", site.powerMw === undefined ? "" : `${site.powerMw} MW`],
      ["racks", site.rackUnits === undefined ? "" : `${site.rackUnits} U`],
      ["stateFunded", formatter.answer(site.stateFunded)],
      ["proofs", formatter.proofs(site.evidence)],
    ]),
  ];
}

/** End use and the places of deployment. */
export function endUsePaper(formatter: PaperFormatter): Paper {
  const { order, sites } = formatter.dossier;
  return {
    name: "end-use",
    title: formatter.say("title.end-use"),
    blocks: [
      formatter.heading("uses"),
      usesTable(formatter),
      formatter.form([
        ["commercialOnly", formatter.answer(order.declarations?.commercialUseOnly)],
        ["stateProject", formatter.answer(order.declarations?.stateFundedProject)],
      ]),
      formatter.heading("sites"),
      ...(sites.length === 0
        ? [formatter.none()]
        : sites.flatMap((site) => siteForm(site, formatter))),
      formatter.heading("allocation"),
      siteTotalTable(formatter),
    ],
  };
}
