import { z } from "zod";
import { inlineSchema } from "./document-inline.ts";

const align = z.enum(["left", "center", "right"]);

/**
 * Width of a column: a share of what is left (`fr`), fixed millimetres, or as wide as its content (`"auto"`; only for
 * short codes and numbers, since such a column never wraps).
 */
const columnWidthSchema = z.union([
  z.literal("auto"),
  z.strictObject({ fr: z.number().positive().max(100) }),
  z.strictObject({ mm: z.number().positive().max(260) }),
]);

/** A column. Amounts and quantities are `align: "right"`; digits are set with equal widths everywhere. */
const columnSchema = z.strictObject({ width: columnWidthSchema, align: align.optional() });

/** A cell: text, or text with its own alignment or span. `field` is the path of the form field, for messages. */
const cellSchema = z.union([
  z.string().max(20_000),
  z.strictObject({
    content: inlineSchema,
    align: align.optional(),
    colspan: z.number().int().min(1).max(40).optional(),
    rowspan: z.number().int().min(1).max(200).optional(),
    strong: z.boolean().optional(),
    field: z.string().max(300).optional(),
  }),
]);

/**
 * A table. `header` rows repeat on every page; a row is not split unless `splitRows`, or more than eleven lines high. `totals` are set after a rule
 * and stay with the last row. `size` is the type size: `normal` 12 pt, `small` 10.5 pt, `tiny` 9 pt.
 */
export const tableSchema = z.strictObject({
  kind: z.literal("table"),
  caption: z.string().max(500).optional(),
  columns: z.array(columnSchema).min(1).max(24),
  header: z.array(z.array(cellSchema).max(24)).max(4),
  rows: z.array(z.array(cellSchema).max(24)).max(20_000),
  totals: z.array(z.array(cellSchema).max(24)).max(20).optional(),
  note: inlineSchema.optional(),
  size: z.enum(["normal", "small", "tiny"]).optional(),
  splitRows: z.boolean().optional(),
  /** Rows (counted from 0) that head the rows after them: they repeat on the next page and never stand last on one. */
  groups: z.array(z.number().int().nonnegative()).max(20_000).optional(),
});

export type Column = z.infer<typeof columnSchema>;
export type Cell = z.infer<typeof cellSchema>;
export type Table = z.infer<typeof tableSchema>;
