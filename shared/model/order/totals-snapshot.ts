import { z } from "zod";
import {
  dateSchema,
  lineSchema,
  orderIdSchema,
  partyIdSchema,
  sha256Schema,
} from "../primitives.ts";

const countSchema = z.string().regex(/^(0|[1-9]\d{0,14})$/);

/**
 * Chips of all orders of the workspace under one controller, as the desk added them up on a day. Internal: it never enters a
 * set that goes out. Alternatives of one need are declared as such and counted on a line of their own.
 */
export const totalsSnapshotSchema = z.strictObject({
  date: dateSchema,
  /** Hash of the orders that were added up; another hash today makes reports stale. */
  sha256: sha256Schema,
  /** The controller whose group this is, or the buyer where nobody controls it. */
  controller: partyIdSchema.optional(),
  filedChips: countSchema,
  draftedChips: countSchema,
  /** Chips of orders declared as alternatives of another; counted too, and named apart. */
  alternativeChips: countSchema,
  /** Every order that was counted, this one included. */
  orders: z
    .array(
      z.strictObject({
        order: orderIdSchema,
        title: lineSchema.optional(),
        state: z.enum(["filed", "drafted", "alternative"]),
        chips: countSchema,
        year: z
          .string()
          .regex(/^\d{4}$/)
          .optional(),
        /** Chips by site, as far as the order says where they go. */
        sites: z
          .array(z.strictObject({ site: lineSchema, chips: countSchema }))
          .max(200)
          .optional(),
      }),
    )
    .max(20_000),
  /** Orders that look like parts of one larger one with this order, by id. */
  looksSplitWith: z.array(orderIdSchema).max(1_000).optional(),
});
export type TotalsSnapshot = z.infer<typeof totalsSnapshotSchema>;
