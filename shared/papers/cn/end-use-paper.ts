import type { Site } from "#shared/model";
import type { FlowBlock } from "#shared/packet";
import { siteTotalTable } from "../parts/goods-blocks.ts";
import type { Paper } from "../parts/paper.ts";
import type { PaperVoice } from "../parts/paper-formatter.ts";

/** What the units are for, by whom, where and with what share of the capacity. */
export function usesTable(voice: PaperVoice): FlowBlock {
  return voice.table(
    [
      ["no", 1, "center"],
      ["use", 6],
      ["user", 4],
      ["site", 3.4],
      ["commercial", 1.8, "center"],
      ["share", 1.8, "right"],
    ],
    (voice.dossier.order.endUses ?? []).map((use, index) => [
      String(index + 1),
      [voice.word(`use.kind.${use.kind}`), voice.text(use.description)].filter(Boolean).join("\n"),
      voice.party(use.endUser),
      voice.site(use.site),
      voice.answer(use.commercial),
      use.capacityShare === undefined ? "" : `${use.capacityShare}%`,
    ]),
    { caption: voice.say("caption.uses") },
  );
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
      ["siteOwner", voice.party(site.owner)],
      ["tenure", site.tenure === undefined ? "" : voice.word(`site.tenure.${site.tenure}`)],
      ["power", site.powerMw === undefined ? "" : `${site.powerMw} MW`],
      ["racks", site.rackUnits === undefined ? "" : `${site.rackUnits} U`],
      ["stateFunded", voice.answer(site.stateFunded)],
      ["proofs", voice.proofs(site.evidence)],
    ]),
  ];
}

/** End use and the places of deployment. */
export function endUsePaper(voice: PaperVoice): Paper {
  const { order, sites } = voice.dossier;
  return {
    name: "end-use",
    title: voice.say("title.end-use"),
    blocks: [
      voice.heading("uses"),
      usesTable(voice),
      voice.form([
        ["commercialOnly", voice.answer(order.declarations?.commercialUseOnly)],
        ["stateProject", voice.answer(order.declarations?.stateFundedProject)],
      ]),
      voice.heading("sites"),
      ...(sites.length === 0 ? [voice.none()] : sites.flatMap((site) => siteForm(site, voice))),
      voice.heading("allocation"),
      siteTotalTable(voice),
    ],
  };
}
