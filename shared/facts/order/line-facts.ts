import {
  type Answer,
  type Product,
  performanceDensity,
  totalProcessingPerformance,
} from "#shared/model";
import type { Context, Field } from "../context.ts";
import {
  answerFact,
  type Fact,
  fact,
  factWith,
  fieldFact,
  type Heading,
  known,
  mentionsAny,
  open,
  textsSchema,
} from "../define.ts";
import { namesModel } from "./model-name.ts";

function productOf(context: Context, line: string): Product | undefined {
  const id = context.lines.get(line)?.product;
  return id === undefined ? undefined : context.products.get(id);
}

/** Where a missing figure is entered: on the product, or on the line while it names none. */
function productPath(context: Context, line: string, key: string): string {
  const id = context.lines.get(line)?.product;
  return id === undefined ? `order.lines.${line}.product` : `products.${id}.${key}`;
}

function productText(
  heading: Heading & { readonly type: "text" | "number" | "date" },
  key: string,
  read: (product: Product) => string | undefined,
): Fact {
  return fieldFact(heading, (context, line): Field<string> => {
    const product = productOf(context, line);
    return { value: product && read(product), path: productPath(context, line, key) };
  });
}

function productAnswer(
  id: string,
  key: "computer" | "datacenterMarketed" | "informedLetter",
): Fact {
  return answerFact(
    { id, subject: "line" },
    (context, line): Field<Answer> => ({
      value: productOf(context, line)?.[key],
      path: productPath(context, line, key),
    }),
  );
}

const technicalFigures = {
  "performance-rates": (product: Product) => product.denseRates?.[0],
  "dram-bandwidth": (product: Product) => product.dramBandwidthGBs,
  interconnect: (product: Product) => product.interconnectGBs,
  memory: (product: Product) => product.memoryGB,
  power: (product: Product) => product.powerW,
  "us-units-shipped": (product: Product) => product.usUnitsShipped,
} as const;

/** What is ordered, with the figures of its product; totals are computed from dense rates, never typed (US-E-04, US-E-05). */
export const lineFacts: readonly Fact[] = [
  productText({ id: "line.form", subject: "line", type: "text" }, "form", ({ form }) => form),
  productText(
    { id: "line.vendor", subject: "line", type: "text" },
    "vendor",
    ({ vendor }) => vendor,
  ),
  productText({ id: "line.model", subject: "line", type: "text" }, "model", ({ model }) => model),
  productText(
    { id: "line.classification", subject: "line", type: "text" },
    "classification",
    ({ classification }) => classification?.eccn,
  ),
  productText(
    { id: "line.tpp", subject: "line", type: "number" },
    "denseRates",
    (product) => totalProcessingPerformance(product)?.value,
  ),
  productText(
    { id: "line.performance-density", subject: "line", type: "number" },
    "dieAreaMm2",
    (product) => performanceDensity(product)?.value,
  ),
  productText(
    { id: "line.dram-bandwidth", subject: "line", type: "number" },
    "dramBandwidthGBs",
    ({ dramBandwidthGBs }) => dramBandwidthGBs?.value,
  ),
  // The same figures as the maker's sheet has them: who compares a name with figures asks the exporter, so silence moves no lane.
  productText(
    { id: "line.sheet-tpp", subject: "line", type: "number", owner: "exporter" },
    "denseRates",
    (product) => totalProcessingPerformance(product)?.value,
  ),
  productText(
    { id: "line.sheet-bandwidth", subject: "line", type: "number", owner: "exporter" },
    "dramBandwidthGBs",
    ({ dramBandwidthGBs }) => dramBandwidthGBs?.value,
  ),
  productText(
    { id: "line.us-available-on", subject: "line", type: "date" },
    "usAvailableOn",
    ({ usAvailableOn }) => usAvailableOn,
  ),
  productText(
    { id: "line.wafer-origin", subject: "line", type: "text" },
    "waferOrigin",
    ({ waferOrigin }) => waferOrigin,
  ),
  productAnswer("line.computer", "computer"),
  productAnswer("line.datacenter-marketed", "datacenterMarketed"),
  productAnswer("line.informed-letter", "informedLetter"),
  fact(
    { id: "line.comparison-only", subject: "line", type: "bool" },
    ({ context, id, ask, owner }) => {
      const product = productOf(context, id);
      if (product === undefined) return open(owner, [ask(`order.lines.${id}.product`)]);
      return known(product.comparisonOnly === true);
    },
  ),
  fact(
    { id: "line.technical-figures", subject: "line", type: "set" },
    ({ context, id, ask, owner }) => {
      const product = productOf(context, id);
      if (product === undefined) return open(owner, [ask(`order.lines.${id}.product`)]);
      const given = Object.entries(technicalFigures).filter(([, read]) => read(product));
      return known(given.map(([name]) => name));
    },
  ),
  // A line that states no destination goes where its site is.
  fieldFact({ id: "line.final-destination", subject: "line", type: "text" }, (context, id) => {
    const line = context.lines.get(id);
    const site = line?.site ?? line?.schedule?.[0]?.site ?? context.dossier.order.sites?.[0];
    const there = site === undefined ? undefined : context.sites.get(site)?.country;
    return {
      value: line?.finalDestination ?? there,
      path: `order.lines.${id}.finalDestination`,
    };
  }),
  // What the exporter stated, and nothing where nobody stated it: the gap is asked for by `line.classification`.
  fact({ id: "line.stated-classification", subject: "line", type: "set" }, ({ context, id }) => {
    const eccn = productOf(context, id)?.classification?.eccn;
    return known(eccn === undefined ? [] : [eccn]);
  }),
  factWith(
    { id: "line.name-mentions", subject: "line", type: "bool" },
    textsSchema("words"),
    ({ context, id, args, ask, owner }) => {
      const line = context.lines.get(id);
      const product = productOf(context, id);
      if (line === undefined || product === undefined)
        return open(owner, [ask(`order.lines.${id}.product`)]);
      const { model, partNumber } = product;
      const texts = [model, partNumber, line.specification, line.description];
      return known(mentionsAny(texts, args.words));
    },
  ),
  // A model is what its record calls it; whose record lacks a product, nobody knows yet.
  factWith(
    { id: "line.model-named", subject: "line", type: "bool" },
    textsSchema("models"),
    ({ context, id, args, ask, owner }) => {
      const product = productOf(context, id);
      if (product === undefined) return open(owner, [ask(`order.lines.${id}.product`)]);
      return known(namesModel(product, args.models));
    },
  ),
  // Only a paper of the exporter about the letter says that there is none; its classification says nothing of letters (US-R-20).
  factWith(
    { id: "line.no-letter-in-writing", subject: "line", type: "bool" },
    textsSchema("kinds"),
    ({ context, id, args }) => {
      const answer = productOf(context, id)?.informedLetter;
      if (answer?.value !== "no") return known(false);
      const papers = new Set(answer.evidence ?? []);
      const found = context.dossier.evidence.filter((one) => papers.has(one.id));
      return known(found.some(({ kind }) => args.kinds.includes(kind)));
    },
  ),
  fieldFact({ id: "line.quantity", subject: "line", type: "number" }, (context, id) => ({
    value: context.lines.get(id)?.quantity,
    path: `order.lines.${id}.quantity`,
  })),
  fieldFact({ id: "line.hs-basis", subject: "line", type: "text" }, (context, id) => ({
    value: context.lines.get(id)?.hs?.basis,
    path: `order.lines.${id}.hs.basis`,
  })),
  answerFact({ id: "line.crypto-device", subject: "line" }, (context, id) => ({
    value: context.lines.get(id)?.cryptoDevice,
    path: `order.lines.${id}.cryptoDevice`,
  })),
];
