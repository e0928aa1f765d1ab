import { groupDigits } from "#shared/i18n";
import { compareDecimal } from "#shared/kernel";
import type { Alternative, Product } from "#shared/model";
import type { Cell, FlowBlock, Inline } from "#shared/packet";
import { closing, type Paper } from "../parts/paper.ts";
import type { PaperVoice } from "../parts/paper-formatter.ts";
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

function perUnit(value: string | undefined, product: Product, voice: PaperVoice): string {
  if (value === undefined) return "";
  const chips = product.icsPerUnit ?? 1;
  return chips > 1
    ? voice.say("alternatives.board", { value: groupDigits(value), count: String(chips) })
    : groupDigits(value);
}

function orderedRow(product: Product, voice: PaperVoice): Cell[] {
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
    perUnit(product.memoryGB?.value, product, voice),
    product.interconnectGBs === undefined ? "" : groupDigits(product.interconnectGBs.value),
    perUnit(product.powerW?.value, product, voice),
    voice.say("alternatives.ordered"),
  ];
}

function citation(one: Alternative, voice: PaperVoice): string {
  return [
    voice.say("alternatives.source", { basis: voice.say(`basis.${one.basis}`) }),
    one.address,
    voice.titled(one.notes),
  ]
    .filter((part) => part !== undefined && part !== "")
    .join(" ");
}

function alternativeRow(name: string, one: Alternative | undefined, voice: PaperVoice): Cell[] {
  if (one === undefined) return [name, "", "", "", "", "", voice.say("alternatives.unpublished")];
  const { availability } = one;
  return [
    { content: [{ text: name, cite: { id: one.id, text: citation(one, voice) } }] },
    span(one.fp16Tflops),
    span(one.bandwidthGBs),
    span(one.memoryGB),
    span(one.interconnectGBs),
    span(one.powerW),
    [voice.say(`availability.${availability.kind}`), availability.from].filter(Boolean).join(" "),
  ];
}

function figures(voice: PaperVoice, published: readonly Alternative[]): FlowBlock {
  const { order, products } = voice.dossier;
  const ordered = new Set(order.lines.map((line) => line.product));
  const own = products.filter(({ id }) => ordered.has(id));
  const rows = order.necessity?.alternatives ?? [];
  return voice.table(
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
      ...own.map((product) => orderedRow(product, voice)),
      ...rows.map((row) => alternativeRow(row.product, publishedFor(published, row), voice)),
    ],
    {
      caption: voice.say("caption.figures"),
      note: voice.say("alternatives.note"),
      size: "tiny",
    },
  );
}

function considered(voice: PaperVoice): FlowBlock {
  const necessity = voice.dossier.order.necessity;
  const need = necessity?.needDate;
  const rows = (necessity?.alternatives ?? []).map((row) => [
    row.product,
    row.considered ?? "",
    [
      row.availableOn ?? "",
      need !== undefined && row.availableOn !== undefined && row.availableOn > need
        ? voice.say("alternatives.late", { date: need })
        : "",
    ]
      .filter(Boolean)
      .join("\n"),
    voice.proofs(row.evidence),
  ]);
  return voice.table(
    [
      ["product", 3],
      ["considered", 7],
      ["available", 2.6],
      ["proof", 2],
    ],
    rows,
    { caption: voice.say("caption.considered") },
  );
}

function claims(voice: PaperVoice): FlowBlock {
  return voice.table(
    [
      ["no", 1, "center"],
      ["claimKind", 2.4],
      ["claim", 8],
      ["proof", 2.4],
    ],
    (voice.dossier.order.necessity?.claims ?? []).map((claim, index) => [
      String(index + 1),
      voice.word(`claim.kind.${claim.kind}`),
      claim.text,
      voice.proofs(claim.evidence) || voice.say("proof.none"),
    ]),
    { caption: voice.say("caption.claims") },
  );
}

function quantity(voice: PaperVoice): FlowBlock {
  const units = voice.dossier.order.lines.filter(
    (line) => line.quantity !== undefined && compareDecimal(line.quantity, "0") > 0,
  ).length;
  return voice.paragraph("necessity.about", { count: String(units) });
}

/** The applicant's own case beside published figures (CN-I-06, AL-11); the conclusion is the applicant's own words. */
export function necessityPaper(voice: PaperVoice, published: readonly Alternative[]): Paper {
  const { necessity, buyer } = voice.dossier.order;
  const rows = necessity?.alternatives ?? [];
  return {
    name: "necessity",
    title: voice.say("title.necessity"),
    blocks: [
      voice.heading("statement"),
      ...voice.prose(voice.text(necessity?.statement)),
      quantity(voice),
      ...(necessity?.needDate === undefined
        ? []
        : [voice.paragraph("necessity.need", { date: necessity.needDate })]),
      voice.heading("claims"),
      claims(voice),
      voice.heading("alternatives"),
      ...(rows.length === 0 ? [voice.none()] : [figures(voice, published), considered(voice)]),
      ...closing(voice, "closing.necessity", buyer),
    ],
  };
}
