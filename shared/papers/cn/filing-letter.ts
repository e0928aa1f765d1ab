import { orderTotal } from "#shared/model";
import type { FlowBlock } from "#shared/packet";
import { amountRows, money, productTotals } from "../parts/goods-blocks.ts";
import { closing, type Paper } from "../parts/paper.ts";
import type { PaperVoice } from "../parts/paper-formatter.ts";
import type { ChineseContent } from "../set-content.ts";

/** The source of what was reported about classes; the reader can look it up. */
const REPORTED = "CN-I-03";

/** A label as it stands inside a sentence: "R&D laboratory" keeps its capitals, "Training" does not. */
function withinSentence(label: string): string {
  return /^[A-Z][a-z]/.test(label) ? `${label.charAt(0).toLowerCase()}${label.slice(1)}` : label;
}

function goodsPhrase(voice: PaperVoice): string {
  const goods = productTotals(voice).map(({ name, quantity }) =>
    (voice.main === "en" ? [quantity, name] : [name, quantity]).filter(Boolean).join(" "),
  );
  const shown = goods.slice(0, 3);
  const phrase = voice.join(shown);
  return goods.length > shown.length
    ? voice.say("letter.goods.more", { goods: phrase, count: String(goods.length) })
    : phrase;
}

function facts(voice: PaperVoice): FlowBlock {
  const { order } = voice.dossier;
  const { route } = order;
  return voice.form([
    ["applicant", voice.named(order.buyer), "order.buyer"],
    ["seller", voice.party(route?.seller), "order.route.seller"],
    ["exporter", voice.party(route?.exporterOfRecord), "order.route.exporterOfRecord"],
    ["countryOfExport", voice.country(route?.countryOfExport), "order.route.countryOfExport"],
    ["importer", voice.party(route?.importerOfRecord), "order.route.importerOfRecord"],
    ["consignee", voice.party(route?.consignee), "order.route.consignee"],
    ["consumingUnit", voice.named(route?.consumingUnit), "order.route.consumingUnit"],
    [
      "endUsers",
      (route?.endUsers ?? []).map((id) => voice.named(id)).join("\n"),
      "order.route.endUsers",
    ],
    ["sites", voice.join((order.sites ?? []).map((id) => voice.site(id)))],
    ["needDate", order.necessity?.needDate],
    ...amountRows(voice),
  ]);
}

/** Where the filing's own facts put a unit into a reported class, the letter says which and why it asks all the same. */
function caseByCase(content: ChineseContent, voice: PaperVoice): FlowBlock[] {
  const held = content.classes.filter((row) => row.value === "holds");
  const classes = held.filter((row) => row.case === undefined);
  if (classes.length === 0) return [];
  const casesOf = (party: string, id: string) =>
    held.filter((row) => row.party === party && row.class.id === id && row.case !== undefined);
  const source = classes.flatMap(({ sources }) => sources).find(({ id }) => id === REPORTED);
  return [
    voice.heading("caseByCase"),
    {
      kind: "paragraph",
      text: [
        {
          text: voice.say("letter.classes"),
          ...(source === undefined ? {} : { note: voice.cited(source) }),
        },
      ],
    },
    voice.table(
      [
        ["name", 6],
        ["class", 4],
        ["case", 5],
      ],
      classes.map((row) => [
        voice.named(row.party),
        voice.titled(row.class),
        casesOf(row.party, row.class.id)
          .map((one) => (one.case === undefined ? "" : voice.titled(one.case)))
          .join("\n"),
      ]),
      { caption: voice.say("caption.classes") },
    ),
    voice.heading("special"),
    ...voice.prose(voice.dossier.order.necessity?.specialCircumstances),
    voice.paragraph("letter.request"),
  ];
}

/** The letter in front: who asks for what, in neutral words and with a title of the applicant's own (FM-03). */
export function filingLetter(
  content: ChineseContent,
  voice: PaperVoice,
  annexes: readonly string[],
): Paper {
  const { order } = content.dossier;
  const special = caseByCase(content, voice);
  const uses = voice.join(
    (order.endUses ?? []).map((use) => withinSentence(voice.word(`use.kind.${use.kind}`))),
  );
  return {
    name: "letter",
    title: voice.text(order.subject) || voice.say("title.letter"),
    ...(special.length === 0 ? {} : { subtitle: voice.say("title.letter.case") }),
    blocks: [
      {
        kind: "paragraph",
        text:
          order.addressee === undefined
            ? voice.say("letter.addressee")
            : `${order.addressee}${voice.main === "en" ? ":" : "："}`,
        indent: false,
      },
      voice.paragraph("letter.opening", {
        applicant: voice.short(order.buyer) || voice.say("blank"),
        goods: goodsPhrase(voice) || voice.say("blank"),
        users:
          voice.join((order.route?.endUsers ?? []).map((id) => voice.short(id))) ||
          voice.say("blank"),
        uses: uses || voice.say("blank"),
        total: money(orderTotal(order), order.terms?.currency) || voice.say("blank"),
      }),
      voice.paragraph("letter.own"),
      voice.heading("facts"),
      facts(voice),
      ...special,
      voice.heading("annexes"),
      { kind: "list", ordered: true, items: [...annexes] },
      ...closing(voice, "closing.letter", order.buyer),
    ],
  };
}
