import type { FlowBlock } from "#shared/packet";
import { productTable } from "../parts/goods-blocks.ts";
import type { Paper } from "../parts/paper.ts";
import type { PaperVoice } from "../parts/paper-formatter.ts";

function place(voice: PaperVoice, role: string, id: string | undefined) {
  const signatory = voice.partyOf(id)?.signatory;
  const name = voice.main === "zh" ? signatory?.name : (signatory?.nameEn ?? signatory?.name);
  return {
    role: voice.say(role),
    name: voice.party(id),
    lines: [
      { label: voice.say("sign.signature") },
      { label: voice.say("sign.name"), ...(name === undefined ? {} : { value: name }) },
      { label: voice.say("sign.date") },
    ],
    sealSpace: voice.say("sign.seal"),
  };
}

/**
 * A letter of consignee and purchaser with the blocks such statements have (US-D-05). Voluntary for these goods: it is
 * enclosed when the exporter asks for one (US-D-04).
 */
export function consigneeStatement(voice: PaperVoice): Paper {
  const { order } = voice.dossier;
  const { route } = order;
  const consignee = voice.partyOf(route?.consignee);
  const buyer = voice.partyOf(order.buyer);
  const uses = (order.endUses ?? []).map((use) =>
    [voice.word(`use.kind.${use.kind}`), voice.text(use.description)].filter(Boolean).join(": "),
  );
  const signature: FlowBlock = {
    kind: "signature",
    parties: [
      place(voice, "field.consignee", route?.consignee),
      place(voice, "field.buyer", order.buyer),
    ],
  };
  return {
    name: "consignee-statement",
    title: voice.say("title.consignee"),
    blocks: [
      voice.notice("notice.consignee"),
      voice.heading("consignee1"),
      voice.form([
        ["consignee", voice.named(route?.consignee)],
        ["address", voice.address(consignee)],
        ["country", voice.country(consignee?.country)],
      ]),
      voice.heading("consignee2"),
      ...voice.prose(uses.join("\n")),
      voice.form([["useSites", voice.join((order.sites ?? []).map((id) => voice.site(id)))]]),
      voice.heading("consignee3"),
      voice.form([
        ["businessConsignee", voice.text(consignee?.business)],
        ["businessBuyer", voice.text(buyer?.business)],
      ]),
      voice.heading("consignee4"),
      productTable(voice),
      voice.heading("consignee5"),
      voice.none("consignee.assistance"),
      voice.heading("consignee6"),
      voice.paragraph("closing.consignee"),
      signature,
    ],
  };
}
