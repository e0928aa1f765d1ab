import { formatAmount, groupDigits } from "#shared/i18n";
import { lineTotal } from "#shared/model";
import type { FlowBlock } from "#shared/packet";
import { money, quantityOf } from "../parts/goods-blocks.ts";
import { goodsText, type Paper } from "../parts/paper.ts";
import type { PaperVoice } from "../parts/paper-formatter.ts";

const kilograms = (value: string | undefined) =>
  value === undefined ? "" : `${groupDigits(value)} kg`;

/** Names and long codes need the whole width; the rest stands two by two. */
function units(voice: PaperVoice): FlowBlock {
  const { route } = voice.dossier.order;
  return voice.form([
    ["domesticConsignee", voice.named(route?.consignee)],
    ["overseasShipper", voice.party(route?.seller)],
    ["consumingUnit", voice.named(route?.consumingUnit)],
  ]);
}

function header(voice: PaperVoice): FlowBlock {
  const { customs, terms } = voice.dossier.order;
  return voice.form(
    [
      ["entryCustoms", customs?.entryCustoms],
      ["recordNumber", customs?.recordNumber],
      ["transport", customs?.transportMode],
      ["vessel", customs?.vesselAndVoyage],
      ["billOfLading", customs?.billOfLading],
      ["storage", customs?.storagePlace],
      ["supervision", customs?.supervisionMode],
      ["exemptionNature", customs?.exemptionNature],
      ["licenceNumber", ""],
      ["contractNumber", terms?.contractNumber],
      ["tradingCountry", voice.country(customs?.tradingCountry)],
      ["departureCountry", voice.country(customs?.departureCountry)],
      ["departurePort", customs?.departurePort],
      ["transitPort", customs?.transitPort],
      ["entryPort", customs?.entryPort],
      ["packaging", customs?.packaging],
      ["packages", customs?.packages === undefined ? "" : String(customs.packages)],
      ["gross", kilograms(customs?.grossKg)],
      ["net", kilograms(customs?.netKg)],
      ["incoterm", [terms?.incoterm, terms?.incotermPlace].filter(Boolean).join(" ")],
      ["freight", money(terms?.freight, terms?.currency)],
      ["insurance", money(terms?.insurance, terms?.currency)],
      ["otherCharges", money(terms?.otherCharges, terms?.currency)],
      ["attached", customs?.attachedDocuments],
      ["marks", customs?.marks],
    ],
    { columns: 2 },
  );
}

function items(voice: PaperVoice): FlowBlock {
  const { order } = voice.dossier;
  return voice.table(
    [
      ["no", 0.9, "center"],
      ["hs", 2.4],
      ["goods", 4.4],
      ["quantity", 2, "right"],
      ["amount", 2.6, "right"],
      ["origin", 2],
      ["destination", 2.4],
      ["exemption", 1.8],
    ],
    order.lines.map((line, index) => {
      const total = lineTotal(line);
      return [
        String(index + 1),
        [line.hs?.code, line.hs?.inspection].filter(Boolean).join("\n"),
        goodsText(line, voice),
        quantityOf(line, voice),
        total === undefined ? "" : formatAmount(total),
        voice.country(line.origin),
        [voice.country(line.finalDestination), line.domesticDestination].filter(Boolean).join("\n"),
        line.dutyExemption ?? "",
      ];
    }),
    {
      caption: voice.say("caption.customs", { currency: order.terms?.currency ?? "—" }),
      size: "tiny",
    },
  );
}

function basis(voice: PaperVoice): FlowBlock {
  return voice.table(
    [
      ["no", 1, "center"],
      ["hs", 3],
      ["basis", 4],
      ["proof", 3],
      ["crypto", 3],
    ],
    voice.dossier.order.lines.map((line, index) => [
      String(index + 1),
      line.hs?.code ?? "",
      line.hs?.basis === undefined ? "" : voice.word(`hs.basis.${line.hs.basis}`),
      voice.proofs(line.hs?.evidence),
      voice.answer(line.cryptoDevice),
    ]),
    { caption: voice.say("caption.basis") },
  );
}

/** Data for whoever declares the goods (FM-07): a sheet of fields, not a declaration. */
export function customsSheet(voice: PaperVoice): Paper {
  const { customs } = voice.dossier.order;
  return {
    name: "customs",
    title: voice.say("title.customs"),
    blocks: [
      voice.notice("notice.customs"),
      voice.heading("customsHeader"),
      units(voice),
      header(voice),
      voice.heading("customsItems"),
      items(voice),
      basis(voice),
      voice.heading("customsAnswers"),
      voice.form(
        [
          ["specialRelationship", voice.answer(customs?.specialRelationship)],
          ["priceInfluenced", voice.answer(customs?.priceInfluenced)],
          ["royalties", voice.answer(customs?.royalties)],
          ["formulaPricing", voice.answer(customs?.formulaPricing)],
          ["provisionalPrice", voice.answer(customs?.provisionalPrice)],
          ["selfAssessed", voice.answer(customs?.selfAssessed)],
        ],
        { columns: 2 },
      ),
    ],
  };
}
