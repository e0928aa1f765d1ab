import { formatAmount } from "#shared/i18n";
import { lineTotal, orderTotal, orderTotalUsd } from "#shared/model";
import { money, tableSize } from "../parts/goods-blocks.ts";
import { goodsText, type Paper } from "../parts/paper.ts";
import type { PaperFormatter } from "../parts/paper-formatter.ts";

const unique = (items: readonly (string | undefined)[]) => [
  ...new Set(items.filter((item) => item !== undefined && item !== "")),
];

/**
 * Data sheet after the fields that the import licence and the automatic licence forms share (FM-01, FM-02). It bears no form
 * number, and fields of the issuing office stay empty.
 */
export function applicationSheet(formatter: PaperFormatter): Paper {
  const { order } = formatter.dossier;
  const { route, terms, customs } = order;
  const importer = formatter.partyOf(route?.importerOfRecord);
  const contacts = (importer?.contacts ?? []).map(({ name, phone }) =>
    [name, phone].filter(Boolean).join(" "),
  );
  const usd = orderTotalUsd(order);
  const origins = unique(order.lines.map((line) => line.origin));
  const purposes = unique(order.lines.map((line) => line.purpose));
  return {
    name: "application",
    title: formatter.say("title.application"),
    blocks: [
      formatter.notice("notice.application"),
      formatter.form([
        ["f1", formatter.named(importer?.id), "order.route.importerOfRecord"],
        ["f1code", importer?.importerCode, "parties.importerCode"],
        ["f2", formatter.named(route?.consignee), "order.route.consignee"],
        ["f2user", formatter.named(route?.consumingUnit), "order.route.consumingUnit"],
        ["f3", ""],
        ["f4", ""],
        ["f5", terms?.tradeMode, "order.terms.tradeMode"],
        ["f6", terms?.foreignExchangeSource, "order.terms.foreignExchangeSource"],
        ["f7", formatter.join(customs?.declarationPorts ?? []), "order.customs.declarationPorts"],
        ["f8", formatter.country(route?.countryOfExport), "order.route.countryOfExport"],
        ["f8trade", formatter.country(customs?.tradingCountry), "order.customs.tradingCountry"],
        ["f9", formatter.join(origins.map((code) => formatter.country(code)))],
        ["f10", purposes.join("\n")],
      ]),
      formatter.heading("applicationGoods"),
      formatter.table(
        [
          ["no", 1, "center"],
          ["f11", 5],
          ["hs", 2.4],
          ["f13", 1.2, "center"],
          ["f14", 1.8, "right"],
          ["f15", 2.4, "right"],
          ["f16", 2.8, "right"],
        ],
        order.lines.map((line, index) => [
          String(index + 1),
          goodsText(line, formatter),
          line.hs?.code ?? "",
          line.unit ?? "",
          line.quantity ?? "",
          line.unitPrice === undefined ? "" : formatAmount(line.unitPrice),
          lineTotal(line) === undefined ? "" : formatAmount(lineTotal(line) ?? "0"),
        ]),
        {
          caption: formatter.say("caption.lines", { currency: terms?.currency ?? "—" }),
          size: tableSize(order.lines.length),
        },
      ),
      formatter.form([
        ["f17", money(usd, "USD")],
        ["f18", money(orderTotal(order), terms?.currency)],
        [
          "f19",
          [
            formatter.say("application.contract", {
              contract: formatter.join([terms?.contractNumber, terms?.contractDate]),
            }),
            ...(contacts.length === 0
              ? []
              : [formatter.say("application.contact", { contact: formatter.join(contacts) })]),
          ].join("\n"),
        ],
        ["f20", ""],
        ["f21", ""],
      ]),
    ],
  };
}
