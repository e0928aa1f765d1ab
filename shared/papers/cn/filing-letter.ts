import { orderTotal } from "#shared/model";
import type { FlowBlock } from "#shared/packet";
import { amountRows, money, productTotals } from "../parts/goods-blocks.ts";
import { closing, type Paper } from "../parts/paper.ts";
import type { PaperFormatter } from "../parts/paper-formatter.ts";
import type { ChineseContent } from "../set-content.ts";

/** The source of what was reported about classes; the reader can look it up. */
const REPORTED = "CN-I-03";

/** A label as it stands inside a sentence: "R&D laboratory" keeps its capitals, "Training" does not. */
function withinSentence(label: string): string {
  return /^[A-Z][a-z]/.test(label) ? `${label.charAt(0).toLowerCase()}${label.slice(1)}` : label;
}

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

function facts(formatter: PaperFormatter): FlowBlock {
  const { order } = formatter.dossier;
  const { route } = order;
  return formatter.form([
    ["applicant", formatter.named(order.buyer), "order.buyer"],
    ["seller", formatter.party(route?.seller), "order.route.seller"],
    ["exporter", formatter.party(route?.exporterOfRecord), "order.route.exporterOfRecord"],
    ["countryOfExport", formatter.country(route?.countryOfExport), "order.route.countryOfExport"],
    ["importer", formatter.party(route?.importerOfRecord), "order.route.importerOfRecord"],
    ["consignee", formatter.party(route?.consignee), "order.route.consignee"],
    ["consumingUnit", formatter.named(route?.consumingUnit), "order.route.consumingUnit"],
    [
      "endUsers",
      (route?.endUsers ?? []).map((id) => formatter.named(id)).join("\n"),
      "order.route.endUsers",
    ],
    ["sites", formatter.join((order.sites ?? []).map((id) => formatter.site(id)))],
    ["needDate", order.necessity?.needDate],
    ...amountRows(formatter),
  ]);
}

/** Where the filing's own facts put a unit into a reported class, the letter says which and why it asks all the same. */
function caseByCase(content: ChineseContent, formatter: PaperFormatter): FlowBlock[] {
  const held = content.classes.filter((row) => row.value === "holds");
  const classes = held.filter((row) => row.case === undefined);
  if (classes.length === 0) return [];
  const casesOf = (party: string, id: string) =>
    held.filter((row) => row.party === party && row.class.id === id && row.case !== undefined);
  const source = classes.flatMap(({ sources }) => sources).find(({ id }) => id === REPORTED);
  return [
    formatter.heading("caseByCase"),
    {
      kind: "paragraph",
      text: [
        {
          text: formatter.say("letter.classes"),
          ...(source === undefined ? {} : { note: formatter.cited(source) }),
        },
      ],
    },
    formatter.table(
      [
        ["name", 6],
        ["class", 4],
        ["case", 5],
      ],
      classes.map((row) => [
        formatter.named(row.party),
        formatter.titled(row.class),
        casesOf(row.party, row.class.id)
          .map((one) => (one.case === undefined ? "" : formatter.titled(one.case)))
          .join("\n"),
      ]),
      { caption: formatter.say("caption.classes") },
    ),
    formatter.heading("special"),
    ...formatter.prose(formatter.dossier.order.necessity?.specialCircumstances),
    formatter.paragraph("letter.request"),
  ];
}

/** The letter in front: who asks for what, in neutral words and with a title of the applicant's own (FM-03). */
export function filingLetter(
  content: ChineseContent,
  formatter: PaperFormatter,
  annexes: readonly string[],
): Paper {
  const { order } = content.dossier;
  const special = caseByCase(content, formatter);
  const uses = formatter.join(
    (order.endUses ?? []).map((use) => withinSentence(formatter.word(`use.kind.${use.kind}`))),
  );
  return {
    name: "letter",
    title: formatter.text(order.subject) || formatter.say("title.letter"),
    ...(special.length === 0 ? {} : { subtitle: formatter.say("title.letter.case") }),
    blocks: [
      {
        kind: "paragraph",
        text:
          order.addressee === undefined
            ? formatter.say("letter.addressee")
            : `${order.addressee}${formatter.main === "en" ? ":" : "："}`,
        indent: false,
      },
      formatter.paragraph("letter.opening", {
        applicant: formatter.short(order.buyer) || formatter.say("blank"),
        goods: goodsPhrase(formatter) || formatter.say("blank"),
        users:
          formatter.join((order.route?.endUsers ?? []).map((id) => formatter.short(id))) ||
          formatter.say("blank"),
        uses: uses || formatter.say("blank"),
        total: money(orderTotal(order), order.terms?.currency) || formatter.say("blank"),
      }),
      formatter.paragraph("letter.own"),
      formatter.heading("facts"),
      facts(formatter),
      ...special,
      formatter.heading("annexes"),
      { kind: "list", ordered: true, items: [...annexes] },
      ...closing(formatter, "closing.letter", order.buyer),
    ],
  };
}
