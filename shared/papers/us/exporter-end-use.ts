import type { Site } from "#shared/model";
import type { FlowBlock } from "#shared/packet";
import { siteTotalTable } from "../parts/goods-blocks.ts";
import type { Paper } from "../parts/paper.ts";
import type { PaperFormatter } from "../parts/paper-formatter.ts";
import { sitePerformanceTable } from "../parts/site-performance.ts";
import { tenantTable, usesTable } from "../parts/use-tables.ts";
import { remoteUsersPaper } from "./remote-users.ts";

function siteForm(site: Site, formatter: PaperFormatter): FlowBlock {
  return formatter.form(
    [
      [
        "siteAddress",
        [formatter.text(site.address), site.address?.postalCode].filter(Boolean).join(" "),
      ],
      ["siteCountry", formatter.country(site.country)],
      ["operator", formatter.named(site.operator)],
      ["tenure", site.tenure === undefined ? "" : formatter.word(`site.tenure.${site.tenure}`)],
      ["power", site.powerMw === undefined ? "" : `${site.powerMw} MW`],
      ["racks", site.rackUnits === undefined ? "" : `${site.rackUnits} U`],
      ["proofs", formatter.proofs(site.evidence)],
    ],
    { caption: formatter.site(site.id), columns: 2 },
  );
}

/** End use, sites with computed petaflops, tenants and end users as the licence application asks of them (US-R-12, US-L-03). */
export function exporterEndUse(formatter: PaperFormatter): Paper {
  const { order, sites } = formatter.dossier;
  const said = order.declarations;
  const users = [
    ...new Set([order.buyer, order.route?.consignee, ...(order.route?.endUsers ?? [])]),
  ];
  const mix = order.tenantMix ?? [];
  const alone = mix.every((row) => row.class === "own-use");
  return {
    name: "end-use",
    title: formatter.say("title.us-end-use"),
    blocks: [
      formatter.heading("uses"),
      usesTable(formatter),
      formatter.table(
        [
          ["name", 7],
          ["militaryEndUser", 4],
        ],
        users
          .filter((id) => formatter.partyOf(id) !== undefined)
          .map((id) => [
            formatter.named(id),
            formatter.answer(formatter.partyOf(id)?.militaryEndUser),
          ]),
        { caption: formatter.say("caption.endUsers") },
      ),
      formatter.form([
        ["militaryEndUse", formatter.answer(said?.militaryEndUse)],
        ["prohibitedEndUse", formatter.answer(said?.prohibitedEndUse)],
        ["servesOthers", formatter.answer(said?.capacityServesOthers)],
        ["split", formatter.answer(said?.splitOfLargerOrder)],
      ]),
      formatter.heading("sites"),
      ...sites.map((site) => siteForm(site, formatter)),
      siteTotalTable(formatter),
      ...(sites.length === 0
        ? []
        : [formatter.heading("supercomputer"), sitePerformanceTable(formatter)]),
      formatter.heading("tenants"),
      alone && said?.capacityServesOthers?.value === "no"
        ? formatter.paragraph("tenants.alone")
        : tenantTable(formatter),
      formatter.heading("remoteUsers"),
      ...remoteUsersPaper(formatter).blocks,
    ],
  };
}
