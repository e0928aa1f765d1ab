import type { Site } from "#shared/model";
import type { FlowBlock } from "#shared/packet";
import { siteTotalTable } from "../parts/goods-blocks.ts";
import type { Paper } from "../parts/paper.ts";
import type { PaperFormatter } from "../parts/paper-formatter.ts";
import { tenantTable, usesTable } from "../parts/use-tables.ts";

const amount = (value: string | number | undefined, unit: string) =>
  value === undefined ? "" : `${String(value)} ${unit}`;

function siteForm(site: Site, formatter: PaperFormatter): FlowBlock {
  return formatter.form(
    [
      [
        "siteAddress",
        [formatter.text(site.address), site.address?.postalCode].filter(Boolean).join(" "),
      ],
      ["siteCountry", site.country === "CN" ? "" : formatter.country(site.country)],
      ["operator", formatter.party(site.operator)],
      ["siteOwner", site.owner === site.operator ? "" : formatter.party(site.owner)],
      ["tenure", site.tenure === undefined ? "" : formatter.word(`site.tenure.${site.tenure}`)],
      ["power", amount(site.powerMw, "MW")],
      ["racks", amount(site.rackUnits, "U")],
      ["projectFiling", formatter.answer(site.projectFiling)],
      ["energyReview", formatter.answer(site.energyReview)],
      ["stateFunded", formatter.answer(site.stateFunded)],
      ["proofs", formatter.proofs(site.evidence)],
    ],
    { caption: formatter.site(site.id), columns: 2 },
  );
}

/** Whom the capacity serves: the users alone in one line, or classes of others in a table. */
function tenants(formatter: PaperFormatter): FlowBlock[] {
  const { tenantMix = [], declarations: said } = formatter.dossier.order;
  const alone = tenantMix.every((row) => row.class === "own-use");
  if (alone && said?.capacityServesOthers?.value === "no")
    return [formatter.paragraph("tenants.alone")];
  return [
    tenantTable(formatter),
    formatter.form([
      ["servesOthers", formatter.answer(said?.capacityServesOthers)],
      ["mixComplete", formatter.answer(said?.tenantMixComplete)],
    ]),
  ];
}

/** End use, the places of deployment with their filings, how many units each takes, and the tenants. */
export function endUsePaper(formatter: PaperFormatter): Paper {
  const { sites } = formatter.dossier;
  return {
    name: "end-use",
    title: formatter.say("title.end-use"),
    blocks: [
      formatter.heading("uses"),
      usesTable(formatter),
      formatter.heading("sites"),
      siteTotalTable(formatter),
      ...sites.map((site) => siteForm(site, formatter)),
      formatter.heading("tenants"),
      ...tenants(formatter),
    ],
  };
}
