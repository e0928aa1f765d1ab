import { formatAmount, groupDigits } from "#shared/i18n";
import { multiply, toFixed } from "#shared/kernel";
import { lineTotal, type Order, orderTotalUsd } from "#shared/model";
import type { FlowBlock } from "#shared/packet";
import { money } from "../parts/goods-blocks.ts";
import { goodsText, type Paper } from "../parts/paper.ts";
import type { PaperFormatter } from "../parts/paper-formatter.ts";

/** One block: its number, what it holds, who fills it in, what the buyer gives for it, and the field that comes from. */
type Block = readonly [
  block: string,
  key: string,
  who: "buyer" | "exporter" | "both",
  value: string,
  field: string,
];

/** A party as the form asks for it: name, address, country. */
function party(id: string | undefined, formatter: PaperFormatter): string {
  const found = formatter.partyOf(id);
  if (found === undefined) return "";
  return [
    formatter.short(id),
    formatter.address(found),
    formatter.country(found.country),
    ...(found.contacts ?? []).slice(0, 1).map(({ phone }) => phone ?? ""),
  ]
    .filter((part) => part !== "")
    .join("\n");
}

function uses(formatter: PaperFormatter): string {
  return (formatter.dossier.order.endUses ?? [])
    .map((use) =>
      [formatter.word(`use.kind.${use.kind}`), formatter.text(use.description)]
        .filter(Boolean)
        .join(": "),
    )
    .join("\n");
}

const list = (ids: readonly (string | undefined)[], formatter: PaperFormatter) =>
  ids
    .map((id) => party(id, formatter))
    .filter((text) => text !== "")
    .join("\n");

function blocks(formatter: PaperFormatter): readonly Block[] {
  const { order, evidence } = formatter.dossier;
  const { route } = order;
  const statement = evidence.filter(({ kind }) => kind === "end-user-statement");
  return [
    ["1–3", "b1", "exporter", "", ""],
    [
      "5",
      "b5",
      "exporter",
      route?.kind === undefined ? "" : formatter.word(`route.kind.${route.kind}`),
      "routeKind",
    ],
    [
      "6–7",
      "b6",
      "exporter",
      formatter.join(evidence.map(({ id }) => formatter.proof(id))),
      "proofs",
    ],
    ["8–11", "b8", "exporter", "", ""],
    ["12–13", "b13", "both", formatter.proofs(statement.map(({ id }) => id)), "proofs"],
    ["14", "b14", "exporter", party(route?.exporterOfRecord, formatter), "exporter"],
    ["15", "b15", "exporter", "", ""],
    ["16", "b16", "buyer", party(order.buyer, formatter), "buyer"],
    [
      "17",
      "b17",
      "both",
      list([route?.distributor, ...(route?.intermediaries ?? [])], formatter),
      "intermediary",
    ],
    ["18", "b18", "buyer", party(route?.consignee, formatter), "consignee"],
    ["19", "b19", "buyer", list(route?.endUsers ?? [], formatter), "endUsers"],
    ["21", "b21", "buyer", uses(formatter), "endUseText"],
    ["22", "b22", "both", formatter.say("licenceData.below"), "goods"],
    ["23", "b23", "exporter", money(orderTotalUsd(order), "USD"), "totalUsd"],
    ["24", "b24", "both", formatter.say("licenceData.additional"), ""],
    ["25", "b25", "exporter", "", ""],
  ];
}

function blockTable(formatter: PaperFormatter): FlowBlock {
  return formatter.table(
    [
      ["block", 1.4, "center"],
      ["blockContent", 4],
      ["blockWho", 2],
      ["blockData", 6],
      ["blockField", 2.6],
    ],
    blocks(formatter).map(([block, key, who, value, field]) => [
      block,
      formatter.say(`licenceData.${key}`),
      formatter.say(`licenceData.${who}`),
      value === "" ? formatter.say("licenceData.open") : value,
      field === "" ? "" : formatter.say(`field.${field}`),
    ]),
    { size: "tiny", note: formatter.say("licenceData.note") },
  );
}

/** An amount of a line in dollars by the order's own dated rate. */
function usd(amount: string | undefined, { terms }: Order): string {
  if (amount === undefined) return "";
  if (terms?.currency === "USD") return formatAmount(amount);
  const rate = terms?.exchangeRates?.find((one) => one.from === terms.currency && one.to === "USD");
  return rate === undefined ? "" : formatAmount(toFixed(multiply(amount, rate.rate), 2));
}

/** The items of block 22 and of the further item pages, in the order of their letters. */
function items(formatter: PaperFormatter): FlowBlock {
  const { order, products } = formatter.dossier;
  return formatter.table(
    [
      ["no", 0.8, "center"],
      ["i22a", 2],
      ["i22c", 3],
      ["i22e", 1.8, "right"],
      ["i22f", 1.6],
      ["i22g", 2.4, "right"],
      ["i22h", 2.8, "right"],
      ["i22i", 2.4],
      ["i22j", 4],
    ],
    order.lines.map((line, index) => {
      const product = products.find(({ id }) => id === line.product);
      return [
        String(index + 1),
        product?.classification?.eccn ?? "",
        product?.model ?? "",
        line.quantity === undefined ? "" : groupDigits(line.quantity),
        product === undefined ? "" : formatter.word(`product.form.${product.form}`),
        usd(line.unitPrice, order),
        usd(lineTotal(line), order),
        formatter.short(order.route?.manufacturer) || (product?.vendor ?? ""),
        goodsText(line, formatter),
      ];
    }),
    { caption: formatter.say("caption.items22"), size: "tiny" },
  );
}

/** Data for the electronic export information, as far as the buyer has them. */
function exportInformation(formatter: PaperFormatter): readonly FlowBlock[] {
  const { order } = formatter.dossier;
  const destinations = [...new Set(order.lines.map((line) => line.finalDestination))];
  return [
    formatter.heading("exportInformation"),
    ...formatter.sheet([
      ["consignee", party(order.route?.consignee, formatter)],
      ["consigneeType", ""],
      ["relatedParty", ""],
      ["intermediary", list(order.route?.intermediaries ?? [], formatter)],
      ["portOfUnlading", ""],
      ["destination", formatter.join(destinations.map((code) => formatter.country(code)))],
      ["licenceNumber.us", order.exporterFacts?.licence?.number],
      ["totalUsd", money(orderTotalUsd(order), "USD")],
    ]),
  ];
}

/** Prepared data in the order of the form's blocks: what the buyer gives, what the exporter adds. No imitation of the form. */
export function licenceData(formatter: PaperFormatter): Paper {
  return {
    name: "licence-data",
    title: formatter.say("title.licence-data"),
    blocks: [
      formatter.heading("blocks748"),
      blockTable(formatter),
      items(formatter),
      ...exportInformation(formatter),
    ],
  };
}
