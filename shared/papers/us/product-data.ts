import { groupDigits } from "#shared/i18n";
import {
  type Figure,
  type Product,
  performanceDensity,
  totalProcessingPerformance,
} from "#shared/model";
import type { Cell, FlowBlock } from "#shared/packet";
import type { Paper } from "../parts/paper.ts";
import type { PaperFormatter } from "../parts/paper-formatter.ts";

function sourced(text: string, source: string | undefined): Cell {
  if (source === undefined || text === "") return text;
  return { content: [{ text, cite: { id: source.slice(0, 100), text: source } }] };
}

function given(key: string, figure: Figure | undefined, formatter: PaperFormatter): Cell[] {
  const value = figure === undefined ? "" : groupDigits(figure.value);
  return [
    formatter.say(`figure.${key}`),
    sourced(value, figure?.source),
    formatter.proofs(figure?.evidence),
  ];
}

/** Figures of one product: what the sheets give, and what follows from them by the formula of the entry (US-E-04, US-E-05). */
function figures(product: Product, formatter: PaperFormatter): FlowBlock {
  const tpp = totalProcessingPerformance(product);
  const density = performanceDensity(product);
  const rates = (product.denseRates ?? []).map((rate): Cell[] => [
    formatter.say("figure.rate", { format: rate.format, bits: String(rate.bits) }),
    sourced(groupDigits(rate.tops), rate.source),
    formatter.proofs(rate.evidence),
  ]);
  return formatter.table(
    [
      ["figure", 7],
      ["value", 3, "right"],
      ["basisOf", 5],
    ],
    [
      ...rates,
      [
        formatter.say("figure.tpp"),
        tpp === undefined ? "" : groupDigits(tpp.value),
        tpp?.from ?? "",
      ],
      given("dieArea", product.dieAreaMm2, formatter),
      [
        formatter.say("figure.density"),
        density === undefined ? "" : groupDigits(density.value),
        density?.from ?? "",
      ],
      given("dram", product.dramBandwidthGBs, formatter),
      given("memory", product.memoryGB, formatter),
      [formatter.say("figure.memoryType"), product.memoryType ?? "", ""],
      given("interconnect", product.interconnectGBs, formatter),
      given("power", product.powerW, formatter),
      given("usUnits", product.usUnitsShipped, formatter),
    ],
    {
      caption: formatter.say("caption.figuresOf", {
        product: `${product.vendor} ${product.model}`,
      }),
      note: formatter.say((product.icsPerUnit ?? 1) > 1 ? "figure.note.board" : "figure.note.one", {
        count: String(product.icsPerUnit ?? 1),
      }),
    },
  );
}

function sheet(product: Product, formatter: PaperFormatter): FlowBlock[] {
  return [
    formatter.nameHeading(`${product.vendor} ${product.model}`, 1),
    formatter.form([
      ["partNumber", product.partNumber],
      ["productForm", formatter.word(`product.form.${product.form}`)],
      ["icsPerUnit", product.icsPerUnit === undefined ? "" : String(product.icsPerUnit)],
      ["computer", formatter.answer(product.computer)],
      ["datacenter", formatter.answer(product.datacenterMarketed)],
      ["usAvailable", product.usAvailableOn],
      [
        "eccn",
        [
          product.classification?.eccn,
          product.classification?.statedBy === undefined
            ? ""
            : formatter.say("figure.statedBy", { party: product.classification.statedBy }),
          formatter.proofs(product.classification?.evidence),
        ]
          .filter(Boolean)
          .join("\n"),
      ],
      ["informedLetter", formatter.answer(product.informedLetter)],
    ]),
    figures(product, formatter),
  ];
}

/** Technical data of what is ordered, as the application must state it (US-R-09). */
export function productData(formatter: PaperFormatter): Paper {
  const { order, products } = formatter.dossier;
  const ordered = new Set(order.lines.map((line) => line.product));
  const own = products.filter(({ id }) => ordered.has(id));
  return {
    name: "product-data",
    title: formatter.say("title.product-data"),
    blocks:
      own.length === 0 ? [formatter.none()] : own.flatMap((product) => sheet(product, formatter)),
  };
}
