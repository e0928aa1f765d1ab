import type { Party } from "#shared/model";
import type { FlowBlock } from "#shared/packet";
import { amountRows, deliveryTable, linesTable, termRows } from "../parts/goods-blocks.ts";
import type { Paper } from "../parts/paper.ts";
import type { PaperFormatter } from "../parts/paper-formatter.ts";

function contacts(party: Party, formatter: PaperFormatter): string {
  return (party.contacts ?? [])
    .map((one) => [formatter.person(one), one.phone, one.email].filter(Boolean).join("　"))
    .join("\n");
}

/** One unit as a desk officer asks for it; what nobody stated is not printed. */
function profile(party: Party, formatter: PaperFormatter): FlowBlock {
  return formatter.form(
    [
      ["unitName", formatter.party(party.id)],
      ["code", formatter.code(party)],
      ["partyKind", party.kind === "company" ? "" : formatter.word(`party.kind.${party.kind}`)],
      ["address", formatter.address(party)],
      ["country", party.country === "CN" ? "" : formatter.country(party.country)],
      ["legalRepresentative", formatter.person(party.legalRepresentative)],
      ["registeredCapital", party.registeredCapital],
      ["foundedOn", party.foundedOn],
      ["business", formatter.text(party.business)],
      ["sectors", formatter.join(party.sectors ?? [])],
      ["f1code", party.importerCode],
      ["customsCode", party.customsCode],
      ["contactPerson", contacts(party, formatter)],
      ["proofs", formatter.proofs(party.evidence)],
    ],
    { columns: 2 },
  );
}

/** Who asks, and the goods: quantities, prices, totals that a reader can add up, and deliveries. */
export function applicationPaper(formatter: PaperFormatter): Paper {
  const { order } = formatter.dossier;
  const { route } = order;
  const others = [
    route?.importerOfRecord,
    route?.consignee,
    route?.consumingUnit,
    ...(route?.endUsers ?? []),
  ];
  const parties = [...new Set([order.buyer, ...others])].flatMap((id) => {
    const party = formatter.partyOf(id);
    return party === undefined ? [] : [party];
  });
  return {
    name: "application",
    title: formatter.say("title.application"),
    blocks: [
      formatter.heading("profile"),
      ...parties.flatMap((party, at) => [
        ...(parties.length > 1
          ? [formatter.nameHeading(formatter.say(at === 0 ? "field.applicant" : "profile.other"))]
          : []),
        profile(party, formatter),
      ]),
      formatter.heading("goods"),
      linesTable(formatter, "cn"),
      formatter.form([...amountRows(formatter).slice(1), ...termRows(formatter)], { columns: 2 }),
      formatter.heading("deliveries"),
      deliveryTable(formatter),
    ],
  };
}
