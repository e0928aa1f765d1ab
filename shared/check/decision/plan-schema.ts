import { z } from "zod";
import { factOwners, subjectKinds } from "#shared/facts";
import { lanes, readings, tracks } from "#shared/rules";

const subject = z.strictObject({ kind: z.enum(subjectKinds), id: z.string() });

const supposed = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("as-it-stands") }),
  z.strictObject({
    kind: z.literal("law"),
    parameter: z.string(),
    value: z.union([z.string(), z.number(), z.boolean()]),
  }),
  z.strictObject({
    kind: z.literal("answer"),
    fact: z.string(),
    subject,
    owner: z.enum(factOwners),
    value: z.boolean(),
  }),
]);

/** A plan as it is handed on: its days, the days on which the packs change, and a row for each supposition. */
export const planSchema = z.strictObject({
  days: z.array(z.string()),
  /** Days later than the first on which the packs already say that something changes. */
  coming: z.array(z.string()),
  rows: z.array(
    z.strictObject({
      track: z.enum(tracks),
      asOf: z.string(),
      reading: z.enum(readings),
      supposed,
      lane: z.enum(lanes),
      atBest: z.enum(lanes),
      atWorst: z.enum(lanes),
      carriedBy: z.array(z.strictObject({ fact: z.string(), subject })),
    }),
  ),
});
export type PlanValue = z.infer<typeof planSchema>;
