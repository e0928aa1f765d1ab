import { orderTotal } from "#shared/model";
import { money, productTotals } from "../parts/goods-blocks.ts";
import { closing, type Paper } from "../parts/paper.ts";
import type { PaperFormatter } from "../parts/paper-formatter.ts";

/** The letter in front of the exporter's set: what is given, by whom, for which use. */
export function exporterLetter(formatter: PaperFormatter, annexes: readonly string[]): Paper {
  const { order } = formatter.dossier;
  const { route } = order;
  const goods = productTotals(formatter).map(({ name, quantity }) =>
    [name, quantity].filter(Boolean).join(", "),
  );
  return {
    name: "letter",
    title: formatter.say("title.us-letter"),
    ...(order.subject?.en === undefined ? {} : { subtitle: order.subject.en }),
    blocks: [
      {
        kind: "paragraph",
        text: formatter.say("us.to", {
          exporter: formatter.party(route?.exporterOfRecord) || formatter.say("blank"),
        }),
        indent: false,
      },
      formatter.paragraph("us.opening", {
        applicant: formatter.short(order.buyer) || formatter.say("blank"),
      }),
      formatter.paragraph("us.role"),
      formatter.form([
        ["buyer", formatter.named(order.buyer), "order.buyer"],
        ["exporter", formatter.party(route?.exporterOfRecord), "order.route.exporterOfRecord"],
        ["consignee", formatter.named(route?.consignee), "order.route.consignee"],
        ["endUsers", (route?.endUsers ?? []).map((id) => formatter.named(id)).join("\n")],
        ["sites", formatter.join((order.sites ?? []).map((id) => formatter.site(id)))],
        ["goods", goods.slice(0, 12).join("\n")],
        ["total", money(orderTotal(order), order.terms?.currency)],
        ["contract", formatter.join([order.terms?.contractNumber, order.terms?.contractDate])],
        ["reference", order.reference],
      ]),
      formatter.heading("annexes"),
      { kind: "list", ordered: true, items: [...annexes] },
      ...closing(formatter, "closing.us-letter", order.buyer),
    ],
  };
}
