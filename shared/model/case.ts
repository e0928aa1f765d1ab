import { z } from "zod";
import { quantitySchema } from "./order/order-line.ts";
import {
  dateSchema,
  evidenceIdSchema,
  idSchema,
  lineSchema,
  orderIdSchema,
  personIdSchema,
  textSchema,
} from "./primitives.ts";

/** What has become of a filed packet. A status is what a person recorded from an authority's paper, never the tool's opinion. */
export const caseStatuses = [
  "submitted",
  "queried",
  "answered",
  "approved-with-conditions",
  "approved",
  "refused",
  "returned",
  "withdrawn",
  "expired",
] as const;

const caseEventSchema = z.strictObject({
  id: idSchema("evt"),
  date: dateSchema,
  status: z.enum(caseStatuses),
  authority: lineSchema.optional(),
  paper: lineSchema.optional(),
  text: textSchema.optional(),
  due: dateSchema.optional(),
  evidence: z.array(evidenceIdSchema).max(50).optional(),
  person: personIdSchema.optional(),
});

/** The life of one filed packet: events in order and quantities drawn down. */
export const caseSchema = z.strictObject({
  id: idSchema("cas"),
  order: orderIdSchema,
  track: z.enum(["cn-import", "us-export"]),
  packet: lineSchema.optional(),
  events: z.array(caseEventSchema).max(2_000),
  drawdowns: z
    .array(
      z.strictObject({
        id: idSchema("drw"),
        date: dateSchema,
        line: idSchema("lin"),
        quantity: quantitySchema,
        declaration: lineSchema.optional(),
      }),
    )
    .max(5_000),
});
export type Case = z.infer<typeof caseSchema>;
