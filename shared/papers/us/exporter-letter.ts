import { orderTotal } from "#shared/model";
import { money, productTotals } from "../parts/goods-blocks.ts";
import { closing, type Paper } from "../parts/paper.ts";
import type { PaperVoice } from "../parts/paper-formatter.ts";

/** The letter in front of the exporter's set: what is given, by whom, for which use. */
export function exporterLetter(voice: PaperVoice, annexes: readonly string[]): Paper {
  const { order } = voice.dossier;
  const { route } = order;
  const goods = productTotals(voice).map(({ name, quantity }) =>
    [name, quantity].filter(Boolean).join(", "),
  );
  return {
    name: "letter",
    title: voice.say("title.us-letter"),
    ...(order.subject?.en === undefined ? {} : { subtitle: order.subject.en }),
    blocks: [
      {
        kind: "paragraph",
        text: voice.say("us.to", {
          exporter: voice.party(route?.exporterOfRecord) || voice.say("blank"),
        }),
        indent: false,
      },
      voice.paragraph("us.opening", { applicant: voice.short(order.buyer) || voice.say("blank") }),
      voice.paragraph("us.role"),
      voice.form([
        ["buyer", voice.named(order.buyer), "order.buyer"],
        ["exporter", voice.party(route?.exporterOfRecord), "order.route.exporterOfRecord"],
        ["consignee", voice.named(route?.consignee), "order.route.consignee"],
        ["endUsers", (route?.endUsers ?? []).map((id) => voice.named(id)).join("\n")],
        ["sites", voice.join((order.sites ?? []).map((id) => voice.site(id)))],
        ["goods", goods.slice(0, 12).join("\n")],
        ["total", money(orderTotal(order), order.terms?.currency)],
        ["contract", voice.join([order.terms?.contractNumber, order.terms?.contractDate])],
        ["reference", order.reference],
      ]),
      voice.heading("annexes"),
      { kind: "list", ordered: true, items: [...annexes] },
      ...closing(voice, "closing.us-letter", order.buyer),
    ],
  };
}
