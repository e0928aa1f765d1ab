import { groupDigits } from "#shared/i18n";
import { compareDecimal } from "#shared/kernel";
import type { Alternative, Product } from "#shared/model";
import type { Cell, FlowBlock, Inline } from "#shared/packet";
import { closing, type Paper } from "../parts/paper.ts";
import type { PaperFormatter } from "../parts/paper-formatter.ts";
import { publishedFor } from "./published-alternatives.ts";

type Span = { readonly low: string; readonly high: string } | undefined;

/** A published figure or span; an empty cell where nobody published one (AL-02). */
function span(value: Span): string {
  if (value === undefined) return "";
  const { low, high } = value;
  return low === high ? groupDigits(low) : `${groupDigits(low)}–${groupDigits(high)}`;
}

/** The half-precision dense rate of an ordered product, the one that vendors of both sides publish. */
function halfRate(product: Product): string {
  const rate = (product.denseRates ?? []).find(
    ({ bits, format }) => bits === 16 && /F/i.test(format),
  );
  return rate === undefined ? "" : groupDigits(rate.tops);
}

function perUnit(value: string | undefined, product: Product, formatter: PaperFormatter): string {
  if (value === undefined) return "";
  const chips = product.icsPerUnit ?? 1;
  return chips > 1
    ? formatter.say("alternatives.board", { value: groupDigits(value), count: String(chips) })
    : groupDigits(value);
}

function orderedRow(product: Product, formatter: PaperFormatter): Cell[] {
  const source = product.dramBandwidthGBs?.source ?? product.denseRates?.[0]?.source;
  const name: Inline = [
    {
      text: `${product.vendor} ${product.model}`,
      strong: true,
      ...(source === undefined ? {} : { cite: { id: source.slice(0, 100), text: source } }),
    },
  ];
  return [
    { content: name },
    halfRate(product),
    product.dramBandwidthGBs === undefined ? "" : groupDigits(product.dramBandwidthGBs.value),
    perUnit(product.memoryGB?.value, product, formatter),
    product.interconnectGBs === undefined ? "" : groupDigits(product.interconnectGBs.value),
    perUnit(product.powerW?.value, product, formatter),
    formatter.say("alternatives.ordered"),
  ];
}

function citation(one: Alternative, formatter: PaperFormatter): string {
  return [
    formatter.say("alternatives.source", { basis: formatter.say(`basis.${one.basis}`) }),
    one.address,
    formatter.titled(one.notes),
  ]
    .filter((part) => part !== undefined && part !== "")
    .join(" ");
}

function alternativeRow(
  name: string,
  one: Alternative | undefined,
  formatter: PaperFormatter,
): Cell[] {
  if (one === undefined)
    return [name, "", "", "", "", "", formatter.say("alternatives.unpublished")];
  const { availability } = one;
  return [
    { content: [{ text: name, cite: { id: one.id, text: citation(one, formatter) } }] },
    span(one.fp16Tflops),
    span(one.bandwidthGBs),
    span(one.memoryGB),
    span(one.interconnectGBs),
    span(one.powerW),
    [formatter.say(`availability.${availability.kind}`), availability.from]
      .filter(Boolean)
      .join(" "),
  ];
}

function figures(formatter: PaperFormatter, published: readonly Alternative[]): FlowBlock {
  const { order, products } = formatter.dossier;
  const ordered = new Set(order.lines.map((line) => line.product));
  const own = products.filter(({ id }) => ordered.has(id));
  const rows = order.necessity?.alternatives ?? [];
  return formatter.table(
    [
      ["product", 4],
      ["half", 2.2, "right"],
      ["bandwidth", 2.2, "right"],
      ["memory", 2.4, "right"],
      ["interconnect", 2.2, "right"],
      ["power", 2.4, "right"],
      ["availability", 2.6],
    ],
    [
      ...own.map((product) => orderedRow(product, formatter)),
      ...rows.map((row) => alternativeRow(row.product, publishedFor(published, row), formatter)),
    ],
    {
      caption: formatter.say("caption.figures"),
      note: formatter.say("alternatives.note"),
      size: "tiny",
    },
  );
}

function considered(formatter: PaperFormatter): FlowBlock {
  const necessity = formatter.dossier.order.necessity;
  const need = necessity?.needDate;
  const rows = (necessity?.alternatives ?? []).map((row) => [
    row.product,
    row.considered ?? "",
    [
      row.availableOn ?? "",
      need !== undefined && row.availableOn !== undefined && row.availableOn > need
        ? formatter.say("alternatives.late", { date: need })
        : "",
    ]
      .filter(Boolean)
      .join("\n"),
    formatter.proofs(row.evidence),
  ]);
  return formatter.table(
    [
      ["product", 3],
      ["considered", 7],
      ["available", 2.6],
      ["proof", 2],
    ],
    rows,
    { caption: formatter.say("caption.considered") },
  );
}

function claims(formatter: PaperFormatter): FlowBlock {
  return formatter.table(
    [
      ["no", 1, "center"],
      ["claimKind", 2.4],
      ["claim", 8],
      ["proof", 2.4],
    ],
    (formatter.dossier.order.necessity?.claims ?? []).map((claim, index) => [
      String(index + 1),
      formatter.word(`claim.kind.${claim.kind}`),
      claim.text,
      formatter.proofs(claim.evidence) || formatter.say("proof.none"),
    ]),
    { caption: formatter.say("caption.claims") },
  );
}

function quantity(formatter: PaperFormatter): FlowBlock {
  const units = formatter.dossier.order.lines.filter(
    (line) => line.quantity !== undefined && compareDecimal(line.quantity, "0") > 0,
  ).length;
  return formatter.paragraph("necessity.about", { count: String(units) });
}

/** The applicant's own case beside published figures (CN-I-06, AL-11); the conclusion is the applicant's own words. */
export function necessityPaper(
  formatter: PaperFormatter,
  published: readonly Alternative[],
): Paper {
  const { necessity, buyer } = formatter.dossier.order;
  const rows = necessity?.alternatives ?? [];
  return {
    name: "necessity",
    title: formatter.say("title.necessity"),
    blocks: [
      formatter.heading("statement"),
      ...formatter.prose(formatter.text(necessity?.statement)),
      quantity(formatter),
      ...(necessity?.needDate === undefined
        ? []
        : [formatter.paragraph("necessity.need", { date: necessity.needDate })]),
      formatter.heading("claims"),
      claims(formatter),
      formatter.heading("alternatives"),
      ...(rows.length === 0
        ? [formatter.none()]
        : [figures(formatter, published), considered(formatter)]),
      ...closing(formatter, "closing.necessity", buyer),
    ],
  };
}
