import { z } from "zod";
import { inlineSchema } from "./document-inline.ts";
import { tableSchema } from "./document-table.ts";

const label = z.string().max(500);

/** Level 1 to 4. Numbered 一、（一）1.（1） in Chinese and 1, 1.1, … in English unless `numbered: false`. */
const headingSchema = z.strictObject({
  kind: z.literal("heading"),
  level: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]),
  text: label,
  numbered: z.boolean().optional(),
});

/** Running text; the first line is indented by two characters in Chinese unless `indent: false`. */
const paragraphSchema = z.strictObject({
  kind: z.literal("paragraph"),
  text: inlineSchema,
  align: z.enum(["left", "center", "right"]).optional(),
  indent: z.boolean().optional(),
  /** Set in the type of tables: a remark, not part of the running text. */
  small: z.boolean().optional(),
});

/** A list; `ordered` counts 1. 2. 3. Items are text, one level deep. */
const listSchema = z.strictObject({
  kind: z.literal("list"),
  ordered: z.boolean().optional(),
  items: z.array(inlineSchema).max(2000),
});

/**
 * Labels and values, ruled like a form. `labelEn` prints below the label where the reader needs both languages. A value
 * that is missing is an empty string: an empty box is printed, never a guess. `field` names the form field in messages.
 */
const keyValueSchema = z.strictObject({
  kind: z.literal("keyValue"),
  caption: label.optional(),
  columns: z.union([z.literal(1), z.literal(2)]).optional(),
  rows: z
    .array(
      z.strictObject({
        label,
        labelEn: label.optional(),
        value: inlineSchema,
        field: z.string().max(300).optional(),
      }),
    )
    .max(2000),
});

/** Statements with a drawn box each: ■ chosen, □ not chosen. Nothing is chosen unless a person chose it. */
const checklistSchema = z.strictObject({
  kind: z.literal("checklist"),
  items: z.array(z.strictObject({ text: inlineSchema, checked: z.boolean() })).max(500),
});

/** A drawing with its caption; `alt` says in words what it shows. The SVG may hold neither scripts nor references. */
const figureSchema = z.strictObject({
  kind: z.literal("figure"),
  svg: z.string().min(1).max(4_000_000),
  alt: z.string().min(1).max(4000),
  caption: label,
  widthMm: z.number().positive().max(250).optional(),
});

/** A framed remark; `warn` has a heavier rule. */
const noticeSchema = z.strictObject({
  kind: z.literal("notice"),
  tone: z.enum(["info", "warn"]).optional(),
  title: label.optional(),
  text: inlineSchema,
});

/**
 * Places to sign and seal, kept on one page. `lines` are printed with a rule to fill in (signature, name, date);
 * `sealSpace` leaves room for a wet seal. No seal image is ever drawn.
 */
const signatureSchema = z.strictObject({
  kind: z.literal("signature"),
  parties: z
    .array(
      z.strictObject({
        role: label,
        name: label,
        lines: z.array(z.strictObject({ label, value: label.optional() })).max(12),
        /** The day of signing, or the room to write it, below the name. */
        day: label.optional(),
        sealSpace: label.optional(),
      }),
    )
    .min(1)
    .max(4),
});

/** A QR code of at most 1,000 characters with a line below it. */
const qrSchema = z.strictObject({
  kind: z.literal("qr"),
  text: z.string().min(1).max(1000),
  caption: label.optional(),
});

/** Contents of the document down to `depth`, with page numbers. */
const contentsSchema = z.strictObject({
  kind: z.literal("contents"),
  title: label.optional(),
  depth: z.number().int().min(1).max(4).optional(),
});

/** What follows begins on a new page. */
const pageBreakSchema = z.strictObject({ kind: z.literal("pageBreak") });

/** What may stand on an upright or on a turned page. */
const flowBlockSchema = z.discriminatedUnion("kind", [
  headingSchema,
  paragraphSchema,
  listSchema,
  tableSchema,
  keyValueSchema,
  checklistSchema,
  figureSchema,
  noticeSchema,
  signatureSchema,
  qrSchema,
  contentsSchema,
  pageBreakSchema,
]);

/** Blocks on pages turned to landscape, for wide tables and graphs; upright pages resume after it. */
const landscapeSchema = z.strictObject({
  kind: z.literal("landscape"),
  blocks: z.array(flowBlockSchema).min(1).max(5000),
});

/** Any block of a document, told apart by `kind`. */
export const blockSchema = z.discriminatedUnion("kind", [
  ...flowBlockSchema.options,
  landscapeSchema,
]);

export type FlowBlock = z.infer<typeof flowBlockSchema>;
export type Block = z.infer<typeof blockSchema>;
