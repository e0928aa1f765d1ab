import type { FlowBlock } from "#shared/packet";
import { productTable } from "../parts/goods-blocks.ts";
import type { Paper } from "../parts/paper.ts";
import type { PaperFormatter } from "../parts/paper-formatter.ts";

function place(formatter: PaperFormatter, role: string, id: string | undefined) {
  const signatory = formatter.partyOf(id)?.signatory;
  const name = formatter.main === "zh" ? signatory?.name : (signatory?.nameEn ?? signatory?.name);
  return {
    role: formatter.say(role),
    name: formatter.party(id),
    lines: [
      { label: formatter.say("sign.signature") },
      { label: formatter.say("sign.name"), ...(name === undefined ? {} : { value: name }) },
      { label: formatter.say("sign.date") },
    ],
    sealSpace: formatter.say("sign.seal"),
  };
}

/**
 * A letter of consignee and purchaser with the blocks such statements have (US-D-05). Voluntary for these goods: it is
 * enclosed when the exporter asks for one (US-D-04).
 */
export function consigneeStatement(formatter: PaperFormatter): Paper {
  const { order } = formatter.dossier;
  const { route } = order;
  const consignee = formatter.partyOf(route?.consignee);
  const buyer = formatter.partyOf(order.buyer);
  const uses = (order.endUses ?? []).map((use) =>
    [formatter.word(`use.kind.${use.kind}`), formatter.text(use.description)]
      .filter(Boolean)
      .join(": "),
  );
  const signature: FlowBlock = {
    kind: "signature",
    parties: [
      place(formatter, "field.consignee", route?.consignee),
      place(formatter, "field.buyer", order.buyer),
    ],
  };
  return {
    name: "consignee-statement",
    title: formatter.say("title.consignee"),
    blocks: [
      formatter.notice("notice.consignee"),
      formatter.heading("consignee1"),
      formatter.form([
        ["consignee", formatter.named(route?.consignee)],
        ["address", formatter.address(consignee)],
        ["country", formatter.country(consignee?.country)],
      ]),
      formatter.heading("consignee2"),
      ...formatter.prose(uses.join("\n")),
      formatter.form([
        ["useSites", formatter.join((order.sites ?? []).map((id) => formatter.site(id)))],
      ]),
      formatter.heading("consignee3"),
      formatter.form([
        ["businessConsignee", formatter.text(consignee?.business)],
        ["businessBuyer", formatter.text(buyer?.business)],
      ]),
      formatter.heading("consignee4"),
      productTable(formatter),
      formatter.heading("consignee5"),
      formatter.none("consignee.assistance"),
      formatter.heading("consignee6"),
      formatter.paragraph("closing.consignee"),
      signature,
    ],
  };
}
