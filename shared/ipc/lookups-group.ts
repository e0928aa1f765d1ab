import { z } from "zod";
import { dateSchema, lookupSchema, orderIdSchema, personIdSchema, textSchema } from "#shared/model";
import { lanes, parameterStates, readings, tracks } from "#shared/rules";
import { errorSchema, procedure } from "./procedure.ts";

const done = z.strictObject({});
const lookupId = z.string().max(80);
const passphrase = z.string().max(400);
const scalar = z.union([z.string(), z.number(), z.boolean()]);

/** A draft whose lanes move, or one that could not be asked and why. */
export const draftMovesSchema = z.strictObject({
  order: orderIdSchema,
  title: z.string(),
  moves: z.array(z.strictObject({ track: z.enum(tracks), from: z.enum(lanes), to: z.enum(lanes) })),
  problem: errorSchema.optional(),
});
export type DraftMovesValue = z.infer<typeof draftMovesSchema>;

/** What a person found, before the desk gives it an id and the day. */
export const foundSchema = lookupSchema
  .omit({ id: true, seenOn: true, confirmed: true })
  .required({ person: true });

const outcome = z.strictObject({
  lane: z.enum(lanes),
  atBest: z.enum(lanes),
  atWorst: z.enum(lanes),
});
const outcomes = z.strictObject({ "cn-import": outcome, "us-export": outcome });

const rowSchema = z.strictObject({
  entry: lookupSchema,
  /** Who looked, by name. */
  name: z.string().optional(),
  /** The parameter's title in the pack in use; absent where the pack has no such parameter. */
  title: z.strictObject({ zh: z.string(), en: z.string() }).optional(),
  /** On the day asked it differs from a text in force. */
  contradicts: z.boolean(),
  /** The drafts that hold the entry as it stands, each with who confirmed it there. */
  orders: z.array(
    z.strictObject({
      order: orderIdSchema,
      title: z.string(),
      confirmed: z
        .strictObject({ person: z.string(), name: z.string(), day: dateSchema })
        .optional(),
    }),
  ),
});
/** One look-up of the workspace: the entry, where it stands, and who confirmed it. */
export type LookupRow = z.infer<typeof rowSchema>;

const previewSchema = z.strictObject({
  asOf: dateSchema,
  /** What the pack itself says of the parameter on the day. */
  text: z.strictObject({
    state: z.enum(parameterStates),
    value: scalar.optional(),
    sources: z.array(z.string()),
  }),
  contradicts: z.boolean(),
  now: outcomes,
  /** With the entry, before a second person confirms it. */
  entered: outcomes,
  confirmed: outcomes,
});
/** What an entry moves: the lanes now, once it is entered, and once a second person confirms it. */
export type LookupPreview = z.infer<typeof previewSchema>;

const asked = {
  order: orderIdSchema,
  asOf: dateSchema.optional(),
  reading: z.enum(readings).optional(),
};

/** What persons looked up about the law: every entry of the workspace, what it moves, who confirmed it. */
export const lookupsGroup = {
  list: procedure(z.strictObject({ asOf: dateSchema.optional() }), z.array(rowSchema)),
  /** What an entry would move in one order: one that is being written, or one that the order holds. */
  preview: procedure(
    z.union([
      z.strictObject({ ...asked, found: foundSchema }),
      z.strictObject({ ...asked, id: lookupId }),
    ]),
    previewSchema,
  ),
  /** Other drafts whose lanes would move if they took the entry over. */
  touched: procedure(z.strictObject({ ...asked, found: foundSchema }), z.array(draftMovesSchema)),
  /** A second person says by a signed act that an entry holds, or no longer: for every draft that holds it as it stands. */
  confirm: procedure(
    z.strictObject({
      order: orderIdSchema,
      id: lookupId,
      holds: z.boolean(),
      person: personIdSchema,
      passphrase,
      reason: textSchema.max(4_000).optional(),
    }),
    z.strictObject({ orders: z.array(orderIdSchema) }),
  ),
  /** Takes an entry of another draft over as it stands. */
  take: procedure(
    z.strictObject({ order: orderIdSchema, id: lookupId, from: orderIdSchema }),
    done,
  ),
};
