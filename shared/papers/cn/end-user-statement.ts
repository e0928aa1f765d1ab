import { groupDigits } from "#shared/i18n";
import { orderTotalUsd } from "#shared/model";
import type { FlowBlock } from "#shared/packet";
import { money, productTable } from "../parts/goods-blocks.ts";
import type { Paper } from "../parts/paper.ts";
import type { PaperVoice } from "../parts/paper-formatter.ts";

type Seat = readonly [key: string, party: string | undefined];

/** Whether every place that must name the end user names the same unit, by unified code where there is one (FM-08). */
function crossCheck(voice: PaperVoice): FlowBlock {
  const { route, lines, endUses } = voice.dossier.order;
  const users = route?.endUsers ?? [];
  const keyOf = (id: string) => voice.partyOf(id)?.uscc ?? id;
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
    return voice.say(wanted.has(keyOf(id)) ? "cross.same" : "cross.other");
  };
  return voice.table(
    [
      ["seat", 4],
      ["name", 5],
      ["code", 4],
      ["agrees", 3, "center"],
    ],
    seats
      .filter(([key, id]) => id !== undefined || key === "consumingUnit" || key === "importer")
      .map(([key, id]) => [
        voice.say(`cross.${key}`),
        voice.party(id),
        voice.code(voice.partyOf(id)),
        agrees(id),
      ]),
    { caption: voice.say("caption.cross"), note: voice.say("cross.note") },
  );
}

/**
 * Fields of the end-user and end-use statement as a draft for entry at the issuing office (US-D-02, FM-05); its own template
 * was not published, so the fields are those the regulation names.
 */
export function endUserStatement(voice: PaperVoice): Paper {
  const { order } = voice.dossier;
  const { route, terms } = order;
  const usd = orderTotalUsd(order);
  return {
    name: "end-user-statement",
    title: voice.say("title.end-user-statement"),
    blocks: [
      voice.notice("notice.statement"),
      voice.form([
        ["contractNumber", terms?.contractNumber],
        ["importer", voice.named(route?.importerOfRecord)],
        ["importerAddress", voice.address(voice.partyOf(route?.importerOfRecord))],
        ["exporter", voice.named(route?.exporterOfRecord)],
        ["exporterAddress", voice.address(voice.partyOf(route?.exporterOfRecord))],
        ["endUsers", (route?.endUsers ?? []).map((id) => voice.named(id)).join("\n")],
        [
          "endUserAddress",
          (route?.endUsers ?? []).map((id) => voice.address(voice.partyOf(id))).join("\n"),
        ],
        [
          "endUse",
          (order.endUses ?? [])
            .map((use) =>
              [voice.word(`use.kind.${use.kind}`), voice.text(use.description)]
                .filter(Boolean)
                .join(voice.main === "zh" ? "：" : ": "),
            )
            .join("\n"),
        ],
        ["useSites", voice.join((order.sites ?? []).map((id) => voice.site(id)))],
      ]),
      productTable(voice, "caption.statement"),
      voice.form([
        ["valueUsd", money(usd, "USD")],
        ["importerSign", ""],
        ["signDate", ""],
        ["authoritySign", ""],
        ["authoritySeal", ""],
      ]),
      voice.heading("cross"),
      crossCheck(voice),
      voice.paragraph("statement.units", {
        count: groupDigits(String((route?.endUsers ?? []).length)),
      }),
    ],
  };
}
