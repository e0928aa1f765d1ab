import { usesTable } from "../cn/end-use-paper.ts";
import { tenantTable } from "../cn/tenants-paper.ts";
import { siteTotalTable } from "../parts/goods-blocks.ts";
import type { Paper } from "../parts/paper.ts";
import type { PaperFormatter } from "../parts/paper-formatter.ts";

/** End use and end users as the licence application asks of them (US-R-12, US-L-03). */
export function exporterEndUse(formatter: PaperFormatter): Paper {
  const { order, sites } = formatter.dossier;
  const said = order.declarations;
  const users = [
    ...new Set([order.buyer, order.route?.consignee, ...(order.route?.endUsers ?? [])]),
  ];
  return {
    name: "end-use",
    title: formatter.say("title.us-end-use"),
    blocks: [
      formatter.heading("uses"),
      usesTable(formatter),
      formatter.heading("allocation"),
      siteTotalTable(formatter),
      formatter.heading("endUserAnswers"),
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
      formatter.heading("supercomputer"),
      formatter.table(
        [
          ["site", 6],
          ["fp64", 3, "right"],
          ["fp32", 3, "right"],
        ],
        sites
          .filter((site) => site.supercomputerFp64Pf ?? site.supercomputerFp32Pf)
          .map((site) => [
            formatter.site(site.id),
            site.supercomputerFp64Pf ?? "",
            site.supercomputerFp32Pf ?? "",
          ]),
        {
          caption: formatter.say("caption.supercomputer"),
          note: formatter.say("supercomputer.note"),
        },
      ),
      formatter.heading("tenants"),
      tenantTable(formatter),
    ],
  };
}
