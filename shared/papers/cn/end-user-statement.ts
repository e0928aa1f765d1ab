import { groupDigits } from "#shared/i18n";
import { orderTotalUsd } from "#shared/model";
import type { FlowBlock } from "#shared/packet";
import { money, productTable } from "../parts/goods-blocks.ts";
import type { Paper } from "../parts/paper.ts";
import type { PaperFormatter } from "../parts/paper-formatter.ts";

type Seat = readonly [key: string, party: string | undefined];

/** Whether every place that must name the end user names the same unit, by unified code where there is one (FM-08). */
function crossCheck(formatter: PaperFormatter): FlowBlock {
  const { route, lines, endUses } = formatter.dossier.order;
  const users = route?.endUsers ?? [];
  const keyOf = (id: string) => formatter.partyOf(id)?.uscc ?? id;
  const wanted = new Set(users.map(keyOf));
  const seats: readonly Seat[] = [
    ["importer", route?.importerOfRecord],
    ["consignee", route?.consignee],
    ["consumingUnit", route?.consumingUnit],
    ...users.map((id): Seat => ["licenceUser", id]),
    ...[...new Set(lines.map((line) => line.endUser))].map((id): Seat => ["lineUser", id]),
    ...[...new Set((endUses ?? []).map((use) => use.endUser))].map((id): Seat => ["useUser", id]),
  ];
  const agrees = (id: string | undefined) => {
    if (id === undefined || wanted.size === 0) return "";
    return formatter.say(wanted.has(keyOf(id)) ? "cross.same" : "cross.other");
  };
  return formatter.table(
    [
      ["seat", 4],
      ["name", 5],
      ["code", 4],
      ["agrees", 3, "center"],
    ],
    seats
      .filter(([key, id]) => id !== undefined || key === "consumingUnit" || key === "importer")
      .map(([key, id]) => [
        formatter.say(`cross.${key}`),
        formatter.party(id),
        formatter.code(formatter.partyOf(id)),
        agrees(id),
      ]),
    { caption: formatter.say("caption.cross"), note: formatter.say("cross.note") },
  );
}

/**
 * Fields of the end-user and end-use statement as a draft for entry at the issuing office (US-D-02, FM-05); its own template
 * was not published, so the fields are those the regulation names.
 */
export function endUserStatement(formatter: PaperFormatter): Paper {
  const { order } = formatter.dossier;
  const { route, terms } = order;
  const usd = orderTotalUsd(order);
  return {
    name: "end-user-statement",
    title: formatter.say("title.end-user-statement"),
    blocks: [
      formatter.notice("notice.statement"),
      formatter.form([
        ["contractNumber", terms?.contractNumber],
        ["importer", formatter.named(route?.importerOfRecord)],
        ["importerAddress", formatter.address(formatter.partyOf(route?.importerOfRecord))],
        ["exporter", formatter.named(route?.exporterOfRecord)],
        ["exporterAddress", formatter.address(formatter.partyOf(route?.exporterOfRecord))],
        ["endUsers", (route?.endUsers ?? []).map((id) => formatter.named(id)).join("\n")],
        [
          "endUserAddress",
          (route?.endUsers ?? []).map((id) => formatter.address(formatter.partyOf(id))).join("\n"),
        ],
        [
          "endUse",
          (order.endUses ?? [])
            .map((use) =>
              [formatter.word(`use.kind.${use.kind}`), formatter.text(use.description)]
                .filter(Boolean)
                .join(formatter.main === "zh" ? "：" : ": "),
            )
            .join("\n"),
        ],
        ["useSites", formatter.join((order.sites ?? []).map((id) => formatter.site(id)))],
      ]),
      productTable(formatter, "caption.statement"),
      formatter.form([
        ["valueUsd", money(usd, "USD")],
        ["importerSign", ""],
        ["signDate", ""],
        ["authoritySign", ""],
        ["authoritySeal", ""],
      ]),
      formatter.heading("cross"),
      crossCheck(formatter),
      formatter.paragraph("statement.units", {
        count: groupDigits(String((route?.endUsers ?? []).length)),
      }),
    ],
  };
}
