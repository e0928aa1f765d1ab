import { classifications, confidences, productForms } from "#shared/model";
import { type FieldSpec, f, type RowsSpec } from "#ui";

/** What a product's editor asks first. */
export const productFields: readonly FieldSpec[] = [
  f.line("vendor"),
  f.line("model"),
  f.line("partNumber"),
  f.choice("form", productForms, "product.form"),
  f.integer("icsPerUnit"),
  f.line("memoryType"),
  f.bool("comparisonOnly"),
  f.answer("computer"),
  f.answer("datacenterMarketed"),
];

/** Numbers of the datasheet; each has a value, a source and how far it can be relied on. */
export const figures = [
  "dieAreaMm2",
  "dramBandwidthGBs",
  "memoryGB",
  "interconnectGBs",
  "powerW",
  "usUnitsShipped",
] as const;

export const figureFields: readonly FieldSpec[] = [
  f.amount("value"),
  f.line("source"),
  f.choice("confidence", confidences, "confidence"),
];

export const usFields: readonly FieldSpec[] = [
  f.choice("classification.eccn", classifications, "eccn"),
  f.line("classification.statedBy"),
  f.many("classification.evidence", "evidence"),
  f.date("usAvailableOn"),
  f.line("usAvailableSource"),
  f.country("waferOrigin"),
  f.answer("informedLetter"),
  f.text("notes", 3),
];

export const rateRows: RowsSpec = {
  name: "denseRates",
  of: "denseRate",
  most: 30,
  fields: [
    f.line("format"),
    f.integer("bits"),
    f.amount("tops"),
    f.line("source"),
    f.choice("confidence", confidences, "confidence"),
  ],
  fresh: () => ({}),
};
