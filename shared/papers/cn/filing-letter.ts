import { orderTotal } from "#shared/model";
import type { FlowBlock } from "#shared/packet";
import { amountRows, money, productTotals } from "../parts/goods-blocks.ts";
import { groupBy } from "../parts/group-by.ts";
import { type Paper, signing } from "../parts/paper.ts";
import type { FormRow, PaperFormatter } from "../parts/paper-formatter.ts";
import type { ChineseContent } from "../set-content.ts";
import { caseByCase } from "./letter-classes.ts";

/** A label as it stands inside a sentence: "R&D laboratory" keeps its capitals, "Training" does not. */
function withinSentence(label: string): string {
  return /^[A-Z][a-z]/.test(label) ? `${label.charAt(0).toLowerCase()}${label.slice(1)}` : label;
}

const unique = (items: readonly string[]) => [...new Set(items)].filter((item) => item !== "");

function goodsPhrase(formatter: PaperFormatter): string {
  const goods = productTotals(formatter).map(({ name, quantity }) =>
    (formatter.main === "en" ? [quantity, name] : [name, quantity]).filter(Boolean).join(" "),
  );
  const shown = goods.slice(0, 3);
  const phrase = formatter.join(shown);
  return goods.length > shown.length
    ? formatter.say("letter.goods.more", { goods: phrase, count: String(goods.length) })
    : phrase;
}

/** Seats on the Chinese side, those that one unit takes on one row; the applicant is not named again. */
function seats(formatter: PaperFormatter): readonly FormRow[] {
  const { buyer, route } = formatter.dossier.order;
  const all: readonly (readonly [string, string | undefined])[] = [
    ["importer", route?.importerOfRecord],
    ["consignee", route?.consignee],
    ["consumingUnit", route?.consumingUnit],
    ...(route?.endUsers ?? []).map((id) => ["endUser", id] as const),
  ];
  const known = all.flatMap(([key, id]) => (id === undefined ? [] : [{ key, id }]));
  return [...groupBy(known, ({ id }) => id)].map(([id, held]) => ({
    label: formatter.join([...new Set(held.map(({ key }) => formatter.say(`field.${key}`)))]),
    value: id === buyer ? formatter.say("letter.applicant") : formatter.named(id),
  }));
}

function facts(formatter: PaperFormatter): FlowBlock {
  const { order } = formatter.dossier;
  const { route } = order;
  const contact = formatter.partyOf(order.buyer)?.contacts?.[0];
  return formatter.form([
    ["seller", formatter.party(route?.seller), "order.route.seller"],
    [
      "exporter",
      route?.exporterOfRecord === route?.seller ? "" : formatter.party(route?.exporterOfRecord),
      "order.route.exporterOfRecord",
    ],
    ["countryOfExport", formatter.country(route?.countryOfExport), "order.route.countryOfExport"],
    ...seats(formatter),
    ["needDate", order.necessity?.needDate],
    [
      "contactPerson",
      [formatter.person(contact), contact?.phone]
        .filter(Boolean)
        .join(formatter.main === "zh" ? "　" : ", "),
    ],
    ...amountRows(formatter).slice(1),
  ]);
}

/** Where a later name of the list begins: under the first one. */
const UNDER = { zh: "　　　　　", en: "" } as const;

function annexList(formatter: PaperFormatter, annexes: readonly string[]): FlowBlock {
  return {
    kind: "paragraph",
    // Later names stand under the first: the indent of a paragraph and three characters further in.
    text: annexes
      .map((title, index) => {
        const lead = index === 0 ? formatter.say("letter.annexes") : UNDER[formatter.main];
        return `${lead}${String(index + 1)}. ${title}`;
      })
      .join("\n"),
  };
}

function opening(formatter: PaperFormatter): FlowBlock {
  const { order } = formatter.dossier;
  const blank = formatter.say("blank");
  const buyer = formatter.partyOf(order.buyer);
  const users = (order.route?.endUsers ?? []).map((id) =>
    id === order.buyer ? formatter.say("letter.us") : formatter.short(id),
  );
  const uses = unique(
    (order.endUses ?? []).map((use) => withinSentence(formatter.word(`use.kind.${use.kind}`))),
  );
  return formatter.paragraph("letter.opening", {
    applicant: formatter.short(order.buyer) || blank,
    code: formatter.code(buyer) || blank,
    goods: goodsPhrase(formatter) || blank,
    users: formatter.join(users) || blank,
    uses: formatter.join(uses) || blank,
    sites: formatter.join(unique((order.sites ?? []).map((id) => formatter.site(id)))) || blank,
    total: money(orderTotal(order), order.terms?.currency) || blank,
  });
}

/**
 * The letter in front, in the manner of GB/T 9704: whom it is for, who asks for what, what the reader must know of the units
 * concerned, the statement that the papers are true and complete, annexes, issuer and day (FM-03, LY-03).
 */
export function filingLetter(
  content: ChineseContent,
  formatter: PaperFormatter,
  annexes: readonly string[],
): Paper {
  const { order } = content.dossier;
  const special = caseByCase(content, formatter);
  const colon = formatter.main === "en" ? ":" : "：";
  return {
    name: "letter",
    title: formatter.text(order.subject) || formatter.say("title.letter"),
    ...(special.length === 0 ? {} : { subtitle: formatter.say("title.letter.case") }),
    blocks: [
      {
        kind: "paragraph",
        text: `${order.addressee ?? formatter.say("letter.addressee")}${colon}`,
        indent: false,
      },
      opening(formatter),
      formatter.heading("facts"),
      facts(formatter),
      ...special,
      formatter.heading("truth"),
      formatter.paragraph("closing.letter"),
      annexList(formatter, annexes),
      signing(formatter, order.buyer, { byHand: false }),
    ],
  };
}
