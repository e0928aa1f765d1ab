import { z } from "zod";
import { orderIdSchema } from "#shared/model";
import { procedure } from "./procedure.ts";

const id = orderIdSchema;
/** A name that a page gives itself and keeps when it is loaded again: two pages of one order hold each their own. */
const page = z.string().regex(/^[A-Za-z0-9-]{1,60}$/);
const held = z.strictObject({
  /** The stored revision that the edits were made on. */
  revision: z.number().int().nonnegative(),
  /** The draft as JSON; it may hold what is not yet right, so no schema of an order is asked of it. */
  text: z.string().max(5_000_000),
});
const done = z.strictObject({});

/** Edits that are not yet on the disk, held in the host's memory so that a page that stops can have them back. */
export const draftGroup = {
  hold: procedure(held.extend({ id, page }), done),
  held: procedure(z.strictObject({ id, page }), z.strictObject({ held: held.optional() })),
  drop: procedure(z.strictObject({ id, page }), done),
};
