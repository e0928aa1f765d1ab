import { formatAmount, groupDigits } from "#shared/i18n";
import { lineTotal } from "#shared/model";
import type { FlowBlock } from "#shared/packet";
import { money, quantityOf } from "../parts/goods-blocks.ts";
import { goodsText, type Paper } from "../parts/paper.ts";
import type { PaperFormatter } from "../parts/paper-formatter.ts";

const kilograms = (value: string | undefined) =>
  value === undefined ? "" : `${groupDigits(value)} kg`;

/** Names and long codes need the whole width; the rest stands two by two. */
function units(formatter: PaperFormatter): FlowBlock {
  const { route } = formatter.dossier.order;
  return formatter.form([
    ["domesticConsignee", formatter.named(route?.consignee)],
    ["overseasShipper", formatter.party(route?.seller)],
    ["consumingUnit", formatter.named(route?.consumingUnit)],
  ]);
}

function header(formatter: PaperFormatter): FlowBlock {
  const { customs, terms } = formatter.dossier.order;
  return formatter.form(
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
      ["tradingCountry", formatter.country(customs?.tradingCountry)],
      ["departureCountry", formatter.country(customs?.departureCountry)],
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

function items(formatter: PaperFormatter): FlowBlock {
  const { order } = formatter.dossier;
  return formatter.table(
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
        goodsText(line, formatter),
        quantityOf(line, formatter),
        total === undefined ? "" : formatAmount(total),
        formatter.country(line.origin),
        [formatter.country(line.finalDestination), line.domesticDestination]
          .filter(Boolean)
          .join("\n"),
        line.dutyExemption ?? "",
      ];
    }),
    {
      caption: formatter.say("caption.customs", { currency: order.terms?.currency ?? "—" }),
      size: "tiny",
    },
  );
}

function basis(formatter: PaperFormatter): FlowBlock {
  return formatter.table(
    [
      ["no", 1, "center"],
      ["hs", 3],
      ["basis", 4],
      ["proof", 3],
      ["crypto", 3],
    ],
    formatter.dossier.order.lines.map((line, index) => [
      String(index + 1),
      line.hs?.code ?? "",
      line.hs?.basis === undefined ? "" : formatter.word(`hs.basis.${line.hs.basis}`),
      formatter.proofs(line.hs?.evidence),
      formatter.answer(line.cryptoDevice),
    ]),
    { caption: formatter.say("caption.basis") },
  );
}

/** Data for whoever declares the goods (FM-07): a sheet of fields, not a declaration. */
export function customsSheet(formatter: PaperFormatter): Paper {
  const { customs } = formatter.dossier.order;
  return {
    name: "customs",
    title: formatter.say("title.customs"),
    blocks: [
      formatter.notice("notice.customs"),
      formatter.heading("customsHeader"),
      units(formatter),
      header(formatter),
      formatter.heading("customsItems"),
      items(formatter),
      basis(formatter),
      formatter.heading("customsAnswers"),
      formatter.form(
        [
          ["specialRelationship", formatter.answer(customs?.specialRelationship)],
          ["priceInfluenced", formatter.answer(customs?.priceInfluenced)],
          ["royalties", formatter.answer(customs?.royalties)],
          ["formulaPricing", formatter.answer(customs?.formulaPricing)],
          ["provisionalPrice", formatter.answer(customs?.provisionalPrice)],
          ["selfAssessed", formatter.answer(customs?.selfAssessed)],
        ],
        { columns: 2 },
      ),
    ],
  };
}
