import { usesTable } from "../cn/end-use-paper.ts";
import { tenantTable } from "../cn/tenants-paper.ts";
import { siteTotalTable } from "../parts/goods-blocks.ts";
import type { Paper } from "../parts/paper.ts";
import type { PaperVoice } from "../parts/paper-formatter.ts";

/** End use and end users as the licence application asks of them (US-R-12, US-L-03). */
export function exporterEndUse(voice: PaperVoice): Paper {
  const { order, sites } = voice.dossier;
  const said = order.declarations;
  const users = [
    ...new Set([order.buyer, order.route?.consignee, ...(order.route?.endUsers ?? [])]),
  ];
  return {
    name: "end-use",
    title: voice.say("title.us-end-use"),
    blocks: [
      voice.heading("uses"),
      usesTable(voice),
      voice.heading("allocation"),
      siteTotalTable(voice),
      voice.heading("endUserAnswers"),
      voice.table(
        [
          ["name", 7],
          ["militaryEndUser", 4],
        ],
        users
          .filter((id) => voice.partyOf(id) !== undefined)
          .map((id) => [voice.named(id), voice.answer(voice.partyOf(id)?.militaryEndUser)]),
        { caption: voice.say("caption.endUsers") },
      ),
      voice.form([
        ["militaryEndUse", voice.answer(said?.militaryEndUse)],
        ["prohibitedEndUse", voice.answer(said?.prohibitedEndUse)],
        ["servesOthers", voice.answer(said?.capacityServesOthers)],
        ["split", voice.answer(said?.splitOfLargerOrder)],
      ]),
      voice.heading("supercomputer"),
      voice.table(
        [
          ["site", 6],
          ["fp64", 3, "right"],
          ["fp32", 3, "right"],
        ],
        sites
          .filter((site) => site.supercomputerFp64Pf ?? site.supercomputerFp32Pf)
          .map((site) => [
            voice.site(site.id),
            site.supercomputerFp64Pf ?? "",
            site.supercomputerFp32Pf ?? "",
          ]),
        { caption: voice.say("caption.supercomputer"), note: voice.say("supercomputer.note") },
      ),
      voice.heading("tenants"),
      tenantTable(voice),
    ],
  };
}
