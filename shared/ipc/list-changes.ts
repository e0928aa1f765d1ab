import { z } from "zod";

const named = z.object({ id: z.string(), list: z.string(), name: z.string() });
const touched = z.array(z.object({ id: z.string(), entries: z.array(z.string()) }));
const count = z.number().int();

/** What the job that compares two states of a list answers. */
export const listChangesSchema = z.object({
  before: z.object({ id: z.string(), title: z.string(), date: z.string() }).optional(),
  counts: z.object({ added: count, removed: count, changed: count }),
  added: z.array(named),
  removed: z.array(named),
  changed: z.array(named),
  parties: touched,
  orders: touched,
});
export type ListChanges = z.infer<typeof listChangesSchema>;
