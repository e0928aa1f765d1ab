import { groupDigits } from "#shared/i18n";
import { divide } from "#shared/kernel";
import type { Alternative, Product } from "#shared/model";
import type { Cell, FlowBlock, Inline } from "#shared/packet";
import type { Paper } from "../parts/paper.ts";
import type { PaperFormatter } from "../parts/paper-formatter.ts";
import { publishedFor } from "./published-alternatives.ts";

type Span = { readonly low: string; readonly high: string } | undefined;

/** A published figure or span; an empty cell where nobody published one (AL-02). */
function span(value: Span): string {
  if (value === undefined) return "";
  const { low, high } = value;
  return low === high ? groupDigits(low) : `${groupDigits(low)}–${groupDigits(high)}`;
}

/** Remarks carry ids of the pack's makers, which say nothing to a reader. */
function withoutIds(text: string): string {
  return text
    .replace(/[（(][A-Z]{2}(-[A-Z])?-\d+[)）]/g, "")
    .replace(/\s+/g, " ")
    .trim();
}

/** The half-precision dense rate of an ordered product, the one that vendors of both sides publish. */
function halfRate(product: Product): string {
  const rate = (product.denseRates ?? []).find(
    ({ bits, format }) => bits === 16 && /F/i.test(format),
  );
  return rate === undefined ? "" : groupDigits(rate.tops);
}

/** A figure of a whole board as the share of one chip: chips are compared with chips. */
function perChip(value: string | undefined, product: Product): string {
  if (value === undefined) return "";
  const chips = product.icsPerUnit ?? 1;
  return groupDigits(chips > 1 ? divide(value, String(chips), 1) : value);
}

/** Where the ordered product's figures come from, as a reader would look it up: the sheet enclosed, else the maker's. */
function orderedSource(product: Product, formatter: PaperFormatter): string | undefined {
  const given = [product.dramBandwidthGBs, ...(product.denseRates ?? []), product.memoryGB];
  const enclosed = formatter.proofs([
    ...new Set(given.flatMap((figure) => figure?.evidence ?? [])),
  ]);
  const sheets = formatter.proofs(
    formatter.dossier.evidence.filter(({ kind }) => kind === "datasheet").map(({ id }) => id),
  );
  if (enclosed !== "" || sheets !== "")
    return formatter.say("alternatives.enclosed", {
      proofs: enclosed === "" ? sheets : enclosed,
      vendor: product.vendor,
    });
  return given.some((figure) => figure?.source !== undefined)
    ? formatter.say("alternatives.sheet", { vendor: product.vendor })
    : undefined;
}

function orderedRow(product: Product, formatter: PaperFormatter): Cell[] {
  const source = orderedSource(product, formatter);
  const name: Inline = [
    {
      text: `${product.vendor} ${product.model}`,
      strong: true,
      ...(source === undefined ? {} : { cite: { id: product.id, text: source } }),
    },
  ];
  return [
    { content: name },
    halfRate(product),
    product.dramBandwidthGBs === undefined ? "" : groupDigits(product.dramBandwidthGBs.value),
    perChip(product.memoryGB?.value, product),
    product.interconnectGBs === undefined ? "" : groupDigits(product.interconnectGBs.value),
    perChip(product.powerW?.value, product),
    formatter.say("alternatives.ordered"),
  ];
}

function citation(one: Alternative, formatter: PaperFormatter): string {
  return [
    formatter.say("alternatives.source", { basis: formatter.say(`basis.${one.basis}`) }),
    one.address,
    withoutIds(formatter.titled(one.notes)),
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
  );
}

/** Plan and conclusion in the applicant's own words; no ratio was ever published, so none is printed or asked for (CN-I-07). */
function planAndConclusion(formatter: PaperFormatter): FlowBlock[] {
  const necessity = formatter.dossier.order.necessity;
  const part = (key: string, text: string) =>
    text === "" ? [] : [formatter.heading(key), ...formatter.prose(text)];
  return [
    ...part("plan", formatter.text(necessity?.domesticPurchasePlan)),
    ...part("conclusion", formatter.text(necessity?.conclusion)),
  ];
}

/** The applicant's own case beside published figures (CN-I-06, AL-11), with the conclusion that the applicant draws. */
export function necessityPaper(
  formatter: PaperFormatter,
  published: readonly Alternative[],
): Paper {
  const { necessity } = formatter.dossier.order;
  const rows = necessity?.alternatives ?? [];
  return {
    name: "necessity",
    title: formatter.say("title.necessity"),
    blocks: [
      formatter.heading("statement"),
      ...formatter.prose(formatter.text(necessity?.statement)),
      ...(necessity?.needDate === undefined
        ? []
        : [formatter.paragraph("necessity.need", { date: necessity.needDate })]),
      ...((necessity?.claims ?? []).length === 0
        ? []
        : [formatter.heading("claims"), claims(formatter)]),
      formatter.heading("alternatives"),
      ...(rows.length === 0
        ? [formatter.paragraph("alternatives.none")]
        : [figures(formatter, published), considered(formatter)]),
      ...planAndConclusion(formatter),
      formatter.paragraph("closing.necessity"),
    ],
  };
}
