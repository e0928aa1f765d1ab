import { z } from "zod";
import { lineSchema, orderIdSchema, settingsSchema } from "#shared/model";
import { procedure } from "./procedure.ts";

// The few names that the first picture needs. They stand by themselves so that the page can draw its list before the
// schemas of orders, reports and packs are made.

const nothing = z.strictObject({});
const done = z.strictObject({});

/** One row of the list of orders. */
export const orderSummarySchema = z.strictObject({
  id: orderIdSchema,
  revision: z.number().int(),
  savedAt: z.string(),
  title: z.string(),
  reference: z.string().optional(),
  /** The buyer's names, and what finds it in a search; absent where none is chosen. */
  buyer: z
    .strictObject({ zh: z.string().optional(), en: z.string().optional(), search: z.string() })
    .optional(),
  lines: z.number().int(),
  units: z.string(),
  total: z.string().optional(),
  currency: z.string().optional(),
});

/** The part of the contract that the page is born with. */
export const startContract = {
  host: {
    info: procedure(
      nothing,
      z.strictObject({
        kind: z.enum(["electron", "loopback", "cli"]),
        version: z.string(),
        platform: z.string(),
        today: z.string(),
        workspace: z.string(),
        readOnly: z.boolean(),
        readOnlyReason: z.string().optional(),
      }),
    ),
  },
  settings: {
    get: procedure(nothing, settingsSchema),
    save: procedure(settingsSchema, done),
  },
  orders: {
    list: procedure(nothing, z.array(orderSummarySchema)),
    create: procedure(
      z.strictObject({ title: lineSchema }),
      z.strictObject({ id: orderIdSchema, revision: z.number().int() }),
    ),
  },
} as const;
