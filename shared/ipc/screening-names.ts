import { z } from "zod";
import {
  dateSchema,
  lineSchema,
  orderIdSchema,
  screenedIdSchema,
  screeningDecisions,
  sha256Schema,
} from "#shared/model";
import { listHitSchema } from "./list-hit.ts";
import { procedure } from "./procedure.ts";

const job = z.strictObject({ job: z.string() });
const count = z.number().int().min(0);
const searched = z.array(
  z.strictObject({ id: z.string(), title: z.string(), date: z.string(), sha256: sha256Schema }),
);

/** What the job of `matches` answers: every hit of every draft, and what was looked at. */
export const matchesSchema = z.strictObject({
  day: dateSchema,
  lists: searched,
  /** Drafts and parties that were looked at; `unread` are the drafts that could not be put together. */
  orders: count,
  parties: count,
  unread: z.array(z.strictObject({ order: orderIdSchema, title: z.string() })),
  found: z.array(
    z.strictObject({ order: orderIdSchema, title: z.string(), hits: z.array(listHitSchema) }),
  ),
});
export type Matches = z.infer<typeof matchesSchema>;

/** How many hits of a batch are shown one by one; all are in the table that is saved. */
export const BATCH_SHOWN = 500;

/** What the job of `batch` answers; the table with every row is what `grant` stands for. */
export const batchSchema = z.strictObject({
  fileName: z.string(),
  lists: searched,
  names: count,
  /** Names with at least one hit. */
  hit: count,
  hits: z.array(listHitSchema),
  table: z.strictObject({ grant: z.string(), fileName: z.string() }),
});
export type Batch = z.infer<typeof batchSchema>;

/** Looking names up in the imported lists, and what persons decide of it. */
export const screeningNames = {
  screen: procedure(
    z.strictObject({
      order: orderIdSchema.optional(),
      names: z.array(lineSchema).max(10_000).optional(),
    }),
    z.array(listHitSchema),
  ),
  /** Searches every draft, as a job. */
  matches: procedure(z.strictObject({}), job),
  /** Searches every name of a file (CSV, text or workbook; first column, or the one headed as names are), as a job. */
  batch: procedure(
    z.strictObject({
      fileName: lineSchema.max(200),
      grant: z.string().max(80),
      language: z.enum(["zh", "en"]),
    }),
    job,
  ),
  /** Records a person's decision about a possible match, bound to both sides as they stand. */
  decide: procedure(
    z.strictObject({
      order: orderIdSchema,
      party: screenedIdSchema,
      list: lineSchema,
      entry: lineSchema,
      decision: z.enum(screeningDecisions),
      reason: z.string().trim().min(1).max(4_000),
    }),
    z.strictObject({ id: z.string() }),
  ),
};
