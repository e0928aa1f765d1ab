import type { Party, Site } from "#shared/model";
import type { FlowBlock } from "#shared/packet";
import type { Paper } from "../parts/paper.ts";
import type { PaperVoice } from "../parts/paper-formatter.ts";

function partyForm(party: Party, voice: PaperVoice): FlowBlock[] {
  return [
    voice.nameHeading(voice.party(party.id)),
    voice.form([
      ["nameEn", party.names.en],
      ["nameZh", party.names.zh],
      ["code", voice.code(party)],
      ["country", voice.country(party.country)],
      ["headquarters", voice.country(party.headquarters)],
      ["address", voice.address(party)],
      ["website", party.website],
      ["business", voice.text(party.business)],
      ["infrastructureService", voice.answer(party.infrastructureService)],
      ["proofs", voice.proofs(party.evidence)],
    ]),
  ];
}

function siteForm(site: Site, voice: PaperVoice): FlowBlock[] {
  return [
    voice.nameHeading(voice.site(site.id)),
    voice.form([
      [
        "siteAddress",
        [voice.text(site.address), site.address?.postalCode].filter(Boolean).join(" "),
      ],
      ["siteCountry", voice.country(site.country)],
      ["operator", voice.named(site.operator)],
      ["tenure", site.tenure === undefined ? "" : voice.word(`site.tenure.${site.tenure}`)],
      ["proofs", voice.proofs(site.evidence)],
    ]),
  ];
}

/** Who buys, receives and uses, and where the goods will stand; of people only who signs (CN-L-05). */
export function companyProfile(voice: PaperVoice): Paper {
  const { order, sites } = voice.dossier;
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
    const party = voice.partyOf(id);
    return party === undefined ? [] : [party];
  });
  return {
    name: "company",
    title: voice.say("title.company"),
    blocks: [
      voice.heading("companies"),
      ...(parties.length === 0 ? [voice.none()] : parties.flatMap((one) => partyForm(one, voice))),
      voice.heading("sites"),
      ...(sites.length === 0 ? [voice.none()] : sites.flatMap((site) => siteForm(site, voice))),
    ],
  };
}
