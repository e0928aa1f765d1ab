import { groupDigits } from "#shared/i18n";
import {
  type Figure,
  type Product,
  performanceDensity,
  totalProcessingPerformance,
} from "#shared/model";
import type { Cell, FlowBlock } from "#shared/packet";
import type { Paper } from "../parts/paper.ts";
import type { PaperVoice } from "../parts/paper-formatter.ts";

function sourced(text: string, source: string | undefined): Cell {
  if (source === undefined || text === "") return text;
  return { content: [{ text, cite: { id: source.slice(0, 100), text: source } }] };
}

function given(key: string, figure: Figure | undefined, voice: PaperVoice): Cell[] {
  const value = figure === undefined ? "" : groupDigits(figure.value);
  return [
    voice.say(`figure.${key}`),
    sourced(value, figure?.source),
    voice.proofs(figure?.evidence),
  ];
}

/** Figures of one product: what the sheets give, and what follows from them by the formula of the entry (US-E-04, US-E-05). */
function figures(product: Product, voice: PaperVoice): FlowBlock {
  const tpp = totalProcessingPerformance(product);
  const density = performanceDensity(product);
  const rates = (product.denseRates ?? []).map((rate): Cell[] => [
    voice.say("figure.rate", { format: rate.format, bits: String(rate.bits) }),
    sourced(groupDigits(rate.tops), rate.source),
    voice.proofs(rate.evidence),
  ]);
  return voice.table(
    [
      ["figure", 7],
      ["value", 3, "right"],
      ["basisOf", 5],
    ],
    [
      ...rates,
      [voice.say("figure.tpp"), tpp === undefined ? "" : groupDigits(tpp.value), tpp?.from ?? ""],
      given("dieArea", product.dieAreaMm2, voice),
      [
        voice.say("figure.density"),
        density === undefined ? "" : groupDigits(density.value),
        density?.from ?? "",
      ],
      given("dram", product.dramBandwidthGBs, voice),
      given("memory", product.memoryGB, voice),
      [voice.say("figure.memoryType"), product.memoryType ?? "", ""],
      given("interconnect", product.interconnectGBs, voice),
      given("power", product.powerW, voice),
      given("usUnits", product.usUnitsShipped, voice),
    ],
    {
      caption: voice.say("caption.figuresOf", { product: `${product.vendor} ${product.model}` }),
      note: voice.say((product.icsPerUnit ?? 1) > 1 ? "figure.note.board" : "figure.note.one", {
        count: String(product.icsPerUnit ?? 1),
      }),
    },
  );
}

function sheet(product: Product, voice: PaperVoice): FlowBlock[] {
  return [
    voice.nameHeading(`${product.vendor} ${product.model}`, 1),
    voice.form([
      ["partNumber", product.partNumber],
      ["productForm", voice.word(`product.form.${product.form}`)],
      ["icsPerUnit", product.icsPerUnit === undefined ? "" : String(product.icsPerUnit)],
      ["computer", voice.answer(product.computer)],
      ["datacenter", voice.answer(product.datacenterMarketed)],
      ["usAvailable", product.usAvailableOn],
      [
        "eccn",
        [
          product.classification?.eccn,
          product.classification?.statedBy === undefined
            ? ""
            : voice.say("figure.statedBy", { party: product.classification.statedBy }),
          voice.proofs(product.classification?.evidence),
        ]
          .filter(Boolean)
          .join("\n"),
      ],
      ["informedLetter", voice.answer(product.informedLetter)],
    ]),
    figures(product, voice),
  ];
}

/** Technical data of what is ordered, as the application must state it (US-R-09). */
export function productData(voice: PaperVoice): Paper {
  const { order, products } = voice.dossier;
  const ordered = new Set(order.lines.map((line) => line.product));
  const own = products.filter(({ id }) => ordered.has(id));
  return {
    name: "product-data",
    title: voice.say("title.product-data"),
    blocks: own.length === 0 ? [voice.none()] : own.flatMap((product) => sheet(product, voice)),
  };
}
