import { formatAmount } from "#shared/i18n";
import { lineTotal } from "#shared/model";
import type { FlowBlock } from "#shared/packet";
import { quantityOf } from "../parts/goods-blocks.ts";
import { goodsText } from "../parts/paper.ts";
import type { PaperFormatter } from "../parts/paper-formatter.ts";

/** What one end user does with the goods, in the order's own words. */
function usesOf(user: string, formatter: PaperFormatter): string {
  const colon = formatter.main === "zh" ? "：" : ": ";
  return (formatter.dossier.order.endUses ?? [])
    .filter((use) => use.endUser === undefined || use.endUser === user)
    .map((use) =>
      [formatter.word(`use.kind.${use.kind}`), formatter.text(use.description)]
        .filter(Boolean)
        .join(colon),
    )
    .join("\n");
}

function sitesOf(user: string, formatter: PaperFormatter): string {
  const { order } = formatter.dossier;
  const named = [
    ...order.lines.filter((line) => line.endUser === user).map((line) => line.site),
    ...(order.endUses ?? []).filter((use) => use.endUser === user).map((use) => use.site),
  ].filter((id) => id !== undefined);
  const ids = named.length === 0 ? (order.sites ?? []) : named;
  return formatter.join([...new Set(ids)].map((id) => formatter.site(id)));
}

function goodsOf(user: string, formatter: PaperFormatter): FlowBlock {
  const { order } = formatter.dossier;
  const only = (order.route?.endUsers ?? []).length < 2;
  const lines = order.lines.filter((line) => only || line.endUser === user);
  return formatter.table(
    [
      ["no", 1, "center"],
      ["goods", 7],
      ["quantity", 2.6, "right"],
      ["value", 4, "right"],
    ],
    lines.map((line, index) => [
      String(index + 1),
      goodsText(line, formatter),
      quantityOf(line, formatter),
      lineTotal(line) === undefined ? "" : formatAmount(lineTotal(line) ?? "0"),
    ]),
    {
      caption: formatter.say("caption.statement", { currency: order.terms?.currency ?? "—" }),
      size: lines.length > 12 ? "tiny" : "small",
    },
  );
}

/**
 * Data for the end-user and end-use statement, one for each end user, by importer and end user together (US-D-02, FM-05). The
 * print itself is the ministry's own and numbered; this is no imitation of it.
 */
export function endUserSheet(formatter: PaperFormatter): readonly FlowBlock[] {
  const { route, terms } = formatter.dossier.order;
  const users = route?.endUsers ?? [];
  return [
    formatter.heading("statementSheet"),
    formatter.small("notice.statement"),
    ...users.flatMap((user) => [
      ...formatter.sheet(
        [
          ["endUser", formatter.named(user)],
          ["endUserAddress", formatter.address(formatter.partyOf(user))],
          ["importer", formatter.named(route?.importerOfRecord)],
          ["importerAddress", formatter.address(formatter.partyOf(route?.importerOfRecord))],
          ["exporter", formatter.named(route?.exporterOfRecord)],
          ["exporterAddress", formatter.address(formatter.partyOf(route?.exporterOfRecord))],
          ["countryOfExport", formatter.country(route?.countryOfExport)],
          ["contract", formatter.join([terms?.contractNumber, terms?.contractDate])],
          ["endUse", usesOf(user, formatter)],
          ["useSites", sitesOf(user, formatter)],
        ],
        { columns: 2 },
      ),
      goodsOf(user, formatter),
    ]),
  ];
}
