import { z } from "zod";
import { dateSchema, orderIdSchema } from "#shared/model";
import { tracks } from "#shared/rules";
import { procedure } from "./procedure.ts";

const nothing = z.strictObject({});
const words = z.strictObject({ zh: z.string(), en: z.string() });
const offered = z.strictObject({ grant: z.string(), fileName: z.string() });
const chips = z.string();
const state = z.enum(["filed", "drafted", "alternative"]);
const range = z.strictObject({ low: z.string(), high: z.string() });

const groupSchema = z.strictObject({
  /** The controller, or the buyer where nobody is known to control it; absent for orders without a buyer. */
  controller: z.string().optional(),
  name: z.string().optional(),
  orders: z.number().int(),
  filed: chips,
  drafted: chips,
  alternative: chips,
  /** Filed, drafted and alternatives together: all are counted. */
  total: chips,
  /** Lines whose chips nobody can say. */
  uncounted: z.number().int(),
  rows: z.array(
    z.strictObject({
      state,
      year: z.string().optional(),
      site: z.string().optional(),
      siteName: z.string().optional(),
      orders: z.number().int(),
      chips,
    }),
  ),
  /** Orders that look like parts of one larger one, together. */
  split: z.array(
    z.strictObject({
      count: z.number().int(),
      orders: z.array(z.strictObject({ order: orderIdSchema, title: z.string() })),
    }),
  ),
});

const siteSchema = z.strictObject({
  site: z.string(),
  name: z.string(),
  chips,
  /** Petaflops of all chips at the published rates of the product book; absent where a product has none. */
  fp64: range.optional(),
  fp32: range.optional(),
  statedFp64: z.string().optional(),
  statedFp32: z.string().optional(),
  /** A stated figure below what the chips make even at the lowest rate. */
  contradicts: z.boolean(),
});

const totalsSchema = z.strictObject({ groups: z.array(groupSchema), sites: z.array(siteSchema) });
/** What is ordered over the whole workspace, by group, year and site. */
export type TotalsValue = z.infer<typeof totalsSchema>;

/** Totals over all orders of the workspace. They never enter a set that goes out. */
export const totalsGroup = {
  list: procedure(nothing, totalsSchema),
  export: procedure(
    z.strictObject({ as: z.enum(["csv", "xlsx"]), language: z.enum(["zh", "en"]) }),
    offered,
  ),
};

const entrySchema = z.strictObject({
  /** Stays the same while the entry speaks of the same thing, so that a calendar replaces it. */
  id: z.string(),
  kind: z.enum(["verify", "recheck", "coming", "look-again"]),
  track: z.enum(tracks).optional(),
  parameter: z.string().optional(),
  title: words,
  /** What is to be looked up, where the pack says so. */
  about: words.optional(),
  /** Who looked last or entered it. */
  owner: z.string().optional(),
  lastLooked: dateSchema.optional(),
  due: dateSchema,
  /** Drafts that hold the entry, or whose lanes the day moves. */
  drafts: z.array(z.strictObject({ order: orderIdSchema, title: z.string() })),
});
/** One thing to be looked at, or one day on which something changes. */
export type CalendarEntryValue = z.infer<typeof entrySchema>;

/** The watch list: what is unverified or rests on press reports, and the days that are coming. */
export const calendarGroup = {
  list: procedure(z.strictObject({ drafts: z.boolean() }), z.array(entrySchema)),
  export: procedure(z.strictObject({ language: z.enum(["zh", "en"]) }), offered),
};
