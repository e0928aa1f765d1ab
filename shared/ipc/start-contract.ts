import { z } from "zod";
import { lineSchema, orderIdSchema, settingsSchema } from "#shared/model";
import { errorSchema, procedure } from "./procedure.ts";

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
  /** Something is wrong with this order's file; the settings say what. */
  issue: z.boolean().optional(),
});

/** A way in which an encrypted workspace may be opened. */
export const waySchema = z.enum(["passphrase", "recovery", "key-store"]);

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
        readOnlyBecause: errorSchema.optional(),
      }),
    ),
  },
  start: {
    state: procedure(
      nothing,
      z.strictObject({
        state: z.enum(["open", "locked", "closed"]),
        path: z.string(),
        ways: z.array(waySchema),
        /** This machine has a key store that can keep a workspace's key. */
        keyStore: z.boolean(),
        /** The host can ask for a folder in a window of the system. */
        choosesFolders: z.boolean(),
        /** Why the workspace is not open. */
        problem: errorSchema.optional(),
        recent: z.array(z.string()),
        suggested: z.string(),
        minutesToLock: z.number().int(),
        /** Nothing was ever opened on this machine: the person is welcomed and asked. */
        firstRun: z.boolean(),
        /** The folder of the workspace to play in; absent where the firm's rules leave no room for one. */
        sample: z.string().optional(),
        /** What the firm's IT department decided. */
        placeIsSet: z.boolean(),
        encryptionRequired: z.boolean(),
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
