import type { Party, Site } from "#shared/model";
import type { FlowBlock } from "#shared/packet";
import type { Paper } from "../parts/paper.ts";
import type { PaperFormatter } from "../parts/paper-formatter.ts";

function partyForm(party: Party, formatter: PaperFormatter): FlowBlock[] {
  return [
    formatter.nameHeading(formatter.party(party.id)),
    formatter.form([
      ["nameEn", party.names.en],
      ["nameZh", party.names.zh],
      ["code", formatter.code(party)],
      ["country", formatter.country(party.country)],
      ["headquarters", formatter.country(party.headquarters)],
      ["address", formatter.address(party)],
      ["website", party.website],
      ["business", formatter.text(party.business)],
      ["infrastructureService", formatter.answer(party.infrastructureService)],
      ["proofs", formatter.proofs(party.evidence)],
    ]),
  ];
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
      ["tenure", site.tenure === undefined ? "" : formatter.word(`site.tenure.${site.tenure}`)],
      ["proofs", formatter.proofs(site.evidence)],
    ]),
  ];
}

/** Who buys, receives and uses, and where the goods will stand; of people only who signs (CN-L-05). */
export function companyProfile(formatter: PaperFormatter): Paper {
  const { order, sites } = formatter.dossier;
  const { route } = order;
  const ids = [
    ...new Set([
      order.buyer,
      route?.importerOfRecord,
      route?.consignee,
      route?.consumingUnit,
      ...(route?.endUsers ?? []),
    ]),
  ];
  const parties = ids.flatMap((id) => {
    const party = formatter.partyOf(id);
    return party === undefined ? [] : [party];
  });
  return {
    name: "company",
    title: formatter.say("title.company"),
    blocks: [
      formatter.heading("companies"),
      ...(parties.length === 0
        ? [formatter.none()]
        : parties.flatMap((one) => partyForm(one, formatter))),
      formatter.heading("sites"),
      ...(sites.length === 0
        ? [formatter.none()]
        : sites.flatMap((site) => siteForm(site, formatter))),
    ],
  };
}
